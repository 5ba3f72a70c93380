/* plain.c - spaces among characters of one column, eight bytes at a time. */

#include "safe/u128.h"
#include "unexpand/unexpand.h"

enum { ROOM = 16 * 1024 };

bool unexpand_is_plain(struct unexpand_state const *st, struct unexpand_options const *opt)
{
    uint64_t size = opt->tabs.size;
    return opt->all && size > 1 && size <= 8 && (size & (size - 1)) == 0 && !st->done && st->spaces == 0
           && buf_len(&st->others) == 0 && (st->column == 0 || !st->after_blank);
}

/* Runs of so many spaces are not plain; the others become fewer tabs than MOST_TABS. */
enum { MANY = 32, MOST_TABS = 24 };

/* The spaces that PART begins with, when they are not many with no other blank behind them; else false.
   Runs of up to 15 need no loop. */
SAFE_INLINE bool plain_spaces(struct unexpand_state const *st, span part, size_t *n)
{
    uint64_t spaces = UINT64_MAX / 255 * ' ';
    if (span_len(part) < 16)
        return false;
    *n = word_find_nonzero(span_load64(part) ^ spaces);
    size_t more = word_find_nonzero(span_load64(span_drop(part, 8)) ^ spaces);
    *n += *n == 8 ? more : 0;
    for (; *n >= 16 && *n < MANY && span_peek(part, *n) == ' ';)
        ++*n;
    return *n < span_len(part)
           && (!byteclass_has(&st->uneven, span_at(part, *n)) || span_at(part, *n) == '\n');
}

/* Whether PART begins with a space and something else behind it that is plain. */
SAFE_INLINE bool is_lone(struct unexpand_state const *st, span part)
{
    return span_at(part, 0) == ' ' && span_len(part) > 1 && !byteclass_has(&st->uneven, span_at(part, 1));
}

/* What N spaces at COLUMN become, with a stop every 2^SHIFT columns, at most 8; *W has room for 64 bytes.
   Tabs and spaces are stored where they might be needed: that is faster than to decide. */
SAFE_INLINE void put_plain_spaces(mspan *w, uint64_t column, unsigned shift, size_t n)
{
    uint64_t end = column + n;
    size_t tabs = n == 1 ? 0 : (end >> shift) - (column >> shift);
    size_t spaces = tabs == 0 ? n : end - (end >> shift << shift);
    for (size_t at = 0; at < MOST_TABS; at += 8)
        mspan_store64(mspan_drop(*w, at), UINT64_MAX / 255 * '\t');
    mspan_store64(mspan_drop(*w, tabs), UINT64_MAX / 255 * ' ');
    *w = mspan_drop(*w, tabs + spaces);
}

/* Where in a line we are, kept apart from the state so that it stays in registers. */
struct place {
    uint64_t column;
    bool after_blank;
};

SAFE_INLINE size_t take_columns(struct place *at, size_t n)
{
    at->column += n;
    at->after_blank &= n == 0;
    return n;
}

/* How many characters of one column WORD begins with, which are taken as text. */
SAFE_INLINE size_t plain_text(struct place *at, uint64_t word)
{
    return take_columns(at, word_find_uneven(word, ' ' + 1));
}

/* Likewise, but newlines are text, too: the processor could not know before where short lines end. */
SAFE_INLINE size_t plain_lines(struct place *at, uint64_t word)
{
    uint64_t low = UINT64_MAX / 255 * 0x7F, other = word ^ UINT64_MAX / 255 * '\n';
    uint64_t newlines = ~(((other & low) + low) | other | low);     /* the high bit of each */
    size_t n = word_find_uneven(word | newlines >> 1, ' ' + 1);
    newlines &= n == 8 ? UINT64_MAX : ((uint64_t)1 << 8 * n) - 1;
    if (!newlines)
        return take_columns(at, n);
    at->column = n - u64_bits(newlines) / 8;
    at->after_blank = at->column == 0;
    return n;
}

void unexpand_plain(writer *out, struct unexpand_state *st, uint64_t size, span *part)
{
    struct place at = {st->column, st->after_blank};
    bool short_lines = st->short_lines;
    unsigned shift = u64_trailing_zeros(size);
    span rest = *part;
    mspan w = writer_window(out, ROOM);
    while (span_len(rest) >= 8 && mspan_len(w) >= 128) {
        uint64_t word = span_load64(rest);
        size_t n = short_lines ? plain_lines(&at, word) : plain_text(&at, word);
        mspan_store64(w, word);
        w = mspan_drop(w, n);
        rest = span_drop(rest, n);
        if (n == 8)
            continue;
        unsigned char c = span_at(rest, 0);
        n = 1;
        /* Single spaces have a branch of their own: where they are usual, the processor goes on behind them
           before it has counted. */
        if (!byteclass_has(&st->uneven, c) || c == '\n' || is_lone(st, rest)) {
            mspan_push(&w, c);
        } else if (c == ' ' && plain_spaces(st, rest, &n)) {
            put_plain_spaces(&w, at.column, shift, n);
        } else {
            break;
        }
        at.after_blank = c == '\n';
        at.column = c == '\n' ? 0 : at.column + n;
        rest = span_drop(rest, n);
    }
    st->column = at.column;
    st->after_blank = at.after_blank;
    *part = rest;
    writer_commit_before(out, w);
}
