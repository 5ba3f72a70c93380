/* counter.h - a decimal number kept as text, with a byte behind it: for line numbers and sequences.
   Counting changes a digit or two instead of dividing, and a fixed number of bytes is copied out. */

#ifndef SAFE_COUNTER_H
#define SAFE_COUNTER_H

#include "safe/span.h"

enum {
    COUNTER_DIGITS = 24,        /* at the most */
    COUNTER_ROOM = 32,          /* bytes that counter_put may touch */
};

/* Digits end at text_[COUNTER_DIGITS - 1] and begin at text_[first_]; the byte behind them is part of the
   text. The rest only makes copies of COUNTER_ROOM bytes from any place of it lie inside.  All-zero is not
   a number: counter_start comes first (no state of it is harmful, though). */
typedef struct { unsigned char text_[COUNTER_DIGITS + COUNTER_ROOM]; unsigned char first_; } counter;

struct counter_form {
    unsigned decimals;          /* digits behind a point: the number is VALUE / 10^decimals; at most 18 */
    unsigned width;             /* right-aligned in so many columns, at most 20 */
    unsigned char pad;          /* what fills them: a blank or '0' */
    unsigned char end;          /* the byte behind the digits */
};
/* Begin with VALUE. */
void counter_start(counter *c, uint64_t value, struct counter_form form);
/* Add one to the digits through text_[I]. */
SAFE_INLINE void counter_carry_(counter *c, unsigned i)
{
    while ((c->text_[i] == '9' || c->text_[i] == '.') && i > 0) {
        if (c->text_[i] == '9')
            c->text_[i] = '0';
        i--;
    }
    unsigned char had = c->text_[i];
    c->text_[i] = had < '0' ? '1' : had == '9' ? '0' : (unsigned char)(had + 1);
    if (__builtin_expect(i < c->first_, 0))
        c->first_ = (unsigned char)i;
}
/* Add one.  Past 24 digits it wraps. */
SAFE_INLINE void counter_step(counter *c)
{
    counter_carry_(c, COUNTER_DIGITS - 1);
}
/* Add ADDEND.  Past 24 digits it wraps. */
SAFE_INLINE void counter_add(counter *c, uint64_t addend)
{
    unsigned char last = c->text_[COUNTER_DIGITS - 1];
    if (addend < 10 && last >= '0' && last <= '9') {
        unsigned sum = last + (unsigned)addend;
        c->text_[COUNTER_DIGITS - 1] = (unsigned char)(sum > '9' ? sum - 10 : sum);
        if (sum > '9')
            counter_carry_(c, COUNTER_DIGITS - 2);
        return;
    }
    for (unsigned i = COUNTER_DIGITS; addend > 0 && i > 0;) {
        i--;
        unsigned char had = c->text_[i];
        if (had == '.')
            continue;
        unsigned sum = (unsigned)(addend % 10) + (had < '0' ? 0U : had - (unsigned)'0');
        c->text_[i] = (unsigned char)('0' + sum % 10);
        addend = addend / 10 + sum / 10;
        if (i < c->first_)
            c->first_ = (unsigned char)i;
    }
}
/* Put the text at the front of *W.  F: room for COUNTER_ROOM bytes (fewer belong to the text). */
SAFE_INLINE void counter_put(mspan *w, counter const *c)
{
    if (__builtin_expect(w->n_ < COUNTER_ROOM, 0))
        safe_fault("counter output", w->n_, COUNTER_ROOM);
    size_t first = c->first_ < COUNTER_DIGITS ? c->first_ : COUNTER_DIGITS, n = COUNTER_DIGITS + 1 - first;
    memcpy(w->p_, c->text_ + first, COUNTER_ROOM);
    w->p_ += n;
    w->n_ -= n;
}
/* Put the next N numbers as far as they differ in the last digit only, and count on behind them; how many,
   which is at most what *W has COUNTER_ROOM bytes for each of.  F: room for one. */
SAFE_INLINE size_t counter_put_run(mspan *w, size_t n, counter *c)
{
    size_t first = c->first_ < COUNTER_DIGITS ? c->first_ : COUNTER_DIGITS - 1;
    size_t len = COUNTER_DIGITS + 1 - first, room = w->n_ / COUNTER_ROOM, run = 1;
    unsigned char last = c->text_[COUNTER_DIGITS - 1];
    unsigned char text[COUNTER_ROOM];
    mspan rest = *w;
    if (__builtin_expect(room == 0, 0))
        safe_fault("counter output", w->n_, COUNTER_ROOM);
    if (last >= '0' && last <= '9')
        run = (size_t)('9' - last) + 1;
    run = run < n ? run : n;
    run = run < room ? run : room;
    memcpy(text, c->text_ + first, COUNTER_ROOM);
    for (size_t i = 0; i < run; i++) {
        memcpy(rest.p_, text, COUNTER_ROOM);
        rest.p_[len - 2] = (unsigned char)(last + i);
        rest.p_ += len;
        rest.n_ -= len;
    }
    *w = rest;
    if (run > 0) {
        c->text_[COUNTER_DIGITS - 1] = (unsigned char)(last + run - 1);
        counter_step(c);
    }
    return run;
}

#endif
