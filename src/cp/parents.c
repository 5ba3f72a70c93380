/* parents.c - the directories that lead to an operand, made in the destination for --parents.

   Both sides are walked component by component, each opened relative to the one before.  What was met is
   remembered, and after the copy the way is walked once more to give each directory its attributes, as only
   then nothing is put into it any longer.  So few descriptors are open, however long the name is. */

#include "cp/cp.h"

#include "sys/fsop.h"

/* Both sides of one directory. */
struct pair {
    fdh in, out;
};

static void close_pair(struct pair *p)
{
    fd_close(&p->in);
    fd_close(&p->out);
}

/* Take the first component off *REST into *NAME; false when only the last one is left. */
static bool next_component(arena *a, span *rest, zstr *name)
{
    span part = {};
    while (span_cut(rest, '/', &part))
        if (!span_empty(part))
            return zstr_from(a, part, name);
    return false;
}

/* A directory of the source: readable where it can be, as some attributes have to be read. */
static oserr open_source(fdh *in, fdh at, zstr name)
{
    oserr err = fd_open(in, at, name, O_RDONLY | O_DIRECTORY | O_NOCTTY | O_NONBLOCK, 0);
    return err == EACCES ? attr_open_place(in, at, name) : err;
}

/* Open the two places where the way begins. */
static oserr open_start(struct cp_way const *way, struct copy_destination const *to, struct pair *start)
{
    bool absolute = span_peek(zstr_span(way->from), 0) == '/';
    oserr err = open_source(&start->in, FDH_CWD, absolute ? Z("/") : Z("."));
    if (err == 0)
        err = fd_dup(&start->out, to->dir);
    if (err)
        close_pair(start);
    return err;
}

static span from_text(struct cp_way const *way, struct cp_parent const *parent)
{
    return span_first(zstr_span(way->from), parent->from_len);
}

static span to_text(struct cp_way const *way, struct cp_parent const *parent)
{
    return span_first(zstr_span(way->shown), parent->to_len);
}

/* ---- on the way there ---- */

/* Make NAME in the destination, like PARENT on the other side. */
static oserr make(struct copier *c, struct diag *d, struct cp_way *way, zstr name, struct cp_parent *parent)
{
    struct fmtarg from = fmt_s(from_text(way, parent)), to = fmt_s(to_text(way, parent));
    oserr err = copy_make_directory_like(c, &parent->from, way->out, name);
    if (err)
        return err;
    parent->made = true;
    if (c->opt.verbose) {
        fmt_write(&d->out, Z("%s -> %s\n"), FMT_ARGS(from, to));
        diag_sync(d);
    }
    return 0;
}

/* Open the destination's side of NAME, making it when it is missing. */
static bool open_target(struct copier *c, struct diag *d, struct cp_way *way, zstr name,
                        struct cp_parent *parent)
{
    fdh next = FDH_NONE;
    struct stat st = {};
    oserr err = attr_open_place(&next, way->out, name);
    if (err == ENOTDIR) {
        diag_error(d, 0, "%s exists but is not a directory", fmt_path(to_text(way, parent)));
        return false;
    }
    if (err == ENOENT) {
        err = make(c, d, way, name, parent);
        if (err) {
            diag_error(d, err, "cannot make directory %s", fmt_path(to_text(way, parent)));
            return false;
        }
        err = fd_open(&next, way->out, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_NOCTTY, 0);
    }
    if (err == 0)
        err = fd_stat(next, &st);
    if (err)
        diag_error(d, err, "failed to get attributes of %s", fmt_path(to_text(way, parent)));
    parent->device = st.st_dev;
    parent->inode = st.st_ino;
    fd_close(&way->out);
    way->out = next;
    return err == 0;
}

/* Go on into the directory NAME on both sides. */
static bool step(struct copier *c, struct diag *d, struct cp_way *way, zstr name, struct cp_parent *parent)
{
    fdh next = FDH_NONE;
    oserr err = open_source(&next, way->in, name);
    if (err == 0)
        err = fd_stat(next, &parent->from);
    if (err)
        diag_error(d, err, "failed to get attributes of %s", fmt_path(from_text(way, parent)));
    fd_close(&way->in);
    way->in = next;
    if (err || !open_target(c, d, way, name, parent))
        return false;
    cp_parents_push(&way->parents, *parent);
    return true;
}

