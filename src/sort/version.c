/* version.c - names with version numbers as bytes that compare like version_cmp (vercmp/vercmp.h) does.

   Text and numbers take turns.  A text is a byte for each character and END; a number is the count of its
   digits and the digits.  The end of the name looks like the end of a text, before letters and behind a
   tilde. */

#include "safe/ascii.h"
#include "safe/checked.h"
#include "sort/sort.h"

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

/* How many bytes at the end of S can go on a suffix behind a dot and one letter or tilde; 0 for none. */
static size_t last_suffix(span s)
{
    size_t n = span_len(s), i = n;
    while (i > 0 && (ascii_is_alnum(span_at(s, i - 1)) || span_at(s, i - 1) == '~'))
        i--;
    if (i < 2 || i == n || span_at(s, i - 1) != '.' || ascii_is_digit(span_at(s, i)))
        return 0;
    return n - i + 1;
}

/* The names that come before all others have a class of their own each. */
static unsigned char special_class(span s)
{
    if (span_empty(s))
        return 0;
    if (span_at(s, 0) != '.')
        return 4;
    if (span_len(s) == 1)
        return 1;
    return span_eq(s, S("..")) ? 2 : 3;
}

void sort_append_version(buf *out, span text)
{
    unsigned char class = special_class(text);
    buf_push(out, class);
    if (class < 3)
        return;
    span stem = text;
    for (size_t n = last_suffix(stem); n > 0; n = last_suffix(stem))
        stem = span_chop(stem, n);
    append_parts(out, stem);
    /* Names without a suffix are no longer than their stems: nothing more is to compare, and of names with
       the same stem they compare like the suffixed ones do. */
    append_parts(out, text);
}
