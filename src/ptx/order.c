/* order.c - keywords and listed words in order: that of their bytes, which is that of Unicode in UTF-8. */

#include "ptx/ptx.h"

static span sort_key(occurrence_vec const *v, span text, struct keyed k)
{
    struct range range = AT(occurrence_vec, v, ptx_index(k)).sort_key;
    return span_sub(text, range.start, range.end - range.start);
}

/* Merge the sorted FROM[0, MIDDLE) and FROM[MIDDLE, len) into TO. */
static void merge(occurrence_vec const *v, span text, keyed_view from, size_t middle, keyed_view to)
{
    size_t n = keyed_view_len(from), a = 0, b = middle;
    for (size_t i = 0; i < n; i++) {
        bool second = a == middle
                      || (b < n && span_cmp(sort_key(v, text, keyed_view_at(from, b)),
                                            sort_key(v, text, keyed_view_at(from, a))) < 0);
        keyed_view_set(to, i, keyed_view_at(from, second ? b++ : a++));
    }
}

/* Sort RUN, whose keys begin alike, by all of these. */
static void sort_run(occurrence_vec const *v, span text, keyed_view run, keyed_view scratch)
{
    size_t n = keyed_view_len(run);
    for (size_t width = 1; width < n; width += width) {
        for (size_t at = 0; at < n; at += 2 * width) {
            size_t len = size_min(2 * width, n - at);
            keyed_view part = keyed_view_first(keyed_view_drop(run, at), len);
            merge(v, text, part, size_min(width, len), keyed_view_first(keyed_view_drop(scratch, at), len));
        }
        for (size_t i = 0; i < n; i++)
            keyed_view_set(run, i, keyed_view_at(scratch, i));
    }
}

/* Whether the keys of RUN, which begin alike, are in order already. */
static bool is_sorted(occurrence_vec const *v, span text, keyed_view run)
{
    span last = sort_key(v, text, keyed_view_at(run, 0));
    for (size_t i = 1; i < keyed_view_len(run); i++) {
        span next = sort_key(v, text, keyed_view_at(run, i));
        if (span_cmp(last, next) > 0)
            return false;
        last = next;
    }
    return true;
}

void ptx_sort(occurrence_vec const *v, span text, keyed_vec *order)
{
    size_t n = occurrence_vec_len(v);
    for (size_t i = 0; i < n; i++) {
        struct keyed k = {.line = low_u32(i), .part = low_u32(i >> 32)};
        k.key = span_prefix_key(sort_key(v, text, k));
        keyed_vec_push(order, k);
    }
    keyed_vec scratch = {};
    keyed_vec_extend(&scratch, n);
    keyed_view rest = keyed_vec_span(order), spare = keyed_vec_span(&scratch);
    keysort(rest, spare);
    while (keyed_view_len(rest) > 0) {
        size_t len = keysort_run(rest);
        keyed_view run = keyed_view_first(rest, len);
        if (len > 1 && !is_sorted(v, text, run))
            sort_run(v, text, run, spare);
        rest = keyed_view_drop(rest, len);
    }
}

void ptx_make_list(struct ptx_run const *r, struct word_list *list)
{
    buf folded = {};
    for (span rest = buf_span(&list->text); !span_empty(rest);) {
        size_t len = span_find(rest, '\n'), start = buf_len(&folded);
        if (len > 0) {
            ptx_fold(r, span_first(rest, len), &folded);
            struct occurrence word = {.sort_key = {start, buf_len(&folded)}};
            occurrence_vec_push(&list->words, word);
        }
        rest = span_drop(rest, size_min(len + 1, span_len(rest)));
    }
    buf_swap(&list->text, &folded);
    buf_recycle(&folded);
    list->given = occurrence_vec_len(&list->words) > 0;
    ptx_sort(&list->words, buf_span(&list->text), &list->order);
}

bool ptx_list_has(struct word_list const *list, span word)
{
    size_t low = 0, high = keyed_vec_len(&list->order);
    while (low < high) {
        size_t mid = low + (high - low) / 2;
        struct keyed k = keyed_vec_at(&list->order, mid);
        int d = span_cmp(sort_key(&list->words, buf_span(&list->text), k), word);
        if (d == 0)
            return true;
        if (d < 0)
            low = mid + 1;
        else
            high = mid;
    }
    return false;
}
