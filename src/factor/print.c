/* print.c - one line of output for each number.

   Lines are gathered, but what is written at a time is whole lines and no more than a pipe takes as one
   piece, so that several processes may write to the same pipe. */

#include "factor/factor.h"

enum {
    PIECE = 1000 * 1000 * 1000, GROUP = 1000, GROUP_DIGITS = 3,
    LINE_ROOM = 1024,           /* what a number of 128 bits and its factors take at most */
    WRITTEN_MOST = 4096,        /* PIPE_BUF of Linux */
};

/* ---- digits ---- */

/* *V becomes *V / PIECE; what remains. */
static uint32_t take_piece(u128 *v)
{
    uint64_t high = u128_high(*v), low = u128_low(*v);
    uint64_t middle = (high % PIECE) << 32 | low >> 32;
    uint64_t last = (middle % PIECE) << 32 | low_u32(low);
    *v = u128_of(high / PIECE, (middle / PIECE) << 32) + last / PIECE;
    return low_u32(last % PIECE);
}

/* The last COUNT digits of a group of three. */
SAFE_INLINE void put_group(mspan *w, u32_view groups, uint64_t group, unsigned count)
{
    mspan_store64(*w, u32_view_at(groups, group) >> 8 * (GROUP_DIGITS - count));
    *w = mspan_drop(*w, count);
}

/* The same for a number of one group, without zeros before it. */
SAFE_INLINE void put_first_group(mspan *w, u32_view groups, uint64_t group)
{
    put_group(w, groups, group, group >= 100 ? 3 : group >= 10 ? 2 : 1);
}

/* Goes no deeper than a number of 64 bits has groups. */
static void put_word(mspan *w, u32_view groups, uint64_t v)
{
    if (v < GROUP) {
        put_first_group(w, groups, v);
        return;
    }
    put_word(w, groups, v / GROUP);
    put_group(w, groups, v % GROUP, GROUP_DIGITS);
}

static void put_piece(mspan *w, u32_view groups, uint32_t piece)
{
    put_group(w, groups, piece / (GROUP * GROUP), GROUP_DIGITS);
    put_group(w, groups, piece / GROUP % GROUP, GROUP_DIGITS);
    put_group(w, groups, piece % GROUP, GROUP_DIGITS);
}

/* A number of more than 64 bits, and so of 20 to 39 digits: two or three pieces after what comes first. */
static void put_pair(mspan *w, u32_view groups, u128 v)
{
    uint32_t last = take_piece(&v), middle = take_piece(&v), upper = take_piece(&v);
    if (u128_low(v) > 0) {
        put_word(w, groups, u128_low(v));
        put_piece(w, groups, upper);
    } else {
        put_word(w, groups, upper);
    }
    put_piece(w, groups, middle);
    put_piece(w, groups, last);
}

static void put_number(mspan *w, u32_view groups, u128 v)
{
    if (u128_high(v) == 0)
        put_word(w, groups, u128_low(v));
    else
        put_pair(w, groups, v);
}

void print_start(struct printer *p, bool exponents)
{
    p->exponents = exponents;
    for (uint32_t i = 0; i < GROUP; i++)
        u32_vec_push(&p->groups, '0' + i / 100 + ('0' + i / 10 % 10) * 0x100 + ('0' + i % 10) * 0x10000);
}

/* ---- lines ---- */

/* How many of the numbers at the front of F are the same. */
static size_t run_length(u128_view f)
{
    u128 first = u128_view_at(f, 0);
    size_t n = 1;
    while (n < u128_view_len(f) && u128_view_at(f, n) == first)
        n++;
    return n;
}

static void put_numbers(mspan *w, u32_view groups, u128_view f, bool exponents)
{
    while (u128_view_len(f) > 0) {
        size_t n = exponents ? run_length(f) : 1;
        mspan_push(w, ' ');
        u128 v = u128_view_at(f, 0);
        if (v < GROUP)
            put_first_group(w, groups, u128_low(v));
        else
            put_number(w, groups, v);
        if (n > 1) {
            mspan_push(w, '^');
            put_word(w, groups, n);
        }
        f = u128_view_drop(f, n);
    }
}

/* LEN bytes more, written at once with what is held when they fit. */
static void make_room(struct printer *p, writer *out, size_t len)
{
    if (p->held + len > WRITTEN_MOST) {
        writer_flush(out);
        p->held = 0;
    }
    p->held += len;
}

void print_line(struct printer *p, writer *out, span digits, u128_view f)
{
    mspan whole = writer_window(out, LINE_ROOM), w = whole;
    mspan_put(&w, digits);
    mspan_push(&w, ':');
    put_numbers(&w, u32_vec_span(&p->groups), f, p->exponents);
    mspan_push(&w, '\n');
    size_t len = mspan_len(whole) - mspan_len(w);
    if (p->held + len <= WRITTEN_MOST) {
        writer_commit(out, len);
        p->held += len;
        return;
    }
    buf_clear(&p->line);
    buf_append(&p->line, mspan_span(mspan_first(whole, len)));
    make_room(p, out, len);
    writer_put(out, buf_span(&p->line));
}

/* How many of the numbers at the front of BIGS are the same. */
static size_t big_run_length(bignum_view bigs)
{
    size_t n = 1;
    while (n < bignum_view_len(bigs)
           && bignum_compare(&AT(bignum_view, bigs, 0), &AT(bignum_view, bigs, n)) == 0)
        n++;
    return n;
}

static void append_bigs(struct printer *p, bignum_view bigs)
{
    while (bignum_view_len(bigs) > 0) {
        size_t n = p->exponents ? big_run_length(bigs) : 1;
        buf_push(&p->line, ' ');
        bignum_append(&p->line, &AT(bignum_view, bigs, 0), &p->work);
        if (n > 1) {
            buf_push(&p->line, '^');
            buf_append_umax(&p->line, n);
        }
        bigs = bignum_view_drop(bigs, n);
    }
}

void print_big_line(struct printer *p, writer *out, span digits, struct factors const *f)
{
    buf_clear(&p->line);
    buf_append(&p->line, digits);
    buf_push(&p->line, ':');
    u128_view numbers = u128_vec_span(&f->numbers);
    while (u128_view_len(numbers) > 0) {
        size_t n = p->exponents ? run_length(numbers) : 1;
        mspan whole = buf_tail(&p->line, LINE_ROOM), w = whole;
        put_numbers(&w, u32_vec_span(&p->groups), u128_view_first(numbers, n), p->exponents);
        buf_commit(&p->line, mspan_len(whole) - mspan_len(w));
        numbers = u128_view_drop(numbers, n);
    }
    append_bigs(p, bignum_view_first(bignum_vec_span(&f->bigs), f->num_bigs));
    buf_push(&p->line, '\n');
    make_room(p, out, buf_len(&p->line));
    writer_put(out, buf_span(&p->line));
}
