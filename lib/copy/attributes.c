/* attributes.c - times, owner and mode of what was made.

   The order matters: times first, as nothing after it changes them; the owner before extended attributes
   and mode, as a change of owner takes capabilities and set-ID bits away; the mode last, so that nobody can
   use a file more freely than he shall before it is complete. */

#include "copy/private.h"

#include "sys/xattrs.h"

mode_t copy_umask(struct copier *c)
{
    if (!c->has_umask)
        c->umask = attr_umask();
    c->has_umask = true;
    return c->umask;
}

/* By descriptor, or by name in the directory of the destination when that is none. */
static oserr set_times(struct copy_entry const *e, fdh out)
{
    struct timespec accessed = e->from.st_atim, modified = e->from.st_mtim;
    return fd_is_none(out) ? attr_times_at(e->to_dir, e->to_name, accessed, modified)
                           : attr_times_fd(out, accessed, modified);
}

static oserr set_owner(struct copy_entry const *e, fdh out, uid_t user, gid_t group)
{
    return fd_is_none(out) ? attr_owner_at(e->to_dir, e->to_name, user, group)
                           : attr_owner_fd(out, user, group);
}

static oserr set_mode(struct copy_entry const *e, fdh out, mode_t mode)
{
    return fd_is_none(out) ? attr_mode_at(e->to_dir, e->to_name, mode) : attr_mode_fd(out, mode);
}

static bool keep_times(struct copier *c, struct diag *d, struct copy_entry *e, fdh out)
{
    oserr err = set_times(e, out);
    if (err == 0)
        return true;
    diag_error(d, err, "preserving times for %s", fmt_path(copy_shown(c)));
    return !c->opt.must_keep;
}

/* A file that was there may be open to more people than its new owner would like: close it before it is
   his. */
static bool close_to_others(struct copier *c, struct diag *d, struct copy_entry *e, fdh out)
{
    mode_t old = e->to.st_mode & 07777, both = old & e->mode & S_IRWXU;
    if (S_ISLNK(e->from.st_mode) || e->made || !(c->opt.keep_mode || c->opt.move || c->opt.set_mode)
        || (old & (~e->mode | 07000)) == 0)
        return true;
    oserr err = set_mode(e, out, both);
    if (err == 0 || ((err == EPERM || err == EACCES) && !c->may_give_away))
        return true;
    diag_error(d, err, "clearing permissions for %s", fmt_path(copy_shown(c)));
    return !c->opt.must_keep;
}

static bool keep_owner(struct copier *c, struct diag *d, struct copy_entry *e, fdh out)
{
    if (e->from.st_uid == e->to.st_uid && e->from.st_gid == e->to.st_gid)
        return true;
    if (!close_to_others(c, d, e, out))
        return false;
    oserr err = set_owner(e, out, e->from.st_uid, e->from.st_gid);
    if (err == 0)
        return true;
    /* Somebody else's file: but he may belong to its group. */
    if (err == EPERM || err == EINVAL) {
        oserr unused = set_owner(e, out, ATTR_KEEP_USER, e->from.st_gid);
        (void)unused;
    }
    e->mode &= ~(mode_t)07000;
    if ((err == EPERM || err == EINVAL || err == EACCES) && !c->may_give_away)
        return true;
    diag_error(d, err, "failed to preserve ownership for %s", fmt_path(copy_shown(c)));
    return !c->opt.must_keep;
}

/* The mode of what does not take the source's. */
static bool settle_mode(struct copier *c, struct diag *d, struct copy_entry *e, fdh out)
{
    mode_t now = e->to.st_mode & 07777, want = now;
    if (c->opt.set_mode)
        want = c->opt.mode;
    else if (e->made && (e->withheld != 0 || c->opt.keep_xattr || S_ISDIR(e->from.st_mode)))
        want = (now & 07000) | (e->mode & 07777 & ~copy_umask(c));
    if (want == now)
        return true;
    oserr err = set_mode(e, out, want);
    if (err)
        diag_error(d, err, "preserving permissions for %s", fmt_path(copy_shown(c)));
    return err == 0 || !c->opt.must_keep;
}

bool copy_settle(struct copier *c, struct diag *d, fdh out)
{
    oserr err = 0;
    /* A change of the owner takes set-ID bits away, and nobody but the right owner shall have such a file. */
    if (c->opt.user != ATTR_KEEP_USER || c->opt.group != ATTR_KEEP_GROUP)
        err = attr_owner_fd(out, c->opt.user, c->opt.group);
    if (err) {
        diag_error(d, err, "cannot change ownership of %s", fmt_path(copy_shown(c)));
        return false;
    }
    /* A list that it inherited from its directory would allow what the mode does not. */
    err = xattr_remove(out, Z("system.posix_acl_access"));
    if (err == 0 || err == ENODATA || err == EOPNOTSUPP || err == ENOSYS)
        err = attr_mode_fd(out, c->opt.final_mode);
    if (err)
        diag_error(d, err, "cannot change permissions of %s", fmt_path(copy_shown(c)));
    return err == 0;
}

bool copy_attributes(struct copier *c, struct diag *d, struct copy_entry *e, fdh in, fdh out)
{
    bool ok = true;
    e->made = e->made || !e->exists;
    c->listed = EOPNOTSUPP;
    if ((c->opt.keep_xattr || c->opt.keep_mode) && !fd_is_none(in))
        c->listed = xattr_list(in, &c->list);
    if (c->opt.keep_times)
        ok = keep_times(c, d, e, out);
    if (ok && c->opt.keep_owner)
        ok = keep_owner(c, d, e, out);
    if (ok && c->opt.keep_xattr && !fd_is_none(in))
        ok = copy_xattrs(c, d, e->from_shown, in, out);
    if (!ok)
        return false;
    if (c->opt.settle)
        return copy_settle(c, d, out);
    if (c->opt.keep_mode)
        return copy_permissions(c, d, e, in, out);
    return e->fresh && e->withheld == 0 && !c->opt.set_mode && !c->opt.keep_xattr && !S_ISDIR(e->from.st_mode)
           ? true : settle_mode(c, d, e, out);
}

bool copy_attributes_at(struct copier *c, struct diag *d, struct copy_entry *e, bool link)
{
    e->made = true;
    if (c->opt.keep_times && !keep_times(c, d, e, FDH_NONE))
        return false;
    if (c->opt.keep_owner && !keep_owner(c, d, e, FDH_NONE))
        return false;
    if (link)
        return true;
    if (!c->opt.keep_mode)
        return settle_mode(c, d, e, FDH_NONE);
    oserr err = attr_mode_at(e->to_dir, e->to_name, e->mode);
    if (err)
        diag_error(d, err, "preserving permissions for %s", fmt_path(copy_shown(c)));
    return err == 0 || !c->opt.must_keep;
}
