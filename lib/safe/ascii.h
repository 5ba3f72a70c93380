/* ascii.h - what ASCII characters are, whatever the locale.  C may also be -1, as span_peek has it for the
   end, which is none of them. */

#ifndef SAFE_ASCII_H
#define SAFE_ASCII_H

#include "safe/span.h"

SAFE_INLINE bool ascii_is_digit(int c)
{
    return c >= '0' && c <= '9';
}
SAFE_INLINE bool ascii_is_letter(int c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
SAFE_INLINE bool ascii_is_alnum(int c)
{
    return ascii_is_letter(c) || ascii_is_digit(c);
}
/* A blank or tab. */
SAFE_INLINE bool ascii_is_blank(int c)
{
    return c == ' ' || c == '\t';
}
/* White space: those, and what else ends lines and pages. */
SAFE_INLINE bool ascii_is_space(int c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/* C as a capital or a small letter; what is no letter stays. */
SAFE_INLINE int ascii_upper(int c)
{
    return c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c;
}
SAFE_INLINE int ascii_lower(int c)
{
    return c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c;
}

/* The value of the digit C in BASE (at most 16), or BASE when it is none. */
SAFE_INLINE unsigned ascii_digit(int c, unsigned base)
{
    unsigned v = base;
    if (ascii_is_digit(c))
        v = (unsigned)(c - '0');
    else if (ascii_is_letter(c))
        v = (unsigned)(ascii_lower(c) - 'a' + 10);
    return v < base ? v : base;
}

/* S without the white space at its start. */
SAFE_INLINE span ascii_drop_space(span s)
{
    while (ascii_is_space(span_peek(s, 0)))
        s = span_drop(s, 1);
    return s;
}

/* Whether A and B are the same but for the case of their letters. */
SAFE_INLINE bool ascii_same_letters(span a, span b)
{
    if (span_len(a) != span_len(b))
        return false;
    for (size_t i = 0; i < span_len(a); i++)
        if (ascii_lower(span_at(a, i)) != ascii_lower(span_at(b, i)))
            return false;
    return true;
}

#endif
