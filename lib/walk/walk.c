/* walk.c - the order of visits. */

#include "walk/private.h"

#include "sys/fsop.h"

void walk_begin(walk *w, fdh at, zstr name, struct walk_options opt)
{
    walk_end(w);
    w->opt = opt;
    w->at = at;
    w->begun = false;
    span shown = zstr_span(name);
    while (span_len(shown) > 1 && span_ends(shown, S("//")))
        shown = span_chop(shown, 1);
    buf_clear(&w->path);
    buf_append(&w->path, shown);
    w->now = (struct walk_visit){.name = name};
}

void walk_end(walk *w)
{
    for (size_t i = w->closed; i < walk_depth_(w); i++)
        dir_close(&AT(walk_levels, &w->levels, i).dir);
    walk_slots_truncate(&w->by_inode, 0);
    walk_levels_truncate(&w->levels, 0);
    walk_statuses_truncate(&w->statuses, 0);
    walk_entries_truncate(&w->pending, 0);
    walk_entries_truncate(&w->set_aside, 0);
    arena_release(&w->names, (arena_mark){});
    arena_release(&w->set_aside_names, (arena_mark){});
    w->closed = 0;
    w->enter = false;
    w->begun = true;
}

void walk_skip(walk *w)
{
    w->enter = false;
}

/* Find out what the last visit is about.  Where links are followed, one that leads nowhere stands for
   itself. */
static oserr look(walk *w, bool follow)
{
    oserr err = ENOENT;
    if (follow)
        err = fs_stat(w->now.dir, w->now.name, &w->now.st);
    w->by_link = follow && err == 0;
    if (!follow || err == ENOENT || err == ELOOP)
        err = fs_lstat(w->now.dir, w->now.name, &w->now.st);
    w->now.has_status = err == 0;
    if (err == 0)
        w->now.kind = w->now.st.st_mode & S_IFMT;
    return err;
}

/* Make the entry E of the deepest level, or the operand, the visit. */
static void visit(walk *w, fdh dir, struct walk_entry e, size_t level)
{
    w->now = (struct walk_visit){.dir = dir, .name = e.name, .level = level, .kind = e.kind};
    w->now.what = WALK_FILE;
    w->by_link = false;
    bool follow = (w->opt.follow == WALK_LOGICAL || (w->opt.follow == WALK_OPERAND && level == 0))
                  && (e.kind == 0 || S_ISLNK(e.kind));
    if (w->opt.status || follow || e.kind == 0)
        w->now.err = look(w, follow);
    if (w->now.err)
        w->now.what = WALK_NO_STATUS;
    else if (S_ISDIR(w->now.kind))
        w->now.what = WALK_DIR;
    if (level == 0)
        w->device = w->now.st.st_dev;
    if (w->now.what == WALK_DIR && w->opt.status) {
        if (w->opt.one_device && w->now.st.st_dev != w->device)
            w->now.what = WALK_FOREIGN;
        else if (walk_seen_(w, w->now.st.st_dev, w->now.st.st_ino))
            w->now.what = WALK_CYCLE;
    }
    w->enter = w->now.what == WALK_DIR;
}

/* Visit the entry E of the deepest level. */
static void visit_entry(walk *w, struct walk_entry e)
{
    size_t top = walk_depth_(w) - 1;
    buf_truncate(&w->path, AT(walk_levels, &w->levels, top).path_len);
    if (span_last(buf_span(&w->path)) != '/')
        buf_push(&w->path, '/');
    buf_append(&w->path, zstr_span(e.name));
    visit(w, dir_fd(&AT(walk_levels, &w->levels, top).dir), e, top + 1);
}

/* All entries of the deepest level are done with.  One that could not be read at all has no end, and one
   that was not read to its end is reported before its end comes. */
static void visit_end(walk *w)
{
    size_t top = walk_depth_(w) - 1;
    oserr err = AT(walk_levels, &w->levels, top).err;
    size_t read = walk_entries_len(&w->pending) - AT(walk_levels, &w->levels, top).first
                  + AT(walk_levels, &w->levels, top).late_end;
    if (err && read > 0) {
        AT(walk_levels, &w->levels, top).err = 0;
        buf_truncate(&w->path, AT(walk_levels, &w->levels, top).path_len);
        w->now = (struct walk_visit){.what = WALK_PARTIAL, .level = top, .kind = S_IFDIR, .err = err};
        w->now.name = AT(walk_levels, &w->levels, top).name;
        return;
    }
    oserr lost = walk_leave_(w);
    if (lost) {
        w->now.what = WALK_LOST;
        w->now.err = lost;
        walk_end(w);
    } else if (err) {
        w->now.what = WALK_UNREADABLE;
        w->now.err = err;
    }
}

/* Go down into the directory visited last; false when that is a visit of its own. */
static bool enter(walk *w)
{
    oserr err = 0;
    w->enter = false;
    enum walk_what what = walk_enter_(w, &err);
    if (what == WALK_DIR)
        return true;
    w->now.what = what;
    w->now.err = err;
    return false;
}

bool walk_next(walk *w, struct walk_visit *v)
{
    if (!w->begun) {
        w->begun = true;
        visit(w, w->at, (struct walk_entry){.name = w->now.name}, 0);
    } else if (w->enter && !enter(w)) {
        w->enter = false;
    } else {
        if (walk_depth_(w) == 0)
            return false;
        struct walk_entry e = {};
        bool found = walk_take_(w, &e);
        while (!found && AT(walk_levels, &w->levels, walk_depth_(w) - 1).unread) {
            walk_read_part_(w);
            found = walk_take_(w, &e);
        }
        if (found)
            visit_entry(w, e);
        else
            visit_end(w);
    }
    *v = w->now;
    return true;
}
