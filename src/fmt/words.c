/* words.c - the words of input lines.

   In most lines blanks are the only white space.  The words of such plain lines are found for many lines at
   once. */

#include "fmt/fmt.h"

void fmt_make_plain(struct fmt_run *r)
{
    byteset odd = {}, wide = {};
    SPAN_FOREACH(c, S("\t\v\f\r"))
        byteset_add(&odd, c);
    for (unsigned c = 0; r->decode && c <= UCHAR_MAX; c++)
        if (c != '\n' && (c < ' ' || c > '~'))
            byteset_add(&wide, low_byte(c));
    byteclass_make(&r->plain.odd, &odd);
    byteclass_make(&r->plain.wide, &wide);
}

void fmt_begin_paragraph(struct fmt_run *r)
{
    buf_clear(&r->text);
    r->text_start = r->word_bytes = 0;
    fmt_breaks_truncate(&r->breaks, 0);
    fmt_breaks_push(&r->breaks, (struct fmt_break){});
}

/* What the word TEXT is that has SPACE columns of blanks and then the byte C (-1: end of input) behind it. */
static inline unsigned word_class(struct fmt_run const *r, span text, uint64_t space, int c)
{
    size_t last = span_len(text) - 1;
    unsigned class = bytemap_get(&r->classes, span_at(text, last));
    unsigned is = (bytemap_get(&r->classes, span_at(text, 0)) & FMT_OPENS) | (class & FMT_PUNCT);
    for (; last > 0 && (class & FMT_CLOSES); class = bytemap_get(&r->classes, span_at(text, last)))
        last--;
    is |= class & FMT_STOPS;
    bool final = c < 0 || ((is & FMT_STOPS) && (c == '\n' || space > 1));
    return final ? is | FMT_FINAL : is;
}

/* The columns of blanks behind such a word when the next one is in the same line. */
static inline uint64_t space_in_line(struct fmt_run const *r, unsigned is, uint64_t space, int c)
{
    if (c >= 0 && c != '\n' && !r->opt.uniform)
        return space;
    return (is & FMT_FINAL) ? 2 : 1;
}

/* Where a word begins, in the text of the paragraph and in columns. */
struct fmt_place {
    uint64_t start, begin;
};

static struct fmt_place last_place(struct fmt_run const *r)
{
    size_t n = fmt_words(r);
    return (struct fmt_place){AT(fmt_breaks, &r->breaks, n).start, AT(fmt_breaks, &r->breaks, n).begin};
}

/* A word of LEN bytes with SPACE columns of blanks behind it. */
struct fmt_word {
    size_t len;
    uint64_t columns, space;
    unsigned is;
};

/* Add WORD, which begins at *AT; the next one begins there afterwards. */
static inline void add_word(fmt_breaks *breaks, struct fmt_place *at, struct fmt_word word)
{
    uint64_t end = at->begin + word.columns;
    at->start += word.len + size_min(word.space, FMT_BLANKS);
    at->begin = end + word.space;
    struct fmt_break behind = {.start = at->start, .end = end, .begin = at->begin, .is = word.is};
    fmt_breaks_push(breaks, behind);
}

/* What is kept of SPACE columns of blanks behind a word. */
static span blanks(uint64_t space)
{
    return span_first(S("  "), size_min(space, FMT_BLANKS));
}

/* Begin a block of whole plain lines at the front of the input; there may be none. */
static void begin_block(struct fmt_plain *p, span input)
{
    span block = span_at_most(input, BYTEINDEX_BLOCK);
    block = span_first(block, span_find_class(block, &p->odd));
    size_t last = span_rfind(block, '\n');
    p->block = span_first(block, last < span_len(block) ? last + 1 : 0);
    p->input = span_len(input);
    p->even = span_find_class(p->block, &p->wide) == span_len(p->block);
    p->next = 0;
    byteindex_make(&p->ends, p->block, ' ', '\n');
}

/* Whether a plain line is at the front of the input. */
static bool find_line(struct fmt_plain *p, span input)
{
    if (p->input - span_len(input) >= span_len(p->block))
        begin_block(p, input);
    return !span_empty(p->block);
}

