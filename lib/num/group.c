/* group.c - see group.h. */

#include "num/group.h"

#include "sys/locale.h"

/* How many of the LEFT leading digits come before the next separator, by the locale's list of group sizes
   from the right, whose last one repeats (CHAR_MAX: no more groups). */
static size_t leading_group(size_t left)
{
    span sizes = zstr_span(locale_grouping());
    size_t past = 0;
    while (!span_empty(sizes)) {
        size_t size = span_at(sizes, 0);
        sizes = span_drop(sizes, 1);
        if (size == 0 || size >= CHAR_MAX || past + size >= left)
            return left - past;
        if (span_empty(sizes) || span_at(sizes, 0) == 0)
            return (left - past - 1) % size + 1;
        past += size;
    }
    return left - past;
}

void num_append_grouped(buf *out, span digits)
{
    while (!span_empty(digits)) {
        buf_append(out, span_take(&digits, leading_group(span_len(digits))));
        if (!span_empty(digits))
            buf_append(out, zstr_span(locale_thousands_separator()));
    }
}
