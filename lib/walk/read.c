/* read.c - the entries of directories, read in parts. */

#include "walk/private.h"

enum {
    PART = 1 << 15,             /* entries read at a time: bounds the memory that a wide directory takes */
    SORT_FROM = 1 << 10,        /* a part of so many entries is worth sorting */
};

/* Restore the heap order of the first N entries below I: parents have the higher inode. */
static void sift(walk_entry_view v, size_t i, size_t n)
{
    struct walk_entry e = walk_entry_view_at(v, i);
    for (size_t child = 2 * i + 1; child < n; child = 2 * i + 1) {
        if (child + 1 < n && AT(walk_entry_view, v, child).inode < AT(walk_entry_view, v, child + 1).inode)
            child++;
        if (AT(walk_entry_view, v, child).inode <= e.inode)
            break;
        walk_entry_view_set(v, i, walk_entry_view_at(v, child));
        i = child;
    }
    walk_entry_view_set(v, i, e);
}

/* By inode: on disks the inodes of a directory then come in the order of their blocks, while file systems
   that hash names give them in no order at all. */
static void sort_by_inode(walk_entry_view v)
{
    size_t n = walk_entry_view_len(v);
    for (size_t i = n / 2; i > 0; i--)
        sift(v, i - 1, n);
    while (n > 1) {
        struct walk_entry last = walk_entry_view_at(v, n - 1);
        walk_entry_view_set(v, n - 1, walk_entry_view_at(v, 0));
        walk_entry_view_set(v, 0, last);
        sift(v, 0, --n);
    }
}

static bool is_sorted(walk_entry_view v)
{
    for (size_t i = 1; i < walk_entry_view_len(v); i++)
        if (AT(walk_entry_view, v, i).inode < AT(walk_entry_view, v, i - 1).inode)
            return false;
    return true;
}

/* Up to MOST entries of D into LIST. */
static oserr read_entries(dirh *d, walk_entries *list, arena *names, size_t most, bool *more)
{
    *more = true;
    for (size_t n = 0; n < most; n++) {
        struct dir_entry e = {};
        oserr err = dir_next(d, names, &e);
        if (err || zstr_is_none(e.name)) {
            *more = false;
            return err;
        }
        walk_entries_push(list, (struct walk_entry){.name = e.name, .inode = e.inode, .kind = e.kind});
    }
    return 0;
}

void walk_read_part_(walk *w)
{
    size_t top = walk_depth_(w) - 1;
    struct walk_level level = walk_levels_at(&w->levels, top);
    arena_release(&w->names, level.names);
    walk_entries_truncate(&w->pending, level.first);
    level.next = level.first;
    level.err = read_entries(&level.dir, &w->pending, &w->names, PART, &level.unread);
    walk_entry_view part = walk_entry_view_drop(walk_entries_span(&w->pending), level.first);
    if (walk_entry_view_len(part) >= SORT_FROM && !is_sorted(part))
        sort_by_inode(part);
    walk_levels_set(&w->levels, top, level);
}

bool walk_take_(walk *w, struct walk_entry *e)
{
    size_t top = walk_depth_(w) - 1;
    size_t next = AT(walk_levels, &w->levels, top).next;
    if (next < walk_entries_len(&w->pending)) {
        *e = walk_entries_at(&w->pending, next);
        AT(walk_levels, &w->levels, top).next++;
        return true;
    }
    size_t late = AT(walk_levels, &w->levels, top).late;
    if (late < AT(walk_levels, &w->levels, top).late_end) {
        *e = walk_entries_at(&w->set_aside, late);
        AT(walk_levels, &w->levels, top).late++;
        return true;
    }
    return false;
}

void walk_set_aside_(walk *w, size_t i)
{
    struct walk_level level = walk_levels_at(&w->levels, i);
    if (level.unread) {
        level.late = walk_entries_len(&w->set_aside);
        level.err = read_entries(&level.dir, &w->set_aside, &w->set_aside_names, SIZE_MAX, &level.unread);
        level.late_end = walk_entries_len(&w->set_aside);
    }
    dir_close(&level.dir);
    walk_levels_set(&w->levels, i, level);
}
