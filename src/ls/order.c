/* order.c - sorting.  Places carry numbers that decide most comparisons: the beginning of a name (or of its
   primary key in the locale's order), a size, a time.  Names are looked at only where these are equal. */

#include "ls/ls.h"

#include "safe/checked.h"
#include "sys/collate.h"
#include "vercmp/vercmp.h"

/* Bytes that tell TEXT from others, where they differ. */
static span collation_key(struct ls_run *run, span text)
{
    if (collate_by_bytes())
        return text;
    buf_clear(&run->scratch);
    collate_append_primary(&run->scratch, text);
    return arena_dup(&run->key_texts, buf_span(&run->scratch));
}

static span extension_of(span name)
{
    return span_drop(name, span_rfind(name, '.'));
}

static span name_of(struct ls_run const *run, struct ls_place p)
{
    return zstr_span(AT(ls_entries, &run->entries, p.entry).name);
}

static int compare_names(struct ls_run *run, struct ls_place a, struct ls_place b)
{
    int d = span_cmp(ls_spans_at(&run->sort_keys, a.entry), ls_spans_at(&run->sort_keys, b.entry));
    return d ? d : collate_compare(name_of(run, a), name_of(run, b), &run->scratch);
}

static int compare_versions(struct ls_run const *run, struct ls_place a, struct ls_place b)
{
    span x = ls_spans_at(&run->sort_keys, a.entry), y = ls_spans_at(&run->sort_keys, b.entry);
    int d = version_cmp(x, y);
    return d ? d : span_cmp(x, y);
}

static int compare_extensions(struct ls_run *run, struct ls_place a, struct ls_place b)
{
    size_t n = ls_entries_len(&run->entries);
    int d = span_cmp(ls_spans_at(&run->sort_keys, n + a.entry), ls_spans_at(&run->sort_keys, n + b.entry));
    if (d == 0)
        d = collate_compare(extension_of(name_of(run, a)), extension_of(name_of(run, b)), &run->scratch);
    return d ? d : compare_names(run, a, b);
}

static int compare_fully(struct ls_run *run, struct ls_place a, struct ls_place b)
{
    int d = 0;
    if (run->opt.sort == SORT_VERSION)
        d = compare_versions(run, a, b);
    else if (run->opt.sort == SORT_EXTENSION)
        d = compare_extensions(run, a, b);
    else
        d = compare_names(run, a, b);
    return run->opt.reverse ? -d : d;
}

/* Whether A stands before B or is equal to it. */
static inline bool in_order(struct ls_run *run, struct ls_place a, struct ls_place b)
{
    if (a.rank != b.rank)
        return a.rank < b.rank;
    if (a.key != b.key)
        return a.key < b.key;
    if (a.key2 != b.key2)
        return a.key2 < b.key2;
    return compare_fully(run, a, b) <= 0;
}

/* The first sixteen bytes of a name. */
static void set_name_keys(struct ls_place *p, span name)
{
    p->key = span_prefix_key(name);
    p->key2 = span_prefix_key(span_drop(name, size_min(8, span_len(name))));
}

/* Numbers that grow with a time's distance from now. */
static void set_time_keys(struct ls_place *p, struct time_point t)
{
    p->key = ~(bits_of_i64(t.sec) ^ (uint64_t)1 << 63);
    p->key2 = ~(uint64_t)t.nsec;
}

static void set_size_keys(struct ls_place *p, uint64_t size, span name)
{
    p->key = ~size;
    p->key2 = span_prefix_key(name);
}

static bool is_of_directory(struct ls_entry const *e)
{
    return ls_is_directory(e) || (S_ISLNK(e->kind) && S_ISDIR(e->target_mode));
}

