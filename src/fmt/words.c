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

/* Pass WORD, which begins at *AT; the next one begins there afterwards.  BEHIND is the break between them. */
static inline void pass_word(struct fmt_place *at, struct fmt_word word, struct fmt_break *behind)
{
    behind->is = word.is;
    behind->end = at->begin + word.columns;
    behind->start = at->start += word.len + size_min(word.space, FMT_BLANKS);
    behind->begin = at->begin += word.columns + word.space;
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

/* What is left to be read of a block, and where it goes. */
struct fmt_reading {
    span block;
    size_t at, end;             /* the next word */
    size_t copied;              /* what is before this is in the text buffer */
    mspan text;                 /* room there */
    size_t room;                /* for bytes of words */
    fmt_breaks_view behind;     /* room for the breaks behind words */
    struct fmt_place last;
};

static struct fmt_reading begin_reading(struct fmt_run *r)
{
    size_t at = r->plain.input - span_len(r->rest), end = 0;
    do {
        end = byteindex_at(&r->plain.ends, r->plain.next++);
    } while (end < at);
    return (struct fmt_reading){
        .block = r->plain.block, .at = at, .end = end, .copied = at,
        .text = buf_tail(&r->text, FMT_BYTES + FMT_BLANKS * FMT_WORDS),
        .room = FMT_BYTES - r->word_bytes,
        .behind = fmt_breaks_tail(&r->breaks, FMT_WORDS - fmt_words(r)),
        .last = last_place(r),
    };
}

/* Whether the next word is like most: no mark is at either end, and behind it are one blank, or a newline
   that is as good as one, and another word. */
static inline bool is_easy(struct fmt_run const *r, struct fmt_reading const *s)
{
    size_t next = s->end + 1;
    if (next == span_len(s->block) || byteindex_at(&r->plain.ends, r->plain.next) == next)
        return false;
    if (!r->joins && span_at(s->block, s->end) == '\n')
        return false;
    unsigned first = bytemap_get(&r->classes, span_at(s->block, s->at));
    return (first | bytemap_get(&r->classes, span_at(s->block, s->end - 1))) == 0;
}

static inline bool has_room(struct fmt_reading const *s)
{
    return fmt_breaks_view_len(s->behind) > 0 && s->end - s->at <= s->room;
}

/* Read words that are like most and have no wide characters. */
static inline void read_easy(struct fmt_run *r, struct fmt_reading *s)
{
    while (has_room(s) && is_easy(r, s)) {
        size_t n = s->end - s->at;
        pass_word(&s->last, (struct fmt_word){n, n, 1, 0}, &AT(fmt_breaks_view, s->behind, 0));
        s->behind = fmt_breaks_view_drop(s->behind, 1);
        s->room -= n;
        s->at = s->end + 1;
        s->end = byteindex_at(&r->plain.ends, r->plain.next++);
    }
}

/* Whether the line behind the newline at I goes on with the paragraph. */
static bool is_joined(struct fmt_run const *r, span block, size_t i)
{
    int c = span_peek(block, i + 1);
    return r->joins && c >= 0 && c != ' ' && c != '\n';
}

/* Read the next word, of any kind: whether its line ends, and the next one is not joined to it. */
static bool read_next(struct fmt_run const *r, struct fmt_reading *s)
{
    size_t n = s->end - s->at, next = s->end;
    int c = 0;
    while ((c = span_at(s->block, next)) == ' ')
        next++;
    span word = span_sub(s->block, s->at, n);
    unsigned is = word_class(r, word, next - s->end, c);
    uint64_t space = space_in_line(r, is, next - s->end, c);
    uint64_t columns = r->plain.even ? n : bits_of_i64(fmt_columns(r, word));
    pass_word(&s->last, (struct fmt_word){n, columns, space, is}, &AT(fmt_breaks_view, s->behind, 0));
    s->behind = fmt_breaks_view_drop(s->behind, 1);
    bool ended = c == '\n' && !is_joined(r, s->block, next);
    if (c == '\n' && !ended)
        next++;
    if (space != next - s->end || space > FMT_BLANKS) {
        mspan_put(&s->text, span_sub(s->block, s->copied, s->end - s->copied));
        mspan_put(&s->text, blanks(space));
        s->copied = next;
    }
    s->room -= n;
    s->at = next;
    return ended;
}

/* Let r->column be that of AT in BLOCK; it is that of BEGIN, from which on the lines are joined. */
static void set_column(struct fmt_run *r, span block, size_t begin, size_t at)
{
    span passed = span_sub(block, begin, at - begin);
    size_t newline = span_rfind(passed, '\n');
    if (newline < span_len(passed)) {
        r->column = 0;
        passed = span_drop(passed, newline + 1);
    }
    r->column += fmt_columns(r, passed);
}

/* What was read belongs to the paragraph now. */
static void end_reading(struct fmt_run *r, struct fmt_reading const *s)
{
    mspan text = buf_tail(&r->text, 0);
    text = mspan_first(text, mspan_len(text) - mspan_len(s->text));
    if (r->joins)
        mspan_replace(text, '\n', ' ');
    buf_commit(&r->text, mspan_len(text));
    fmt_breaks_commit(&r->breaks, FMT_WORDS - fmt_words(r) - fmt_breaks_view_len(s->behind));
    r->word_bytes = FMT_BYTES - s->room;
}

/* Read words of the block at the front of the input as long as there is room: whether the end of a line was
   reached that is not joined to the next one.  Where the blanks between words are as they should be, all is
   copied at once. */
static bool read_plain(struct fmt_run *r)
{
    struct fmt_reading s = begin_reading(r);
    size_t begin = s.at;
    bool ended = false;
    while (!ended) {
        if (r->plain.even)
            read_easy(r, &s);
        if (!has_room(&s))
            break;
        ended = read_next(r, &s);
        while (!ended && s.end < s.at)
            s.end = byteindex_at(&r->plain.ends, r->plain.next++);
    }
    mspan_put(&s.text, span_sub(s.block, s.copied, s.at - s.copied));
    end_reading(r, &s);
    if (!ended)
        set_column(r, s.block, begin, s.at);
    r->rest = span_drop(r->rest, s.at - begin);
    return ended;
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
    struct fmt_word word = {span_len(read_part(r)), bits_of_i64(columns), space, is};
    pass_word(&last, word, &AT(fmt_breaks_view, fmt_breaks_extend(&r->breaks, 1), 0));
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
