/* engine.c - sorting lines in memory.

   A group of records is sorted by the next seven bytes of a component, taken as a number together with how
   many there are; records that are still equal form groups that are sorted by what follows.  Groups wait in
   a list, so the depth of texts does not matter. */

#include "safe/checked.h"
#include "sort/sort.h"

enum { STEP = 7, FEW = 6 };

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
    if (component == 0 && src->order.built)
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
    return component == 0 ? src->order.flip_first : src->order.flip_last;
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
static void push_runs(struct sort_source const *src, keyed_view v, struct sort_group const *g,
                      group_vec *waiting)
{
    bool flip = flips(src, g->component);
    for (keyed_view rest = v; keyed_view_len(rest) > 1;) {
        size_t n = keysort_run(rest), first = g->first + g->count - keyed_view_len(rest);
        uint64_t key = keyed_view_at(rest, 0).key;
        struct sort_group next = {.first = first, .count = n, .depth = g->depth + STEP,
                                  .component = g->component, .equal = n == g->count};
        rest = keyed_view_drop(rest, n);
        if (n < 2)
            continue;
        if (low_byte(flip ? ~key : key) <= STEP) {
            if (g->component > 0 || (!src->order.last_resort && !src->order.open))
                continue;
            next = (struct sort_group){.first = first, .count = n, .component = 1};
            if (src->order.collate)
                sort_first_step(src, &next);
        }
        group_vec_push(waiting, next);
    }
}

/* Whether A comes before B, which are known to be equal in the first bytes. */
static bool comes_before(struct sort_source const *src, struct keyed const *a, struct keyed const *b,
                         struct sort_group const *g, struct sort_memory *memory)
{
    if (g->component > 0 && src->order.collate)
        return sort_tied_cmp(src, a, b, memory) < 0;
    span x = sort_component(src, a, g->component), y = sort_component(src, b, g->component);
    size_t at = size_min(g->depth, size_min(span_len(x), span_len(y)));
    int d = span_cmp(span_drop(x, at), span_drop(y, at));
    if (d)
        return (d < 0) != flips(src, g->component);
    if (src->order.collate)
        return sort_tied_cmp(src, a, b, memory) < 0;
    if (g->component > 0 || !src->order.last_resort)
        return false;
    d = span_cmp(sort_component(src, a, 1), sort_component(src, b, 1));
    return d != 0 && (d < 0) != src->order.flip_last;
}

static void insert_few(struct sort_source const *src, keyed_view v, struct sort_group const *g,
                       struct sort_memory *memory)
{
    for (size_t i = 1; i < g->count; i++) {
        struct keyed r = keyed_view_at(v, i);
        size_t j = i;
        for (; j > 0 && comes_before(src, &r, &AT(keyed_view, v, j - 1), g, memory); j--)
            keyed_view_set(v, j, keyed_view_at(v, j - 1));
        keyed_view_set(v, j, r);
    }
}

/* Sort the records V of the group G; what is still equal waits. */
static void sort_group(struct sort_source const *src, keyed_view v, keyed_view scratch, struct sort_group *g,
                       struct sort_memory *memory)
{
    if (g->equal)
        g->depth += sort_common(src, v, g->component, g->depth);
    bool flip = flips(src, g->component);
    for (size_t i = 0; i < g->count; i++) {
        span component = sort_component(src, &AT(keyed_view, v, i), g->component);
        AT(keyed_view, v, i).key = sort_prefix(component, g->depth, flip);
    }
    keysort(v, scratch);
    push_runs(src, v, g, &memory->waiting);
}

void sort_records(struct sort_source const *src, keyed_view records, keyed_view scratch, size_t depth,
                  struct sort_memory *memory)
{
    size_t others = group_vec_len(&memory->waiting);        /* of the sort that this one is a part of */
    group_vec_push(&memory->waiting, (struct sort_group){.count = keyed_view_len(records), .depth = depth});
    for (struct sort_group g = {}; group_vec_len(&memory->waiting) > others;) {
        group_vec_pop(&memory->waiting, &g);
        keyed_view v = keyed_view_first(keyed_view_drop(records, g.first), g.count);
        if (g.count <= FEW)
            insert_few(src, v, &g, memory);
        else if (g.component > 0 && src->order.collate)
            sort_tied(src, v, scratch, &g, memory);
        else
            sort_group(src, v, scratch, &g, memory);
    }
}
