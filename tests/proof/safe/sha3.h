/* sha3.h - input goes into the front of the state, whose rate is one of four, and lanes are moved and mixed
   inside of it. */

#ifndef PROOF_SAFE_SHA3_H
#define PROOF_SAFE_SHA3_H

#include "proof/safe/span.h"
#include "safe/sha3.h"

/*@ predicate sha3_rate(integer rate) = rate == 144 || rate == 136 || rate == 104 || rate == 72;
    predicate sha3_begun(struct sha3 *s) = sha3_rate(s->rate_) && s->at_ < s->rate_;
    predicate sha3_state(struct sha3 *s) = sha3_begun(s) || s->rate_ == 0; */

/*@ requires n < 64;
    assigns \nothing; */
static uint64_t rotated(uint64_t w, unsigned n);
/* wraps rotated: bits are shifted out */
/* mutant rotated: 64 - n -> 65 - n */

/*@ requires \valid(a + (0 .. LANES - 1));
    assigns a[0 .. LANES - 1]; */
static void theta(uint64_t *a);
/* loop theta:
    loop invariant 0 <= x <= 5;
    loop assigns x, c[0 .. 4];
    loop variant 5 - x; */
/* loop theta 2:
    loop invariant 0 <= x <= 5;
    loop assigns x, a[0 .. LANES - 1];
    loop variant 5 - x; */
/* loop theta 3:
    loop invariant 0 <= y <= LANES && y % 5 == 0;
    loop assigns y, a[0 .. LANES - 1];
    loop variant LANES - y; */
/* mutant theta: a[x + 20] -> a[x + 21] */

/*@ requires \valid(a + (0 .. LANES - 1));
    assigns a[0 .. LANES - 1]; */
static void rho_pi(uint64_t *a);
/* loop rho_pi:
    loop invariant 0 <= t <= 24 && turn <= 24 * t;
    loop assigns t, moving, turn, a[0 .. LANES - 1];
    loop variant 24 - t; */
/* mutant rho_pi: % LANES -> % 26 */

/*@ requires \valid(a + (0 .. LANES - 1));
    assigns a[0 .. LANES - 1]; */
static void chi(uint64_t *a);
/* loop chi:
    loop invariant 0 <= y <= LANES && y % 5 == 0;
    loop assigns y, a[0 .. LANES - 1];
    loop variant LANES - y; */
/* loop chi 2:
    loop invariant 0 <= x <= 5;
    loop assigns x, r[0 .. 4];
    loop variant 5 - x; */
/* loop chi 3:
    loop invariant 0 <= x <= 5;
    loop assigns x, a[0 .. LANES - 1];
    loop variant 5 - x; */
/* mutant chi: y += 5 -> y += 4 */

/*@ requires \valid(shift) && *shift < 256;
    assigns *shift;
    ensures *shift < 256; */
static uint64_t round_constant(unsigned *shift);
/* loop round_constant:
    loop invariant 0 <= j <= 7 && *shift < 256;
    loop assigns j, constant, *shift;
    loop variant 7 - j; */
/* wraps round_constant: bits are shifted out */
/* mutant round_constant: j < 7 -> j <= 7 */

/*@ requires \valid(a + (0 .. LANES - 1));
    assigns a[0 .. LANES - 1]; */
static void permute(uint64_t *a);
/* loop permute:
    loop invariant 0 <= round <= ROUNDS && shift < 256;
    loop assigns round, shift, a[0 .. LANES - 1];
    loop variant ROUNDS - round; */
/* mutant permute: theta(a) -> theta(a + 1) */

/*@ requires \valid_read(p + (0 .. 7));
    assigns \nothing; */
static uint64_t word(unsigned char const *p);
/* loop word:
    loop invariant 0 <= i <= 8;
    loop assigns i, w;
    loop variant 8 - i; */
/* wraps word: bits are shifted into place */
/* mutant word: i < 8 -> i <= 8 */

/*@ requires \valid(s) && at < STATE;
    assigns s->lanes_[0 .. LANES - 1]; */
static void put(struct sha3 *s, size_t at, unsigned char c);
/* wraps put: bits are shifted into place */
/* mutant put: at / 8 -> at / 7 */

/*@ requires \valid(s);
    assigns *s;
    ensures sha3_begun(s) && s->at_ == 0 && s->rate_ == STATE - 2 * size; */
void sha3_start(struct sha3 *s, size_t size);
/* loop sha3_start:
    loop invariant 0 <= i <= LANES;
    loop assigns i, s->lanes_[0 .. LANES - 1];
    loop variant LANES - i; */
/* mutant sha3_start: size != 48 -> size != 49 */

/*@ requires \valid_read(s) && sha3_state((struct sha3 *)s);
    assigns \nothing;
    ensures sha3_begun((struct sha3 *)s); */
static void check_begun(struct sha3 const *s);
/* mutant check_begun: s->at_ >= s->rate_ -> s->at_ > s->rate_ */

/*@ requires \valid(s) && sha3_begun(s) && readable(bytes) && \separated(s, bytes.p_ + (0 .. bytes.n_ - 1));
    requires bytes.n_ > 0;
    assigns s->lanes_[0 .. LANES - 1], s->at_;
    ensures s->at_ <= s->rate_ && 1 <= \result <= bytes.n_; */
static size_t take(struct sha3 *s, span bytes);
/* mutant take: s->at_ % 8 == 0 -> s->at_ % 4 == 0 */

/*@ requires \valid(s) && sha3_state(s) && readable(bytes) && \separated(s, bytes.p_ + (0 .. bytes.n_ - 1));
    assigns *s;
    ensures sha3_begun(s) && s->rate_ == \old(s->rate_); */
void sha3_add(struct sha3 *s, span bytes);
/* loop sha3_add:
    loop invariant s->at_ < s->rate_ && s->rate_ == \at(s->rate_, Pre);
    loop invariant bytes.n_ <= \at(bytes.n_, Pre) && bytes_readable((unsigned char *)bytes.p_, bytes.n_);
    loop invariant bytes.p_ == \at(bytes.p_, Pre) + (\at(bytes.n_, Pre) - bytes.n_);
    loop assigns bytes, s->lanes_[0 .. LANES - 1], s->at_;
    loop variant bytes.n_; */
/* mutant sha3_add: s->at_ == s->rate_ -> s->at_ == s->rate_ + 1 */

/*@ requires \valid(s) && sha3_state(s) && writable(out) && \separated(s, out.p_ + (0 .. out.n_ - 1));
    assigns *s, out.p_[0 .. (STATE - s->rate_) / 2 - 1];
    ensures (STATE - s->rate_) / 2 <= out.n_; */
void sha3_finish(struct sha3 *s, mspan out);
/* loop sha3_finish:
    loop invariant 0 <= i <= size;
    loop assigns i, out.p_[0 .. size - 1];
    loop variant size - i; */
/* mutant sha3_finish: STATE - s->rate_ -> s->rate_ */

#endif
