/* find.c - realpath_find: one component after the other, see realpath.h.

   What is still to be done is text, in front of which the target of a link is put when one is met.  What is
   done is text too: `out`, of which the first `base_len` bytes are the directory `base`. */

#include "realpath/realpath.h"

#include "safe/arena.h"
#include "safe/checked.h"
#include "sys/attributes.h"
#include "sys/fsop.h"

enum {
    LONG_NAME = 2048,           /* longer names are cut by opening a directory on the way */
    FREE_LINKS = 20,            /* so many links are not looked at closely */
    MOST_LINKS = 1 << 20,       /* a tree made to keep us busy */
};

struct SAFE_OWNER resolver {
    struct realpath_how how;
    arena names;
    buf todo, spare;
    size_t at;                  /* of todo, what is before this is done */
    fdh base;
    size_t base_len;            /* 0: names are absolute */
    size_t missing;             /* so many components at the end of `out` do not exist */
    bool unsure;                /* the last component may be no directory */
    unsigned links;
    /* A link that was met: to meet it again, with no less to do after it, means a circle. */
    bool marked;
    struct stat mark;
    size_t mark_rest;
};

static span rest_of(struct resolver const *r)
{
    return span_drop(buf_span(&r->todo), r->at);
}

/* ---- asking the system about `out` ---- */

static void leave_base(struct resolver *r)
{
    if (!fd_same(r->base, FDH_CWD))
        fd_close(&r->base);
    r->base = FDH_CWD;
    r->base_len = 0;
}

/* The part of a long `out` that is not reached by the base, behind its slash. */
static span tail_of(struct resolver const *r, buf const *out)
{
    span tail = span_drop(buf_span(out), r->base_len);
    return r->base_len > 0 && !span_empty(tail) ? span_drop(tail, 1) : tail;
}

/* Open directories on the way until what is left of `out` is short. */
static oserr come_closer(struct resolver *r, buf const *out)
{
    for (span tail = tail_of(r, out); span_len(tail) > LONG_NAME; tail = tail_of(r, out)) {
        size_t cut = span_rfind(span_first(tail, LONG_NAME), '/');
        if (cut == LONG_NAME || cut == 0)
            return ENAMETOOLONG;
        zstr name = Z_NONE;
        fdh next = FDH_NONE;
        zstr_from(&r->names, span_first(tail, cut), &name);
        oserr err = attr_open_place(&next, r->base, name);
        if (err)
            return err;
        size_t len = buf_len(out) - span_len(tail) + cut;
        leave_base(r);
        r->base = next;
        r->base_len = len;
    }
    return 0;
}

/* The name of `out` relative to r->base. */
static oserr name_here(struct resolver *r, buf const *out, zstr *name)
{
    oserr err = come_closer(r, out);
    span tail = tail_of(r, out);
    if (span_empty(tail))
        tail = r->base_len > 0 ? S(".") : S("/");
    zstr_from(&r->names, tail, name);
    return err;
}

/* Whether `out` is a directory, or a link to one. */
static oserr check_directory(struct resolver *r, buf const *out)
{
    struct stat st = {};
    zstr name = Z_NONE;
    oserr err = name_here(r, out, &name);
    if (err == 0)
        err = fs_stat(r->base, name, &st);
    return err ? err : S_ISDIR(st.st_mode) ? 0 : ENOTDIR;
}

/* ---- components ---- */

static oserr go_up(struct resolver *r, buf *out)
{
    if (r->missing > 0)
        r->missing--;
    buf_truncate(out, size_min(span_rfind(buf_span(out), '/'), buf_len(out)));
    if (buf_len(out) < r->base_len)
        leave_base(r);
    r->unsure = false;
    return 0;
}

/* Whether the link NAME, which is met with REST bytes to do after it, closes a circle. */
static bool is_circle(struct resolver *r, zstr name, size_t rest)
{
    struct stat st = {};
    if (++r->links <= FREE_LINKS || fs_lstat(r->base, name, &st) != 0)
        return false;
    if (r->marked && rest < r->mark_rest)
        r->marked = false;      /* that link was done with */
    if ((r->marked && fs_same_file(&r->mark, &st)) || r->links > MOST_LINKS)
        return true;
    /* The mark moves on now and then, so that it comes to lie on a circle that begins late. */
    if (!r->marked || (r->links & (r->links - 1)) == 0) {
        r->marked = true;
        r->mark = st;
        r->mark_rest = rest;
    }
    return false;
}

