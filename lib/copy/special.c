/* special.c - what has no contents of its own: FIFOs, devices, sockets, symbolic links. */

#include "copy/private.h"

#include "path/path.h"
#include "sys/fsop.h"

/* A link that is there already and says the same, with --update. */
static bool same_text(struct copier *c, struct copy_entry const *e, zstr target)
{
    zstr there = Z_NONE;
    return c->opt.update && e->exists && S_ISLNK(e->to.st_mode)
           && fs_readlink(&c->names, e->to_dir, e->to_name, &there) == 0 && zstr_eq(there, target);
}

static bool copy_link_text(struct copier *c, struct diag *d, struct copy_entry *e)
{
    zstr target = Z_NONE;
    arena_mark mark = arena_save(&c->names);
    oserr err = fs_readlink(&c->names, e->from_dir, e->from_name, &target);
    if (err) {
        diag_error(d, err, "cannot read symbolic link %s", fmt_path(e->from_shown));
        return false;
    }
    err = copy_symbolic_link(c, target, e, c->opt.force);
    if (err && !same_text(c, e, target)) {
        diag_error(d, err, "cannot create symbolic link %s", fmt_path(copy_shown(c)));
        return false;
    }
    arena_release(&c->names, mark);
    return true;
}

static bool make_node(struct copier *c, struct diag *d, struct copy_entry *e)
{
    mode_t mode = (e->from.st_mode & S_IFMT) | (e->mode & 07777 & ~e->withheld);
    oserr err = attr_make_node(e->to_dir, e->to_name, mode, e->from.st_rdev);
    if (err && S_ISFIFO(e->from.st_mode))
        diag_error(d, err, "cannot create fifo %s", fmt_path(copy_shown(c)));
    else if (err)
        diag_error(d, err, "cannot create special file %s", fmt_path(copy_shown(c)));
    return err == 0;
}

static bool finish_special(struct copier *c, struct diag *d, struct copy_entry *e, bool link)
{
    if (!c->opt.keep_times && !c->opt.keep_owner && (link || (!c->opt.keep_mode && e->withheld == 0)))
        return true;
    oserr err = fs_lstat(e->to_dir, e->to_name, &e->to);
    if (err) {
        diag_error(d, err, "cannot stat %s", fmt_path(copy_shown(c)));
        return false;
    }
    return copy_attributes_at(c, d, e, link);
}

/* A relative name leads from where the link is, and not from here. */
static bool leads_there(struct copier *c, struct copy_entry const *e)
{
    span above = path_dir(copy_shown(c));
    if (span_peek(e->from_shown, 0) == '/' || span_eq(above, S(".")))
        return true;
    struct stat here = {}, there = {};
    zstr parent = Z_NONE;
    zstr_from(&c->names, above, &parent);
    return fs_stat(FDH_CWD, Z("."), &here) != 0 || fs_stat(FDH_CWD, parent, &there) != 0
           || fs_same_file(&here, &there);
}

bool copy_as_link(struct copier *c, struct diag *d, struct copy_entry *e)
{
    if (!leads_there(c, e)) {
        diag_error(d, 0, "%s: can make relative symbolic links only in current directory",
                   fmt_pathc(copy_shown(c)));
        return false;
    }
    zstr target = Z_NONE;
    zstr_from(&c->names, e->from_shown, &target);
    oserr err = copy_symbolic_link(c, target, e, c->opt.force);
    if (err) {
        diag_error(d, err, "cannot create symbolic link %s to %s", fmt_path(copy_shown(c)),
                   fmt_path(e->from_shown));
        return false;
    }
    return finish_special(c, d, e, true);
}

bool copy_special(struct copier *c, struct diag *d, struct copy_entry *e)
{
    mode_t kind = e->from.st_mode;
    if (S_ISLNK(kind)) {
        if (!copy_link_text(c, d, e))
            return false;
    } else if (S_ISFIFO(kind) || S_ISBLK(kind) || S_ISCHR(kind) || S_ISSOCK(kind)) {
        if (!make_node(c, d, e))
            return false;
    } else {
        diag_error(d, 0, "%s has unknown file type", fmt_path(e->from_shown));
        return false;
    }
    return finish_special(c, d, e, S_ISLNK(kind));
}
