/* destination.c - see destination.h. */

#include "copy/destination.h"

oserr copy_open_directory(struct copy_destination *to, zstr name)
{
    to->name = name;
    return attr_open_place(&to->dir, FDH_CWD, name);
}

zstr copy_strip_slashes(arena *a, zstr name)
{
    span s = zstr_span(name);
    while (span_len(s) > 1 && span_last(s) == '/')
        s = span_chop(s, 1);
    zstr stripped = name;
    if (span_len(s) < zstr_len(name))
        zstr_from(a, s, &stripped);
    return stripped;
}

/* The last component of NAME; "." for "..", whose contents do not go above the directory. */
static zstr last_component(arena *a, zstr name)
{
    zstr plain = copy_strip_slashes(a, name);
    size_t slash = span_rfind(zstr_span(plain), '/');
    zstr last = slash < zstr_len(plain) ? zstr_drop(plain, slash + 1) : plain;
    if (zstr_len(last) == 0 || span_eq(zstr_span(last), S("..")))
        return Z(".");
    return last;
}

struct copy_operand copy_route(arena *a, zstr from, struct copy_destination const *to)
{
    if (fd_is_none(to->dir))
        return (struct copy_operand){
            .from = from, .to_dir = FDH_CWD, .to = to->name, .to_shown = to->name, .base_dir = FDH_CWD,
            .base = to->name,
        };
    zstr last = last_component(a, from);
    return (struct copy_operand){
        .from = from, .to_dir = to->dir, .to = last, .to_shown = zstr_join_path(a, to->name, last),
        .base_dir = to->dir, .base = last,
    };
}
