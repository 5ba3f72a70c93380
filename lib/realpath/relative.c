/* relative.c - ways between absolute names, see realpath.h. */

#include "realpath/realpath.h"

/* "/" as the empty text that its children's names begin with. */
static span without_root(span path)
{
    return span_eq(path, S("/")) ? S("") : path;
}

bool realpath_below(span path, span base)
{
    base = without_root(base);
    path = without_root(path);
    bool ends = span_len(path) == span_len(base) || span_peek(path, span_len(base)) == '/';
    return ends && span_starts(path, base);
}

void realpath_relative(span to, span base, buf *out)
{
    size_t start = buf_len(out);
    to = without_root(to);
    base = without_root(base);
    /* The last place where both stand at a component's end. */
    size_t same = span_common(to, base);
    bool ends = (same == span_len(to) || span_at(to, same) == '/')
                && (same == span_len(base) || span_at(base, same) == '/');
    if (!ends)
        same = span_rfind(span_first(to, same), '/');
    size_t up = span_count(span_drop(base, same), '/');
    for (size_t i = 0; i < up; i++)
        buf_append(out, i > 0 ? S("/..") : S(".."));
    span rest = span_drop(to, same);
    if (!span_empty(rest))
        buf_append(out, up > 0 ? rest : span_drop(rest, 1));
    if (buf_len(out) == start)
        buf_push(out, '.');
}
