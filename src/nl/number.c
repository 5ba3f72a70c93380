/* number.c - numbers before lines.

   The usual ones are kept as text that is counted up in place; the others are made anew for each line. */

#include "nl/nl.h"

#include "safe/checked.h"

enum { COUNTER_WIDTH = 20 };

/* 10 to the power of N, or the largest number there is. */
static int64_t power_of_ten(size_t n)
{
    int64_t power = 1;
    while (n-- > 0)
        if (ck_mul(&power, power, 10))
            return INT64_MAX;
    return power;
}

/* Let `text` be the next number. */
static void begin_counting(struct nl_state *st)
{
    bool left = st->opt.format == NL_LEFT;
    st->padded = left && st->next < st->padded_to;
    counter_start(&st->text, magnitude(st->next), (struct counter_form){
        .width = left ? 0 : low_u32(st->opt.width),
        .pad = st->opt.format == NL_ZEROS ? '0' : ' ',
        .end = st->padded ? ' ' : span_at(zstr_span(st->opt.separator), 0),
    });
}

void nl_begin_numbers(struct nl_state *st)
{
    st->next = st->opt.first;
    st->overflow = false;
    st->counted = st->opt.width <= COUNTER_WIDTH && st->opt.first >= 0 && st->opt.step >= 0
                  && zstr_len(st->opt.separator) > 0 && zstr_len(st->opt.separator) < NL_SMALL;
    st->padded_to = st->opt.width > 1 ? power_of_ten(st->opt.width - 1) : 0;      /* 0 has a digit, too */
    if (st->counted)
        begin_counting(st);
}

/* Write the next number from `text`.  To the left, blanks follow the one behind it, up to the width. */
static void put_counted_number(struct nl_state *st, mspan *w)
{
    if (st->padded && st->next >= st->padded_to)
        begin_counting(st);
    size_t before = mspan_len(*w);
    counter_put(w, &st->text);
    counter_add(&st->text, magnitude(st->opt.step));
    if (st->padded)
        mspan_put(w, span_first(S("                    "), st->opt.width - (before - mspan_len(*w))));
    mspan_put(w, span_drop(zstr_span(st->opt.separator), !st->padded));
}

/* Write the next number in full; `next` is known to be one. */
static void put_made_number(struct nl_state const *st, writer *out)
{
    buf digits = {};
    bool negative = st->next < 0;
    buf_append_umax(&digits, magnitude(st->next));
    size_t taken = buf_len(&digits) + negative, width = st->opt.width;
    size_t pad = taken < width ? width - taken : 0;
    if (st->opt.format == NL_RIGHT)
        writer_fill(out, pad, ' ');
    if (negative)
        writer_byte(out, '-');
    if (st->opt.format == NL_ZEROS)
        writer_fill(out, pad, '0');
    writer_put(out, buf_span(&digits));
    if (st->opt.format == NL_LEFT)
        writer_fill(out, pad, ' ');
    writer_put(out, zstr_span(st->opt.separator));
    buf_recycle(&digits);
}

void nl_put_number(struct nl_state *st, writer *out, mspan *w)
{
    if (st->overflow) {
        st->failed = true;
        return;
    }
    if (st->counted) {
        put_counted_number(st, w);
    } else {
        writer_commit_before(out, *w);
        put_made_number(st, out);
        *w = writer_window(out, NL_WINDOW);
    }
    st->overflow = ck_add(&st->next, st->next, st->opt.step);
}

void nl_put_blank(struct nl_state const *st, writer *out, mspan *w)
{
    if (buf_len(&st->blank) > 0) {
        mspan_put(w, buf_span(&st->blank));
        return;
    }
    writer_commit_before(out, *w);
    writer_fill(out, st->opt.width, ' ');
    writer_fill(out, zstr_len(st->opt.separator), ' ');
    *w = writer_window(out, NL_WINDOW);
}
