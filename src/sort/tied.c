/* tied.c - lines that the bytes of their first components do not tell apart, in a locale's order.

   Steps take turns: a group is sorted by the texts of one key, and what is equal then by the bytes of what
   comes next, up to the primary key of the next text; at last by the whole lines in the same two steps. */

#include "safe/checked.h"
#include "sort/sort.h"

int sort_tied_cmp(struct sort_source const *src, struct keyed const *a, struct keyed const *b,
                  struct sort_memory *m)
{
    span x = sort_component(src, a, 1), y = sort_component(src, b, 1);
    int d = src->order.open ? sort_cmp_keys(&src->order, x, y, &m->work) : 0;
    if (d || !src->order.last_resort)
        return d;
    d = collate_compare(x, y, &m->work.text);
    return src->order.flip_last ? -d : d;
}

/* What a record is compared by in this step. */
static span late_key(struct sort_memory const *m, struct keyed const *r)
{
    size_t i = size_clamp(r->key);
    uint64_t start = offset_vec_at(&m->late_starts, i);
    return span_sub(buf_span(&m->late), start, offset_vec_at(&m->late_starts, i + 1) - start);
}

/* Make that for all RECORDS; their keys become its numbers. */
static void make_late_keys(struct sort_source const *src, keyed_view records, struct sort_group const *g,
                           struct sort_memory *m)
{
    bool lines = g->from == sort_keys_len(src->order.keys);
    buf_clear(&m->late);
    offset_vec_truncate(&m->late_starts, 0);
    for (size_t i = 0; i < keyed_view_len(records); i++) {
        span line = sort_component(src, &AT(keyed_view, records, i), 1);
        offset_vec_push(&m->late_starts, buf_len(&m->late));
        if (g->component == SORT_TEXTS && lines)
            buf_append(&m->late, line);
        else if (g->component == SORT_TEXTS)
            sort_append_text(&src->order, g->from, line, &m->late, &m->work);
        else if (lines)
            collation_append_primary(&src->order.collation, line, &m->late);
        else
            sort_append_component(&src->order, g->from, line, &m->late, &m->work);
        AT(keyed_view, records, i).key = i;
    }
    offset_vec_push(&m->late_starts, buf_len(&m->late));
}

/* ---- by bytes ---- */

static void sort_bytes(keyed_view records, bool flip, struct sort_memory *m)
{
    size_t n = keyed_view_len(records);
    keyed_vec_truncate(&m->copy, 0);
    keyed_vec_truncate(&m->order, 0);
    keyed_vec_truncate(&m->scratch, 0);
    piece_vec_truncate(&m->late_piece, 0);
    for (size_t i = 0; i < n; i++) {
        keyed_vec_push(&m->copy, keyed_view_at(records, i));
        keyed_vec_push(&m->order, (struct keyed){.line = low_u32(i)});
    }
    struct sort_piece piece = {.keys = buf_span(&m->late), .key_starts = offset_vec_span(&m->late_starts)};
    piece_vec_push(&m->late_piece, piece);
    struct sort_source late = {
        .pieces = piece_vec_span(&m->late_piece), .order = {.built = true, .flip_first = flip}};
    sort_records(&late, keyed_vec_span(&m->order), keyed_vec_extend(&m->scratch, n), 0, m);
    for (size_t i = 0; i < n; i++)
        keyed_view_set(records, i, keyed_vec_at(&m->copy, keyed_vec_at(&m->order, i).line));
}

/* ---- by texts ---- */

static int cmp_texts(struct keyed const *a, struct keyed const *b, bool flip, struct sort_memory *m)
{
    int d = collate_compare(late_key(m, a), late_key(m, b), &m->work.text);
    return flip ? -d : d;
}

static bool in_order(keyed_view records, bool flip, struct sort_memory *m)
{
    for (size_t i = 1; i < keyed_view_len(records); i++)
        if (cmp_texts(&AT(keyed_view, records, i - 1), &AT(keyed_view, records, i), flip, m) > 0)
            return false;
    return true;
}

/* Merge the sorted FROM[0, MIDDLE) and FROM[MIDDLE, len) into TO. */
static void merge(keyed_view from, size_t middle, keyed_view to, bool flip, struct sort_memory *m)
{
    size_t n = keyed_view_len(from), a = 0, b = middle;
    for (size_t i = 0; i < n; i++) {
        bool second = a == middle;
        if (!second && b < n)
            second = cmp_texts(&AT(keyed_view, from, b), &AT(keyed_view, from, a), flip, m) < 0;
        keyed_view_set(to, i, keyed_view_at(from, second ? b++ : a++));
    }
}

static void sort_texts(keyed_view records, keyed_view scratch, bool flip, struct sort_memory *m)
{
    size_t n = keyed_view_len(records);
    keyed_view from = records, to = scratch;
    if (in_order(records, flip, m))
        return;
    for (size_t width = 1; width < n; width *= 2) {
        for (size_t at = 0; at < n; at += 2 * width) {
            size_t len = size_min(2 * width, n - at);
            keyed_view part = keyed_view_first(keyed_view_drop(from, at), len);
            merge(part, size_min(width, len), keyed_view_first(keyed_view_drop(to, at), len), flip, m);
        }
        keyed_view other = from;
        from = to;
        to = other;
    }
    for (size_t i = 0; i < n; i++)
        keyed_view_set(records, i, keyed_view_at(from, i));
}

/* ---- steps ---- */

/* The step behind that of G; false when nothing is left to compare. */
static bool next_step(struct sort_source const *src, struct sort_group const *g, struct sort_group *next)
{
    size_t keys = sort_keys_len(src->order.keys);
    *next = *g;
    if (g->component == SORT_TEXTS && g->from == keys)
        return false;
    if (g->component == SORT_TEXTS) {
        next->component = SORT_BYTES;
        next->from = g->from + 1;
    } else {
        next->from = sort_next_text(&src->order, g->from);
        next->component = next->from < keys || g->from == keys ? SORT_TEXTS : SORT_BYTES;
    }
    return next->from < keys || src->order.last_resort;
}

void sort_first_step(struct sort_source const *src, struct sort_group *g)
{
    g->component = src->order.open ? SORT_TEXTS : SORT_BYTES;
    g->from = src->order.open ? sort_next_text(&src->order, 0) : sort_keys_len(src->order.keys);
}

/* Whether A and B are still equal after this step. */
static bool is_tied(struct keyed const *a, struct keyed const *b, bool texts, struct sort_memory *m)
{
    return texts ? cmp_texts(a, b, false, m) == 0 : span_eq(late_key(m, a), late_key(m, b));
}

void sort_tied(struct sort_source const *src, keyed_view records, keyed_view scratch,
               struct sort_group const *g, struct sort_memory *m)
{
    struct sort_group next = {};
    bool texts = g->component == SORT_TEXTS, more = next_step(src, g, &next);
    bool flip = sort_step_flips(&src->order, g->from, texts);
    make_late_keys(src, records, g, m);
    if (texts)
        sort_texts(records, scratch, flip, m);
    else
        sort_bytes(records, flip, m);
    for (size_t start = 0, end = 0; more && start < g->count; start = end) {
        end = start + 1;
        while (end < g->count
               && is_tied(&AT(keyed_view, records, start), &AT(keyed_view, records, end), texts, m))
            end++;
        next.first = g->first + start;
        next.count = end - start;
        if (next.count > 1)
            group_vec_push(&m->waiting, next);
    }
}
