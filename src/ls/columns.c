/* columns.c - as many columns as fit on a line, each as wide as its widest entry. */

#include "ls/ls.h"

#include "safe/checked.h"

enum { LEAST = 3, GAP = 2 };        /* a column has at least LEAST, with the gap behind it */

VEC_DEFINE(widths, widths_view, size_t);

struct layout {
    widths entries;         /* of each entry, in order */
    widths columns;
    size_t num_columns, rows;
    bool across;
};

static size_t column_of(size_t i, size_t rows, size_t columns, bool across)
{
    return across ? i % columns : i / rows;
}

/* Whether the entries fit on lines of WIDTH in COLUMNS columns, whose widths are left in L. */
static bool fits(struct layout *l, size_t columns, size_t width)
{
    size_t n = widths_len(&l->entries), total = columns * LEAST;
    size_t rows = (n + columns - 1) / columns;
    bool least = true;      /* then they fit: behind the last column no gap is printed */
    widths_truncate(&l->columns, 0);
    widths_view view = widths_extend(&l->columns, columns);
    for (size_t c = 0; c < columns; c++)
        widths_view_set(view, c, LEAST);
    for (size_t i = 0; i < n; i++) {
        size_t c = column_of(i, rows, columns, l->across);
        size_t need = widths_at(&l->entries, i) + (c + 1 == columns ? 0 : GAP);
        size_t have = widths_view_at(view, c);
        if (need <= have)
            continue;
        total += need - have;
        least = false;
        if (total > width)
            return false;
        widths_view_set(view, c, need);
    }
    return least || total <= width;
}

/* Find the most columns that fit; one always does. */
static void lay_out(struct layout *l, size_t width)
{
    size_t n = widths_len(&l->entries), columns = 0;
    /* No more than there would be if the narrowest entries stood in one row. */
    size_t most = size_min(n, width / LEAST + (width % LEAST != 0));
    for (columns = size_max(most, 1); columns > 1 && !fits(l, columns, width); columns--)
        continue;
    if (columns == 1)
        fits(l, 1, SIZE_MAX);
    l->num_columns = columns;
    l->rows = (n + columns - 1) / columns;
}

/* From column FROM to column TO, with tabs where they help. */
static void indent(struct ls_run *run, size_t from, size_t to)
{
    size_t tab = run->opt.tab;
    while (from < to) {
        bool by_tab = tab != 0 && to / tab > (from + 1) / tab;
        buf_push(&run->out, by_tab ? '\t' : ' ');
        from = by_tab ? from + tab - from % tab : from + 1;
    }
}

static void print_row(struct cli *cli, struct ls_run *run, struct layout const *l, size_t row)
{
    size_t n = widths_len(&l->entries), at = 0, start = 0;
    for (size_t c = 0; c < l->num_columns; c++) {
        size_t i = l->across ? row * l->num_columns + c : c * l->rows + row;
        if (i >= n)
            break;
        indent(run, at, start);
        size_t entry = ls_places_at(&run->order, i).entry;
        ls_put_entry(cli, run, &AT(ls_entries, &run->entries, entry), start);
        at = start + widths_at(&l->entries, i);
        start += widths_at(&l->columns, c);
    }
    buf_push(&run->out, run->opt.zero ? '\0' : '\n');
}

void ls_print_columns(struct cli *cli, struct ls_run *run, bool across)
{
    struct layout l = {.across = across};
    size_t n = ls_places_len(&run->order);
    for (size_t i = 0; i < n; i++) {
        size_t entry = ls_places_at(&run->order, i).entry;
        widths_push(&l.entries, ls_entry_width(run, &AT(ls_entries, &run->entries, entry)));
    }
    lay_out(&l, run->opt.width);
    for (size_t row = 0; row < l.rows && writer_ok(cli_out(cli)); row++)
        print_row(cli, run, &l, row);
}
