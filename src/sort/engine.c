/* engine.c - sorting lines in memory.

   A group of records is sorted by the next seven bytes of a component, taken as a number together with how
   many there are; records that are still equal form groups that are sorted by what follows.  Groups wait in
   a list, so the depth of texts does not matter. */

#include "safe/checked.h"
#include "sort/sort.h"
#include "sys/collate.h"

enum { STEP = 7, FEW = 6 };

struct group {
    size_t first, count, depth;
    unsigned component;
    bool equal;                         /* the last step told nothing apart */
};
VEC_DEFINE(group_vec, group_view, struct group);

struct SAFE_OWNER engine {
    keyed_view records, scratch;
    group_vec waiting;
};

span sort_piece_line(struct sort_piece const *p, size_t i)
{
    uint64_t start = offset_view_at(p->starts, i), end = offset_view_at(p->starts, i + 1);
    return span_sub(p->text, start, end - start - 1);
}

static span piece_key(struct sort_piece const *p, size_t i)
{
    uint64_t start = offset_view_at(p->key_starts, i), end = offset_view_at(p->key_starts, i + 1);
    return span_sub(p->keys, start, end - start);
}

span sort_component(struct sort_source const *src, struct keyed const *r, unsigned component)
{
    if (component == 0 && src->built)
        return piece_key(&AT(pieces, src->pieces, r->part), r->line);
    return sort_piece_line(&AT(pieces, src->pieces, r->part), r->line);
}

uint64_t sort_prefix(span component, size_t depth, bool flip)
{
    size_t n = span_len(component);
    span rest = span_drop(component, size_min(depth, n));
    n = span_len(rest);
    uint64_t key =
        n > STEP ? (span_prefix_key(rest) & ~(uint64_t)UCHAR_MAX) | (STEP + 1) : span_prefix_key(rest) | n;
    return flip ? ~key : key;
}

static bool flips(struct sort_source const *src, unsigned component)
{
    return component == 0 ? src->flip_first : src->flip_last;
}

size_t sort_common(struct sort_source const *src, keyed_view records, unsigned component, size_t depth)
{
    struct keyed first = keyed_view_at(records, 0);
    span model = span_drop(sort_component(src, &first, component), depth);
    size_t common = span_len(model);
    for (size_t i = 1; i < keyed_view_len(records) && common > 0; i++) {
        span other = sort_component(src, &AT(keyed_view, records, i), component);
        common = span_common(span_first(model, common), span_drop(other, size_min(depth, span_len(other))));
    }
    return common;
}

/* Records that are equal so far wait to be sorted by what follows. */
static void push_runs(struct engine *e, struct sort_source const *src, struct group const *g)
{
    keyed_view rest = keyed_view_first(keyed_view_drop(e->records, g->first), g->count);
    bool flip = flips(src, g->component);
    while (keyed_view_len(rest) > 1) {
        size_t n = keysort_run(rest);
        uint64_t key = keyed_view_at(rest, 0).key;
        struct group next = {g->first + g->count - keyed_view_len(rest), n, g->depth + STEP, g->component,
                             n == g->count};
        rest = keyed_view_drop(rest, n);
        if (n < 2)
            continue;
        if (low_byte(flip ? ~key : key) <= STEP) {
            if (g->component > 0 || !src->last_resort)
                continue;
            next = (struct group){.first = next.first, .count = n, .component = 1};
        }
        group_vec_push(&e->waiting, next);
    }
}

/* Lines in a locale's order are told apart by keys made for this group only. */
static void sort_late(struct engine *e, struct sort_source const *src, struct group const *g)
{
    keyed_view group = keyed_view_first(keyed_view_drop(e->records, g->first), g->count);
    buf keys = {};
    offset_vec starts = {};
    keyed_vec copy = {}, order = {}, scratch = {};
    for (size_t i = 0; i < g->count; i++) {
        struct keyed r = keyed_view_at(group, i);
        offset_vec_push(&starts, buf_len(&keys));
        collate_append_bytes_key(&keys, sort_component(src, &r, 1));
        keyed_vec_push(&copy, r);
        keyed_vec_push(&order, (struct keyed){.line = low_u32(i)});
    }
    offset_vec_push(&starts, buf_len(&keys));
    piece_vec one = {};
    piece_vec_push(&one,
                   (struct sort_piece){.keys = buf_span(&keys), .key_starts = offset_vec_span(&starts)});
    struct sort_source late = {.pieces = piece_vec_span(&one), .built = true, .flip_first = src->flip_last};
    sort_records(&late, keyed_vec_span(&order), keyed_vec_extend(&scratch, g->count), 0);
    for (size_t i = 0; i < g->count; i++)
        keyed_view_set(group, i, keyed_vec_at(&copy, keyed_vec_at(&order, i).line));
    buf_recycle(&keys);
}

/* Order of two records from a place on where they are known to be equal before. */
static bool comes_before(struct sort_source const *src, struct keyed const *a, struct keyed const *b,
                         struct group const *g)
{
    span x = sort_component(src, a, g->component), y = sort_component(src, b, g->component);
    int d = span_cmp(span_drop(x, size_min(g->depth, span_len(x))),
                     span_drop(y, size_min(g->depth, span_len(y))));
    if (d)
        return (d < 0) != flips(src, g->component);
    if (g->component > 0 || !src->last_resort)
        return false;
    d = span_cmp(sort_component(src, a, 1), sort_component(src, b, 1));
    return d != 0 && (d < 0) != src->flip_last;
}

static void insert_few(struct engine *e, struct sort_source const *src, struct group const *g)
{
    keyed_view v = keyed_view_first(keyed_view_drop(e->records, g->first), g->count);
    for (size_t i = 1; i < g->count; i++) {
        struct keyed r = keyed_view_at(v, i);
        size_t j = i;
        for (; j > 0 && comes_before(src, &r, &AT(keyed_view, v, j - 1), g); j--)
            keyed_view_set(v, j, keyed_view_at(v, j - 1));
        keyed_view_set(v, j, r);
    }
}

static void sort_group(struct engine *e, struct sort_source const *src, struct group *g)
{
    bool late = src->collate && src->last_resort;
    if (g->component > 0 && src->collate) {
        sort_late(e, src, g);
        return;
    }
    if (g->count <= FEW && !late) {
        insert_few(e, src, g);
        return;
    }
    keyed_view v = keyed_view_first(keyed_view_drop(e->records, g->first), g->count);
    if (g->equal)
        g->depth += sort_common(src, v, g->component, g->depth);
    bool flip = flips(src, g->component);
    for (size_t i = 0; i < g->count; i++)
        AT(keyed_view, v, i).key =
            sort_prefix(sort_component(src, &AT(keyed_view, v, i), g->component), g->depth, flip);
    keysort(v, e->scratch);
    push_runs(e, src, g);
}

void sort_records(struct sort_source const *src, keyed_view records, keyed_view scratch, size_t depth)
{
    struct engine e = {.records = records, .scratch = scratch};
    group_vec_push(&e.waiting, (struct group){.count = keyed_view_len(records), .depth = depth});
    for (struct group g = {}; group_vec_pop(&e.waiting, &g);)
        if (g.count > 1)
            sort_group(&e, src, &g);
}
