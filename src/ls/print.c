/* print.c - a list of entries in the format asked for. */

#include "ls/ls.h"

#include "safe/checked.h"
#include "text/chars.h"

enum { FLUSH_FROM = 16 * 1024 };

void ls_put_padded(buf *out, span text, size_t width)
{
    size_t columns = text_columns(text);
    buf_append_fill(out, width > columns ? width - columns : 0, ' ');
    buf_append(out, text);
}

void ls_put_number(buf *out, uint64_t n, size_t width)
{
    size_t digits = 1;
    for (uint64_t rest = n; rest >= 10; rest /= 10)
        digits++;
    if (digits < width)
        buf_append_fill(out, width - digits, ' ');
    buf_append_umax(out, n);
}

void ls_put_amount(struct ls_run *run, uint64_t amount, bool blocks, size_t width)
{
    struct human_unit unit = blocks ? run->opt.block_unit : run->opt.file_unit;
    if (!blocks && unit.block == 1 && !unit.scale && !unit.group && !unit.letter) {
        ls_put_number(&run->out, amount, width);
        return;
    }
    buf_clear(&run->scratch);
    human_append(&run->scratch, amount, blocks ? 512 : 1, unit, HUMAN_UP);
    ls_put_padded(&run->out, buf_span(&run->scratch), width);
}

/* What stands before a name: inode, blocks, context. */
static void put_front(struct ls_run *run, struct ls_entry const *e)
{
    bool narrow = run->opt.format == FORMAT_COMMAS;
    if (run->opt.inode) {
        if (e->failed)
            ls_put_padded(&run->out, S("?"), narrow ? 0 : run->columns.inode);
        else
            ls_put_number(&run->out, e->inode, narrow ? 0 : run->columns.inode);
        buf_push(&run->out, ' ');
    }
    if (run->opt.blocks) {
        size_t width = narrow ? 0 : run->columns.blocks;
        if (e->status)
            ls_put_amount(run, ls_statuses_at(&run->statuses, e->status - 1).blocks, true, width);
        else
            ls_put_padded(&run->out, S("?"), width);
        buf_push(&run->out, ' ');
    }
    if (run->opt.context && run->opt.format != FORMAT_LONG) {
        ls_put_padded(&run->out, zstr_is_none(e->context) ? S("?") : zstr_span(e->context),
                      narrow ? 0 : run->columns.context);
        buf_push(&run->out, ' ');
    }
}

static size_t width_of(struct ls_run const *run, size_t in_columns)
{
    return run->opt.format == FORMAT_COMMAS ? buf_len(&run->scratch) : in_columns;
}

size_t ls_entry_width(struct ls_run *run, struct ls_entry const *e)
{
    size_t width = 0;
    if (run->opt.inode) {
        buf_clear(&run->scratch);
        buf_append_umax(&run->scratch, e->failed ? 0 : e->inode);
        width += 1 + width_of(run, run->columns.inode);
    }
    if (run->opt.blocks) {
        buf_clear(&run->scratch);
        if (e->status)
            human_append(&run->scratch, ls_statuses_at(&run->statuses, e->status - 1).blocks, 512,
                         run->opt.block_unit, HUMAN_UP);
        else
            buf_push(&run->scratch, '?');
        width += 1 + width_of(run, run->columns.blocks);
    }
    if (run->opt.context)
        width += 1 + (run->opt.format == FORMAT_COMMAS ? zstr_len(e->context) : run->columns.context);
    return width + ls_name_width(run, e) + (ls_indicator(run, e, false) != 0);
}

void ls_put_entry(struct cli *cli, struct ls_run *run, struct ls_entry const *e, size_t column)
{
    ls_normal_colour(run);
    put_front(run, e);
    ls_put_name(cli, run, e, false, column);
    ls_put_indicator(run, e, false);
    if (buf_len(&run->out) > FLUSH_FROM)
        ls_flush(cli, run);
}

static void print_long(struct cli *cli, struct ls_run *run)
{
    for (size_t i = 0; i < ls_places_len(&run->order) && writer_ok(cli_out(cli)); i++) {
        size_t at = ls_places_at(&run->order, i).entry;
        ls_normal_colour(run);
        if (run->opt.dired)
            buf_append(&run->out, S("  "));
        size_t start = buf_len(&run->out);
        put_front(run, &AT(ls_entries, &run->entries, at));
        ls_put_long(cli, run, &AT(ls_entries, &run->entries, at), start);
        buf_push(&run->out, run->opt.zero ? '\0' : '\n');
        if (buf_len(&run->out) > FLUSH_FROM)
            ls_flush(cli, run);
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
