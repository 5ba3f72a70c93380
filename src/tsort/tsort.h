/* tsort.h - what the files of tsort share.

   Items are numbered from 0 on as they come: a table finds their numbers by name, and of the input only the
   names are kept.  What is known of an item is in several vectors, each for one part of the work, as what is
   gone through at random has to fit the processor's cache. */

#ifndef TSORT_TSORT_H
#define TSORT_TSORT_H

#include "cli/cli.h"
#include "safe/checked.h"
#include "safe/typed.h"

enum { TSORT_NONE = 0x7FFFFFFF };       /* no item's number; all are less */

struct tsort_name {
    uint64_t key;               /* span_prefix_key of it */
    size_t start;               /* in `text` */
};
VEC_DEFINE(tsort_name_vec, tsort_name_view, struct tsort_name);
VEC_DEFINE(tsort_slots, tsort_slot_view, uint64_t);
VEC_DEFINE(tsort_items, tsort_item_view, uint32_t);
VEC_DEFINE(tsort_counts, tsort_count_view, size_t);

struct SAFE_OWNER tsort_names {
    buf text;                   /* each name with a newline behind it */
    tsort_name_vec list;        /* of names, and one more that begins where the text ends; or empty */
    tsort_slots table;          /* items by a hash of their names; a power of two long */
};

struct tsort_pair {
    uint32_t first, second;
};
VEC_DEFINE(tsort_pairs, tsort_pair_view, struct tsort_pair);

struct SAFE_OWNER tsort_graph {
    struct tsort_names names;
    tsort_pairs pairs;          /* as they were given */
    tsort_counts before;        /* of each item: so many pairs put something before it */
    tsort_items after;          /* the second items of all pairs, by the first ones; TSORT_NONE: dropped */
    tsort_counts starts;        /* of each item: where in `after` its part begins; and the end of all */
};

/* ---- names.c ---- */

/* The number of the item whose name is the LEN first bytes of TEXT, a new one if need be; TSORT_NONE when
   there are too many items.  F: 0 < len <= len of text. */
uint32_t tsort_number(struct tsort_names *names, span text, size_t len);
SAFE_INLINE size_t tsort_item_count(struct tsort_names const *names)
{
    return size_max(1, tsort_name_vec_len(&names->list)) - 1;
}
/* The name of ITEM and a newline.  F: there is such an item. */
SAFE_INLINE span tsort_line(struct tsort_names const *names, size_t item)
{
    size_t start = tsort_name_vec_at(&names->list, item).start;
    return span_sub(buf_span(&names->text), start, tsort_name_vec_at(&names->list, item + 1).start - start);
}
/* Without the newline. */
SAFE_INLINE span tsort_name(struct tsort_names const *names, size_t item)
{
    return span_chop(tsort_line(names, item), 1);
}

/* ---- read.c ---- */

/* Take in all pairs of IN; false, reported, when that is not possible. */
bool tsort_read(struct cli *cli, struct cli_input *in, struct tsort_graph *g);

/* ---- order.c ---- */

/* Put ITEMS in the order of their names. */
void tsort_by_name(struct tsort_names const *names, tsort_item_view items);

/* ---- loops.c ---- */

/* The items that are in loops or behind one.  They are told by their places in the order of names here. */
struct SAFE_OWNER tsort_loops {
    tsort_items items;          /* by name */
    tsort_items preceding;      /* the first items of all pairs, by the second ones, then by name */
    tsort_counts starts;        /* of each item: where in `preceding` its part begins; and the end of all */
    tsort_items next;           /* of each item: the next one in a chain, or TSORT_NONE */
    size_t first;               /* what comes before this is printed */
};

/* Fill L, which is new, with the items that have something before them, all others being printed. */
void tsort_prepare_loops(struct tsort_graph const *g, struct tsort_loops *l);
/* Find a loop, tell it, and drop one of its pairs; the item that nothing is before any more, or TSORT_NONE.
   F: there are items left, and each has one of them before it. */
uint32_t tsort_break_loop(struct cli *cli, struct tsort_graph *g, struct tsort_loops *l);

/* ---- print.c ---- */

/* Print the items of G.  NAME is the input's. */
void tsort_print(struct cli *cli, struct tsort_graph *g, zstr name);

#endif
