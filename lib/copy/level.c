/* level.c - the directories of the destination that are being filled, from the operand down.

   Only the deepest of them stay open; others are opened again through "..", and then must be the directories
   that they were. */

#include "copy/private.h"

#include "sys/fsop.h"

enum { MOST_OPEN = 32, LEAST_OPEN = 2 };

/* Close the open level that is nearest to the operand, unless it is the deepest. */
static bool close_one(struct copier *c)
{
    struct stat st = {};
    size_t i = c->closed;
    if (i + 1 >= copy_depth(c) || fd_stat(AT(copy_levels, &c->levels, i).out, &st) != 0)
        return false;
    AT(copy_levels, &c->levels, i).device = st.st_dev;
    AT(copy_levels, &c->levels, i).inode = st.st_ino;
    fd_close(&AT(copy_levels, &c->levels, i).out);
    c->closed++;
    return true;
}

/* Close a directory on one side or the other. */
static bool spare(struct copier *c)
{
    if (copy_depth(c) > c->closed + LEAST_OPEN && close_one(c)) {
        c->most_open = size_max(copy_depth(c) - c->closed, LEAST_OPEN);
        return true;
    }
    return walk_spare(&c->walk);
}

oserr copy_open(struct copier *c, fdh *out, fdh dir, zstr name, int flags)
{
    oserr err = fd_open(out, dir, name, flags, 0);
    while (err == EMFILE && spare(c))
        err = fd_open(out, dir, name, flags, 0);
    return err;
}

oserr copy_create(struct copier *c, fdh *out, struct copy_entry const *e, int flags, mode_t mode)
{
    flags |= O_WRONLY | O_CREAT;
    oserr err = fd_open(out, e->to_dir, e->to_name, flags, mode);
    while (err == EMFILE && spare(c))
        err = fd_open(out, e->to_dir, e->to_name, flags, mode);
    return err;
}

bool copy_is_being_filled(struct copier const *c, struct stat const *st)
{
    size_t level = 0;
    return inodes_find(&c->filling, st->st_dev, st->st_ino, &level);
}

void copy_push_level(struct copier *c, struct copy_entry const *e)
{
    struct stat st = {};
    struct copy_level level = {
        .out = e->out,
        .made = e->made,
        .shown_len = buf_len(&c->shown),
        .mode = e->mode,
        .withheld = e->withheld,
        .from = e->from,
    };
    if (!e->made) {
        c->found = copy_depth(c) + 1;
    } else if ((copy_depth(c) == c->found || c->opt.follow == COPY_FOLLOW_ALL) && fd_stat(e->out, &st) == 0) {
        /* Without links there is no way to the others but through the first. */
        level.device = st.st_dev;
        level.inode = st.st_ino;
        inodes_set(&c->filling, st.st_dev, st.st_ino, copy_depth(c));
    }
    copy_levels_push(&c->levels, level);
    if (c->most_open == 0)
        c->most_open = MOST_OPEN;
    if (copy_depth(c) - c->closed > c->most_open)
        close_one(c);
}

oserr copy_reopen_above(struct copier *c)
{
    size_t top = copy_depth(c) - 1;
    if (top == 0 || top - 1 >= c->closed)
        return 0;
    fdh f = FDH_NONE;
    struct stat st = {};
    oserr err =
        copy_open(c, &f, AT(copy_levels, &c->levels, top).out, Z(".."), O_RDONLY | O_DIRECTORY | O_NOCTTY);
    if (err == 0)
        err = fd_stat(f, &st);
    if (err == 0 && (st.st_dev != AT(copy_levels, &c->levels, top - 1).device
                     || st.st_ino != AT(copy_levels, &c->levels, top - 1).inode))
        err = ENOENT;
    if (err) {
        fd_close(&f);
        return err;
    }
    AT(copy_levels, &c->levels, top - 1).out = f;
    c->closed = top - 1;
    return 0;
}

void copy_pop_level(struct copier *c)
{
    struct copy_level level = copy_levels_at(&c->levels, copy_depth(c) - 1);
    fd_close(&level.out);
    inodes_forget(&c->filling, level.device, level.inode);
    copy_levels_truncate(&c->levels, copy_depth(c) - 1);
}
