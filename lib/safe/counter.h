/* counter.h - a decimal number kept as text, for line numbers: counting up changes a digit or two instead
   of dividing. */

#ifndef SAFE_COUNTER_H
#define SAFE_COUNTER_H

#include "safe/span.h"

enum { COUNTER_DIGITS = 24 };

/* The text ends at the end of text_; digits begin at first_. Any state of the bytes is harmless: both
   indices are checked by their type and use.  All-zero is not valid: counter_start comes first. */
typedef struct { unsigned char text_[COUNTER_DIGITS]; unsigned char first_; } counter;

/* Begin with VALUE, shown right-aligned in at least WIDTH columns (at most 20) with PAD before it. */
void counter_start(counter *c, uint64_t value, unsigned width, unsigned char pad);
/* One more.  After 24 nines it begins again with zeros. */
SAFE_INLINE void counter_step(counter *c)
{
    unsigned i = COUNTER_DIGITS - 1;
    while (c->text_[i] == '9' && i > 0) {
        c->text_[i] = '0';
        i--;
    }
    c->text_[i] = c->text_[i] < '0' ? '1' : (unsigned char)(c->text_[i] + 1);
    if (i < c->first_)
        c->first_ = (unsigned char)i;
}
/* The text, good until C changes; put at the front of *W.  F: room for 24 bytes. */
SAFE_INLINE void counter_put(mspan *w, counter const *c)
{
    if (w->n_ < COUNTER_DIGITS)
        safe_fault("counter output", w->n_, COUNTER_DIGITS);
    unsigned first = c->first_ < COUNTER_DIGITS ? c->first_ : COUNTER_DIGITS;
    size_t n = COUNTER_DIGITS - first;
    memcpy(w->p_, c->text_ + first, n);
    w->p_ += n;
    w->n_ -= n;
}

#endif