/* Whether the directory is there already, which is opened then. */
static bool is_there(struct copier *c, struct copy_destination const *to, struct cp_way *way, oserr *err)
{
    size_t slash = span_rfind(zstr_span(way->name), '/');
    zstr parent = Z(".");
    if (slash < zstr_len(way->name))
        zstr_from(&c->names, span_first(zstr_span(way->name), slash), &parent);
    *err = attr_open_place(&way->out, to->dir, parent);
    return *err == 0;
}

bool cp_open_parents(struct copier *c, struct diag *d, struct copy_destination const *to, struct cp_way *way)
{
    oserr err = 0;
    if (is_there(c, to, way, &err))
        return true;
    struct pair start = {};
    err = open_start(way, to, &start);
    if (err) {
        diag_error(d, err, "failed to get attributes of %s", fmt_name(way->from));
        return false;
    }
    way->in = start.in;
    way->out = start.out;
    span rest = zstr_span(way->name);
    size_t before_from = zstr_len(copy_strip_slashes(&c->names, way->from)) - span_len(rest);
    size_t before_to = zstr_len(way->shown) - span_len(rest);
    for (zstr name = {}; next_component(&c->names, &rest, &name);) {
        size_t done = zstr_len(way->name) - span_len(rest) - 1;
        struct cp_parent parent = {.from_len = before_from + done, .to_len = before_to + done};
        if (!step(c, d, way, name, &parent))
            return false;
    }
    return true;
}

/* ---- and once more ---- */

/* Open NAME on both sides of AT. */
static oserr open_pair(struct pair const *at, zstr name, struct cp_parent const *parent, struct pair *next)
{
    struct stat st = {};
    oserr err = open_source(&next->in, at->in, name);
    if (err == 0)
        err = fd_open(&next->out, at->out, name, O_RDONLY | O_DIRECTORY | O_NOCTTY, 0);
    if (err == EACCES)
        err = attr_open_place(&next->out, at->out, name);
    if (err == 0)
        err = fd_stat(next->out, &st);
    /* Another directory took its place: that one's attributes are not ours to change. */
    if (err == 0 && (st.st_ino != parent->inode || st.st_dev != parent->device))
        err = ENOENT;
    if (err)
        close_pair(next);
    return err;
}

static bool finish_one(struct copier *c, struct diag *d, struct cp_way const *way, struct pair const *at,
                       size_t i)
{
    struct cp_parent const parent = cp_parents_at(&way->parents, i);
    struct copy_directory dir = {
        .in = at->in, .out = at->out, .from = parent.from, .made = parent.made,
    };
    arena_mark before = arena_save(&c->names);
    zstr_from(&c->names, from_text(way, &parent), &dir.from_shown);
    zstr_from(&c->names, to_text(way, &parent), &dir.to_shown);
    bool ok = copy_directory_attributes(c, d, &dir);
    arena_release(&c->names, before);
    return ok;
}

/* A directory gets its attributes when the next one is open: they may forbid the way. */
static bool finish(struct copier *c, struct diag *d, struct copy_destination const *to,
                   struct cp_way const *way)
{
    struct pair at = {}, next = {};
    span rest = zstr_span(way->name);
    zstr name = Z_NONE;
    bool ok = true;
    oserr err = open_start(way, to, &at);
    for (size_t i = 0; err == 0 && i < cp_parents_len(&way->parents); i++) {
        struct cp_parent const parent = cp_parents_at(&way->parents, i);
        next_component(&c->names, &rest, &name);
        err = open_pair(&at, name, &parent, &next);
        if (i > 0)
            ok = finish_one(c, d, way, &at, i - 1) && ok;
        close_pair(&at);
        at = next;
        next = (struct pair){};
    }
    if (err == 0)
        ok = finish_one(c, d, way, &at, cp_parents_len(&way->parents) - 1) && ok;
    else
        diag_error(d, err, "failed to get attributes of %s", fmt_name(way->shown));
    close_pair(&at);
    return ok && err == 0;
}

bool cp_finish_parents(struct copier *c, struct diag *d, struct copy_destination const *to,
                       struct cp_way *way)
{
    fd_close(&way->in);
    fd_close(&way->out);
    return cp_parents_len(&way->parents) == 0 || finish(c, d, to, way);
}
