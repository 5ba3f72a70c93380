/* report.c - what is being done, for --verbose and --debug. */

#include "copy/private.h"

#include "path/path.h"

void copy_tell(struct copier *c, struct diag *d, struct copy_entry const *e, span word)
{
    if (!span_empty(word)) {
        writer_put(&d->out, word);
        writer_byte(&d->out, ' ');
    }
    fmt_write(&d->out, Z("%s -> %s"), FMT_ARGS(fmt_path(e->from_shown), fmt_path(copy_shown(c))));
    if (!zstr_is_none(e->backup)) {
        /* Messages call the backup as they call the file itself: with the same directory before it. */
        span shown = path_strip(copy_shown(c));
        size_t slash = span_rfind(shown, '/');
        buf text = {};
        span last = zstr_span(e->backup);
        size_t last_slash = span_rfind(last, '/');
        last = last_slash < span_len(last) ? span_drop(last, last_slash + 1) : last;
        buf_append(&text, slash < span_len(shown) ? span_first(shown, slash + 1) : S(""));
        buf_append(&text, last);
        fmt_write(&d->out, Z(" (backup: %s)"), FMT_ARGS(fmt_path(buf_span(&text))));
        buf_recycle(&text);
    }
    writer_byte(&d->out, '\n');
    diag_sync(d);
}

void copy_tell_removed(struct copier *c, struct diag *d)
{
    if (!c->opt.verbose)
        return;
    fmt_write(&d->out, Z("removed %s\n"), FMT_ARGS(fmt_path(copy_shown(c))));
    diag_sync(d);
}

static span how_word(enum copy_how how)
{
    switch (how) {
    case COPY_HOW_NO: return S("no");
    case COPY_HOW_YES: return S("yes");
    case COPY_HOW_AVOIDED: return S("avoided");
    case COPY_HOW_UNSUPPORTED: return S("unsupported");
    default: return S("unknown");
    }
}

void copy_tell_how(struct copier *c, struct diag *d)
{
    if (!c->opt.debug)
        return;
    span sparse = c->how.zeros && c->how.holes ? S("SEEK_HOLE + zeros")
                  : c->how.zeros ? S("zeros")
                  : c->how.holes ? S("SEEK_HOLE")
                  : c->how.read ? S("no") : S("unknown");
    fmt_write(&d->out, Z("copy offload: %s, reflink: %s, sparse detection: %s\n"),
              FMT_ARGS(fmt_s(how_word(c->how.offload)), fmt_s(how_word(c->how.reflink)), fmt_s(sparse)));
    diag_sync(d);
}
