/* link.c - see link.h. */

#include "link/link.h"

#include "safe/buf.h"
#include "safe/checked.h"
#include "sys/fsop.h"

oserr link_make(struct link_source const *s, fdh dir, zstr name)
{
    return s->symbolic ? fs_symlink(s->name, dir, name) : fs_link(s->dir, s->name, dir, name, s->follow);
}

/* A name in the directory of NAME that is not likely to be taken; another one for each ATTEMPT. */
static zstr temporary_name(arena *a, zstr name, uint64_t attempt)
{
    span s = zstr_span(name);
    size_t slash = span_rfind(s, '/');
    buf text = {};
    if (slash < span_len(s))
        buf_append(&text, span_first(s, slash + 1));
    buf_append(&text, S("Cu"));
    buf_append_base(&text, (magnitude(as_i64(span_len(s))) * 0x9E3779B97F4A7C15U + attempt) & 0xffffffffffU,
                    16, 10);
    zstr made = Z_NONE;
    zstr_from(a, buf_span(&text), &made);
    buf_recycle(&text);
    return made;
}

oserr link_replace(arena *a, struct link_source const *s, fdh dir, zstr name)
{
    oserr err = link_make(s, dir, name);
    if (err != EEXIST)
        return err;
    arena_mark mark = arena_save(a);
    zstr other = Z_NONE;
    for (uint64_t attempt = 0; err == EEXIST; attempt++) {
        other = temporary_name(a, name, attempt);
        err = link_make(s, dir, other);
    }
    if (err == 0) {
        err = fs_rename(dir, other, dir, name, FS_REPLACE);
        /* Renaming between two names of one file leaves both. */
        oserr unused = fs_unlink(dir, other);
        (void)unused;
    }
    arena_release(a, mark);
    return err;
}
