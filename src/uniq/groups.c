/* groups.c - groups of equal lines, and what of them is printed.

   Lines are looked at where they stand in the input's buffer; only the one that a refill would overwrite
   is copied. */

#include "uniq/uniq.h"

#include "safe/checked.h"

static void put_gap(struct uniq_run *r, writer *out)
{
    writer_byte(out, r->opt.line_end);
}

/* The group's line with the count before it, seven columns wide. */
static void put_counted(struct uniq_run const *r, writer *out)
{
    enum { DIGITS = 20, WIDTH = 7 };
    if (r->count < 10) {
        mspan w = writer_window(out, WIDTH + 1);
        mspan_put(&w, S("      "));
        mspan_push(&w, low_byte('0' + r->count));
        mspan_push(&w, ' ');
        writer_commit(out, WIDTH + 1);
    } else {
        size_t digits = 2;
        for (uint64_t n = r->count / 100; n > 0; n /= 10)
            digits++;
        writer_fill(out, WIDTH - size_min(digits, WIDTH), ' ');
        writer_umax(out, r->count);
        writer_byte(out, ' ');
    }
    writer_put(out, r->line);
}

/* All lines of the group have been seen. */
static void end_group(struct uniq_run *r, writer *out)
{
    bool repeated = r->count > 1;
    if (r->count == 0 || r->opt.show == SHOW_ALL || (repeated ? r->opt.hide_repeated : r->opt.hide_unique))
        return;
    if (r->opt.count)
        put_counted(r, out);
    else
        writer_put(out, r->line);
}

static void set_line(struct uniq_run *r, span line, span key)
{
    r->line = line;
    r->key = key;
    r->line_is_kept = false;
}

/* LINE does not equal the one before it. */
static void begin_group(struct uniq_run *r, writer *out, span line, span key)
{
    end_group(r, out);
    set_line(r, line, key);
    r->count = 1;
    if (r->opt.show != SHOW_ALL)
        return;
    if (r->printed || r->opt.gap == GAP_PREPEND || r->opt.gap == GAP_BOTH)
        put_gap(r, out);
    r->printed = true;
    writer_put(out, line);
}

/* LINE equals the one before it. */
static void go_on(struct uniq_run *r, writer *out, span line, span key)
{
    r->count++;
    if (r->opt.show == SHOW_GROUPS)
        return;
    if (r->opt.show == SHOW_ALL) {
        writer_put(out, line);
        return;
    }
    /* A group of several lines is printed one line late, since its first line may stay alone. */
    if (r->count == 2) {
        if (r->opt.gap == GAP_PREPEND || (r->opt.gap == GAP_SEPARATE && r->printed))
            put_gap(r, out);
        r->printed = true;
    }
    writer_put(out, r->line);
    set_line(r, line, key);
}

/* PART holds whole lines, each with its end. */
static void take_lines(struct uniq_run *r, writer *out, span part)
{
    while (!span_empty(part)) {
        if (r->whole_lines && r->count > 0 && span_starts(part, r->line)) {
            span line = span_take(&part, span_len(r->line));
            go_on(r, out, line, line);
            continue;
        }
        span line = span_take(&part, span_find(part, r->opt.line_end) + 1);
        span key = r->whole_lines ? line : uniq_key(r, span_chop(line, 1));
        if (!r->whole_lines && r->count > 0 && uniq_same(r, key, r->key))
            go_on(r, out, line, key);
        else
            begin_group(r, out, line, key);
    }
}

/* Before the input's buffer is filled again. */
static void keep_line(struct uniq_run *r)
{
    if (r->line_is_kept || r->count == 0)
        return;
    buf_clear(&r->kept);
    buf_append(&r->kept, r->line);
    span line = buf_span(&r->kept);
    set_line(r, line, r->whole_lines ? line : uniq_key(r, span_chop(line, 1)));
    r->line_is_kept = true;
}

oserr uniq_filter(struct uniq_run *r, writer *out, reader *in)
{
    span part = {};
    oserr err = 0;
    buf last = {};
    while (writer_ok(out) && (err = reader_records(in, r->opt.line_end, &part)) == 0 && !span_empty(part)) {
        if (span_last(part) == r->opt.line_end) {
            take_lines(r, out, part);
        } else {                /* the last line, which lacks its end */
            buf_append(&last, part);
            buf_push(&last, r->opt.line_end);
            take_lines(r, out, buf_span(&last));
        }
        keep_line(r);
        writer_sync(out);
    }
    end_group(r, out);
    if (r->printed && r->opt.show == SHOW_ALL && (r->opt.gap == GAP_APPEND || r->opt.gap == GAP_BOTH))
        put_gap(r, out);
    buf_recycle(&last);
    return err;
}
