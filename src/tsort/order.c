/* order.c - items in the order of their names' bytes. */

#include "tsort/tsort.h"

#include "safe/keysort.h"

static span name_of(struct tsort_names const *names, keyed_view items, size_t i)
{
    return tsort_name(names, keyed_view_at(items, i).line);
}

/* Merge the sorted FROM[0, MIDDLE) and FROM[MIDDLE, len) into TO. */
static void merge(struct tsort_names const *names, keyed_view from, size_t middle, keyed_view to)
{
    size_t n = keyed_view_len(from), a = 0, b = middle;
    for (size_t i = 0; i < n; i++) {
        bool second = a == middle
                      || (b < n && span_cmp(name_of(names, from, b), name_of(names, from, a)) < 0);
        keyed_view_set(to, i, keyed_view_at(from, second ? b++ : a++));
    }
}

/* Sort RUN, whose names begin alike. */
static void sort_run(struct tsort_names const *names, keyed_view run, keyed_view scratch)
{
    size_t n = keyed_view_len(run);
    for (size_t width = 1; width < n; width += width) {
        for (size_t at = 0; at < n; at += 2 * width) {
            size_t len = size_min(2 * width, n - at);
            keyed_view part = keyed_view_first(keyed_view_drop(run, at), len);
            merge(names, part, size_min(width, len), keyed_view_first(keyed_view_drop(scratch, at), len));
        }
        for (size_t i = 0; i < n; i++)
            keyed_view_set(run, i, keyed_view_at(scratch, i));
    }
}

/* So many bytes at the start of their names are the same for all ITEMS. */
static size_t common_start(struct tsort_names const *names, tsort_item_view items)
{
    span common = tsort_name(names, tsort_item_view_at(items, 0));
    for (size_t i = 1; i < tsort_item_view_len(items) && !span_empty(common); i++)
        common = span_first(common, span_common(common, tsort_name(names, tsort_item_view_at(items, i))));
    return span_len(common);
}

void tsort_by_name(struct tsort_names const *names, tsort_item_view items)
{
    size_t n = tsort_item_view_len(items);
    if (n < 2)
        return;
    keyed_vec keyed = {}, scratch = {};
    size_t common = common_start(names, items);
    for (size_t i = 0; i < n; i++) {
        uint32_t item = tsort_item_view_at(items, i);
        span rest = span_drop(tsort_name(names, item), common);
        keyed_vec_push(&keyed, (struct keyed){.key = span_prefix_key(rest), .line = item});
    }
    keyed_vec_extend(&scratch, n);
    keyed_view rest = keyed_vec_span(&keyed), spare = keyed_vec_span(&scratch);
    keysort(rest, spare);
    while (keyed_view_len(rest) > 0) {
        size_t len = keysort_run(rest);
        if (len > 1)
            sort_run(names, keyed_view_first(rest, len), spare);
        rest = keyed_view_drop(rest, len);
    }
    for (size_t i = 0; i < n; i++)
        tsort_item_view_set(items, i, keyed_vec_at(&keyed, i).line);
}
