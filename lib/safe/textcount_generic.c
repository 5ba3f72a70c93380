/* textcount_generic.c - machines without forms of their own use the plain ones. */

#include "safe/textcount.h"

size_t span_count_words(span s, byteclass const *space, byteclass const *ask, struct word_counts *counts)
{
    return textcount_plain_words_(s, space, ask, counts);
}

uint64_t span_count_utf8(span s)
{
    return textcount_plain_utf8_(s);
}

size_t span_line_widths(span s, byteclass const *uneven, uint64_t *column, uint64_t *widest)
{
    return textcount_plain_widths_(s, uneven, column, widest);
}

size_t span_skip_utf8(span s, uint64_t *n)
{
    return textcount_plain_skip_(s, n);
}
