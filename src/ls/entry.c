/* entry.c - one entry: its name with what -i, -s, -Z and -F put around it. */

#include "ls/ls.h"

bool ls_is_directory(struct ls_entry const *e)
{
    return e->operand_dir || S_ISDIR(e->kind);
}

void ls_put_front(struct ls_run *run, struct ls_entry const *e)
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
    ls_put_front(run, e);
    ls_put_name(cli, run, e, false, column);
    ls_put_indicator(run, e, false);
    ls_flush_much(cli, run);
}
