/* loops.c - telling loops, and breaking them up.

   A chain is built backwards, from the first item left to one before it and so on; as each of them has
   something before it, one has to come again.  Of several items before one, the chain goes on with that whose
   name comes next in order, behind the last name the first one. */

#include "tsort/tsort.h"

/* Number the items left by their names, and set out where the parts of `preceding` end. */
static void place_items(struct tsort_graph const *g, struct tsort_loops *l, tsort_item_view places)
{
    size_t end = 0;
    for (size_t i = 0; i < tsort_item_view_len(places); i++)
        if (tsort_counts_at(&g->before, i) > 0)
            tsort_items_push(&l->items, low_u32(i));
    tsort_by_name(&g->names, tsort_items_span(&l->items));
    for (size_t place = 0; place < tsort_items_len(&l->items); place++) {
        uint32_t item = tsort_items_at(&l->items, place);
        tsort_item_view_set(places, item, low_u32(place));
        end += tsort_counts_at(&g->before, item);
        tsort_counts_push(&l->starts, end);
        tsort_items_push(&l->next, TSORT_NONE);
    }
    tsort_counts_push(&l->starts, end);
    tsort_items_extend(&l->preceding, end);
}

void tsort_prepare_loops(struct tsort_graph const *g, struct tsort_loops *l)
{
    tsort_items places = {};
    tsort_items_extend(&places, tsort_item_count(&g->names));
    place_items(g, l, tsort_items_span(&places));
    /* Each part is filled from its end on, and so gets into order. */
    for (size_t place = tsort_items_len(&l->items); place-- > 0;) {
        uint32_t item = tsort_items_at(&l->items, place);
        for (size_t i = tsort_counts_at(&g->starts, item); i < tsort_counts_at(&g->starts, item + 1); i++) {
            uint32_t second = tsort_items_at(&places, tsort_items_at(&g->after, i));
            tsort_items_set(&l->preceding, --AT(tsort_counts, &l->starts, second), low_u32(place));
        }
    }
}

static bool is_left(struct tsort_graph const *g, struct tsort_loops const *l, size_t place)
{
    return tsort_counts_at(&g->before, tsort_items_at(&l->items, place)) > 0;
}

/* The place of what the chain goes on with in front of HEAD. */
static uint32_t place_before(struct tsort_graph const *g, struct tsort_loops const *l, uint32_t head)
{
    uint32_t lowest = TSORT_NONE;
    for (size_t i = tsort_counts_at(&l->starts, head); i < tsort_counts_at(&l->starts, head + 1); i++) {
        uint32_t place = tsort_items_at(&l->preceding, i);
        if (place == TSORT_NONE || !is_left(g, l, place))
            continue;
        if (place > head)
            return place;
        if (lowest == TSORT_NONE)
            lowest = place;
    }
    return lowest;
}

/* Let the first VALUE of LIST, from START on, be TSORT_NONE.  F: there is one. */
static void drop(tsort_items *list, size_t start, uint32_t value)
{
    while (tsort_items_at(list, start) != value)
        start++;
    tsort_items_set(list, start, TSORT_NONE);
}

static void tell(struct cli *cli, struct tsort_graph const *g, uint32_t item)
{
    cli_warn(cli, 0, "%s", fmt_s(tsort_name(&g->names, item)));
}

uint32_t tsort_break_loop(struct cli *cli, struct tsort_graph *g, struct tsort_loops *l)
{
    tsort_items chain = {};
    while (!is_left(g, l, l->first))
        l->first++;
    uint32_t head = low_u32(l->first), end = place_before(g, l, head);
    /* The item that the chain began with does not end a loop when it comes again, but the next time. */
    for (; tsort_items_at(&l->next, end) == TSORT_NONE; end = place_before(g, l, head)) {
        tsort_items_set(&l->next, end, head);
        tsort_items_push(&chain, end);
        head = end;
    }
    for (uint32_t place = head; place != end; place = tsort_items_at(&l->next, place))
        tell(cli, g, tsort_items_at(&l->items, place));
    uint32_t first = tsort_items_at(&l->items, end), second = tsort_items_at(&l->items, head);
    tell(cli, g, first);
    drop(&g->after, tsort_counts_at(&g->starts, first), second);
    drop(&l->preceding, tsort_counts_at(&l->starts, head), end);
    for (uint32_t place = 0; tsort_items_pop(&chain, &place);)
        tsort_items_set(&l->next, place, TSORT_NONE);
    return --AT(tsort_counts, &g->before, second) == 0 ? second : TSORT_NONE;
}
