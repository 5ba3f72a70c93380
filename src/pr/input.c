/* input.c - lines of input, and what they look like in a column. */

#include "pr/pr.h"

#include "text/chars.h"

enum { PIECE = 32 * 1024 };     /* bytes of formatted text that are kept, about */

/* What is buffered of IN: whole characters where they can be had; empty at the end of input. */
static span buffered(struct cli *cli, struct pr_run *r, struct pr_input *in)
{
    span part = {};
    oserr err = reader_peek(&in->in.reader, &part);
    size_t rest = r->decode ? text_unfinished(part) : 0;
    if (!err && rest > 0 && rest == span_len(part))
        err = reader_peek_least(&in->in.reader, rest + 1, &part);
    else if (!err)
        part = span_chop(part, rest);
    if (!err)
        return part;
    if (!in->failed)
        cli_error(cli, err, "%s", fmt_namec(in->in.is_stdin ? Z("standard input") : in->in.name));
    in->failed = true;
    return (span){};
}

static void skip_newline(struct cli *cli, struct pr_run *r, struct pr_input *in)
{
    if (span_peek(buffered(cli, r, in), 0) == '\n')
        reader_consume(&in->in.reader, 1);
}

/* A form feed, and a newline behind it, were read: the page is over for IN. */
static void hold(struct cli *cli, struct pr_run *r, struct pr_input *in)
{
    skip_newline(cli, r, in);
    in->status = PR_HELD;
    r->feed |= r->opt.keep_feeds;
}

/* Where formatted text goes. */
struct sink {
    bool print;
    bool cut;                   /* the column is full: the rest of the line is dropped */
};

static void pass(struct cli *cli, struct pr_run *r, struct sink *to, span text)
{
    if (!to->print) {
        buf_append(&r->store, text);
        return;
    }
    pr_put(cli, r, text);
}

/* Whether COLUMNS more fit; then they are taken. */
static bool take_columns(struct cli *cli, struct pr_run *r, struct sink *to, int64_t columns)
{
    if (columns > r->limit - r->in_column) {
        to->cut = true;
        return false;
    }
    r->in_column += columns;
    if (r->in_column <= INT_MAX)
        return true;
    cli_error(cli, 0, "integer overflow");
    r->stopped = to->cut = true;
    return false;
}

/* Columns of a character that can be printed; else -1. */
static int width_of(struct text_char c)
{
    return c.valid && c.code != 0 ? text_width(c) : -1;
}

static void format_tab(struct cli *cli, struct pr_run *r, struct sink *to, span mark)
{
    bool given = span_eq(mark, r->opt.in.mark);
    int64_t stop = given ? r->opt.in.width : PR_TAB, width = stop - r->in_column % stop;
    if (!take_columns(cli, r, to, width))
        return;
    if (!r->opt.in.on)
        pass(cli, r, to, mark);
    else if (to->print)
        pr_put_blanks(cli, r, width);
    else
        buf_append_fill(&r->store, as_size(width), ' ');
}

/* A byte that cannot be printed. */
static void format_control(struct cli *cli, struct pr_run *r, struct sink *to, span byte)
{
    enum { ASCII = 0x80, HAT = 0x40 };
    unsigned char c = span_at(byte, 0);
    buf_clear(&r->text);
    if (r->opt.escape || (r->opt.hats && c >= ASCII)) {
        buf_push(&r->text, '\\');
        buf_append_base(&r->text, c, 8, 3);
    } else if (r->opt.hats) {
        buf_push(&r->text, '^');
        buf_push(&r->text, c ^ HAT);
    } else if ((c != '\b' || r->in_column > 0) && take_columns(cli, r, to, c == '\b' ? -1 : 0)) {
        pass(cli, r, to, byte);
    }
    if (buf_len(&r->text) > 0 && take_columns(cli, r, to, as_i64(buf_len(&r->text))))
        pass(cli, r, to, buf_span(&r->text));
}

/* Take characters of several bytes, as many as there are and fit, off *TEXT. */
static void format_wide(struct cli *cli, struct pr_run *r, struct sink *to, span *text)
{
    span rest = *text;
    struct text_char c = {};
    for (span next = rest; text_next(&next, &c) && span_len(c.bytes) > 1 && c.valid; rest = next) {
        int width = text_width(c);
        if (width < 0 || width > r->limit - r->in_column || span_eq(c.bytes, r->opt.in.mark))
            break;
        r->in_column += width;
    }
    pass(cli, r, to, span_take(text, span_len(*text) - span_len(rest)));
}

static void format_character(struct cli *cli, struct pr_run *r, struct sink *to, struct text_char c)
{
    int width = width_of(c);
    if (span_eq(c.bytes, S("\t")) || (span_eq(c.bytes, r->opt.in.mark))) {
        format_tab(cli, r, to, c.bytes);
    } else if (width >= 0) {
        if (take_columns(cli, r, to, width))
            pass(cli, r, to, c.bytes);
    } else {
        while (!span_empty(c.bytes) && !to->cut)
            format_control(cli, r, to, span_take(&c.bytes, 1));
    }
}

/* Take the first N bytes, of one column each, off *TEXT. */
static void format_plain(struct cli *cli, struct pr_run *r, struct sink *to, span *text, size_t n)
{
    size_t most = r->in_column < r->limit ? as_size(r->limit - r->in_column) : 0;
    to->cut = n > most;
    span run = span_take(text, size_min(n, most));
    pass(cli, r, to, run);
    r->in_column += as_i64(span_len(run));
}

