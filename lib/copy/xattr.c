/* xattr.c - extended attributes, and access control lists, which are such. */

#include "copy/private.h"

#include "sys/xattrs.h"

static bool is_unsupported(oserr err)
{
    return err == EOPNOTSUPP || err == ENOSYS || err == ENODATA;
}

/* Attributes that other options are about, or that belong to one file system alone. */
static bool is_other_business(struct copier const *c, span name)
{
    bool label = span_eq(name, S("security.selinux"))
                 && (c->opt.keep_context || c->opt.default_context || !zstr_is_none(c->opt.context));
    return label || span_starts(name, S("system.posix_acl_")) || span_eq(name, S("system.nfs4_acl"))
           || span_eq(name, S("security.evm")) || span_starts(name, S("trusted.SGI_"))
           || span_starts(name, S("xfsroot."));
}

/* Whether ERR is worth a word: all are where attributes were asked for, else those that are no mere lack of
   support - which a move mentions, too. */
static bool is_worth_a_word(struct copier const *c, oserr err)
{
    if (c->opt.attributes_only || c->opt.must_keep_xattr)
        return true;
    return !c->opt.quiet_xattr && (c->opt.move || !is_unsupported(err));
}

static void complain(struct copier *c, struct diag *d, oserr err, span name)
{
    if (!is_worth_a_word(c, err))
        return;
    if (span_empty(name))
        diag_warn(d, err, "setting attributes for %s", fmt_path(copy_shown(c)));
    else
        diag_warn(d, err, "setting attribute %s for %s", fmt_path(name), fmt_path(copy_shown(c)));
}

/* One attribute.  STOP: the others will fare no better. */
static bool copy_one(struct copier *c, struct diag *d, zstr name, fdh in, fdh out)
{
    oserr err = xattr_get(in, name, &c->value);
    if (err == ENODATA)
        return true;            /* it is gone since it was listed */
    if (err == 0)
        err = xattr_set(out, name, buf_span(&c->value));
    if (err)
        complain(c, d, err, is_unsupported(err) ? S("") : zstr_span(name));
    return err == 0;
}

bool copy_xattrs(struct copier *c, struct diag *d, span from_shown, fdh in, fdh out)
{
    oserr err = c->listed;
    if (err) {
        if (!is_unsupported(err) && is_worth_a_word(c, err))
            diag_warn(d, err, "listing attributes of %s", fmt_path(from_shown));
        return is_unsupported(err) || !c->opt.must_keep_xattr;
    }
    bool ok = true;
    arena_mark mark = arena_save(&c->names);
    span rest = buf_span(&c->list), text = {};
    while (span_cut(&rest, 0, &text)) {
        zstr name = Z_NONE;
        if (is_other_business(c, text) || !zstr_from(&c->names, text, &name))
            continue;
        ok = copy_one(c, d, name, in, out) && ok;
    }
    arena_release(&c->names, mark);
    if (!ok && c->opt.must_keep_xattr)
        d->status = d->failure;
    return ok || !c->opt.must_keep_xattr;
}

/* ---- access control lists ---- */

/* Whether LIST, names with a NUL behind each, has NAME. */
static bool list_has(buf const *list, span name)
{
    span rest = buf_span(list), text = {};
    while (span_cut(&rest, 0, &text))
        if (span_eq(text, name))
            return true;
    return false;
}

/* Make the list NAME of OUT that of IN, which has one or not. */
static oserr copy_list(struct copier *c, zstr name, fdh in, bool has, fdh out)
{
    if (!has) {
        oserr err = xattr_remove(out, name);
        return is_unsupported(err) ? 0 : err;
    }
    oserr err = xattr_get(in, name, &c->value);
    return err ? err : xattr_set(out, name, buf_span(&c->value));
}

bool copy_permissions(struct copier *c, struct diag *d, struct copy_entry const *e, fdh in, fdh out)
{
    zstr access = Z("system.posix_acl_access"), preset = Z("system.posix_acl_default");
    bool has_access = c->listed == 0 && list_has(&c->list, zstr_span(access));
    bool has_preset = c->listed == 0 && list_has(&c->list, zstr_span(preset));
    /* What the new file inherited from its directory is not the source's. */
    oserr err = xattr_list(out, &c->value);
    bool had_access = err == 0 && list_has(&c->value, zstr_span(access));
    bool had_preset = err == 0 && list_has(&c->value, zstr_span(preset));
    err = has_access || had_access ? copy_list(c, access, in, has_access, out) : 0;
    if (err == 0 && (has_preset || had_preset))
        err = copy_list(c, preset, in, has_preset, out);
    oserr mode_err = attr_mode_fd(out, e->mode);
    if (mode_err)
        err = mode_err;
    if (err == 0)
        return true;
    diag_error(d, err, "preserving permissions for %s", fmt_path(copy_shown(c)));
    return !c->opt.must_keep;
}
