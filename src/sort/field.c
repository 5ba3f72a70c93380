/* field.c - where keys lie in a line. */

#include "safe/checked.h"
#include "sort/sort.h"

span sort_skip_blanks(struct sort_order const *order, span s)
{
    return span_drop(s, span_find_not_in(s, &order->blank));
}

/* S behind one field, and behind the separator after it where there are such. */
static span skip_field(struct sort_order const *order, span s)
{
    if (order->tab >= 0) {
        size_t n = span_find(s, low_byte(as_size(order->tab)));
        return span_drop(s, n < span_len(s) ? n + 1 : n);
    }
    s = sort_skip_blanks(order, s);
    return span_drop(s, span_find_in(s, &order->blank));
}

static size_t start_of(struct sort_order const *order, struct sort_key const *key, span line)
{
    span s = line;
    for (size_t n = key->start_field; n > 0 && !span_empty(s); n--)
        s = skip_field(order, s);
    if (key->kind.start_blanks)
        s = sort_skip_blanks(order, s);
    return span_len(line) - span_len(s) + size_min(key->start_char, span_len(s));
}

static size_t end_of(struct sort_order const *order, struct sort_key const *key, span line)
{
    span s = line;
    size_t fields = key->end_field;
    if (key->end_char == 0 && fields < SIZE_MAX)
        fields++;                       /* the whole of the last one */
    for (; fields > 0 && !span_empty(s); fields--) {
        bool last = fields == 1 && key->end_char == 0;
        if (last && order->tab >= 0)    /* up to the separator */
            s = span_drop(s, span_find(s, low_byte(as_size(order->tab))));
        else
            s = skip_field(order, s);
    }
    if (key->end_char > 0) {
        if (key->kind.end_blanks)
            s = sort_skip_blanks(order, s);
        s = span_drop(s, size_min(key->end_char, span_len(s)));
    }
    return span_len(line) - span_len(s);
}

span sort_key_text(struct sort_order const *order, struct sort_key const *key, span line, size_t *start)
{
    *start = key->whole_start ? 0 : start_of(order, key, line);
    size_t end = key->whole_end ? span_len(line) : end_of(order, key, line);
    return span_sub(line, *start, end > *start ? end - *start : 0);
}
