/* hyperlink.c - names as links that terminals can open (OSC 8), to file: URLs with resolved names. */

#include "ls/ls.h"

#include "safe/ascii.h"
#include "sys/fsop.h"
#include "sys/host.h"

enum { MOST_LINKS = 40 };

void ls_prepare_hyperlinks(struct ls_run *run)
{
    run->host = Z("");
    if (host_name(&run->strings, &run->host) != 0)
        run->host = Z("");
}

static void drop_last(buf *path)
{
    span s = buf_span(path);
    size_t slash = span_rfind(s, '/');
    buf_truncate(path, slash < span_len(s) ? slash : 0);
}

/* Append the resolved form of NAME, which is relative to what OUT holds; parts that do not exist stay. */
static void resolve(buf *out, span name)
{
    arena strings = {};
    span rest = name, part = {};
    unsigned links = 0;
    while (!span_empty(rest)) {
        if (!span_cut(&rest, '/', &part))
            part = span_take(&rest, span_len(rest));
        if (span_empty(part) || span_eq(part, S(".")))
            continue;
        if (span_eq(part, S(".."))) {
            drop_last(out);
            continue;
        }
        buf_push(out, '/');
        buf_append(out, part);
        zstr path = {}, target = {};
        zstr_from(&strings, buf_span(out), &path);
        if (links >= MOST_LINKS || fs_readlink(&strings, FDH_CWD, path, &target) != 0)
            continue;
        links++;
        drop_last(out);
        if (span_peek(zstr_span(target), 0) == '/')
            buf_clear(out);
        zstr whole = {};
        zstr_from(&strings, rest, &whole);
        rest = zstr_span(zstr_join_path(&strings, target, whole));
    }
}

static void append_encoded(buf *out, span text)
{
    SPAN_FOREACH(c, text) {
        if (ascii_is_alnum(c) || span_has(S("/-._~"), c)) {
            buf_push(out, c);
        } else {
            buf_push(out, '%');
            buf_append_base(out, c, 16, 2);
        }
    }
}

void ls_begin_link(struct ls_run *run, zstr path)
{
    buf whole = {};
    zstr here = {};
    arena strings = {};
    zstr full = zstr_eq(path, Z(".")) ? run->path : ls_full_name(run, &strings, path);
    if (fs_getcwd(&strings, &here) == 0 && span_peek(zstr_span(full), 0) != '/')
        buf_append(&whole, span_eq(zstr_span(here), S("/")) ? S("") : zstr_span(here));
    resolve(&whole, zstr_span(full));
    if (buf_len(&whole) == 0)
        buf_push(&whole, '/');
    buf_append(&run->out, S("\033]8;;file://"));
    append_encoded(&run->out, zstr_span(run->host));
    append_encoded(&run->out, buf_span(&whole));
    buf_append(&run->out, S("\033\\"));
    buf_recycle(&whole);
}

void ls_end_link(struct ls_run *run)
{
    buf_append(&run->out, S("\033]8;;\033\\"));
}
