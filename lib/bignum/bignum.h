/* bignum.h - whole numbers of any size, with a sign.

   A number is a sign and limbs of 32 bits, the least significant first; the highest limb is never 0, and
   zero has no limbs and no sign.  The all-zero value is the number 0.

   Results go to objects of their own: no argument that is written may also be one that is read.  An object
   keeps its memory for its next value, so a loop should use the same ones again.  Some functions need room
   for what is between; it comes from a `struct bignum_work`, whose contents mean nothing between calls.

   Only the system's memory limits the size.  The time to add grows with the size, to multiply with its
   power 1.6 (Karatsuba's method), to divide with its square, and so do conversions from and to decimal
   digits; from 10,000 digits on all but sums is done by libgmp where it is there. */

#ifndef BIGNUM_BIGNUM_H
#define BIGNUM_BIGNUM_H

#include "safe/buf.h"
#include "safe/typed.h"

VEC_DEFINE(limb_vec, limb_view, uint32_t);

typedef struct SAFE_OWNER {
    limb_vec limbs;
    bool negative;
} bignum;

struct SAFE_OWNER bignum_work {
    limb_vec limbs;
};

/* ---- values ---- */

void bignum_set_u64(bignum *n, uint64_t v);
void bignum_set_i64(bignum *n, int64_t v);
void bignum_copy(bignum *to, bignum const *from);
/* The value in *OUT, when it fits; false, nothing changed, when it does not. */
bool bignum_to_u64(bignum const *n, uint64_t *out);
bool bignum_to_i64(bignum const *n, int64_t *out);
/* -1, 0 or 1. */
int bignum_sign(bignum const *n);
/* How many bits the magnitude has: 0 for zero. */
size_t bignum_bits(bignum const *n);
/* The I-th 64 bits of the magnitude, from the least significant ones; 0 beyond its end. */
uint64_t bignum_word(bignum const *n, size_t i);
/* N becomes N * 2^64 + WORD (in magnitude): how one is put together from the top. */
void bignum_push_word(bignum *n, uint64_t word);

/* ---- decimal digits ---- */

/* TEXT is digits, at least one, with perhaps a '-' before them and nothing else; false, N zero, when not. */
bool bignum_parse(bignum *n, span text);
/* Append the digits of N, after a '-' when it is negative. */
void bignum_append(buf *out, bignum const *n, struct bignum_work *work);

/* ---- arithmetic ---- */

/* Negative, zero or positive, as A is less than, equal to or greater than B. */
int bignum_compare(bignum const *a, bignum const *b);
void bignum_add(bignum *sum, bignum const *a, bignum const *b);
void bignum_sub(bignum *difference, bignum const *a, bignum const *b);
void bignum_mul(bignum *product, bignum const *a, bignum const *b, struct bignum_work *work);
/* A = QUOTIENT * B + REMAINDER, the quotient rounded towards zero and the remainder with the sign of A, as in
   C; false, nothing changed, when B is 0. */
bool bignum_divide(bignum *quotient, bignum *remainder, bignum const *a, bignum const *b,
                   struct bignum_work *work);
/* Divide N by D, rounding towards zero; the remainder of its magnitude.  When D is 0, N and the
   remainder become 0. */
uint32_t bignum_divide_small(bignum *n, uint32_t d);
/* That remainder alone. */
uint32_t bignum_remainder_small(bignum const *n, uint32_t d);

#endif
