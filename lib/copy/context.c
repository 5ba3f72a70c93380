/* context.c - SELinux contexts of what is made. */

#include "copy/private.h"

#include "sys/fsop.h"
#include "sys/selinux.h"
#include "sys/xattrs.h"

static const zstr label_name = Z("security.selinux");

/* The context of the source, in c->value. */
static oserr source_label(struct copier *c, struct copy_entry const *e)
{
    fdh f = e->in;
    oserr err = 0;
    if (fd_is_none(e->in))
        err = fd_open(&f, e->from_dir, e->from_name,
                      O_RDONLY | O_NONBLOCK | O_NOCTTY | (e->follow ? 0 : O_NOFOLLOW), 0);
    if (err == 0)
        err = xattr_get(f, label_name, &c->value);
    if (fd_is_none(e->in))
        fd_close(&f);
    return err;
}

/* The context that the policy wants for the destination, in c->value. */
static oserr wanted_label(struct copier *c, struct copy_entry const *e)
{
    zstr here = Z_NONE, path = Z_NONE;
    arena_mark mark = arena_save(&c->names);
    oserr err = zstr_from(&c->names, copy_shown(c), &path) ? 0 : EINVAL;
    if (err == 0 && span_peek(zstr_span(path), 0) != '/') {
        err = fs_getcwd(&c->names, &here);
        path = zstr_join_path(&c->names, here, path);
    }
    if (err == 0)
        err = selinux_wanted(path, e->from.st_mode, &c->value);
    arena_release(&c->names, mark);
    return err;
}

bool copy_choose_label(struct copier *c, struct diag *d, struct copy_entry const *e)
{
    oserr err = 0;
    if (!zstr_is_none(c->opt.context)) {
        buf_clear(&c->value);
        buf_append(&c->value, zstr_span(c->opt.context));
    } else if (c->opt.default_context) {
        if (wanted_label(c, e) != 0)
            return true;        /* the policy says nothing about such files */
    } else if (c->opt.keep_context) {
        err = source_label(c, e);
    } else {
        return true;
    }
    if (err == 0)
        err = selinux_create_as(buf_span(&c->value));
    if (err == 0 || (c->opt.keep_context && !c->opt.must_keep_context))
        return true;
    diag_error(d, err, "failed to set default file creation context to %s", fmt_q(buf_span(&c->value)));
    return false;
}

bool copy_set_label(struct copier *c, struct diag *d, fdh out)
{
    if (zstr_is_none(c->opt.context) && !c->opt.default_context && !c->opt.keep_context)
        return true;
    if (buf_len(&c->value) == 0)
        return true;
    oserr err = xattr_set(out, label_name, buf_span(&c->value));
    if (err == 0 || (c->opt.keep_context && !c->opt.must_keep_context))
        return true;
    diag_error(d, err, "failed to set the security context of %s", fmt_path(copy_shown(c)));
    return !c->opt.must_keep_context;
}
