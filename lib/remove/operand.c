/* operand.c - operands that are refused: ".", "..", "/", and mounts where they are to be kept. */

#include "remove/private.h"

#include "sys/fsop.h"

/* Whether the last component of NAME is "." or "..". */
static bool ends_in_dots(span name)
{
    while (span_len(name) > 1 && span_last(name) == '/')
        name = span_chop(name, 1);
    size_t slash = span_rfind(name, '/');
    if (slash < span_len(name))
        name = span_drop(name, slash + 1);
    return span_eq(name, S(".")) || span_eq(name, S(".."));
}

static bool is_root(remover *r, struct walk_visit const *v)
{
    if (!r->root_known)
        r->root_known = fs_lstat(FDH_CWD, Z("/"), &r->root) == 0;
    return r->root_known && fs_same_file(&v->st, &r->root);
}

static bool refused_root(remover *r, struct diag *d, zstr name)
{
    span path = zstr_eq(name, Z("//")) ? S("//") : walk_path(&r->walk);
    if (span_eq(path, S("/")))
        diag_error(d, 0, "it is dangerous to operate recursively on %s", fmt_path(path));
    else
        diag_error(d, 0, "it is dangerous to operate recursively on %s (same as %s)", fmt_path(path),
                   fmt_name(Z("/")));
    diag_error(d, 0, "use --no-preserve-root to override this failsafe");
    return true;
}

static bool refused_mount(remover *r, struct diag *d, struct walk_visit const *v)
{
    struct stat parent = {};
    arena_mark before = arena_save(&r->scratch);
    zstr up = zstr_join_path(&r->scratch, v->name, Z(".."));
    oserr err = fs_stat(v->dir, up, &parent);
    struct fmtarg path = fmt_path(walk_path(&r->walk));
    bool refused = err != 0 || parent.st_dev != v->st.st_dev;
    if (err) {
        diag_error(d, 0, "failed to stat %s: skipping %s", fmt_name(up), path);
    } else if (refused) {
        diag_error(d, 0, "skipping %s, since it's on a different device", path);
        diag_error(d, 0, "and --preserve-root=all is in effect");
    }
    arena_release(&r->scratch, before);
    return refused;
}

bool remove_refused_(remover *r, struct diag *d, struct walk_visit const *v)
{
    if (ends_in_dots(zstr_span(v->name))) {
        diag_error(d, 0, "refusing to remove %s or %s directory: skipping %s", fmt_name(Z(".")),
                   fmt_name(Z("..")), fmt_path(walk_path(&r->walk)));
        return true;
    }
    if (r->opt.keep_root && is_root(r, v))
        return refused_root(r, d, v->name);
    return r->opt.keep_mounts && refused_mount(r, d, v);
}
