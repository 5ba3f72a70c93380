/* escape.c - see escape.h. */

#include "escape/escape.h"

#include "safe/ascii.h"
#include "safe/checked.h"

int escape_letter(int c)
{
    switch (c) {
    case '\\': return '\\';
    case 'a': return '\a';
    case 'b': return '\b';
    case 'e': return 27;
    case 'f': return '\f';
    case 'n': return '\n';
    case 'r': return '\r';
    case 't': return '\t';
    case 'v': return '\v';
    default: return -1;
    }
}

size_t escape_take_number(span *rest, unsigned base, size_t most, uint32_t *value)
{
    size_t n = 0;
    uint32_t sum = 0;
    for (unsigned v = 0; n < most && (v = ascii_digit(span_peek(*rest, 0), base)) < base; n++) {
        sum = sum * base + v;
        *rest = span_drop(*rest, 1);
    }
    *value = sum;
    return n;
}
