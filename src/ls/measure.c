/* measure.c - the columns that a listing's fields need. */

#include "ls/ls.h"

#include "safe/checked.h"
#include "text/chars.h"

static size_t digits_of(uint64_t n)
{
    size_t digits = 1;
    for (; n >= 10; n /= 10)
        digits++;
    return digits;
}

static size_t id_width(users *names, uint32_t id, bool user, bool numeric)
{
    zstr name = numeric ? Z_NONE : user ? users_user(names, id) : users_group(names, id);
    return zstr_is_none(name) ? digits_of(id) : text_columns(zstr_span(name));
}

/* Neighbours mostly belong to the same user. */
static void measure_owner(struct ls_run *run, struct status const *st)
{
    bool numeric = run->opt.numeric;
    bool wants_user = run->opt.owner || run->opt.author;
    if (wants_user && !(run->columns.know_user && run->columns.last_user == st->user)) {
        size_t width = id_width(&run->user_names, st->user, true, numeric);
        run->columns.owner = size_max(run->columns.owner, width);
        run->columns.last_user = st->user;
        run->columns.know_user = true;
    }
    if (run->opt.group && !(run->columns.know_group && run->columns.last_group == st->group)) {
        size_t width = id_width(&run->group_names, st->group, false, numeric);
        run->columns.group = size_max(run->columns.group, width);
        run->columns.last_group = st->group;
        run->columns.know_group = true;
    }
}

static size_t amount_width(struct ls_run *run, uint64_t amount, bool blocks)
{
    buf_clear(&run->scratch);
    human_append(&run->scratch, amount, blocks ? 512 : 1, blocks ? run->opt.block_unit : run->opt.file_unit,
                 HUMAN_UP);
    return text_columns(buf_span(&run->scratch));
}

static void measure_size(struct ls_run *run, struct status const *st)
{
    if (S_ISCHR(st->mode) || S_ISBLK(st->mode)) {
        run->columns.major = size_max(run->columns.major, digits_of(st->major));
        run->columns.minor = size_max(run->columns.minor, digits_of(st->minor));
        run->columns.devices = true;
    } else if (run->opt.file_unit.scale) {
        run->columns.size = size_max(run->columns.size, amount_width(run, st->size, false));
    } else if (st->size > run->columns.most_size) {
        run->columns.most_size = st->size;
    }
}

static void measure_blocks(struct ls_run *run, uint64_t blocks)
{
    run->total_blocks += blocks;
    if (!run->opt.blocks)
        return;
    if (run->opt.block_unit.scale)
        run->columns.blocks = size_max(run->columns.blocks, amount_width(run, blocks, true));
    else if (blocks > run->columns.most_blocks)
        run->columns.most_blocks = blocks;
}

/* What a long listing needs for a file without a status: question marks. */
static void measure_failed(struct ls_run *run)
{
    run->columns.owner = size_max(run->columns.owner, 1);
    run->columns.group = size_max(run->columns.group, 1);
}

void ls_measure(struct ls_run *run, struct ls_entry const *e)
{
    if (!e->failed && e->inode > run->columns.most_inode)
        run->columns.most_inode = e->inode;
    if (!zstr_is_none(e->context))
        run->columns.context = size_max(run->columns.context, zstr_len(e->context));
    if (e->failed)
        measure_failed(run);
    if (e->status == 0)
        return;
    measure_blocks(run, AT(ls_statuses, &run->statuses, e->status - 1).blocks);
    if (run->opt.format != FORMAT_LONG)
        return;
    struct status st = ls_statuses_at(&run->statuses, e->status - 1);
    if (st.links > run->columns.most_links)
        run->columns.most_links = st.links;
    measure_owner(run, &st);
    measure_size(run, &st);
}

void ls_finish_measure(struct ls_run *run)
{
    struct ls_columns c = run->columns;
    c.inode = digits_of(c.most_inode);
    c.links = digits_of(c.most_links);
    if (!run->opt.block_unit.scale)
        c.blocks = amount_width(run, c.most_blocks, true);
    if (!run->opt.file_unit.scale)
        c.size = amount_width(run, c.most_size, false);
    if (c.devices)
        c.size = size_max(c.size, c.major + 2 + c.minor);
    run->columns = c;
}