static struct ls_place make_place(struct ls_run *run, size_t i)
{
    struct ls_place p = {.entry = low_u32(i)};
    uint32_t status = AT(ls_entries, &run->entries, i).status;
    if (run->opt.directories_first)
        p.rank = is_of_directory(&AT(ls_entries, &run->entries, i)) ? 0 : 1;
    switch (run->opt.sort) {
    case SORT_NAME: set_name_keys(&p, ls_spans_at(&run->sort_keys, i)); break;
    case SORT_SIZE:
        set_size_keys(&p, status ? AT(ls_statuses, &run->statuses, status - 1).size : 0,
                      ls_spans_at(&run->sort_keys, i));
        break;
    case SORT_TIME:
        set_time_keys(&p, status ? AT(ls_statuses, &run->statuses, status - 1).time : (struct time_point){});
        break;
    case SORT_WIDTH: p.key = ls_name_width(run, &AT(ls_entries, &run->entries, i)); break;
    default: break;
    }
    if (run->opt.reverse) {
        p.key = ~p.key;
        p.key2 = ~p.key2;
    }
    return p;
}

/* Keys of all names; where extensions count, theirs behind them. */
static void make_keys(struct ls_run *run)
{
    size_t n = ls_entries_len(&run->entries);
    ls_spans_truncate(&run->sort_keys, 0);
    arena_release(&run->key_texts, (arena_mark){});
    for (size_t i = 0; i < n; i++) {
        span name = zstr_span(AT(ls_entries, &run->entries, i).name);
        ls_spans_push(&run->sort_keys, run->opt.sort == SORT_VERSION ? name : collation_key(run, name));
    }
    for (size_t i = 0; i < n && run->opt.sort == SORT_EXTENSION; i++) {
        span name = zstr_span(AT(ls_entries, &run->entries, i).name);
        ls_spans_push(&run->sort_keys, collation_key(run, extension_of(name)));
    }
}

enum { SHORT_RUN = 12 };

/* Put PLACES[from, to) in order, for short stretches. */
static void insert_sort(struct ls_run *run, ls_place_view places, size_t from, size_t to)
{
    for (size_t i = from + 1; i < to; i++) {
        struct ls_place p = ls_place_view_at(places, i);
        size_t j = i;
        for (; j > from && !in_order(run, ls_place_view_at(places, j - 1), p); j--)
            ls_place_view_set(places, j, ls_place_view_at(places, j - 1));
        ls_place_view_set(places, j, p);
    }
}

/* Two neighbouring parts of a view that are in order each: [from, middle) and [middle, to). */
struct parts {
    size_t from, middle, to;
};

static void merge(struct ls_run *run, ls_place_view in, ls_place_view out, struct parts p)
{
    size_t a = p.from, b = p.middle, at = p.from;
    while (a < p.middle && b < p.to) {
        struct ls_place x = ls_place_view_at(in, a), y = ls_place_view_at(in, b);
        bool first = in_order(run, x, y);
        ls_place_view_set(out, at++, first ? x : y);
        a += first;
        b += !first;
    }
    for (; a < p.middle; a++)
        ls_place_view_set(out, at++, ls_place_view_at(in, a));
    for (; b < p.to; b++)
        ls_place_view_set(out, at++, ls_place_view_at(in, b));
}

/* A stable merge sort: names that compare alike keep the directory's order. */
static void merge_sort(struct ls_run *run)
{
    size_t n = ls_places_len(&run->order);
    ls_places_truncate(&run->spare, 0);
    ls_places_extend(&run->spare, n);
    ls_place_view in = ls_places_span(&run->order), out = ls_places_span(&run->spare);
    bool swapped = false;
    for (size_t from = 0; from < n; from += SHORT_RUN)
        insert_sort(run, in, from, size_min(from + SHORT_RUN, n));
    for (size_t half = SHORT_RUN; half < n; half *= 2, swapped = !swapped) {
        for (size_t from = 0; from < n; from += 2 * half)
            merge(run, in, out, (struct parts){from, size_min(from + half, n), size_min(from + 2 * half, n)});
        ls_place_view other = in;
        in = out;
        out = other;
    }
    for (size_t i = 0; i < n && swapped; i++)
        ls_place_view_set(out, i, ls_place_view_at(in, i));
}

void ls_sort(struct ls_run *run)
{
    size_t n = ls_entries_len(&run->entries);
    ls_places_truncate(&run->order, 0);
    bool sorted = n > 1 && run->opt.sort != SORT_NONE;
    if (sorted)
        make_keys(run);
    for (size_t i = 0; i < n; i++)
        ls_places_push(&run->order, sorted ? make_place(run, i) : (struct ls_place){.entry = low_u32(i)});
    if (sorted)
        merge_sort(run);
}
