/* blake2b.h - no more than a block is ever held, only whole blocks are taken in, and a result is as long as
   was asked for. The form of the blocks that is proved is the plain one; tests/fuzz/safe/checksum compares
   the other with it. */

#ifndef PROOF_SAFE_BLAKE2B_H
#define PROOF_SAFE_BLAKE2B_H

#include "proof/safe/span.h"
#include "safe/blake2b.h"

/*@ predicate blake2b_begun(struct blake2b *b) =
        b->held_ <= BLAKE2B_BLOCK && 1 <= b->size_ <= BLAKE2B_MOST; */

/*@ requires \valid_read(p + (0 .. 7));
    assigns \nothing; */
static uint64_t word(unsigned char const *p);
/* loop word:
    loop invariant 0 <= i <= 8;
    loop assigns i, w;
    loop variant 8 - i; */
/* wraps word: bits are shifted into place */
/* mutant word: i < 8 -> i <= 8 */

/*@ requires 0 < n < 64;
    assigns \nothing; */
static uint64_t rotated(uint64_t w, unsigned n);
/* wraps rotated: bits are shifted out */
/* mutant rotated: 64 - n -> 65 + n */

/*@ requires \valid(a) && \valid(b) && \valid(c) && \valid(d);
    assigns *b, *c, *d; */
static inline void mix(uint64_t *a, uint64_t *b, uint64_t *c, uint64_t *d);
/* wraps mix: sums are modulo 2^64 */
/* mutant mix: *d ^ *a, 32 -> *d ^ *a, 65 */

/*@ requires \valid(a) && \valid(b) && \valid(c) && \valid(d);
    assigns *b, *c, *d; */
static inline void mix_again(uint64_t *a, uint64_t *b, uint64_t *c, uint64_t *d);
/* wraps mix_again: sums are modulo 2^64 */
/* mutant mix_again: 63 -> 64 */

/*@ requires \valid(h + (0 .. 7)) && \valid_read(p + (0 .. BLAKE2B_BLOCK - 1));
    requires \separated(h + (0 .. 7), p + (0 .. BLAKE2B_BLOCK - 1));
    assigns h[0 .. 7]; */
static void compress(uint64_t *h, unsigned char const *p, struct blake2b_position at);
/* loop compress:
    loop invariant 0 <= i <= 16;
    loop assigns i, m[0 .. 15];
    loop variant 16 - i; */
/* loop compress 2:
    loop invariant 0 <= i <= 8;
    loop assigns i, v[0 .. 15];
    loop variant 8 - i; */
/* loop compress 3:
    loop invariant 0 <= round <= 12;
    loop assigns round, v[0 .. 15];
    loop variant 12 - round; */
/* loop compress 4:
    loop invariant 0 <= i <= 8;
    loop assigns i, h[0 .. 7];
    loop variant 8 - i; */
/* wraps compress: sums are modulo 2^64 */
/* mutant compress: word(p + 8 * i) -> word(p + 9 * i) */

/*@ requires \valid(h + (0 .. 7)) && n * BLAKE2B_BLOCK <= SIZE_MAX;
    requires bytes_readable((unsigned char *)p, n * BLAKE2B_BLOCK);
    requires \separated(h + (0 .. 7), p + (0 .. n * BLAKE2B_BLOCK - 1));
    assigns h[0 .. 7]; */
void blake2b_plain_blocks_(uint64_t *h, unsigned char const *p, size_t n, struct blake2b_position at);
/* loop blake2b_plain_blocks_:
    loop invariant 0 <= i <= n;
    loop assigns i, at, h[0 .. 7];
    loop variant n - i; */
/* wraps blake2b_plain_blocks_: a message may have 2^128 bytes, of which 2^64 are counted */
/* mutant blake2b_plain_blocks_: i < n -> i <= n */

/*@ requires \valid(h + (0 .. 7)) && n * BLAKE2B_BLOCK <= SIZE_MAX;
    requires bytes_readable((unsigned char *)p, n * BLAKE2B_BLOCK);
    requires \separated(h + (0 .. 7), p + (0 .. n * BLAKE2B_BLOCK - 1));
    assigns h[0 .. 7]; */
void blake2b_blocks_(uint64_t *h, unsigned char const *p, size_t n, struct blake2b_position at);
/* mutant blake2b_blocks_: (h, p, n, at) -> (h, p + 1, n, at) */

/*@ requires \valid(b);
    assigns *b;
    ensures blake2b_begun(b) && b->held_ == 0 && b->size_ == size; */
void blake2b_start(struct blake2b *b, size_t size);
/* loop blake2b_start:
    loop invariant 0 <= i <= 8 && b->held_ == 0 && b->size_ == size;
    loop assigns i, b->h_[0 .. 7];
    loop variant 8 - i; */
/* mutant blake2b_start: size > BLAKE2B_MOST -> size > BLAKE2B_MOST + 1 */

/*@ requires \valid(b) && blake2b_begun(b) && \valid(s) && readable(*s) && \separated(b, s);
    requires \separated(b, s->p_ + (0 .. s->n_ - 1)) && \separated(s, s->p_ + (0 .. s->n_ - 1));
    requires n <= BLAKE2B_BLOCK - b->held_;
    assigns *s, b->held_, b->block_[0 .. BLAKE2B_BLOCK - 1];
    ensures part(*s, \old(*s), n, \old(s->n_) - n) && readable(*s);
    ensures b->held_ == \old(b->held_) + n && blake2b_begun(b); */
static void hold(struct blake2b *b, span *s, size_t n);
/* mutant hold: BLAKE2B_BLOCK - b->held_} -> BLAKE2B_BLOCK} */

/*@ requires \valid(b) && blake2b_begun(b) && readable(s) && \separated(b, s.p_ + (0 .. s.n_ - 1));
    assigns *b;
    ensures blake2b_begun(b) && b->size_ == \old(b->size_); */
void blake2b_add(struct blake2b *b, span s);
/* wraps blake2b_add: a message may have 2^128 bytes, of which 2^64 are counted */
/* mutant blake2b_add: (s.n_ - 1) / BLAKE2B_BLOCK -> s.n_ / BLAKE2B_BLOCK + 1 */

/*@ requires \valid(b) && blake2b_begun(b) && writable(out) && \separated(b, out.p_ + (0 .. out.n_ - 1));
    assigns *b, out.p_[0 .. b->size_ - 1];
    ensures \old(b->size_) <= out.n_; */
void blake2b_finish(struct blake2b *b, mspan out);
/* loop blake2b_finish:
    loop invariant 0 <= i <= b->size_;
    loop assigns i, out.p_[0 .. b->size_ - 1];
    loop variant b->size_ - i; */
/* wraps blake2b_finish: a message may have 2^128 bytes, of which 2^64 are counted */
/* mutant blake2b_finish: h_[i / 8] -> h_[i / 7] */

#endif
