/* private.h - what the parts of bignum share. */

#ifndef BIGNUM_PRIVATE_H
#define BIGNUM_PRIVATE_H

#include "bignum/bignum.h"
#include "safe/checked.h"

enum {
    LIMB_BITS = 32,
    BIGNUM_MANY = 1000,         /* limbs from which it pays to load libgmp */
};

/* LEN limbs of value 0 in V, whose old value goes. */
SAFE_INLINE limb_view bignum_fresh_(limb_vec *v, size_t len)
{
    limb_vec_truncate(v, 0);
    return limb_vec_extend(v, len);
}

/* Drop zeros at the top; zero has no sign. */
void bignum_trim_(bignum *n);

/* R += A; the carry out of R's top.  R -= A; the borrow.  F: r is at least as long as a. */
uint32_t bignum_add_to_(limb_view r, limb_view a);
uint32_t bignum_take_from_(limb_view r, limb_view a);
/* R += A * M; the limb that belongs behind R.  R -= A * M likewise.  F: r is at least as long as a. */
uint32_t bignum_add_product_(limb_view r, limb_view a, uint32_t m);
uint32_t bignum_take_product_(limb_view r, limb_view a, uint32_t m);

/* N from the bytes of its magnitude, the highest first; these bytes, perhaps after zeros. */
void bignum_set_bytes_(bignum *n, span bytes);
void bignum_append_bytes_(buf *out, bignum const *n);
/* Magnitudes by libgmp; false, nothing done, when it is not there. */
bool bignum_mul_many_(bignum *product, bignum const *a, bignum const *b);
bool bignum_divide_many_(bignum *quotient, bignum *remainder, bignum const *a, bignum const *b);

#endif
