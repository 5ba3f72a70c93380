/* lines.c - printing. */

#include "fmt/fmt.h"

enum { TAB = 8 };

static void put_blanks(writer *out, int64_t n, unsigned char c)
{
    enum { MOST = 32 * 1024 };
    for (; n > MOST && writer_ok(out); n -= MOST)
        writer_fill(out, MOST, c);
    if (writer_ok(out) && n > 0)
        writer_fill(out, as_size(n), c);
}

void fmt_put_space(struct fmt_run *r, writer *out, int64_t columns)
{
    int64_t target = r->out_column + columns, tabbed = target / TAB * TAB;
    if (columns <= 0)
        return;
    /* A tab that would do no more than one blank is none. */
    if (r->tabs && r->out_column + 1 < tabbed) {
        put_blanks(out, tabbed / TAB - r->out_column / TAB, '\t');
        r->out_column = tabbed;
    }
    put_blanks(out, target - r->out_column, ' ');
    r->out_column = target;
}

/* Columns of blanks behind the word I. */
static int64_t space_behind(fmt_breaks_view breaks, size_t i)
{
    return as_i64(AT(fmt_breaks_view, breaks, i + 1).begin - AT(fmt_breaks_view, breaks, i + 1).end);
}

/* Columns of the words from FIRST to before STOP, with the blanks between them. */
static int64_t columns_between(fmt_breaks_view breaks, size_t first, size_t stop)
{
    return as_i64(AT(fmt_breaks_view, breaks, stop).end - AT(fmt_breaks_view, breaks, first).begin);
}

/* How many bytes the word I has. */
static size_t word_len(fmt_breaks_view breaks, size_t i)
{
    size_t blanks = size_min(as_size(space_behind(breaks, i)), FMT_BLANKS);
    return AT(fmt_breaks_view, breaks, i + 1).start - AT(fmt_breaks_view, breaks, i).start - blanks;
}

/* Whether the words from FIRST to before STOP stand in the text buffer as they should be printed. */
static bool is_ready(struct fmt_run const *r, size_t first, size_t stop)
{
    fmt_breaks_view breaks = fmt_breaks_span(&r->breaks);
    int64_t most = r->tabs ? 1 : FMT_BLANKS;
    for (size_t i = first; i + 1 < stop; i++)
        if (space_behind(breaks, i) > most)
            return false;
    return true;
}

static void put_words(struct fmt_run *r, writer *out, size_t first, size_t stop)
{
    fmt_breaks_view breaks = fmt_breaks_span(&r->breaks);
    for (size_t i = first; i < stop; i++) {
        uint64_t start = AT(fmt_breaks_view, breaks, i).start;
        writer_put(out, span_sub(buf_span(&r->text), start - r->text_start, word_len(breaks, i)));
        r->out_column += columns_between(breaks, i, i + 1);
        if (i + 1 < stop)
            fmt_put_space(r, out, space_behind(breaks, i));
    }
}

/* The words from FIRST to before STOP as a line. */
static void put_line(struct fmt_run *r, writer *out, size_t first, size_t stop)
{
    fmt_breaks_view breaks = fmt_breaks_span(&r->breaks);
    int64_t indent = first > 0 ? r->other_indent : r->first_indent;
    r->out_column = 0;
    fmt_put_space(r, out, r->prefix_indent);
    writer_put(out, r->opt.prefix);
    r->out_column += r->opt.prefix_columns;
    fmt_put_space(r, out, indent - r->out_column);
    if (is_ready(r, first, stop)) {
        uint64_t start = AT(fmt_breaks_view, breaks, first).start;
        uint64_t end = AT(fmt_breaks_view, breaks, stop - 1).start + word_len(breaks, stop - 1);
        writer_put(out, span_sub(buf_span(&r->text), start - r->text_start, end - start));
        r->out_column += columns_between(breaks, first, stop);
    } else {
        put_words(r, out, first, stop);
    }
    r->last_line = r->out_column;
    writer_byte(out, '\n');
}

void fmt_put_lines(struct fmt_run *r, writer *out, size_t stop)
{
    for (size_t first = 0; first < stop && writer_ok(out);) {
        size_t next = AT(fmt_breaks, &r->breaks, first).next;
        put_line(r, out, first, next);
        first = next;
    }
}

/* Drop the first N words. */
static void drop_words(struct fmt_run *r, size_t n)
{
    fmt_breaks_view breaks = fmt_breaks_span(&r->breaks);
    size_t left = fmt_words(r) - n;
    fmt_breaks_view_move(breaks, 0, n, left + 1);
    fmt_breaks_truncate(&r->breaks, left + 1);
    AT(fmt_breaks_view, breaks, 0).is = 0;
    uint64_t start = AT(fmt_breaks_view, breaks, 0).start;
    buf_drop_front(&r->text, start - r->text_start);
    r->text_start = start;
    r->word_bytes = start + buf_len(&r->text) - AT(fmt_breaks_view, breaks, left).start;    /* not complete */
    for (size_t i = 0; i < left; i++)
        r->word_bytes += word_len(breaks, i);
}

void fmt_make_room(struct fmt_run *r, writer *out)
{
    if (fmt_words(r) == 0) {        /* one word fills the room */
        writer_put(out, buf_span(&r->text));
        r->text_start += buf_len(&r->text);
        AT(fmt_breaks, &r->breaks, 0).start = r->text_start;
        r->word_bytes = 0;
        buf_clear(&r->text);
        return;
    }
    fmt_choose_breaks(r);
    size_t cut = fmt_choose_cut(r);
    fmt_put_lines(r, out, cut);
    drop_words(r, cut);
}
