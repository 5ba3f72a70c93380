/* chacha.h - a block lies inside of the room, and the words of its state inside of the state.  The form that
   is proved is the plain one; tests/fuzz/safe/kernels compares the other with it. */

#ifndef PROOF_SAFE_CHACHA_H
#define PROOF_SAFE_CHACHA_H

#include "proof/safe/span.h"
#include "safe/chacha.h"

/*@ requires \valid_read(p + (0 .. 3));
    assigns \nothing; */
static uint32_t word(unsigned char const *p);
/* wraps word: bits are shifted into place */
/* mutant word: p[3] -> p[4] */

/*@ requires \valid(to + (0 .. 3));
    assigns to[0 .. 3]; */
static void put_word(unsigned char *to, uint32_t w);
/* mutant put_word: to[3] -> to[4] */

/*@ requires 0 < n < 32;
    assigns \nothing; */
static uint32_t rotated(uint32_t w, unsigned n);
/* wraps rotated: bits are shifted out */
/* mutant rotated: 32 - n -> 33 + n */

/*@ requires \valid(a) && \valid(b) && \valid(c) && \valid(d);
    assigns *a, *b, *c, *d; */
static inline void quarter(uint32_t *a, uint32_t *b, uint32_t *c, uint32_t *d);
/* wraps quarter: sums are modulo 2^32 */
/* mutant quarter: 12 -> 32 */

/*@ requires \valid(x + (0 .. WORDS - 1));
    assigns x[0 .. WORDS - 1]; */
static void mix(uint32_t *x);
/* mutant mix: &x[11], &x[15] -> &x[11], &x[16] */

/*@ requires \valid_read(c) && \valid(to + (0 .. CHACHA_BLOCK - 1));
    requires \separated(c, to + (0 .. CHACHA_BLOCK - 1));
    assigns to[0 .. CHACHA_BLOCK - 1]; */
static void put_block(struct chacha const *c, unsigned char *to, uint64_t block);
/* loop put_block:
    loop invariant 0 <= i <= 4;
    loop assigns i, first[0 .. 3];
    loop variant 4 - i; */
/* loop put_block 2:
    loop invariant 0 <= i <= 8;
    loop assigns i, first[4 .. 11];
    loop variant 8 - i; */
/* loop put_block 3:
    loop invariant 0 <= i <= WORDS;
    loop assigns i, x[0 .. WORDS - 1];
    loop variant WORDS - i; */
/* loop put_block 4:
    loop assigns rounds, x[0 .. WORDS - 1];
    loop variant rounds; */
/* loop put_block 5:
    loop invariant 0 <= i <= WORDS;
    loop assigns i, to[0 .. CHACHA_BLOCK - 1];
    loop variant WORDS - i; */
/* wraps put_block: sums are modulo 2^32 */
/* mutant put_block: to + 4 * i -> to + 5 * i */

/*@ requires \valid_read(c) && writable(room) && room.n_ % CHACHA_STEP == 0;
    requires \separated(c, room.p_ + (0 .. room.n_ - 1));
    assigns room.p_[0 .. room.n_ - 1]; */
void chacha_plain_blocks_(struct chacha const *c, mspan room);
/* loop chacha_plain_blocks_:
    loop invariant 0 <= i <= room.n_ / CHACHA_BLOCK;
    loop assigns i, room.p_[0 .. room.n_ - 1];
    loop variant room.n_ / CHACHA_BLOCK - i; */
/* wraps chacha_plain_blocks_: blocks are counted modulo 2^64 */
/* mutant chacha_plain_blocks_: i < room.n_ -> i <= room.n_ */

/*@ requires \valid_read(c) && writable(room) && room.n_ % CHACHA_STEP == 0;
    requires \separated(c, room.p_ + (0 .. room.n_ - 1));
    assigns room.p_[0 .. room.n_ - 1]; */
void chacha_blocks_(struct chacha const *c, mspan room);
/* mutant chacha_blocks_: (c, room) -> (c, (mspan){room.p_ + 1, room.n_}) */

/*@ requires \valid(c) && readable(key) && \separated(c, key.p_ + (0 .. key.n_ - 1));
    assigns *c;
    ensures key.n_ == CHACHA_KEY && rounds % 2 == 0 && c->block_ == 0 && c->rounds_ == rounds; */
void chacha_start(struct chacha *c, span key, unsigned rounds);
/* loop chacha_start:
    loop invariant 0 <= i <= 8;
    loop assigns i, c->key_[0 .. 7];
    loop variant 8 - i; */
/* mutant chacha_start: key.n_ != CHACHA_KEY -> key.n_ > CHACHA_KEY */

/*@ requires \valid(c) && writable(room) && \separated(c, room.p_ + (0 .. room.n_ - 1));
    assigns c->block_, room.p_[0 .. room.n_ - 1];
    ensures room.n_ % CHACHA_STEP == 0; */
void chacha_fill(struct chacha *c, mspan room);
/* wraps chacha_fill: blocks are counted modulo 2^64 */
/* mutant chacha_fill: room.n_ % CHACHA_STEP != 0 -> room.n_ % CHACHA_BLOCK != 0 */

#endif
