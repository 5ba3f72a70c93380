/* month.c - names of months in the user's language. */

#include "safe/checked.h"
#include "sort/sort.h"
#include "sys/months.h"

void sort_load_months(arena *a, sort_month_vec *months, struct sort_order const *order)
{
    for (unsigned m = 0; m < 12; m++) {
        mspan room = arena_bytes(a, zstr_len(months_short_name(m))), rest = room;
        span name = zstr_span(months_short_name(m));
        SPAN_FOREACH(c, name)
            if (!byteset_has(&order->blank, c))
                mspan_push(&rest, bytemap_get(&order->upper, c));
        size_t n = mspan_len(room) - mspan_len(rest);
        sort_month_vec_push(months, (struct sort_month){span_first(mspan_span(room), n), low_byte(m + 1)});
    }
}

/* Whether TEXT begins with NAME, in any case. */
static bool begins(span text, span name, struct sort_order const *order)
{
    if (span_len(text) < span_len(name))
        return false;
    for (size_t i = 0; i < span_len(name); i++)
        if (bytemap_get(&order->upper, span_at(text, i)) != span_at(name, i))
            return false;
    return true;
}

unsigned char sort_month_of(span text, struct sort_order const *order, size_t *length)
{
    unsigned char best = 0;
    *length = 0;
    text = sort_skip_blanks(order, text);
    for (size_t i = 0; i < sort_months_len(order->months); i++) {
        struct sort_month m = sort_months_at(order->months, i);
        if (span_len(m.name) > *length && begins(text, m.name, order)) {
            best = m.number;
            *length = span_len(m.name);
        }
    }
    return best;
}
