/* levels.c - the directories between an operand and the one being listed.

   Each is opened from the one that has it.  Only the deepest are kept open; the others are opened again
   through ".." on the way back, so that the depth costs no descriptors and no second walk.  */

#include "ls/ls.h"

#include "safe/checked.h"

enum { MOST_OPEN = 8 };

zstr ls_full_name(struct ls_run *run, arena *a, zstr name)
{
    if (zstr_is_none(run->path) || zstr_eq(run->path, Z(".")) || span_peek(zstr_span(name), 0) == '/')
        return name;
    return zstr_join_path(a, run->path, name);
}

static bool follows(struct ls_run const *run)
{
    return run->opt.follow == FOLLOW_ALWAYS;
}

/* Close what is below the first N levels. */
static void leave_levels(struct ls_run *run, size_t n)
{
    struct ls_level l = {};
    while (ls_levels_len(&run->levels) > n && ls_levels_pop(&run->levels, &l))
        dirlist_close(&l.dir);
}

/* Close level I, and note which directory it is.  One that cannot be told is never found again by "..". */
static void close_level(struct ls_run *run, size_t i)
{
    struct ls_level l = ls_levels_at(&run->levels, i);
    struct stat st = {};
    if (!dirlist_is_open(&l.dir))
        return;
    if (fd_stat(dirlist_fd(&l.dir), &st) == 0) {
        l.device = st.st_dev;
        l.inode = st.st_ino;
    }
    dirlist_close(&l.dir);
    ls_levels_set(&run->levels, i, l);
}

/* Close the highest open level but the one that is needed now; false when there is none. */
static bool spare(struct ls_run *run)
{
    for (size_t i = 0; i + 1 < ls_levels_len(&run->levels); i++)
        if (dirlist_is_open(&AT(ls_levels, &run->levels, i).dir)) {
            close_level(run, i);
            return true;
        }
    return false;
}

static oserr open_sparing(struct ls_run *run, dirlist *d, fdh at, zstr name, bool follow)
{
    oserr err = dirlist_open(d, at, name, follow);
    while (err == EMFILE && spare(run))
        err = dirlist_open(d, at, name, follow);
    return err;
}

void ls_keep_level(struct ls_run *run, dirlist *d)
{
    size_t n = ls_levels_len(&run->levels);
    ls_levels_push(&run->levels, (struct ls_level){.dir = *d, .path_len = zstr_len(run->path)});
    if (n >= MOST_OPEN)
        close_level(run, n - MOST_OPEN);
}

/* Open the level above the last, which is open, through ".."; false when that is another directory by now. */
static bool go_up(struct ls_run *run)
{
    size_t last = ls_levels_len(&run->levels) - 1;
    struct ls_level below = ls_levels_at(&run->levels, last), above = ls_levels_at(&run->levels, last - 1);
    struct stat st = {};
    oserr err = dirlist_open(&above.dir, dirlist_fd(&below.dir), Z(".."), false);
    leave_levels(run, last);
    if (err)
        return false;
    if (fd_stat(dirlist_fd(&above.dir), &st) == 0 && st.st_dev == above.device && st.st_ino == above.inode) {
        ls_levels_set(&run->levels, last - 1, above);
        return true;
    }
    dirlist_close(&above.dir);
    return false;
}

/* Open the last level from the operand on, name by name. */
static oserr go_down(struct ls_run *run)
{
    size_t last = ls_levels_len(&run->levels) - 1;
    struct ls_level target = ls_levels_at(&run->levels, last);
    span path = buf_span(&run->path_text), part = {};
    size_t operand = ls_levels_at(&run->levels, 0).path_len;
    span rest = span_drop(span_first(path, target.path_len), operand);
    arena strings = {};
    zstr name = {};
    zstr_from(&strings, span_first(path, operand), &name);
    oserr err = dirlist_open(&target.dir, FDH_CWD, name, true);
    while (err == 0 && span_len(rest) > 0) {
        dirlist next = {};
        part = span_first(rest, span_find(rest, '/'));
        rest = span_drop(rest, size_min(span_len(part) + 1, span_len(rest)));
        if (span_len(part) == 0)
            continue;
        arena_release(&strings, (arena_mark){});
        zstr_from(&strings, part, &name);
        err = dirlist_open(&next, dirlist_fd(&target.dir), name, follows(run));
        dirlist_close(&target.dir);
        target.dir = next;
    }
    if (err == 0)
        ls_levels_set(&run->levels, last, target);
    return err;
}

/* Leave all but the first N levels, of which the last is to be open then. */
static oserr return_to(struct ls_run *run, size_t n)
{
    size_t open = n;
    while (open < ls_levels_len(&run->levels) && !dirlist_is_open(&AT(ls_levels, &run->levels, open - 1).dir))
        open++;
    leave_levels(run, open);
    if (dirlist_is_open(&AT(ls_levels, &run->levels, open - 1).dir))
        while (ls_levels_len(&run->levels) > n && go_up(run))
            continue;
    leave_levels(run, n);
    return dirlist_is_open(&AT(ls_levels, &run->levels, n - 1).dir) ? 0 : go_down(run);
}

static void set_path(struct ls_run *run, struct ls_pending p)
{
    buf_truncate(&run->path_text, p.level ? ls_levels_at(&run->levels, p.level - 1).path_len : 0);
    size_t n = buf_len(&run->path_text);
    if (p.level > 0 && (n == 0 || span_at(buf_span(&run->path_text), n - 1) != '/'))
        buf_push(&run->path_text, '/');
    buf_append(&run->path_text, zstr_span(p.name));
    arena_release(&run->path_string, (arena_mark){});
    zstr_from(&run->path_string, buf_span(&run->path_text), &run->path);
}

oserr ls_open_pending(struct ls_run *run, struct ls_pending p, dirlist *d)
{
    oserr err = 0;
    set_path(run, p);
    if (p.level == 0) {
        leave_levels(run, 0);
        return dirlist_open(d, FDH_CWD, p.name, true);
    }
    if (ls_levels_len(&run->levels) > p.level
        || !dirlist_is_open(&AT(ls_levels, &run->levels, p.level - 1).dir))
        err = return_to(run, p.level);
    if (err)
        return err;
    struct ls_level above = ls_levels_at(&run->levels, p.level - 1);
    return open_sparing(run, d, dirlist_fd(&above.dir), p.name, follows(run));
}
