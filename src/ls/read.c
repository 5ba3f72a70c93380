/* read.c - entries: what is known about each name to be printed. */

#include "ls/ls.h"

#include "sys/fsop.h"
#include "sys/selinux.h"

void ls_clear(struct ls_run *run)
{
    ls_entries_truncate(&run->entries, 0);
    ls_statuses_truncate(&run->statuses, 0);
    run->columns = (struct ls_columns){};
    run->total_blocks = 0;
}

static bool has_colour(struct ls_run const *run, enum colour_kind kind)
{
    return colour_is_set(&run->colours, kind);
}

/* Whether a colour depends on the permissions of a regular file or on its number of names. */
static bool colours_of_files(struct ls_run const *run)
{
    return has_colour(run, COLOUR_EXEC) || has_colour(run, COLOUR_SETUID) || has_colour(run, COLOUR_SETGID)
           || has_colour(run, COLOUR_CAPABILITY) || has_colour(run, COLOUR_MULTIHARDLINK);
}

static bool colours_of_directories(struct ls_run const *run)
{
    return has_colour(run, COLOUR_OTHER_WRITABLE) || has_colour(run, COLOUR_STICKY)
           || has_colour(run, COLOUR_STICKY_OTHER_WRITABLE);
}

/* Whether the directory's word about F is not enough. */
static bool wants_status(struct ls_run const *run, struct ls_found f)
{
    bool follow_all = run->opt.follow == FOLLOW_ALWAYS;
    if (f.operand || run->opt.needs_status)
        return true;
    if (run->opt.inode && (f.kind == 0 || S_ISDIR(f.kind) || (S_ISLNK(f.kind) && follow_all)))
        return true;            /* at a mount point the directory tells another number */
    if (follow_all && (f.kind == 0 || S_ISLNK(f.kind)))
        return run->opt.needs_kind;
    if (!run->opt.needs_kind)
        return false;
    if (f.kind == 0)
        return true;
    if (S_ISLNK(f.kind))
        return run->opt.checks_links || (run->opt.colour && run->colours.link_as_target);
    if (S_ISREG(f.kind))
        return run->opt.indicator == INDICATOR_CLASSIFY || (run->opt.colour && colours_of_files(run));
    return S_ISDIR(f.kind) && run->opt.colour && colours_of_directories(run);
}

/* The status by the rules of -H and -L. */
static oserr get_status(struct ls_run const *run, fdh dir, struct ls_found f, struct status *st)
{
    struct status_wish wish = run->opt.wish, follow = wish;
    enum ls_follow rule = run->opt.follow;
    follow.follow = true;
    if (rule == FOLLOW_ALWAYS)
        return status_get(dir, f.name, follow, st);
    if (f.operand && (rule == FOLLOW_OPERANDS || rule == FOLLOW_OPERAND_DIRS)) {
        oserr err = status_get(dir, f.name, follow, st);
        bool no_target = err == ENOENT || err == ELOOP;
        if (rule == FOLLOW_OPERANDS || (err && !no_target) || (err == 0 && S_ISDIR(st->mode)))
            return err;
    }
    return status_get(dir, f.name, wish, st);
}

static void report(struct cli *cli, struct ls_run *run, struct ls_found f, oserr err, zstr template)
{
    zstr name = ls_full_name(run, &run->names, f.name);
    ls_report(cli, run, (struct ls_problem){err, f.operand, false, name}, template);
}

/* What a link says, and what it leads to. */
static void read_link(struct cli *cli, struct ls_run *run, fdh dir, struct ls_found f, struct ls_entry *e)
{
    struct status st = {};
    struct status_wish wish = {STATUS_TYPE | STATUS_MODE, STATUS_MODIFIED, true};
    if (run->opt.format == FORMAT_LONG) {
        oserr err = fs_readlink(&run->names, dir, f.name, &e->target);
        if (err)
            report(cli, run, f, err, Z("cannot read symbolic link %s"));
    }
    bool look = run->opt.indicator > INDICATOR_SLASH || run->opt.checks_links
                || (run->opt.colour && run->colours.link_as_target);
    if (look && status_get(dir, f.name, wish, &st) == 0)
        e->target_mode = st.mode;
}

/* Fetch E's status; false when there is to be no entry. */
static bool add_status(struct cli *cli, struct ls_run *run, fdh dir, struct ls_found f, struct ls_entry *e)
{
    struct status st = {};
    oserr err = get_status(run, dir, f, &st);
    if (err == ENOENT && !f.operand) {
        /* It may have been removed since its name was read; a link that leads nowhere is something else. */
        struct status_wish wish = {STATUS_TYPE, STATUS_MODIFIED, false};
        if (run->opt.follow != FOLLOW_ALWAYS || status_get(dir, f.name, wish, &st) == ENOENT)
            return false;
    }
    if (err) {
        report(cli, run, f, err, Z("cannot access %s"));
        e->failed = true;
        e->mark = '?';
        return !f.operand;
    }
    e->kind = st.mode;
    e->inode = st.inode;
    e->operand_dir = S_ISDIR(st.mode) && f.operand && !run->opt.no_contents;
    ls_look_at_attributes(run, e, &st);
    ls_statuses_push(&run->statuses, st);
    e->status = low_u32(ls_statuses_len(&run->statuses));
    if (S_ISLNK(st.mode) && (run->opt.format == FORMAT_LONG || run->opt.checks_links
                             || (run->opt.colour && run->colours.link_as_target)))
        read_link(cli, run, dir, f, e);
    return true;
}

void ls_add(struct cli *cli, struct ls_run *run, fdh dir, struct ls_found found)
{
    struct ls_entry e = {.name = found.name, .inode = found.inode, .kind = found.kind, .mark = ' '};
    if (wants_status(run, found) && !add_status(cli, run, dir, found, &e))
        return;
    if (run->opt.align_quotes) {
        e.quoted = quote_changes(zstr_span(e.name), &run->opt.name_quoting);
        run->columns.some_quoted |= e.quoted;
    }
    ls_measure(run, &e);
    ls_entries_push(&run->entries, e);
}
