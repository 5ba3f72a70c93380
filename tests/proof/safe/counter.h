/* counter.h - a counter stays inside its text in any state, also one that never was started. */

#ifndef PROOF_SAFE_COUNTER_H
#define PROOF_SAFE_COUNTER_H

#include "proof/safe/span.h"
#include "safe/counter.h"

/*@ requires \valid(c);
    assigns *c;
    ensures form.width <= 20 && form.decimals <= 18 && c->first_ <= COUNTER_DIGITS; */
void counter_start(counter *c, uint64_t value, struct counter_form form);
/* loop counter_start:
    loop invariant digits <= 20;
    loop invariant i <= COUNTER_DIGITS && i + digits + (digits > form.decimals && form.decimals > 0 ? 1 : 0)
        == COUNTER_DIGITS;
    loop invariant digits <= form.decimals || digits <= 1 || value < 18446744073709551616;
    loop invariant digits == 0 || value <= 1844674407370955161;
    loop invariant digits <= 1 || value <= 184467440737095516;
    loop invariant digits <= 2 || value <= 18446744073709551;
    loop invariant digits <= 3 || value <= 1844674407370955;
    loop invariant digits <= 4 || value <= 184467440737095;
    loop invariant digits <= 5 || value <= 18446744073709;
    loop invariant digits <= 6 || value <= 1844674407370;
    loop invariant digits <= 7 || value <= 184467440737;
    loop invariant digits <= 8 || value <= 18446744073;
    loop invariant digits <= 9 || value <= 1844674407;
    loop invariant digits <= 10 || value <= 184467440;
    loop invariant digits <= 11 || value <= 18446744;
    loop invariant digits <= 12 || value <= 1844674;
    loop invariant digits <= 13 || value <= 184467;
    loop invariant digits <= 14 || value <= 18446;
    loop invariant digits <= 15 || value <= 1844;
    loop invariant digits <= 16 || value <= 184;
    loop invariant digits <= 17 || value <= 18;
    loop invariant digits <= 18 || value <= 1;
    loop invariant digits <= 19 || value <= 0;
    loop assigns i, digits, value, c->text_[0 .. COUNTER_DIGITS - 1];
    loop variant 20 - digits; */
/* mutant counter_start: form.decimals > 18 -> form.decimals > 28 */

/*@ requires \valid(c) && i < COUNTER_DIGITS;
    assigns *c; */
static inline void counter_carry_(counter *c, unsigned i);
/* loop counter_carry_:
    loop invariant i < COUNTER_DIGITS;
    loop assigns i, c->text_[0 .. COUNTER_DIGITS - 1];
    loop variant i; */
/* mutant counter_carry_: && i > 0) -> && i >= 0) */

/*@ requires \valid(c);
    assigns *c; */
static inline void counter_add(counter *c, uint64_t addend);
/* loop counter_add:
    loop invariant i <= COUNTER_DIGITS;
    loop assigns i, addend, c->text_[0 .. COUNTER_DIGITS - 1], c->first_;
    loop variant i; */
/* mutant counter_add: i > 0;) -> i >= 0;) */

/*@ requires \valid(c);
    assigns *c; */
static inline void counter_step(counter *c);
/* mutant counter_step: COUNTER_DIGITS - 1 -> COUNTER_DIGITS */

/*@ requires \valid(w) && writable(*w) && \valid_read(c) && \separated(w, c);
    requires \separated(w, w->p_ + (0 .. w->n_ - 1)) && \separated(c, w->p_ + (0 .. w->n_ - 1));
    assigns *w, w->p_[0 .. COUNTER_ROOM - 1];
    ensures mpart(*w, \old(*w), \old(w->n_) - w->n_, w->n_) && writable(*w);
    ensures 1 <= \old(w->n_) - w->n_ <= COUNTER_DIGITS + 1; */
static inline void counter_put(mspan *w, counter const *c);
/* mutant counter_put: c->first_ < COUNTER_DIGITS ? c->first_ : COUNTER_DIGITS -> c->first_ */

/*@ requires \valid(w) && writable(*w) && \valid(c) && \separated(w, c);
    requires \separated(w, w->p_ + (0 .. w->n_ - 1)) && \separated(c, w->p_ + (0 .. w->n_ - 1));
    assigns *w, *c, w->p_[0 .. w->n_ - 1];
    ensures mpart(*w, \old(*w), \old(w->n_) - w->n_, w->n_) && writable(*w);
    ensures \result <= n; */
static inline size_t counter_put_run(mspan *w, size_t n, counter *c);
/* loop counter_put_run:
    loop invariant i <= run && run <= 256 && 2 <= len <= COUNTER_DIGITS + 1;
    loop invariant rest.n_ >= (run - i) * COUNTER_ROOM;
    loop invariant rest.n_ <= \at(w->n_, Pre) && rest.p_ == \at(w->p_, Pre) + (\at(w->n_, Pre) - rest.n_);
    loop assigns i, rest, w->p_[0 .. \at(w->n_, Pre) - 1];
    loop variant run - i; */
/* mutant counter_put_run: run < room ? run : room -> run */

#endif