/* Format TEXT, whose first PLAIN bytes are not special. */
static void format(struct cli *cli, struct pr_run *r, struct sink *to, span text, size_t plain)
{
    while (!span_empty(text) && !to->cut && writer_ok(cli_out(cli))) {
        format_plain(cli, r, to, &text, plain);
        size_t silent = to->cut ? 0 : span_find_not_in(text, &r->silent);
        if (silent > 0 && take_columns(cli, r, to, 0))
            pass(cli, r, to, span_take(&text, silent));
        if (!to->cut && r->decode && !span_empty(text) && byteclass_has(&r->special, span_at(text, 0)))
            format_wide(cli, r, to, &text);
        plain = span_find_class(text, &r->special);
        struct text_char c = {};
        if (plain == 0 && !to->cut && text_next(&text, &c))
            format_character(cli, r, to, c);
        plain = span_find_class(text, &r->special);
    }
}

/* Columns of C at the start of a line. */
static int64_t first_width(struct pr_run const *r, struct text_char c)
{
    int width = width_of(c);
    if (span_eq(c.bytes, r->opt.in.mark))
        return r->opt.in.width;
    if (span_eq(c.bytes, S("\t")))
        return PR_TAB;
    if (width >= 0)
        return width;
    if (r->opt.escape || (r->opt.hats && span_at(c.bytes, 0) >= 0x80))
        return 4;
    return r->opt.hats ? 2 : 0;
}

/* Whether the page before was full, as a column sees it when it is read for the first time since. */
static bool was_full(struct pr_run *r, struct pr_input *in, size_t column)
{
    bool full = in->full_page && (r->opt.merge || column >= in->columns_read);
    if (r->opt.merge)
        in->full_page = false;
    else if (column >= in->columns_read)
        in->columns_read = column + 1;
    return full;
}

enum pr_line pr_begin_line(struct cli *cli, struct pr_run *r, struct pr_input *in, size_t column)
{
    if (was_full(r, in, column) && span_peek(buffered(cli, r, in), 0) == '\f') {
        reader_consume(&in->in.reader, 1);
        skip_newline(cli, r, in);
    }
    r->in_column = 0;
    span part = buffered(cli, r, in);
    struct text_char c = {};
    if (span_empty(part)) {
        in->status = PR_CLOSED;
        return PR_NOTHING;
    }
    if (!byteclass_has(&r->special, span_at(part, 0)))
        return PR_TEXT;
    if (span_at(part, 0) != '\f') {
        if (r->skipping || !text_next(&part, &c))
            return PR_TEXT;
        return span_at(c.bytes, 0) != '\n' && first_width(r, c) > r->limit ? PR_TOO_WIDE : PR_TEXT;
    }
    reader_consume(&in->in.reader, 1);
    hold(cli, r, in);
    return PR_FEED;
}

/* The number of a line counts as columns, but not for the first character. */
static void format_first(struct cli *cli, struct pr_run *r, struct sink *to, struct pr_input *in)
{
    struct text_char c = {};
    span part = buffered(cli, r, in);
    if (span_peek(part, 0) != '\n' && text_next(&part, &c)) {
        format(cli, r, to, c.bytes, span_find_class(c.bytes, &r->special));
        reader_consume(&in->in.reader, span_len(c.bytes));
    }
    r->in_column += r->number_width;
}

static void take_text(struct cli *cli, struct pr_run *r, struct pr_input *in, bool print)
{
    struct sink to = {.print = print && !r->skipping, .cut = r->skipping};
    if (r->opt.number && r->opt.truncate && !r->opt.merge)
        format_first(cli, r, &to, in);
    while (writer_ok(cli_out(cli)) && !r->stopped) {
        span part = buffered(cli, r, in);
        size_t plain = span_find_class(part, &r->special);
        size_t n = plain + span_find2(span_drop(part, plain), '\n', '\f');
        int end = span_peek(part, n);
        if (!to.cut && r->plain && !span_has(span_first(part, n), '\b')) {
            pass(cli, r, &to, span_first(part, n));
            r->in_column += pr_motion(r, span_first(part, n));
        } else if (!to.cut) {
            format(cli, r, &to, span_first(part, n), plain);
        }
        reader_consume(&in->in.reader, end < 0 ? n : n + 1);
        if (end == '\n')
            return;
        if (end == '\f') {
            hold(cli, r, in);
            return;
        }
        if (n == 0) {
            in->status = PR_CLOSED;
            return;
        }
    }
}

void pr_print_text(struct cli *cli, struct pr_run *r, struct pr_input *in)
{
    take_text(cli, r, in, true);
}

void pr_skip_text(struct cli *cli, struct pr_run *r, struct pr_input *in)
{
    bool skipping = r->skipping;
    r->skipping = true;
    take_text(cli, r, in, true);
    r->skipping = skipping;
}

void pr_store_text(struct cli *cli, struct pr_run *r, struct pr_input *in)
{
    take_text(cli, r, in, false);
}

void pr_copy_lines(struct cli *cli, struct pr_run *r, struct pr_input *in)
{
    span part = buffered(cli, r, in);
    uint64_t left = bits_of_i64(r->lines_left), before = left;
    size_t n = span_after_nth(part, '\n', &left);
    part = span_first(part, n);
    if (left > 0)
        part = span_first(part, span_rfind(part, '\n') < n ? span_rfind(part, '\n') + 1 : 0);
    if (span_empty(part) || span_find2(part, '\f', '\b') < span_len(part))
        return;
    writer_put(cli_out(cli), part);
    reader_consume(&in->in.reader, span_len(part));
    in->columns_read = 1;
    r->lines_left -= as_i64(before - left);
    r->line_number += as_i64(before - left);
}
