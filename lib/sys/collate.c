/* collate.c - see collate.h. */

#include "sys/collate.h"

#include <config.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "sys/locale.h"

/* The locale that the environment names for collation. */
static char const *wanted(void)
{
    static char const *const variables[] = {"LC_ALL", "LC_COLLATE", "LANG"};
    for (size_t i = 0; i < sizeof variables / sizeof *variables; i++) {
        char const *v = getenv(variables[i]);
        if (v && *v)
            return v;
    }
    return "C";
}

bool collate_by_bytes(void)
{
    static signed char known;
    if (known == 0) {
        /* All locales called C.something sort by code point, which in UTF-8 is the order of the bytes.
           Where there is no such locale, C takes its place: no need to set it up to know. */
        char const *name = wanted();
        bool bytes = strncmp(name, "C.", 2) == 0 || locale_is_c(LOCALE_COLLATE);
        known = bytes ? 1 : 2;
    }
    return known == 1;
}

void collate_append_key(buf *out, zstr text)
{
    if (collate_by_bytes()) {
        buf_append(out, zstr_span(text));
        return;
    }
    size_t guess = 4 * zstr_len(text) + 16;
    mspan room = buf_tail(out, guess);
    size_t n = strxfrm((char *)room.p_, zstr_c(text), room.n_);
    if (n >= room.n_) {
        room = buf_tail(out, n + 1);
        n = strxfrm((char *)room.p_, zstr_c(text), room.n_);
    }
    buf_commit(out, n < room.n_ ? n : 0);
}

/* Append the key of PART, which holds no NUL.  Its copy as a C string stands behind the room for the key. */
static void append_part(buf *out, span part)
{
    size_t len = span_len(part), guess = 5 * len + 32;
    for (;;) {
        mspan room = buf_tail(out, guess + len + 1);
        char *text = (char *)room.p_ + guess;
        memcpy(text, part.p_ ? part.p_ : (unsigned char const *)"", len);
        text[len] = 0;
        size_t n = strxfrm((char *)room.p_, text, guess);
        if (n < guess) {
            buf_commit(out, n);
            return;
        }
        guess = n + 1;
    }
}

void collate_append_bytes_key(buf *out, span text)
{
    if (collate_by_bytes()) {
        buf_append(out, text);
        return;
    }
    span part = {0};
    while (span_cut(&text, 0, &part)) {
        append_part(out, part);
        buf_push(out, 0);
    }
    append_part(out, text);
}
