/* regular.c - one regular file (or what is read as one): both ends opened, contents, attributes. */

#include "copy/private.h"

#include "sys/fsop.h"

/* Open the source, and see that it is still what was looked at. */
static bool open_source(struct copier *c, struct diag *d, struct copy_entry *e)
{
    if (!fd_is_none(e->in))
        return true;
    struct stat st = {};
    int flags = O_RDONLY | (e->follow ? 0 : O_NOFOLLOW);
    /* Whoever will write to a FIFO is waited for when it is read: then the progress can be told. */
    if (c->progress.on && S_ISFIFO(e->from.st_mode))
        flags |= O_NONBLOCK;
    oserr err = copy_open(c, &e->in, e->from_dir, e->from_name, flags);
    if (err) {
        diag_error(d, err, "cannot open %s for reading", fmt_path(e->from_shown));
        return false;
    }
    err = fd_stat(e->in, &st);
    if (err) {
        diag_error(d, err, "cannot fstat %s", fmt_path(e->from_shown));
        return false;
    }
    if (!fs_same_file(&st, &e->from)) {
        diag_error(d, 0, "skipping file %s, as it was replaced while being copied", fmt_path(e->from_shown));
        return false;
    }
    e->from.st_size = st.st_size;
    e->from.st_blocks = st.st_blocks;
    return true;
}

/* Open a destination that exists; COPY_GO_ON: it is gone now, and is to be made. */
static enum copy_step open_existing(struct copier *c, struct diag *d, struct copy_entry *e, fdh *out)
{
    int flags = O_WRONLY | (c->opt.attributes_only ? 0 : O_TRUNC);
    oserr err = copy_open(c, out, e->to_dir, e->to_name, flags);
    if (err == 0)
        return COPY_DONE;
    if (!c->opt.force) {
        /* It went away between the look and now. */
        if (err == ENOENT) {
            e->exists = false;
            return COPY_GO_ON;
        }
        diag_error(d, err, "cannot create regular file %s", fmt_path(copy_shown(c)));
        return COPY_FAILED;
    }
    err = fs_unlink(e->to_dir, e->to_name);
    if (err && err != ENOENT) {
        diag_error(d, err, "cannot remove %s", fmt_path(copy_shown(c)));
        return COPY_FAILED;
    }
    if (err == 0)
        copy_tell_removed(c, d);
    e->exists = false;
    return COPY_GO_ON;
}

static bool create_new(struct copier *c, struct diag *d, struct copy_entry *e, fdh *out)
{
    mode_t mode = e->mode & ~e->withheld & 0777;
    struct stat st = {};
    if (c->opt.keep_xattr)
        mode |= S_IWUSR;        /* attributes cannot be set without it */
    oserr err = copy_create(c, out, e, O_EXCL | O_NOFOLLOW, mode);
    if (err == EEXIST && !c->opt.move && fs_lstat(e->to_dir, e->to_name, &st) == 0 && S_ISLNK(st.st_mode)) {
        if (!c->opt.through_dangling) {
            diag_error(d, 0, "not writing through dangling symlink %s", fmt_path(copy_shown(c)));
            return false;
        }
        err = copy_create(c, out, e, 0, mode);
    }
    if (err == EISDIR && span_last(zstr_span(e->to_name)) == '/')
        err = ENOTDIR;
    if (err)
        diag_error(d, err, "cannot create regular file %s", fmt_path(copy_shown(c)));
    return err == 0;
}

/* Close the new file; only now some file systems say that they could not keep it. */
static bool close_target(struct copier *c, struct diag *d, fdh *out)
{
    oserr err = fd_close(out);
    if (err)
        diag_error(d, err, "failed to close %s", fmt_path(copy_shown(c)));
    return err == 0;
}

/* The status of the new file, as far as something depends on it. */
static bool look_at_new(struct copier *c, struct diag *d, struct copy_entry *e, fdh out)
{
    bool needed = !e->fresh || c->opt.keep_owner || c->opt.keep_mode || c->opt.keep_xattr || e->withheld != 0;
    /* A tree that was just made lies on one device. */
    e->to.st_dev = c->made_device;
    oserr err = needed ? fd_stat(out, &e->to) : 0;
    if (err)
        diag_error(d, err, "cannot fstat %s", fmt_path(copy_shown(c)));
    return err == 0;
}

static bool fill(struct copier *c, struct diag *d, struct copy_entry *e, fdh out)
{
    if (!look_at_new(c, d, e, out))
        return false;
    bool regular = !e->exists || S_ISREG(e->to.st_mode);
    if (e->exists && !copy_set_label(c, d, out))
        return false;
    if (!c->opt.attributes_only && !copy_data(c, d, e, out, regular))
        return false;
    return copy_attributes(c, d, e, e->in, out);
}

/* Remove the file that was made, unless another one has its name by now. */
static void remove_made(struct copier *c, struct diag *d, struct copy_entry const *e, struct stat const *made)
{
    struct stat st = {};
    if (fs_lstat(e->to_dir, e->to_name, &st) != 0 || !fs_same_file(&st, made))
        return;
    oserr err = fs_unlink(e->to_dir, e->to_name);
    if (err && err != ENOENT)
        diag_error(d, err, "cannot remove %s", fmt_path(copy_shown(c)));
}

bool copy_regular(struct copier *c, struct diag *d, struct copy_entry *e)
{
    fdh out = FDH_NONE;
    c->how = (struct copy_debug){};
    if (!open_source(c, d, e))
        return false;
    enum copy_step step = e->exists ? open_existing(c, d, e, &out) : COPY_GO_ON;
    if (step == COPY_FAILED || (step == COPY_GO_ON && !create_new(c, d, e, &out))) {
        copy_tell_how(c, d);
        return false;
    }
    bool made = !e->exists;
    bool ok = fill(c, d, e, out);
    struct stat st = {};
    bool known = !ok && fd_stat(out, &st) == 0;
    ok = close_target(c, d, &out) && ok;
    /* What could not be shared, or moved, leaves nothing behind; a copy leaves what there is of it. */
    if (known && made && (c->opt.move || c->opt.reflink == COPY_REFLINK_ALWAYS))
        remove_made(c, d, e, &st);
    if (!c->opt.attributes_only)
        copy_tell_how(c, d);
    return ok;
}
