/* words.c - input lines, their heads and their words. */

#include "fmt/fmt.h"

#include "text/chars.h"

enum { TAB = 8, TAG_INDENT = 3 };

int fmt_peek(struct fmt_run *r)
{
    if (span_empty(r->rest) && !r->ended) {
        r->err = reader_chunk(&r->in.reader, &r->rest);
        r->ended = span_empty(r->rest);
    }
    return span_peek(r->rest, 0);
}

static void step(struct fmt_run *r)
{
    r->rest = span_drop(r->rest, 1);
}

int64_t fmt_columns(struct fmt_run const *r, span text)
{
    if (!r->decode || text_is_plain_ascii(text))
        return as_i64(span_len(text));
    int64_t columns = 0;
    for (struct text_char c = {}; text_next(&text, &c);) {
        int width = c.valid ? text_width(c) : 1;
        columns += width < 0 ? 1 : width;
    }
    return columns;
}

/* Go over blanks; the byte behind them, as fmt_peek. */
static int skip_blanks(struct fmt_run *r)
{
    int c = 0;
    while ((c = fmt_peek(r)) == ' ' || c == '\t') {
        r->column = c == ' ' ? r->column + 1 : (r->column / TAB + 1) * TAB;
        r->tabs |= c == '\t';
        step(r);
    }
    return c;
}

void fmt_read_head(struct fmt_run *r)
{
    span prefix = r->opt.prefix;
    r->column = 0;
    struct fmt_head head = {.first = skip_blanks(r)};
    head.indent = r->column;
    if (span_empty(prefix) && head.indent > r->opt.prefix_lead)
        head.indent = r->opt.prefix_lead;
    while (head.matched < span_len(prefix) && head.first == span_at(prefix, head.matched)) {
        head.matched++;
        step(r);
        head.first = fmt_peek(r);
    }
    if (head.matched > 0)
        r->column += fmt_columns(r, span_first(prefix, head.matched));
    if (head.matched == span_len(prefix))
        head.first = skip_blanks(r);
    head.column = r->column;
    r->head = head;
}

void fmt_set_other_indent(struct fmt_run *r, bool within)
{
    int64_t column = r->column;
    if (r->opt.split)
        r->other_indent = r->first_indent;
    else if (r->opt.crown)
        r->other_indent = within ? column : r->first_indent;
    else if (!r->opt.tagged)
        r->other_indent = r->first_indent;
    else if (within && column != r->first_indent)
        r->other_indent = column;
    else if (r->other_indent == r->first_indent)
        r->other_indent = r->first_indent == 0 ? TAG_INDENT : 0;
}

void fmt_begin_paragraph(struct fmt_run *r)
{
    buf_clear(&r->text);
    r->text_start = r->word_bytes = 0;
    fmt_words_truncate(&r->words, 0);
    fmt_breaks_truncate(&r->breaks, 0);
    fmt_breaks_push(&r->breaks, (struct fmt_break){});
}

/* How many bytes at the front of S, the first of which is taken as it comes, belong to one word. */
static size_t word_length(struct fmt_run const *r, span s)
{
    for (size_t n = 1; n < span_len(s); n++)
        if (bytemap_get(&r->classes, span_at(s, n)) & FMT_SPACE)
            return n;
    return span_len(s);
}

/* The length of a word of ASCII, of less than eight bytes, at the front of S; 0 when there is something else,
   or perhaps something else. */
static size_t short_word_length(struct fmt_run const *r, span s)
{
    if (span_len(s) < sizeof(uint64_t))
        return 0;
    size_t n = word_find_uneven(span_load64(s), ' ' + 1);
    if (n == sizeof(uint64_t))
        return 0;
    return (bytemap_get(&r->classes, span_at(s, n)) & FMT_SPACE) ? n : 0;
}

/* Append the word at the front of the input and one blank, if there is room and the word is a usual one: its
   length, or 0. */
