/* onerange.c - lines of which one range is printed: one piece of each line, known by where it begins and
   ends, which is most of what cut is used for. */

#include "cut/cut.h"

enum { LINE_ROOM = WRITER_SIZE / 4 };

/* Bytes [from, to) of a text. */
struct piece {
    size_t from, to;
};

/* Print the piece P of TEXT, and the line end. */
static void put_piece(struct cut_run const *run, writer *out, mspan *w, span text, struct piece p)
{
    size_t n = p.to - p.from;
    if (__builtin_expect(n >= mspan_len(*w), 0)) {
        writer_commit_before(out, *w);
        writer_put(out, span_sub(text, p.from, n));
        *w = writer_window(out, LINE_ROOM);
    } else {
        mspan_put_few(w, text, p.from, n, 32);
    }
    mspan_push(w, run->opt.line_end);
}

void cut_byte_range(struct cut_run *run, writer *out, span lines)
{
    struct range r = range_vec_at(&run->opt.ranges, 0);
    size_t before = size_clamp(r.low - 1), through = size_clamp(r.high), start = 0;
    unsigned char line_end = run->opt.line_end;
    mspan w = writer_window(out, LINE_ROOM);
    for (size_t base = 0; base < span_len(lines); base += BYTEINDEX_BLOCK) {
        span block = span_at_most(span_drop(lines, base), BYTEINDEX_BLOCK);
        byteindex_make(&run->index, block, line_end, line_end);
        for (size_t i = 0; i < byteindex_len(&run->index); i++) {
            size_t end = base + byteindex_at(&run->index, i), len = end - start;
            struct piece p = {start + size_min(before, len), start + size_min(through, len)};
            put_piece(run, out, &w, lines, p);
            start = end + 1;
        }
    }
    writer_commit_before(out, w);
}

/* A line that ends at END.  Its fields FROM to TO are the range; what was not reached is NOWHERE. */
struct line {
    size_t start, from, to, end;
    bool delimited;
};
#define NOWHERE SIZE_MAX

static void put_line(struct cut_run const *run, writer *out, mspan *w, span lines, struct line l)
{
    if (__builtin_expect(!l.delimited, 0)) {
        if (!run->opt.only_delimited)
            put_piece(run, out, w, lines, (struct piece){l.start, l.end});
        return;
    }
    put_piece(run, out, w, lines, (struct piece){size_min(l.from, l.end), size_min(l.to, l.end)});
}

/* Where the range begins and ends is noted without a branch: only line ends are told from separators. */
void cut_field_range(struct cut_run *run, writer *out, span lines)
{
    struct range r = range_vec_at(&run->opt.ranges, 0);
    size_t before = size_clamp(r.low - 1), through = size_clamp(r.high), seen = 0;
    unsigned char separator = span_at(run->opt.delimiter, 0), line_end = run->opt.line_end;
    struct line l = {.from = before == 0 ? 0 : NOWHERE, .to = NOWHERE};
    mspan w = writer_window(out, LINE_ROOM);
    for (size_t base = 0; base < span_len(lines); base += BYTEINDEX_BLOCK) {
        span block = span_at_most(span_drop(lines, base), BYTEINDEX_BLOCK);
        byteindex_make(&run->index, block, separator, line_end);
        for (size_t i = 0; i < byteindex_len(&run->index); i++) {
            size_t at = byteindex_at(&run->index, i);
            if (span_at(block, at) != line_end) {
                seen++;
                l.from = seen == before ? base + at + 1 : l.from;
                l.to = seen == through ? base + at : l.to;
                continue;
            }
            l.end = base + at;
            l.delimited = seen > 0;
            put_line(run, out, &w, lines, l);
            seen = 0;
            l.start = base + at + 1;
            l.from = before == 0 ? l.start : NOWHERE;
            l.to = NOWHERE;
        }
    }
    writer_commit_before(out, w);
}
