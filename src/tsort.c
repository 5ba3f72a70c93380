/* tsort - put items into an order that is consistent with pairs "this before that".

   Items are numbered as they come; a table finds them by name.  Items that nothing is before wait in a queue,
   the first ones by name.  When the queue runs dry, what is left holds a loop: one is told, and broken up by
   dropping one of its pairs. */

#include "cli/cli.h"
#include "safe/bytes.h"
#include "safe/checked.h"

/* Indices of items and pairs are stored with 1 added; 0 is none. */
struct item {
    span name;
    size_t before;              /* so many pairs put something before it */
    size_t pairs;               /* the pairs that it comes first in, the last one given first */
    size_t next;                /* in the queue, or in a chain of items that leads to a loop */
    bool printed;
};
VEC_DEFINE(items, item_view, struct item);

struct pair {
    size_t after;               /* the item that comes second */
    size_t next;                /* another pair of the same first item */
};
VEC_DEFINE(pairs, pair_view, struct pair);
VEC_DEFINE(numbers, number_view, size_t);

struct SAFE_OWNER graph {
    items items;
    pairs pairs;
    numbers table;              /* items by a hash of their names; a power of two long */
    numbers order, spare;       /* items by name */
    size_t left;                /* items not printed */
    size_t first, last;         /* of the queue */
};

static const struct cli_option option_rows[] = {
    {'w', Z_NONE, Z_NONE, Z_NONE},      /* taken and ignored */
};

const struct cli_program prog_program = {
    .name = Z("tsort"),
    .operands = Z("[FILE]"),
    .summary = Z("Print the items of FILE in an order that agrees with all its pairs: an item that\n"
                 "comes first in a pair is printed before the second.  Items are separated by\n"
                 "blanks and newlines; a pair of the same twice just names an item.\n"
                 "Standard input is read where FILE is -, and when there is no FILE."),
    .options = CLI_ROWS(option_rows),
};

/* ---- reading ---- */

static size_t hash(span name)
{
    uint64_t h = span_len(name);
    for (; span_len(name) >= 8; name = span_drop(name, 8)) {
        h = (h ^ span_load64(name)) * 0x9E3779B97F4A7C15U;
        h ^= h >> 29;
    }
    h = (h ^ span_prefix_key(name)) * 0x9E3779B97F4A7C15U;
    return size_clamp(h ^ h >> 32);
}

/* The place of NAME in the table: its item's, or a free one. */
static size_t place_of(struct graph const *g, span name)
{
    size_t mask = numbers_len(&g->table) - 1, at = hash(name) & mask;
    for (;; at = (at + 1) & mask) {
        size_t i = numbers_at(&g->table, at);
        if (i == 0 || span_eq(AT(items, &g->items, i - 1).name, name))
            return at;
    }
}

static void grow_table(struct graph *g)
{
    size_t size = size_max(64, 2 * numbers_len(&g->table));
    numbers_truncate(&g->table, 0);
    numbers_extend(&g->table, size);
    for (size_t i = 0; i < items_len(&g->items); i++)
        numbers_set(&g->table, place_of(g, AT(items, &g->items, i).name), i + 1);
}

/* The item called NAME, + 1. */
static size_t item_called(struct graph *g, span name)
{
    if (items_len(&g->items) >= numbers_len(&g->table) / 2)
        grow_table(g);
    size_t at = place_of(g, name);
    if (numbers_at(&g->table, at) == 0) {
        items_push(&g->items, (struct item){.name = name});
        numbers_set(&g->table, at, items_len(&g->items));
    }
    return numbers_at(&g->table, at);
}

static void add_pair(struct graph *g, size_t first, size_t second)
{
    if (first == second)
        return;
    pairs_push(&g->pairs, (struct pair){.after = second, .next = items_at(&g->items, first - 1).pairs});
    AT(items, &g->items, first - 1).pairs = pairs_len(&g->pairs);
    AT(items, &g->items, second - 1).before++;
}

/* Take the pairs of TEXT in; false when the last one lacks its second item. */
static bool add_text(struct graph *g, span text)
{
    byteset blanks = {};
    byteset_add(&blanks, ' ');
    byteset_add(&blanks, '\t');
    byteset_add(&blanks, '\n');
    size_t first = 0;
    for (;;) {
        text = span_drop(text, span_find_not_in(text, &blanks));
        if (span_empty(text))
            return first == 0;
        size_t item = item_called(g, span_take(&text, span_find_in(text, &blanks)));
        if (first != 0)
            add_pair(g, first, item);
        first = first == 0 ? item : 0;
    }
}

/* ---- order by name ---- */

/* Merge the sorted runs FROM[at, middle) and FROM[middle, end) into TO. */
static void merge(struct graph *g, number_view from, number_view to, size_t at, size_t width)
{
    size_t n = number_view_len(from), middle = size_min(at + width, n), end = size_min(at + 2 * width, n);
    size_t a = at, b = middle;
    for (size_t i = at; i < end; i++) {
        bool left = a < middle;
        if (left && b < end)
            left = span_cmp(AT(items, &g->items, number_view_at(from, a)).name,
                            AT(items, &g->items, number_view_at(from, b)).name) <= 0;
        number_view_set(to, i, number_view_at(from, left ? a : b));
        a += left;
        b += !left;
    }
}

/* The items by name, in g->order. */
static void sort_items(struct graph *g)
{
    size_t n = items_len(&g->items);
    number_view from = numbers_extend(&g->order, n), to = numbers_extend(&g->spare, n);
    for (size_t i = 0; i < n; i++)
        number_view_set(from, i, i);
    for (size_t width = 1; width < n; width *= 2) {
        for (size_t at = 0; at < n; at += 2 * width)
            merge(g, from, to, at, width);
        number_view swap = from;
        from = to;
        to = swap;
    }
    for (size_t i = 0; i < n; i++)
        numbers_set(&g->order, i, number_view_at(from, i));
}

