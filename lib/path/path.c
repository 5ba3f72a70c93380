/* path.c - see path.h. */

#include "path/path.h"

span path_strip(span name)
{
    while (span_len(name) > 1 && span_last(name) == '/')
        name = span_chop(name, 1);
    return name;
}

span path_base(span name)
{
    name = path_strip(name);
    size_t slash = span_rfind(name, '/');
    return slash + 1 < span_len(name) ? span_drop(name, slash + 1) : name;
}

span path_dir(span name)
{
    name = path_strip(name);
    size_t slash = span_rfind(name, '/');
    return slash < span_len(name) ? path_strip(span_first(name, slash + 1)) : S(".");
}

zstr path_below(arena *a, zstr dir, zstr name)
{
    span plain = path_strip(zstr_span(dir));
    if (span_len(plain) < zstr_len(dir) && span_last(plain) != '/')
        zstr_from(a, plain, &dir);
    return zstr_join_path(a, dir, name);
}
