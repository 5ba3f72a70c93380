/* private.h - what the parts of bignum share. */

#ifndef BIGNUM_PRIVATE_H
#define BIGNUM_PRIVATE_H

#include "bignum/bignum.h"
#include "safe/checked.h"

enum { LIMB_BITS = 32 };

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

#endif
