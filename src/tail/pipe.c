/* pipe.c - the last part of an input that can be read only once.

   What may still be printed is held back: HELD[at, len). It grows to about twice what is needed before its
   front is let go, so that each byte is looked at a few times at most. */

#include "tail/tail.h"

enum { SLACK = 1024 * 1024 };

struct held {
    buf bytes;
    size_t at;
    size_t needed;              /* how much there was when the front was last let go */
};

static span held_span(struct held const *h)
{
    return span_drop(buf_span(&h->bytes), h->at);
}

/* The first N bytes will not be printed. */
static void let_go(struct held *h, size_t n)
{
    h->at += n;
    h->needed = span_len(held_span(h));
    if (h->at > buf_len(&h->bytes) / 2) {
        buf_drop_front(&h->bytes, h->at);
        h->at = 0;
    }
}

static bool is_too_much(struct held const *h)
{
    return span_len(held_span(h)) / 2 > h->needed && span_len(held_span(h)) > SLACK;
}

/* Keep the last COUNT of the *LINES lines that are held. */
static void keep_lines(struct held *h, uint64_t *lines, uint64_t count, unsigned char line_end)
{
    if (*lines <= count)
        return;
    uint64_t surplus = *lines - count;
    size_t n = span_after_nth(held_span(h), line_end, &surplus);
    *lines = count;
    let_go(h, n);
}

oserr tail_read(struct tail_run *run, fdh fd, span *part)
{
    size_t got = 0;
    buf_clear(&run->block);
    oserr err = fd_read(fd, mspan_first(buf_tail(&run->block, TAIL_BLOCK), TAIL_BLOCK), &got);
    buf_commit(&run->block, got);
    *part = buf_span(&run->block);
    return err;
}

oserr tail_print_last_lines(struct cli *cli, struct tail_run *run, fdh fd)
{
    struct held h = {};
    uint64_t lines = 0, count = run->opt.count;
    unsigned char line_end = run->opt.line_end;
    span part = {};
    oserr err = 0;
    while ((err = tail_read(run, fd, &part)) == 0 && !span_empty(part)) {
        uint64_t new = span_count(part, line_end);
        uint64_t after = count;
        if (new > count) {      /* nothing that came before is of use */
            let_go(&h, span_len(held_span(&h)));
            part = span_drop(part, span_after_nth_last(part, line_end, &after));
            lines = 0;
            new = count;
        }
        buf_append(&h.bytes, part);
        lines += new;
        if (is_too_much(&h))
            keep_lines(&h, &lines, count, line_end);
    }
    span rest = held_span(&h);
    if (!span_empty(rest) && span_last(rest) != line_end)
        lines++;                /* the last line, without its end */
    keep_lines(&h, &lines, count, line_end);
    if (err == 0)
        writer_put(cli_out(cli), held_span(&h));
    buf_recycle(&h.bytes);
    return err;
}

oserr tail_print_last_bytes(struct cli *cli, struct tail_run *run, fdh fd)
{
    struct held h = {};
    span part = {};
    oserr err = 0;
    size_t count = size_clamp(run->opt.count);
    while ((err = tail_read(run, fd, &part)) == 0 && !span_empty(part)) {
        if (span_len(part) >= count) {
            let_go(&h, span_len(held_span(&h)));
            part = span_tail(part, count);
        }
        buf_append(&h.bytes, part);
        if (is_too_much(&h) && span_len(held_span(&h)) > count)
            let_go(&h, span_len(held_span(&h)) - count);
    }
    span last = held_span(&h);
    if (err == 0)
        writer_put(cli_out(cli), span_tail(last, size_min(span_len(last), count)));
    buf_recycle(&h.bytes);
    return err;
}
