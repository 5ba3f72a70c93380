/* key.c - names with version numbers as bytes that compare like them.

   Text and numbers take turns.  A text is a byte for each character and END; a number is the count of its
   digits and the digits.  The end of the name looks like the end of a text, before letters and behind a
   tilde. */

#include "vercmp/private.h"

#include "safe/ascii.h"
#include "safe/checked.h"

enum { TILDE = 1, END = 2, FIRST_LETTER = 3 };

/* Letters come first, then all other bytes by their value. */
static unsigned char rank(unsigned char c)
{
    if (c == '~')
        return TILDE;
    if (ascii_is_letter(c))
        return low_byte(FIRST_LETTER + (c <= 'Z' ? c - (unsigned)'A' : c - (unsigned)'a' + 26));
    unsigned others = FIRST_LETTER + 52 + c;
    others -= c > '9' ? 10U : 0U;
    others -= c > 'Z' ? 26U : 0U;
    others -= c > 'z' ? 26U : 0U;
    others -= c > '~' ? 1U : 0U;
    return low_byte(others);
}

static void append_number(buf *out, span *s)
{
    while (span_peek(*s, 0) == '0')
        *s = span_drop(*s, 1);
    size_t n = 0;
    while (ascii_is_digit(span_peek(*s, n)))
        n++;
    if (n >= UCHAR_MAX) {
        buf_push(out, UCHAR_MAX);
        for (unsigned shift = 64; shift > 0; shift -= 8)
            buf_push(out, low_byte((uint64_t)n >> (shift - 8)));
    } else {
        buf_push(out, low_byte(n));
    }
    buf_append(out, span_take(s, n));
}

static void append_parts(buf *out, span s)
{
    do {
        while (!span_empty(s) && !ascii_is_digit(span_at(s, 0)))
            buf_push(out, rank(span_at(span_take(&s, 1), 0)));
        buf_push(out, END);
        append_number(out, &s);
    } while (!span_empty(s));
    buf_push(out, END);
}

void version_append_key(buf *out, span name)
{
    unsigned char class = version_class_(name);
    buf_push(out, class);
    if (class < VERSION_CLASS_HIDDEN)
        return;
    /* Names without a suffix are no longer than their stems: nothing more is to compare, and of names with
       the same stem they compare like the suffixed ones do. */
    append_parts(out, version_stem_(name));
    append_parts(out, name);
}