/* Put TARGET, of the link that is the last component of `out`, in front of what is to be done. */
static void follow(struct resolver *r, buf *out, span target)
{
    buf_clear(&r->spare);
    buf_append(&r->spare, target);
    buf_append(&r->spare, rest_of(r));
    buf_swap(&r->todo, &r->spare);
    r->at = 0;
    go_up(r, out);
    if (span_peek(target, 0) == '/') {
        buf_clear(out);
        leave_base(r);
    }
}

static bool only_slashes(span s)
{
    SPAN_FOREACH(c, s)
        if (c != '/')
            return false;
    return true;
}

/* `out` got a new last component: follow it where it is a link. */
static oserr look(struct resolver *r, buf *out)
{
    zstr name = Z_NONE, target = Z_NONE;
    span rest = rest_of(r);
    oserr err = name_here(r, out, &name);
    if (err == 0)
        err = fs_readlink(&r->names, r->base, name, &target);
    if (err == 0 && is_circle(r, name, span_len(rest)))
        err = ELOOP;
    if (err == 0) {
        follow(r, out, zstr_span(target));
        return 0;
    }
    if (err == EINVAL)
        return 0;
    if (r->how.need == REALPATH_NOTHING) {
        r->missing += err != ELOOP;
        return 0;
    }
    return err == ENOENT && r->how.need == REALPATH_ALL_BUT_LAST && only_slashes(rest) ? 0 : err;
}

static oserr take_component(struct resolver *r, buf *out)
{
    span rest = rest_of(r);
    size_t len = span_find(rest, '/');
    span part = span_first(rest, len);
    r->at += len;
    bool up = span_eq(part, S(".."));
    if (up || span_eq(part, S("."))) {
        oserr err = r->unsure && r->how.need != REALPATH_NOTHING ? check_directory(r, out) : 0;
        r->unsure = false;
        return err ? err : up ? go_up(r, out) : 0;
    }
    buf_push(out, '/');
    buf_append(out, part);
    r->unsure = true;
    if (r->missing > 0) {
        r->missing++;
        return 0;
    }
    return r->how.keep_links ? 0 : look(r, out);
}

/* After the last component; a slash behind it wants a directory. */
static oserr check_end(struct resolver *r, buf const *out, bool slash)
{
    struct stat st = {};
    zstr name = Z_NONE;
    oserr err = 0;
    if (r->how.need == REALPATH_NOTHING || !r->unsure)
        return 0;
    if (slash)
        err = check_directory(r, out);
    else if (r->how.keep_links && (err = name_here(r, out, &name)) == 0)
        err = fs_stat(r->base, name, &st);
    return err == ENOENT && r->how.need == REALPATH_ALL_BUT_LAST ? 0 : err;
}

static oserr resolve(struct resolver *r, buf *out)
{
    oserr err = 0;
    bool slash = false;
    while (err == 0) {
        span rest = rest_of(r);
        slash = span_peek(rest, 0) == '/';
        while (r->at < buf_len(&r->todo) && span_peek(rest_of(r), 0) == '/')
            r->at++;
        if (r->at == buf_len(&r->todo))
            break;
        arena_mark mark = arena_save(&r->names);
        err = take_component(r, out);
        arena_release(&r->names, mark);
    }
    return err ? err : check_end(r, out, slash);
}

oserr realpath_find(zstr name, struct realpath_how how, buf *out)
{
    struct resolver r = {.how = how, .base = FDH_CWD};
    zstr here = Z_NONE;
    buf_clear(out);
    if (zstr_len(name) == 0)
        return ENOENT;
    if (span_peek(zstr_span(name), 0) != '/') {
        oserr err = fs_getcwd(&r.names, &here);
        if (err)
            return err;
        buf_append(out, zstr_len(here) > 1 ? zstr_span(here) : S(""));
        r.base_len = buf_len(out);
    }
    buf_append(&r.todo, zstr_span(name));
    oserr err = resolve(&r, out);
    if (buf_len(out) == 0)
        buf_push(out, '/');
    leave_base(&r);
    buf_recycle(&r.todo);
    buf_recycle(&r.spare);
    return err;
}
