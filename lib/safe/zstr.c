/* zstr.c - making strings in an arena. */

#include "safe/zstr.h"

bool zstr_from(arena *a, span s, zstr *out)
{
    mspan room = arena_bytes(a, s.n_ + 1);
    mspan_set(mspan_copy(room, s), 0, 0);
    size_t len = span_find(s, 0);
    *out = (zstr){(char const *)room.p_, len};
    return len == s.n_;
}

zstr zstr_join_path(arena *a, zstr dir, zstr name)
{
    bool slash = dir.n_ > 0 && dir.z_[dir.n_ - 1] != '/';
    mspan room = arena_bytes(a, dir.n_ + slash + name.n_ + 1), rest = room;
    mspan_put(&rest, zstr_span(dir));
    if (slash)
        mspan_push(&rest, '/');
    mspan_put(&rest, zstr_span(name));
    mspan_push(&rest, 0);
    return (zstr){(char const *)room.p_, room.n_ - 1};
}