/* The first end of a word that is not before AT. */
static size_t next_end(struct fmt_plain *p, size_t at)
{
    size_t end = 0;
    do {
        end = byteindex_at(&p->ends, p->next++);
    } while (end < at);
    return end;
}

/* Read words of the line at the front of the input, which is plain, as long as there is room: whether its end
   was reached.  Where the blanks between words are as they should be, all is copied at once. */
static bool read_plain(struct fmt_run *r)
{
    span block = r->plain.block;
    size_t begin = r->plain.input - span_len(r->rest), at = begin, copied = begin;
    size_t room = FMT_BYTES - r->word_bytes;
    struct fmt_place last = last_place(r);
    mspan w = buf_tail(&r->text, FMT_BYTES + FMT_BLANKS * FMT_WORDS);
    uint64_t width = 0;
    int c = 0;
    while (c != '\n' && fmt_words(r) < FMT_WORDS) {
        size_t end = next_end(&r->plain, at), n = end - at, behind = end;
        if (n > room)
            break;
        while ((c = span_at(block, behind)) == ' ')
            behind++;
        span text = span_sub(block, at, n);
        unsigned is = word_class(r, text, behind - end, c);
        uint64_t space = space_in_line(r, is, behind - end, c);
        uint64_t columns = r->plain.even ? n : bits_of_i64(fmt_columns(r, text));
        add_word(&r->breaks, &last, (struct fmt_word){n, columns, space, is});
        if (space != behind - end || space > FMT_BLANKS) {
            mspan_put(&w, span_sub(block, copied, end - copied));
            mspan_put(&w, blanks(space));
            copied = behind;
        }
        width += columns + (behind - end);
        room -= n;
        at = behind;
    }
    mspan_put(&w, span_sub(block, copied, at - copied));
    buf_commit_before(&r->text, w);
    r->word_bytes = FMT_BYTES - room;
    r->rest = span_drop(r->rest, at - begin);
    r->column += as_i64(width);
    return c == '\n';
}

/* How many bytes at the front of S, the first of which is taken as it comes, belong to one word. */
static size_t word_length(struct fmt_run const *r, span s)
{
    for (size_t n = 1; n < span_len(s); n++)
        if (bytemap_get(&r->classes, span_at(s, n)) & FMT_SPACE)
            return n;
    return span_len(s);
}

/* Append the word at the front of the input to the text, printing lines when there is no room. */
static void read_text(struct fmt_run *r, writer *out)
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
}

/* What of the last word is in the text. */
static span read_part(struct fmt_run const *r)
{
    return span_drop(buf_span(&r->text), AT(fmt_breaks, &r->breaks, fmt_words(r)).start - r->text_start);
}

/* The next word of any kind, and the blanks behind it: the byte behind these, as fmt_peek. */
static int read_word(struct fmt_run *r, writer *out)
{
    read_text(r, out);
    if (!writer_ok(out))
        return -1;
    int64_t columns = fmt_columns(r, read_part(r)), end = r->column + columns;
    r->column = end;
    int c = fmt_skip_blanks(r);
    if (fmt_words(r) == FMT_WORDS) {
        fmt_set_other_indent(r, true);
        fmt_make_room(r, out);
    }
    uint64_t space = bits_of_i64(r->column - end);
    unsigned is = word_class(r, read_part(r), space, c);
    space = space_in_line(r, is, space, c);
    struct fmt_place last = last_place(r);
    add_word(&r->breaks, &last, (struct fmt_word){span_len(read_part(r)), bits_of_i64(columns), space, is});
    buf_append(&r->text, blanks(space));
    return c;
}

void fmt_read_line(struct fmt_run *r, writer *out)
{
    int c = '\n';
    if (!find_line(&r->plain, r->rest) || !read_plain(r))
        do {
            c = read_word(r, out);
        } while (c >= 0 && c != '\n');
    if (c == '\n')
        r->rest = span_drop(r->rest, 1);
    fmt_read_head(r);
}