static size_t read_short_text(struct fmt_run *r)
{
    size_t n = short_word_length(r, r->rest);
    if (n == 0 && !r->decode)
        n = word_length(r, r->rest);
    if (n == 0 || n == span_len(r->rest) || n > FMT_BYTES - r->word_bytes)
        return 0;
    mspan room = buf_tail(&r->text, n + 1);
    mspan_put_few(&room, r->rest, 0, n);
    mspan_push(&room, ' ');
    buf_commit(&r->text, n + 1);
    r->rest = span_drop(r->rest, n);
    r->word_bytes += n;
    return n;
}

/* The same for any word, printing lines when there is no room. */
static size_t read_long_text(struct fmt_run *r, writer *out)
{
    for (size_t least = 1; fmt_peek(r) >= 0 && writer_ok(out); least = 0) {
        if (least == 0 && (bytemap_get(&r->classes, span_at(r->rest, 0)) & FMT_SPACE))
            break;
        if (r->word_bytes == FMT_BYTES) {
            fmt_set_other_indent(r, true);
            fmt_make_room(r, out);
        }
        size_t n = size_min(word_length(r, r->rest), FMT_BYTES - r->word_bytes);
        buf_append(&r->text, span_take(&r->rest, n));
        r->word_bytes += n;
    }
    size_t len = r->text_start + buf_len(&r->text) - r->word_start;
    buf_push(&r->text, ' ');
    return len;
}

static unsigned word_class(struct fmt_run const *r, span text)
{
    size_t last = span_len(text) - 1;
    unsigned class = bytemap_get(&r->classes, span_at(text, last));
    unsigned is = (bytemap_get(&r->classes, span_at(text, 0)) & FMT_OPENS) | (class & FMT_PUNCT);
    for (; last > 0 && (class & FMT_CLOSES); class = bytemap_get(&r->classes, span_at(text, last)))
        last--;
    return is | (class & FMT_STOPS);
}

/* Go over the blanks behind a word. */
static int skip_space(struct fmt_run *r)
{
    int c = span_peek(r->rest, 1);
    if (span_peek(r->rest, 0) != ' ' || c < 0 || c == ' ' || c == '\t')
        return skip_blanks(r);
    r->column++;
    step(r);
    return c;
}

static void add_word(struct fmt_run *r, writer *out, struct fmt_word word, unsigned is)
{
    if (fmt_words_len(&r->words) == FMT_WORDS) {
        fmt_set_other_indent(r, true);
        fmt_make_room(r, out);
    }
    size_t i = fmt_words_len(&r->words);
    fmt_words_push(&r->words, word);
    uint64_t end = AT(fmt_breaks, &r->breaks, i).begin + bits_of_i64(word.columns);
    fmt_breaks_push(&r->breaks, (struct fmt_break){.end = end, .begin = end + bits_of_i64(word.space), .is = is});
}

/* The next word, and the blanks behind it. */
static int read_word(struct fmt_run *r, writer *out)
{
    r->word_start = r->text_start + buf_len(&r->text);
    size_t len = read_short_text(r);
    int64_t columns = as_i64(len);
    if (len == 0) {
        len = read_long_text(r, out);
        if (!writer_ok(out))
            return -1;
        columns = fmt_columns(r, span_sub(buf_span(&r->text), r->word_start - r->text_start, len));
    }
    unsigned is = word_class(r, span_sub(buf_span(&r->text), r->word_start - r->text_start, len));
    int64_t end = r->column += columns;
    int c = skip_space(r);
    int64_t space = r->column - end;
    if (c < 0 || ((is & FMT_STOPS) && (c == '\n' || space > 1)))
        is |= FMT_FINAL;
    if (c < 0 || c == '\n' || r->opt.uniform)
        space = (is & FMT_FINAL) ? 2 : 1;
    if (space > 1)
        buf_push(&r->text, ' ');
    else if (space == 0)
        buf_truncate(&r->text, buf_len(&r->text) - 1);
    add_word(r, out, (struct fmt_word){r->word_start, len, columns, space}, is);
    return c;
}

void fmt_read_line(struct fmt_run *r, writer *out)
{
    int c = 0;
    do {
        c = read_word(r, out);
    } while (c >= 0 && c != '\n');
    if (c == '\n')
        step(r);
    fmt_read_head(r);
}
