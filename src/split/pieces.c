/* pieces.c - -b, -l and -C: the input streams into one file after the other. */

#include "split/split.h"

/* How much of PART the current piece still takes; *LEFT is what it takes after that. */
static size_t fitting(struct split_options const *opt, span part, uint64_t *left)
{
    if (opt->way == SPLIT_LINES)
        return span_after_nth(part, opt->separator, left);
    size_t n = size_min(span_len(part), size_clamp(*left));
    *left -= n;
    return n;
}

/* Write all of PART; *LEFT is what the open piece still takes, 0 when the next byte needs a new file. */
static bool put_part(struct cli *cli, struct split_options const *opt, struct split_output *o, span part,
                     uint64_t *left)
{
    while (!span_empty(part)) {
        if (*left == 0) {
            if (!split_output_next(cli, o))
                return false;
            *left = opt->size;
        }
        if (!split_output_put(cli, o, span_take(&part, fitting(opt, part, left))))
            return false;
    }
    return true;
}

oserr split_pieces(struct cli *cli, reader *in, struct split_options const *opt, struct split_output *o)
{
    uint64_t left = 0;
    span part = {};
    oserr err = 0;
    while ((err = reader_chunk(in, &part)) == 0 && !span_empty(part)) {
        if (!put_part(cli, opt, o, part, &left))
            return 0;
        if (opt->way == SPLIT_BYTES && child_is_none(o->sink.filter))
            left -= split_copy(in, o->sink.fd, left);
    }
    return err;
}

/* ---- -C: whole lines, as long as they fit ---- */

/* The piece that is being filled.  Bytes behind its last line end wait in the reader until it is known
   whether the whole line fits; before the first line end nothing needs to wait. */
struct filling {
    uint64_t room;              /* bytes that it still takes; 0: it is done with */
    bool open, has_line;
    size_t waiting;             /* bytes at the front of the reader without a line end among them */
};

/* Write PART, the front of what is read from IN, into the piece, which is opened for it. */
static bool fill(struct cli *cli, struct split_output *o, struct filling *f, reader *in, span part)
{
    if (span_empty(part))
        return true;
    if (!f->open && !split_output_next(cli, o))
        return false;
    f->open = true;
    f->room -= span_len(part);
    f->waiting = 0;
    bool ok = split_output_put(cli, o, part);
    reader_consume(in, span_len(part));
    return ok;
}

/* What to write now of AVAILABLE, which is all that is read or all that fits. */
static span next_fill(struct split_options const *opt, struct filling *f, span available)
{
    size_t last = span_rfind(span_drop(available, f->waiting), opt->separator);
    if (last < span_len(available) - f->waiting) {
        f->has_line = true;
        return span_first(available, f->waiting + last + 1);
    }
    f->waiting = span_len(available);
    return f->has_line ? (span){} : available;
}

oserr split_line_bytes(struct cli *cli, reader *in, struct split_options const *opt, struct split_output *o)
{
    struct filling f = {.room = opt->size};
    for (;;) {
        span part = {};
        oserr err = reader_peek_least(in, f.waiting + 1, &part);
        if (err || span_empty(part))
            return err;
        if (span_len(part) == f.waiting)        /* the end of input */
            return fill(cli, o, &f, in, part) ? in->err : 0;
        span written = next_fill(opt, &f, span_at_most(part, f.room));
        bool full = span_empty(written) && f.waiting == f.room;
        if (!fill(cli, o, &f, in, written))
            return 0;
        if (full || f.room == 0)
            f = (struct filling){.room = opt->size};
    }
}
