/* longform.c - an entry of a long listing. */

#include "ls/ls.h"

#include "safe/checked.h"
#include "text/chars.h"

static unsigned char type_letter(mode_t mode)
{
    switch (mode & S_IFMT) {
    case S_IFREG: return '-';
    case S_IFDIR: return 'd';
    case S_IFLNK: return 'l';
    case S_IFBLK: return 'b';
    case S_IFCHR: return 'c';
    case S_IFIFO: return 'p';
    case S_IFSOCK: return 's';
    default: return '?';
    }
}

/* The letter for execution, where SPECIAL is the bit that shares its place. */
static unsigned char execute_letter(bool execute, bool special, unsigned char letter)
{
    if (special)
        return execute ? letter : low_byte(letter - 'a' + 'A');
    return execute ? 'x' : '-';
}

static void put_mode(struct ls_run *run, struct ls_entry const *e)
{
    mode_t m = e->kind;
    buf_push(&run->out, type_letter(m));
    if (e->failed) {
        buf_append(&run->out, S("?????????"));
        return;
    }
    for (unsigned class = 0; class < 3; class++) {
        mode_t bits = m >> (6 - 3 * class);
        bool special = (m & (class == 0 ? S_ISUID : class == 1 ? S_ISGID : S_ISVTX)) != 0;
        buf_push(&run->out, bits & 4 ? 'r' : '-');
        buf_push(&run->out, bits & 2 ? 'w' : '-');
        buf_push(&run->out, execute_letter((bits & 1) != 0, special, class == 2 ? 't' : 's'));
    }
}

/* A name to the left, a number to the right. */
static void put_id(struct ls_run *run, uint32_t id, bool user, size_t width)
{
    zstr name = run->opt.numeric ? Z_NONE
                : user           ? users_user(&run->user_names, id)
                                 : users_group(&run->group_names, id);
    if (zstr_is_none(name)) {
        ls_put_number(&run->out, id, width);
    } else {
        size_t columns = text_columns(zstr_span(name));
        buf_append(&run->out, zstr_span(name));
        buf_append_fill(&run->out, width > columns ? width - columns : 0, ' ');
    }
    buf_push(&run->out, ' ');
}

static void put_unknown_id(struct ls_run *run, size_t width)
{
    buf_push(&run->out, '?');
    buf_append_fill(&run->out, width > 1 ? width - 1 : 0, ' ');
    buf_push(&run->out, ' ');
}

static void put_owners(struct ls_run *run, struct ls_entry const *e, struct status const *st)
{
    struct ls_columns const c = run->columns;
    if (run->opt.owner)
        e->status ? put_id(run, st->user, true, c.owner) : put_unknown_id(run, c.owner);
    if (run->opt.group)
        e->status ? put_id(run, st->group, false, c.group) : put_unknown_id(run, c.group);
    if (run->opt.author)
        e->status ? put_id(run, st->user, true, c.owner) : put_unknown_id(run, c.owner);
    if (!run->opt.context)
        return;
    span context = zstr_is_none(e->context) ? S("?") : zstr_span(e->context);
    buf_append(&run->out, context);
    buf_append_fill(&run->out, c.context > span_len(context) ? c.context - span_len(context) : 0, ' ');
    buf_push(&run->out, ' ');
}

static void put_size(struct ls_run *run, struct ls_entry const *e, struct status const *st)
{
    struct ls_columns const c = run->columns;
    if (!e->status) {
        ls_put_padded(&run->out, S("?"), c.size);
    } else if (S_ISCHR(st->mode) || S_ISBLK(st->mode)) {
        size_t used = c.major + 2 + c.minor;
        ls_put_number(&run->out, st->major, c.major + (c.size > used ? c.size - used : 0));
        buf_append(&run->out, S(", "));
        ls_put_number(&run->out, st->minor, c.minor);
    } else {
        ls_put_amount(run, st->size, false, c.size);
    }
    buf_push(&run->out, ' ');
}

void ls_put_long(struct cli *cli, struct ls_run *run, struct ls_entry const *e, size_t line_start)
{
    struct status st = {};
    if (e->status)
        st = ls_statuses_at(&run->statuses, e->status - 1);
    put_mode(run, e);
    if (run->columns.marks)
        buf_push(&run->out, e->mark);
    buf_push(&run->out, ' ');
    if (e->status)
        ls_put_number(&run->out, st.links, run->columns.links);
    else
        ls_put_padded(&run->out, S("?"), run->columns.links);
    buf_push(&run->out, ' ');
    put_owners(run, e, &st);
    /* As the reference counts it, a line begins behind the owners where there are any. */
    if (run->opt.owner || run->opt.group || run->opt.author || run->opt.context)
        line_start = buf_len(&run->out);
    put_size(run, e, &st);
    if (e->status && st.has_time) {
        ls_append_time(run, st.time);
    } else {
        if (run->time_width == 0)
            ls_prepare_times(run);
        ls_put_padded(&run->out, S("?"), run->time_width);
    }
    buf_push(&run->out, ' ');
    size_t column = buf_len(&run->out) - line_start;
    ls_put_name(cli, run, e, false, column);
    if (S_ISLNK(e->kind) && !zstr_is_none(e->target)) {
        buf_append(&run->out, S(" -> "));
        ls_put_name(cli, run, e, true, column + ls_name_width(run, e) + 4);
        ls_put_indicator(run, e, true);
    } else if (!S_ISLNK(e->kind)) {
        ls_put_indicator(run, e, false);
    }
}
