/* list.c - from operands to directories, and from these to the ones below them. */

#include "ls/ls.h"

#include "sys/fsop.h"
#include "sys/pattern.h"

static bool matches_any(zstr_vec const *patterns, zstr name)
{
    for (size_t i = 0; i < zstr_vec_len(patterns); i++)
        if (pattern_matches(zstr_vec_at(patterns, i), name, true))
            return true;
    return false;
}

static bool is_dots(span name)
{
    return span_eq(name, S(".")) || span_eq(name, S(".."));
}

/* Whether NAME is left out. */
static bool is_ignored(struct ls_run const *run, zstr name)
{
    bool dot = span_peek(zstr_span(name), 0) == '.';
    if (dot && run->opt.hidden == HIDDEN_SKIP)
        return true;
    if (dot && run->opt.hidden == HIDDEN_SHOW && is_dots(zstr_span(name)))
        return true;
    if (run->opt.hidden == HIDDEN_SKIP && matches_any(&run->opt.hide, name))
        return true;
    return matches_any(&run->opt.ignore, name);
}

static void put_total(struct ls_run *run)
{
    if (run->opt.format != FORMAT_LONG && !run->opt.blocks)
        return;
    if (run->opt.dired)
        buf_append(&run->out, S("  "));
    fmt_append(&run->out, Z("total"), (fmtargs){});
    buf_push(&run->out, ' ');
    ls_put_amount(run, run->total_blocks, true, 0);
    buf_push(&run->out, run->opt.zero ? '\0' : '\n');
}

static void push_pending(struct ls_run *run, zstr name, bool operand, size_t level)
{
    struct ls_pending p = {.operand = operand, .level = level, .strings = arena_save(&run->pending_strings)};
    zstr_from(&run->pending_strings, zstr_span(name), &p.name);
    ls_pendings_push(&run->pending, p);
}

/* Let the directories among the entries wait, so that the first one is taken first. */
static void push_directories(struct ls_run *run, bool operands, size_t level)
{
    for (size_t i = ls_places_len(&run->order); i > 0; i--) {
        struct ls_entry e = ls_entries_at(&run->entries, ls_places_at(&run->order, i - 1).entry);
        if (operands ? !e.operand_dir : !S_ISDIR(e.kind) || is_dots(zstr_span(e.name)))
            continue;
        push_pending(run, e.name, operands, level);
    }
}

/* Note that D is being listed; false, with a report, when it is so already: where links are followed a
   directory may come again below itself. */
static bool enter(struct cli *cli, struct ls_run *run, dirlist const *d, bool operand)
{
    struct stat st = {};
    size_t level = 0;
    if (!run->opt.recursive || run->opt.follow != FOLLOW_ALWAYS)
        return true;
    oserr err = fd_stat(dirlist_fd(d), &st);
    if (err) {
        ls_report(cli, run, (struct ls_problem){err, operand, false, run->path},
                  Z("cannot determine device and inode of %s"));
        return false;
    }
    struct ls_id id = {st.st_dev, st.st_ino};
    if (inodes_find(&run->listed, id.device, id.inode, &level)) {
        ls_report(cli, run, (struct ls_problem){0, true, true, run->path},
                  Z("%s: not listing already-listed directory"));
        return false;
    }
    inodes_set(&run->listed, id.device, id.inode, ls_ids_len(&run->active));
    ls_ids_push(&run->active, id);
    ls_pendings_push(&run->pending, (struct ls_pending){.leave = true,
                                                        .strings = arena_save(&run->pending_strings)});
    return true;
}

/* Print what there is so far, when it need not be sorted: wide directories then take no memory. */
static void stream(struct cli *cli, struct ls_run *run, arena_mark names)
{
    if (run->opt.format != FORMAT_ONE || run->opt.sort != SORT_NONE || run->opt.blocks || run->opt.recursive)
        return;
    ls_sort(run);
    ls_print_entries(cli, run);
    ls_clear(run);
    arena_release(&run->names, names);
}

