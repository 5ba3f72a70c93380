/* level.c - down into a directory and up again, with a bounded number of descriptors. */

#include "walk/private.h"

#include "safe/checked.h"
#include "sys/fsop.h"

enum { MOST_OPEN = 32, LEAST_OPEN = 2 };

/* Close the open level that is nearest to the operand, unless it is the deepest, or there would be no way
   back to it. */
static bool close_one(walk *w)
{
    size_t i = w->closed;
    if (i + 1 >= walk_depth_(w) || AT(walk_levels, &w->levels, i + 1).by_link)
        return false;
    walk_set_aside_(w, i);
    w->closed++;
    return true;
}

bool walk_spare(walk *w)
{
    if (walk_depth_(w) - w->closed <= LEAST_OPEN || !close_one(w))
        return false;
    w->most_open = size_min(w->most_open, walk_depth_(w) - w->closed + 1);
    return true;
}

/* Open NAME, closing others where the process has no descriptors left. */
static oserr open_below(walk *w, dirh *d, fdh at, zstr name, bool follow)
{
    if (w->most_open == 0)
        w->most_open = MOST_OPEN;
    if (walk_depth_(w) - w->closed >= w->most_open)
        close_one(w);
    for (;;) {
        oserr err = dir_open(d, at, name, follow);
        if (err != EMFILE || !close_one(w))
            return err;
        if (w->most_open > LEAST_OPEN)
            w->most_open--;
    }
}

/* Add the level of the open directory D, which has the status ST. */
static void add_level(walk *w, dirh d, struct stat const *st)
{
    struct walk_level level = {
        .dir = d, .device = st->st_dev, .inode = st->st_ino, .name = w->now.name,
        .path_len = buf_len(&w->path),
        .first = walk_entries_len(&w->pending), .next = walk_entries_len(&w->pending),
        .names = arena_save(&w->names), .unread = true, .by_link = w->by_link,
    };
    walk_levels_push(&w->levels, level);
    if (w->opt.status)
        walk_statuses_push(&w->statuses, w->now.st);
    walk_remember_(w);
}

enum walk_what walk_enter_(walk *w, oserr *err)
{
    dirh d = {};
    struct stat st = {};
    enum walk_what what = WALK_UNREADABLE;
    *err = open_below(w, &d, w->now.dir, w->now.name, w->by_link);
    if (*err == 0)
        *err = fd_stat(dir_fd(&d), &st);
    /* Another directory took the place of the one that was looked at: that one is gone. */
    if (*err == 0 && w->now.has_status && !fs_same_file(&st, &w->now.st))
        *err = ENOENT;
    if (*err == 0) {
        if (w->opt.one_device && st.st_dev != w->device) {
            what = WALK_FOREIGN;
        } else if (walk_seen_(w, st.st_dev, st.st_ino)) {
            what = WALK_CYCLE;
        } else {
            add_level(w, d, &st);
            return WALK_DIR;
        }
    }
    dir_close(&d);
    return what;
}

/* Open the level above the deepest again. */
static oserr reopen_parent(walk *w)
{
    size_t i = walk_depth_(w) - 2;
    dirh d = {};
    struct stat st = {};
    oserr err = dir_open(&d, dir_fd(&AT(walk_levels, &w->levels, i + 1).dir), Z(".."), false);
    if (err == 0)
        err = fd_stat(dir_fd(&d), &st);
    struct walk_level const level = walk_levels_at(&w->levels, i);
    if (err == 0 && (st.st_dev != level.device || st.st_ino != level.inode))
        err = ENOENT;
    if (err) {
        dir_close(&d);
        return err;
    }
    AT(walk_levels, &w->levels, i).dir = d;
    w->closed = i;
    return 0;
}

oserr walk_leave_(walk *w)
{
    size_t i = walk_depth_(w) - 1;
    oserr err = i > 0 && i - 1 < w->closed ? reopen_parent(w) : 0;
    struct walk_level level = walk_levels_at(&w->levels, i);
    dir_close(&level.dir);
    walk_forget_(w);
    walk_entries_truncate(&w->pending, level.first);
    arena_release(&w->names, level.names);
    buf_truncate(&w->path, level.path_len);
    w->now = (struct walk_visit){
        .what = WALK_DIR_END, .name = level.name, .level = i, .kind = S_IFDIR,
        .dir = i == 0 ? w->at : dir_fd(&AT(walk_levels, &w->levels, i - 1).dir),
    };
    walk_levels_truncate(&w->levels, i);
    if (w->opt.status) {
        w->now.has_status = true;
        walk_statuses_pop(&w->statuses, &w->now.st);
    }
    return err;
}
