/* bytes.c - selecting bytes and characters by their position in the line. */

#include "cut/cut.h"

#include "safe/textcount.h"
#include "text/chars.h"

enum { LINE_ROOM = 4096 };

/* Print PART of a range; FIRST: nothing of it was printed before. */
static void put_part(struct cut_run *run, writer *out, span part, bool first)
{
    if (span_empty(part))
        return;
    if (first && run->line.printed && run->opt.joint_given)
        writer_put(out, run->opt.joint);
    run->line.printed = true;
    writer_put(out, part);
}

void cut_byte_piece(struct cut_run *run, writer *out, span piece)
{
    uint64_t before = run->line.position, end = before + span_len(piece);
    while (run->line.range < range_vec_len(&run->opt.ranges)) {
        struct range r = range_vec_at(&run->opt.ranges, run->line.range);
        if (r.low > end)
            break;
        uint64_t from = r.low > before ? r.low - 1 : before, to = r.high < end ? r.high : end;
        if (from < to)
            put_part(run, out, span_sub(piece, size_clamp(from - before), size_clamp(to - from)),
                     r.low > before);
        if (r.high > end)
            break;
        run->line.range++;
    }
    run->line.position = end;
}

void cut_end_bytes(struct cut_run *run, writer *out)
{
    writer_byte(out, run->opt.line_end);
    run->line.begun = run->line.printed = run->line.in_range = false;
    run->line.position = run->line.range = 0;
}

/* The selected bytes of LINE, into the window W; returns what is left of it. */
static mspan put_bytes(struct cut_run const *run, writer *out, mspan w, span line)
{
    size_t len = span_len(line);
    bool joint = false;
    for (size_t i = 0; i < range_vec_len(&run->opt.ranges); i++) {
        struct range r = range_vec_at(&run->opt.ranges, i);
        if (r.low > len)
            break;
        if (joint)
            cut_put(out, &w, run->opt.joint, 0, span_len(run->opt.joint));
        joint = run->opt.joint_given;
        size_t from = size_clamp(r.low - 1);
        cut_put(out, &w, line, from, size_min(size_clamp(r.high), len) - from);
    }
    return w;
}

/* Where the N-th character of TEXT behind the offset AT begins, or END. */
static size_t skip_to(span text, size_t at, uint64_t n, size_t end)
{
    return n == 0 ? at : size_min(at + span_skip_utf8(span_drop(text, at), &n), end);
}

/* The same for the characters of the line of LEN bytes that TEXT begins with, in UTF-8.  That more text
   may follow lets characters be skipped many at a time. */
static mspan put_chars(struct cut_run const *run, writer *out, mspan w, span text, size_t len)
{
    size_t at = 0;
    uint64_t before = 0;
    bool joint = false;
    for (size_t i = 0; i < range_vec_len(&run->opt.ranges); i++) {
        struct range r = range_vec_at(&run->opt.ranges, i);
        size_t from = skip_to(text, at, r.low - 1 - before, len);
        if (from == len)
            break;
        if (joint)
            cut_put(out, &w, run->opt.joint, 0, span_len(run->opt.joint));
        joint = run->opt.joint_given;
        before = r.high;
        at = r.high == UINT64_MAX ? len : skip_to(text, from, r.high - (r.low - 1), len);
        cut_put(out, &w, text, from, at - from);
    }
    return w;
}

/* Line ends are found a block at a time. */
void cut_position_lines(struct cut_run *run, writer *out, span lines)
{
    enum { BEYOND = 64 };
    size_t start = 0;
    unsigned char line_end = run->opt.line_end;
    mspan w = writer_window(out, LINE_ROOM);
    for (size_t base = 0; base < span_len(lines); base += BYTEINDEX_BLOCK) {
        span block = span_at_most(span_drop(lines, base), BYTEINDEX_BLOCK);
        byteindex_make(&run->index, block, line_end, line_end);
        for (size_t i = 0; i < byteindex_len(&run->index); i++) {
            size_t end = base + byteindex_at(&run->index, i), len = end - start;
            span rest = span_drop(lines, start);
            w = run->opt.unit == UNIT_BYTES ? put_bytes(run, out, w, span_first(rest, len))
                                            : put_chars(run, out, w, span_at_most(rest, len + BEYOND), len);
            cut_put(out, &w, lines, end, 1);
            start = end + 1;
        }
    }
    writer_commit_before(out, w);
}

/* Take up to N characters off *TEXT; how many. */
static uint64_t skip_chars(span *text, uint64_t n)
{
    uint64_t left = n;
    struct text_char c = {};
    while (left > 0) {
        if (left >= 8 && span_len(*text) >= 8 && (span_load64(*text) & 0x8080808080808080U) == 0) {
            *text = span_drop(*text, 8);
            left -= 8;
        } else if (text_next(text, &c)) {
            left--;
        } else {
            break;
        }
    }
    return n - left;
}

void cut_char_piece(struct cut_run *run, writer *out, span piece)
{
    while (run->line.range < range_vec_len(&run->opt.ranges) && !span_empty(piece)) {
        struct range r = range_vec_at(&run->opt.ranges, run->line.range);
        bool first = run->line.position < r.low;
        if (first)
            run->line.position += skip_chars(&piece, r.low - 1 - run->line.position);
        span rest = piece;
        if (r.high == UINT64_MAX)
            rest = span_drop(piece, span_len(piece));
        else
            run->line.position += skip_chars(&rest, r.high - run->line.position);
        put_part(run, out, span_before(piece, rest), first);
        if (run->line.position < r.high)
            break;
        run->line.range++;
        piece = rest;
    }
}

/* A character is printed when its last byte is selected; the joint comes where a range's first character is
   printed. */
void cut_whole_char_piece(struct cut_run *run, writer *out, span piece)
{
    struct text_char c = {};
    while (text_next(&piece, &c)) {
        uint64_t last = run->line.position + span_len(c.bytes);
        run->line.position = last;
        while (run->line.range < range_vec_len(&run->opt.ranges)
               && range_vec_at(&run->opt.ranges, run->line.range).high < last) {
            run->line.range++;
            run->line.in_range = false;
        }
        if (!range_holds(&run->opt.ranges, run->line.range, last))
            continue;
        put_part(run, out, c.bytes, !run->line.in_range);
        run->line.in_range = true;
    }
}
