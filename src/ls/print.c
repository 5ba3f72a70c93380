/* print.c - a list of entries in the format asked for. */

#include "ls/ls.h"

static void print_long(struct cli *cli, struct ls_run *run)
{
    for (size_t i = 0; i < ls_places_len(&run->order) && writer_ok(cli_out(cli)); i++) {
        size_t at = ls_places_at(&run->order, i).entry;
        ls_normal_colour(run);
        if (run->opt.dired)
            buf_append(&run->out, S("  "));
        size_t start = buf_len(&run->out);
        ls_put_front(run, &AT(ls_entries, &run->entries, at));
        ls_put_long(cli, run, &AT(ls_entries, &run->entries, at), start);
        buf_push(&run->out, run->opt.zero ? '\0' : '\n');
        ls_flush_much(cli, run);
    }
}

static void print_lines(struct cli *cli, struct ls_run *run)
{
    for (size_t i = 0; i < ls_places_len(&run->order) && writer_ok(cli_out(cli)); i++) {
        size_t at = ls_places_at(&run->order, i).entry;
        ls_put_entry(cli, run, &AT(ls_entries, &run->entries, at), 0);
        buf_push(&run->out, run->opt.zero ? '\0' : '\n');
    }
}

/* All on one line, or as many as fit, with SEPARATOR behind each. */
static void print_separated(struct cli *cli, struct ls_run *run, unsigned char separator)
{
    size_t column = 0;
    unsigned char end = run->opt.zero ? '\0' : '\n';
    for (size_t i = 0; i < ls_places_len(&run->order) && writer_ok(cli_out(cli)); i++) {
        struct ls_entry e = ls_entries_at(&run->entries, ls_places_at(&run->order, i).entry);
        size_t width = run->opt.width > 0 ? ls_entry_width(run, &e) : 0;
        bool fits = run->opt.width == 0 || (width < run->opt.width && column + 2 < run->opt.width - width);
        if (i > 0) {
            buf_push(&run->out, separator);
            buf_push(&run->out, fits ? ' ' : end);
            column = fits ? column + 2 : 0;
        }
        ls_put_entry(cli, run, &e, column);
        column += width;
    }
    buf_push(&run->out, end);
}

void ls_print_entries(struct cli *cli, struct ls_run *run)
{
    if (ls_places_len(&run->order) == 0)
        return;
    ls_finish_measure(run);
    switch (run->opt.format) {
    case FORMAT_LONG: print_long(cli, run); break;
    case FORMAT_ONE: print_lines(cli, run); break;
    case FORMAT_COMMAS: print_separated(cli, run, ','); break;
    default:
        if (run->opt.width == 0)
            print_separated(cli, run, ' ');
        else
            ls_print_columns(cli, run, run->opt.format == FORMAT_ACROSS);
        break;
    }
}