static oserr read_entries(struct cli *cli, struct ls_run *run, dirlist *d)
{
    arena_mark names = arena_save(&run->names);
    struct dir_entry e = {};
    oserr err = 0;
    while (writer_ok(cli_out(cli))) {
        size_t got = 0;
        mspan room = arena_bytes(&run->names, DIRLIST_ROOM);
        err = dirlist_read(d, room, &got);
        if (err || got == 0)
            break;
        span records = mspan_span(mspan_first(room, got));
        while (dirlist_next(&records, &e))
            if (!is_ignored(run, e.name))
                ls_add(cli, run, dirlist_fd(d), (struct ls_found){e.name, e.kind, e.inode, false});
        ls_heed_signals(cli, run);
        stream(cli, run, names);
    }
    return err;
}

static void list_directory(struct cli *cli, struct ls_run *run, struct ls_pending p)
{
    dirlist d = {};
    arena_mark names = arena_save(&run->names);
    oserr err = ls_open_pending(run, p, &d);
    arena_release(&run->pending_strings, p.strings);
    if (err == ENOENT && !p.operand)
        return;                 /* removed since its name was read */
    if (err) {
        ls_report(cli, run, (struct ls_problem){err, p.operand, false, run->path},
                  Z("cannot open directory %s"));
        return;
    }
    if (!enter(cli, run, &d, p.operand)) {
        dirlist_close(&d);
        return;
    }
    ls_clear(run);
    if (run->opt.recursive || run->show_paths)
        ls_put_heading(cli, run, run->path);
    err = read_entries(cli, run, &d);
    if (run->opt.recursive)
        ls_keep_level(run, &d);
    else
        dirlist_close(&d);
    if (err)
        ls_report(cli, run, (struct ls_problem){err, p.operand, false, run->path}, Z("reading directory %s"));
    ls_sort(run);
    if (run->opt.recursive)
        push_directories(run, false, p.level + 1);
    put_total(run);
    ls_print_entries(cli, run);
    arena_release(&run->names, names);
}

static void list_pending(struct cli *cli, struct ls_run *run)
{
    struct ls_pending p = {};
    while (writer_ok(cli_out(cli)) && ls_pendings_pop(&run->pending, &p)) {
        struct ls_id id = {};
        if (!p.leave)
            list_directory(cli, run, p);
        else if (ls_ids_pop(&run->active, &id))
            inodes_forget(&run->listed, id.device, id.inode);
    }
}

/* Take the directories out of the order: their contents come later. */
static void drop_directories(struct ls_run *run)
{
    size_t kept = 0;
    for (size_t i = 0; i < ls_places_len(&run->order); i++) {
        struct ls_place p = ls_places_at(&run->order, i);
        if (!AT(ls_entries, &run->entries, p.entry).operand_dir)
            ls_places_set(&run->order, kept++, p);
    }
    ls_places_truncate(&run->order, kept);
}

void ls_list_operands(struct cli *cli, struct ls_run *run)
{
    size_t n = cli_operand_count(cli);
    for (size_t i = 0; i < n; i++)
        ls_add(cli, run, FDH_CWD, (struct ls_found){.name = cli_operand(cli, i), .operand = true});
    if (n == 0 && run->opt.no_contents)
        ls_add(cli, run, FDH_CWD, (struct ls_found){.name = Z("."), .operand = true});
    else if (n == 0)
        push_pending(run, Z("."), true, 0);
    ls_sort(run);
    push_directories(run, true, 0);
    drop_directories(run);
    run->show_paths = n > 1 || ls_places_len(&run->order) > 0;
    ls_print_entries(cli, run);
    if (ls_places_len(&run->order) > 0 && ls_pendings_len(&run->pending) > 0)
        buf_push(&run->out, '\n');
    list_pending(cli, run);
}