/* ---- printing ---- */

static void enqueue(struct graph *g, size_t item)
{
    if (g->last == 0)
        g->first = item;
    else
        AT(items, &g->items, g->last - 1).next = item;
    g->last = item;
}

static void enqueue_all_free(struct graph *g)
{
    g->first = g->last = 0;
    for (size_t i = 0; i < numbers_len(&g->order); i++) {
        size_t item = numbers_at(&g->order, i);
        if (AT(items, &g->items, item).before == 0 && !AT(items, &g->items, item).printed)
            enqueue(g, item + 1);
    }
}

/* Print the items of the queue, and those that get free by that. */
static void print_queue(struct graph *g, writer *out)
{
    for (size_t at = g->first; at != 0; at = items_at(&g->items, at - 1).next) {
        struct item this = items_at(&g->items, at - 1);
        AT(items, &g->items, at - 1).printed = true;
        g->left--;
        writer_put(out, this.name);
        writer_byte(out, '\n');
        for (size_t p = this.pairs; p != 0; p = pairs_at(&g->pairs, p - 1).next) {
            size_t after = pairs_at(&g->pairs, p - 1).after;
            if (--AT(items, &g->items, after - 1).before == 0)
                enqueue(g, after);
        }
    }
}

/* ---- loops ---- */

/* Take the pair of FIRST and SECOND out. */
static void drop_pair(struct graph *g, size_t first, size_t second)
{
    size_t previous = 0;
    for (size_t p = items_at(&g->items, first - 1).pairs; p != 0; p = pairs_at(&g->pairs, p - 1).next) {
        if (pairs_at(&g->pairs, p - 1).after == second) {
            size_t next = pairs_at(&g->pairs, p - 1).next;
            if (previous == 0)
                AT(items, &g->items, first - 1).pairs = next;
            else
                AT(pairs, &g->pairs, previous - 1).next = next;
            AT(items, &g->items, second - 1).before--;
            return;
        }
        previous = p;
    }
}

static bool comes_before(struct graph const *g, size_t first, size_t second)
{
    for (size_t p = items_at(&g->items, first - 1).pairs; p != 0; p = pairs_at(&g->pairs, p - 1).next)
        if (pairs_at(&g->pairs, p - 1).after == second)
            return true;
    return false;
}

/* Tell about the loop that the chain from HEAD to END is, and break it between END and HEAD. */
static void tell_loop(struct cli *cli, struct graph *g, size_t head, size_t end)
{
    size_t item = head;
    for (; item != end; item = items_at(&g->items, item - 1).next)
        cli_warn(cli, 0, "%s", fmt_s(items_at(&g->items, item - 1).name));
    cli_warn(cli, 0, "%s", fmt_s(items_at(&g->items, end - 1).name));
    drop_pair(g, end, head);
}

/* Put ITEM in front of the chain at *HEAD if it comes before that; true when it was in the chain already,
   whose start up to ITEM is a loop then. */
static bool extend_chain(struct graph *g, size_t item, size_t *head)
{
    if (*head != 0 && !comes_before(g, item, *head))
        return false;
    if (*head != 0 && items_at(&g->items, item - 1).next != 0)
        return true;
    AT(items, &g->items, item - 1).next = *head;
    *head = item;
    return false;
}

/* One pass over the items left; true when a loop was found and broken. */
static bool look_for_loop(struct cli *cli, struct graph *g, size_t *head)
{
    for (size_t i = 0; i < numbers_len(&g->order); i++) {
        size_t item = numbers_at(&g->order, i) + 1;
        if (items_at(&g->items, item - 1).before == 0 || !extend_chain(g, item, head))
            continue;
        tell_loop(cli, g, *head, item);
        return true;
    }
    return false;
}

static void forget_chain(struct graph *g)
{
    for (size_t i = 0; i < items_len(&g->items); i++)
        AT(items, &g->items, i).next = 0;
}

/* Find a loop among the items left and break it.  A chain is built backwards, from any item to one before
   it and so on; as each of them has something before it, one has to come again. */
static void break_loop(struct cli *cli, struct graph *g)
{
    size_t head = 0;
    forget_chain(g);
    while (!look_for_loop(cli, g, &head))
        continue;
    forget_chain(g);
}

static void print_all(struct cli *cli, struct graph *g, zstr name)
{
    g->left = items_len(&g->items);
    sort_items(g);
    while (g->left > 0 && writer_ok(cli_out(cli))) {
        enqueue_all_free(g);
        print_queue(g, cli_out(cli));
        if (g->left > 0) {
            cli_error(cli, 0, "%s: input contains a loop:", fmt_namec(name));
            break_loop(cli, g);
        }
    }
}

int prog_main(struct cli *cli)
{
    struct graph g = {};
    struct cli_input in = {};
    for (struct cli_match m = {}; cli_next_option(cli, &m);)
        continue;
    if (cli_options_ok(cli) && cli_operand_count(cli) > 1)
        cli_extra_operand(cli, cli_operand(cli, 1));
    if (!cli_options_ok(cli))
        return cli_usage_exit(cli);
    if (!cli_next_input(cli, &in))
        return cli_finish(cli);
    span text = {};
    oserr err = reader_all(&in.reader, &text);
    if (err)
        cli_error(cli, err, "%s: read error", fmt_namec(in.name));
    else if (!add_text(&g, text))
        cli_error(cli, 0, "%s: input contains an odd number of tokens", fmt_namec(in.name));
    else
        print_all(cli, &g, in.name);
    return cli_finish(cli);
}
