/* move.c - renaming, which is all that a move needs on one file system. */

#include "copy/private.h"

#include "sys/fsop.h"

static enum copy_step renamed(struct copier *c, struct diag *d, struct copy_entry *e)
{
    if (c->opt.verbose)
        copy_tell(c, d, e, S("renamed"));
    c->renamed = true;
    copy_remember_created(c, e);
    return COPY_DONE;
}

static enum copy_step exchange(struct copier *c, struct diag *d, struct copy_entry *e)
{
    oserr err = fs_rename(e->from_dir, e->from_name, e->to_dir, e->to_name, FS_EXCHANGE);
    struct fmtarg from = fmt_path(e->from_shown), to = fmt_path(copy_shown(c));
    if (err) {
        diag_error(d, err, "cannot exchange %s and %s", from, to);
        return COPY_FAILED;
    }
    if (c->opt.verbose) {
        fmt_write(&d->out, Z("exchanged %s <-> %s\n"), FMT_ARGS(from, to));
        diag_sync(d);
    }
    c->renamed = true;
    return COPY_DONE;
}

enum copy_step copy_try_rename(struct copier *c, struct diag *d, struct copy_entry *e,
                               struct copy_operand *op)
{
    if (c->opt.exchange)
        return COPY_GO_ON;
    if (!op->rename_tried)
        op->rename_error = fs_rename(e->from_dir, e->from_name, e->to_dir, e->to_name, FS_NOREPLACE);
    op->rename_tried = true;
    if (op->rename_error == EEXIST && copy_never_replaces(c))
        return copy_leave(c, d, false);
    return op->rename_error == 0 ? renamed(c, d, e) : COPY_GO_ON;
}

/* Errors that are about the destination's name, so that the source's says nothing. */
static bool is_about_target(oserr err)
{
    switch (err) {
    case EDQUOT: case EEXIST: case EISDIR: case EMLINK: case ENOSPC: case ENOTEMPTY: case ETXTBSY:
        return true;
    default:
        return false;
    }
}

static enum copy_step rename_failed(struct copier *c, struct diag *d, struct copy_entry const *e, oserr err)
{
    struct fmtarg from = fmt_path(e->from_shown), to = fmt_path(copy_shown(c));
    if (err == EINVAL) {
        diag_error(d, 0, "cannot move %s to a subdirectory of itself, %s", fmt_name(c->root_from),
                   fmt_name(c->root_shown));
        c->into_itself = true;
    } else if (is_about_target(err)) {
        diag_error(d, err, "cannot overwrite %s", to);
    } else {
        diag_error(d, err, "cannot move %s to %s", from, to);
    }
    return COPY_FAILED;
}

/* Renaming cannot be done between file systems: make room for a copy. */
static enum copy_step prepare_copy(struct copier *c, struct diag *d, struct copy_entry *e)
{
    oserr err = S_ISDIR(e->from.st_mode) ? fs_rmdir(e->to_dir, e->to_name) : fs_unlink(e->to_dir, e->to_name);
    if (err && err != ENOENT) {
        diag_error(d, err, "inter-device move failed: %s to %s; unable to remove target",
                   fmt_path(e->from_shown), fmt_path(copy_shown(c)));
        return COPY_FAILED;
    }
    e->exists = false;
    if (c->opt.verbose && !S_ISDIR(e->from.st_mode))
        copy_tell(c, d, e, S("copied"));
    return COPY_GO_ON;
}

enum copy_step copy_rename(struct copier *c, struct diag *d, struct copy_entry *e,
                           struct copy_operand const *op)
{
    /* What could not be renamed without replacing may be so now: with its backup made, or replacing. */
    if (c->opt.exchange)
        return exchange(c, d, e);
    oserr err = op->rename_error;
    bool retry =
        err == EEXIST || err == ENOSYS || err == EINVAL || err == EOPNOTSUPP || !zstr_is_none(e->backup);
    if (retry)
        err = fs_rename(e->from_dir, e->from_name, e->to_dir, e->to_name, FS_REPLACE);
    if (err == 0)
        return renamed(c, d, e);
    if (err != EXDEV || c->opt.no_copy)
        return rename_failed(c, d, e, err);
    return prepare_copy(c, d, e);
}
