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

/* Whether the words from FIRST to before STOP stand in the text buffer as they should be printed. */
static bool is_ready(struct fmt_run const *r, fmt_words_view words, size_t first, size_t stop)
{
    int64_t most = r->tabs ? 1 : 2;
    for (size_t i = first; i + 1 < stop; i++)
        if (AT(fmt_words_view, words, i).space > most)
            return false;
    return true;
}

static span word_text(struct fmt_run const *r, struct fmt_word const *word)
{
    return span_sub(buf_span(&r->text), word->start - r->text_start, word->len);
}

static void put_words(struct fmt_run *r, writer *out, size_t first, size_t stop)
{
    fmt_words_view words = fmt_words_span(&r->words);
    for (size_t i = first; i < stop; i++) {
        writer_put(out, word_text(r, &AT(fmt_words_view, words, i)));
        r->out_column += AT(fmt_words_view, words, i).columns;
        if (i + 1 < stop)
            fmt_put_space(r, out, AT(fmt_words_view, words, i).space);
    }
}

/* The words from FIRST to before STOP as a line. */
static void put_line(struct fmt_run *r, writer *out, size_t first, size_t stop)
{
    fmt_words_view words = fmt_words_span(&r->words);
    int64_t indent = first > 0 ? r->other_indent : r->first_indent;
    r->out_column = 0;
    fmt_put_space(r, out, r->prefix_indent);
    writer_put(out, r->opt.prefix);
    r->out_column += r->opt.prefix_columns;
    fmt_put_space(r, out, indent - r->out_column);
    if (is_ready(r, words, first, stop)) {
        span text = span_drop(buf_span(&r->text), AT(fmt_words_view, words, first).start - r->text_start);
        struct fmt_word last = fmt_words_view_at(words, stop - 1);
        writer_put(out, span_first(text, last.start + last.len - AT(fmt_words_view, words, first).start));
        r->out_column += as_i64(AT(fmt_breaks, &r->breaks, stop).end - AT(fmt_breaks, &r->breaks, first).begin);
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
    size_t left = fmt_words_len(&r->words) - n;
    uint64_t start = left > 0 ? AT(fmt_words, &r->words, n).start : r->word_start;
    for (size_t i = 0; i < n; i++)
        r->word_bytes -= AT(fmt_words, &r->words, i).len;
    fmt_words_view_move(fmt_words_span(&r->words), 0, n, left);
    fmt_words_truncate(&r->words, left);
    fmt_breaks_view_move(fmt_breaks_span(&r->breaks), 0, n, left + 1);
    fmt_breaks_truncate(&r->breaks, left + 1);
    buf_drop_front(&r->text, start - r->text_start);
    r->text_start = start;
    AT(fmt_breaks, &r->breaks, 0).is = 0;
}

void fmt_make_room(struct fmt_run *r, writer *out)
{
    if (fmt_words_len(&r->words) == 0) {        /* one word fills the room */
        writer_put(out, buf_span(&r->text));
        r->text_start += buf_len(&r->text);
        r->word_start = r->text_start;
        r->word_bytes = 0;
        buf_clear(&r->text);
        return;
    }
    fmt_choose_breaks(r);
    size_t cut = fmt_choose_cut(r);
    fmt_put_lines(r, out, cut);
    drop_words(r, cut);
}
