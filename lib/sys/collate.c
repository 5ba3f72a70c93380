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

void collate_append_key(buf *out, span text)
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

void collate_append_primary(buf *out, span text)
{
    enum { LEVEL_END = 1 };
    if (collate_by_bytes()) {
        buf_append(out, text);
        return;
    }
    size_t start = buf_len(out);
    append_part(out, span_first(text, span_find(text, 0)));
    buf_truncate(out, start + span_find(span_drop(buf_span(out), start), LEVEL_END));
}

/* TEXT and what is behind it move on by one part, of SIZE bytes with its end; false when there is none. */
static bool next_part(char const **text, size_t *size)
{
    size_t n = strlen(*text) + 1;
    *text += n;
    *size -= n;
    return *size > 0;
}

int collate_compare(span a, span b, buf *work)
{
    if (collate_by_bytes() || span_eq(a, b))
        return span_cmp(a, b);
    buf_clear(work);
    buf_append(work, a);
    buf_push(work, 0);
    buf_append(work, b);
    buf_push(work, 0);
    char const *x = (char const *)buf_span(work).p_, *y = x + a.n_ + 1;
    size_t x_size = a.n_ + 1, y_size = b.n_ + 1;
    for (;;) {
        int d = strcoll(x, y);
        if (d)
            return d;
        bool x_more = next_part(&x, &x_size), y_more = next_part(&y, &y_size);
        if (!x_more || !y_more)
            return x_more - y_more;
    }
}
