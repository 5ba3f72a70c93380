/* print.c - the order.  Items that nothing is before wait in a queue, the first ones by name.  When the queue
   runs dry, what is left holds a loop: one is told, and broken up by dropping one of its pairs. */

#include "tsort/tsort.h"

/* Sort the pairs by their first items; of one first item, the pair given last comes first. */
static void sort_pairs(struct tsort_graph *g)
{
    size_t n = tsort_item_count(&g->names), end = 0;
    tsort_count_view before = tsort_counts_extend(&g->before, n);
    tsort_count_view starts = tsort_counts_extend(&g->starts, n + 1);
    tsort_item_view after = tsort_items_extend(&g->after, tsort_pairs_len(&g->pairs));
    tsort_pair_view pairs = tsort_pairs_span(&g->pairs), rest = pairs;
    for (struct tsort_pair p = {}; tsort_pair_view_next(&rest, &p);) {
        AT(tsort_count_view, starts, p.first)++;
        AT(tsort_count_view, before, p.second)++;
    }
    for (size_t i = 0; i <= n; i++) {
        end += tsort_count_view_at(starts, i);
        tsort_count_view_set(starts, i, end);
    }
    /* A part is filled from its end on, and its start is where it was filled last. */
    for (struct tsort_pair p = {}; tsort_pair_view_next(&pairs, &p);)
        tsort_item_view_set(after, --AT(tsort_count_view, starts, p.first), p.second);
}

/* Print the items of QUEUE, and those that get free by that; how many that are.  QUEUE is empty then. */
static size_t print_queue(struct tsort_graph *g, tsort_items *queue, writer *out)
{
    tsort_count_view before = tsort_counts_span(&g->before), starts = tsort_counts_span(&g->starts);
    tsort_item_view after = tsort_items_span(&g->after);
    size_t printed = 0;
    for (; printed < tsort_items_len(queue); printed++) {
        uint32_t item = tsort_items_at(queue, printed);
        size_t end = tsort_count_view_at(starts, item + 1);
        writer_put(out, tsort_line(&g->names, item));
        for (size_t i = tsort_count_view_at(starts, item); i < end; i++) {
            uint32_t second = tsort_item_view_at(after, i);
            if (second != TSORT_NONE && --AT(tsort_count_view, before, second) == 0)
                tsort_items_push(queue, second);
        }
    }
    tsort_items_truncate(queue, 0);
    return printed;
}

/* Put those items into QUEUE that nothing is before, by name. */
static void queue_first(struct tsort_graph const *g, tsort_items *queue)
{
    for (size_t i = 0; i < tsort_item_count(&g->names); i++)
        if (tsort_counts_at(&g->before, i) == 0)
            tsort_items_push(queue, low_u32(i));
    tsort_by_name(&g->names, tsort_items_span(queue));
}

void tsort_print(struct cli *cli, struct tsort_graph *g, zstr name)
{
    tsort_items queue = {};
    struct tsort_loops loops = {};
    sort_pairs(g);
    queue_first(g, &queue);
    size_t left = tsort_item_count(&g->names) - print_queue(g, &queue, cli_out(cli));
    if (left > 0)
        tsort_prepare_loops(g, &loops);
    while (left > 0 && writer_ok(cli_out(cli))) {
        cli_error(cli, 0, "%s: input contains a loop:", fmt_namec(name));
        uint32_t freed = tsort_break_loop(cli, g, &loops);
        if (freed != TSORT_NONE)
            tsort_items_push(&queue, freed);
        left -= print_queue(g, &queue, cli_out(cli));
    }
}
