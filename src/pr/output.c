/* output.c - blanks, which become tabs, and text. */

#include "pr/pr.h"

#include "text/chars.h"

static void put_fill(struct cli *cli, int64_t n, unsigned char c)
{
    enum { MOST = 32 * 1024 };
    for (; n > MOST && writer_ok(cli_out(cli)); n -= MOST)
        writer_fill(cli_out(cli), MOST, c);
    if (n > 0 && writer_ok(cli_out(cli)))
        writer_fill(cli_out(cli), as_size(n), c);
}

/* What blanks up to GOAL can be in tabs, but no tab for the last blank alone.  Where backspaces went back
   over tabs, which do not count, the column may be less than none. */
static void put_tabs(struct cli *cli, struct pr_run *r, int64_t goal)
{
    int64_t width = r->opt.out.width, stop = r->out_column + width - r->out_column % width;
    for (; stop <= goal && goal - r->out_column > 1 && writer_ok(cli_out(cli)); stop += width) {
        writer_put(cli_out(cli), r->opt.out.mark);
        r->out_column = stop;
    }
}

void pr_flush_blanks(struct cli *cli, struct pr_run *r)
{
    int64_t goal = r->out_column + r->blanks;
    if (r->blanks <= 0)
        return;
    if (r->opt.out.on && r->blanks > 1)
        put_tabs(cli, r, goal);
    r->blanks = 0;
    span few = S("                ");
    if (goal - r->out_column <= as_i64(span_len(few)))
        writer_put(cli_out(cli), span_first(few, as_size(goal - r->out_column)));
    else
        put_fill(cli, goal - r->out_column, ' ');
    r->out_column = goal;
}

void pr_put_blanks(struct cli *cli, struct pr_run *r, int64_t n)
{
    if (n <= 0)
        return;
    r->blanks += n;
    if (!r->opt.out.on)
        pr_flush_blanks(cli, r);
}

void pr_pad_to(struct cli *cli, struct pr_run *r, int64_t column)
{
    r->blanks = column - r->out_column;
    if (!r->opt.out.on)
        pr_flush_blanks(cli, r);
}

int64_t pr_columns(span text)
{
    int64_t columns = 0;
    for (struct text_char c = {}; text_next(&text, &c);) {
        int width = c.valid ? text_width(c) : -1;
        columns += width >= 0 ? width : as_i64(span_len(c.bytes));
    }
    return columns;
}

int64_t pr_motion(struct pr_run const *r, span text)
{
    int64_t columns = 0;
    if (text_is_plain_ascii(text))
        return as_i64(span_len(text));
    if (!r->decode) {
        SPAN_FOREACH(byte, text)
            columns += byte == '\b' ? -1 : byteset_has(&r->printable, byte);
        return columns;
    }
    for (struct text_char c = {}; text_next(&text, &c);) {
        int width = c.valid ? text_width(c) : 0;
        columns += span_at(c.bytes, 0) == '\b' ? -1 : width > 0 ? width : 0;
    }
    return columns;
}

/* How many bytes of TEXT come before blanks that may become a tab, or stand at its end. */
static size_t before_blanks(span text)
{
    uint64_t ones = 0x0101010101010101, low_bits = 0x7f * ones;
    size_t n = 0;
    while (span_len(text) - n >= sizeof(uint64_t)) {
        uint64_t w = span_load64(span_drop(text, n)) ^ (' ' * ones);
        uint64_t blanks = ~(((w & low_bits) + low_bits) | w | low_bits);        /* their top bits */
        uint64_t pairs = blanks & (blanks >> CHAR_BIT);
        if (pairs != 0)
            return n + word_find_nonzero(pairs);
        n += sizeof(uint64_t) - 1;
    }
    while (n < span_len(text) && (span_at(text, n) != ' ' || (span_peek(text, n + 1) >= 0
                                                              && span_peek(text, n + 1) != ' ')))
        n++;
    return n;
}

bool pr_put_whole(struct cli *cli, struct pr_run *r, span text)
{
    if (r->blanks < 0 || span_empty(text) || span_at(text, 0) == ' ' || before_blanks(text) < span_len(text))
        return false;
    pr_flush_blanks(cli, r);
    writer_put(cli_out(cli), text);
    return true;
}

void pr_put(struct cli *cli, struct pr_run *r, span text)
{
    if (!r->opt.out.on) {
        writer_put(cli_out(cli), text);
        return;
    }
    while (!span_empty(text)) {
        if (span_at(text, 0) == ' ') {
            r->blanks++;
            text = span_drop(text, 1);
            continue;
        }
        span words = span_take(&text, before_blanks(text));
        pr_flush_blanks(cli, r);
        writer_put(cli_out(cli), words);
        r->out_column += pr_motion(r, words);
    }
}

static void put_one_separator(struct cli *cli, struct pr_run *r)
{
    SPAN_FOREACH(c, r->opt.separator) {
        if (c == ' ') {
            r->blanks++;
            continue;
        }
        pr_flush_blanks(cli, r);
        writer_byte(cli_out(cli), c);
        r->out_column++;
    }
}

void pr_put_separator(struct cli *cli, struct pr_run *r)
{
    for (; r->separators > 0; r->separators--)
        put_one_separator(cli, r);
    pr_flush_blanks(cli, r);
}

void pr_append_number(struct pr_run *r, buf *out)
{
    buf number = {};
    buf_append_imax(&number, r->line_number);
    size_t digits = as_size(r->opt.digits), len = buf_len(&number);
    buf_append_fill(out, digits - size_min(len, digits), ' ');
    buf_append(out, span_tail(buf_span(&number), size_min(len, digits)));
    if (r->opt.columns > 1 && span_eq(r->opt.number_mark, S("\t")))
        buf_append_fill(out, as_size(r->number_width) - digits, ' ');
    else
        buf_append(out, r->opt.number_mark);
    buf_recycle(&number);
}

void pr_put_number(struct cli *cli, struct pr_run *r)
{
    buf_clear(&r->text);
    pr_append_number(r, &r->text);
    pr_put(cli, r, buf_span(&r->text));
    if (r->opt.columns == 1 && span_eq(r->opt.number_mark, S("\t")))
        r->out_column = (r->out_column / r->opt.out.width + 1) * r->opt.out.width;
}
