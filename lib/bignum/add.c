/* add.c - numbers of any size: order, sums and differences. */

#include "bignum/private.h"

static int compare_magnitudes(limb_view a, limb_view b)
{
    size_t n = limb_view_len(a);
    if (n != limb_view_len(b))
        return n < limb_view_len(b) ? -1 : 1;
    while (n > 0 && limb_view_at(a, n - 1) == limb_view_at(b, n - 1))
        n--;
    return n == 0 ? 0 : limb_view_at(a, n - 1) < limb_view_at(b, n - 1) ? -1 : 1;
}

int bignum_compare(bignum const *a, bignum const *b)
{
    if (a->negative != b->negative)
        return a->negative ? -1 : 1;
    int order = compare_magnitudes(limb_vec_span(&a->limbs), limb_vec_span(&b->limbs));
    return a->negative ? -order : order;
}

uint32_t bignum_add_to_(limb_view r, limb_view a)
{
    uint64_t carry = 0;
    size_t i = 0, n = limb_view_len(a);
    limb_view low = limb_view_first(r, n);
    for (; i < n; i++) {
        carry += (uint64_t)limb_view_at(low, i) + limb_view_at(a, i);
        limb_view_set(low, i, low_u32(carry));
        carry >>= LIMB_BITS;
    }
    for (; carry > 0 && i < limb_view_len(r); i++) {
        carry += limb_view_at(r, i);
        limb_view_set(r, i, low_u32(carry));
        carry >>= LIMB_BITS;
    }
    return low_u32(carry);
}

uint32_t bignum_take_from_(limb_view r, limb_view a)
{
    uint64_t borrow = 0;
    size_t i = 0, n = limb_view_len(a);
    limb_view low = limb_view_first(r, n);
    for (; i < n; i++) {
        uint64_t d = (uint64_t)limb_view_at(low, i) - limb_view_at(a, i) - borrow;
        limb_view_set(low, i, low_u32(d));
        borrow = d >> 63;
    }
    for (; borrow > 0 && i < limb_view_len(r); i++) {
        uint64_t d = (uint64_t)limb_view_at(r, i) - borrow;
        limb_view_set(r, i, low_u32(d));
        borrow = d >> 63;
    }
    return low_u32(borrow);
}

/* TO becomes A, with zeros up to LEN limbs. */
static limb_view copy_limbs(limb_vec *to, limb_view a, size_t len)
{
    limb_view r = bignum_fresh_(to, len);
    for (size_t i = 0; i < limb_view_len(a); i++)
        limb_view_set(r, i, limb_view_at(a, i));
    return r;
}

/* A + B where B's sign is NEGATIVE whatever it says itself. */
static void add_signed(bignum *sum, bignum const *a, bignum const *b, bool negative)
{
    limb_view x = limb_vec_span(&a->limbs), y = limb_vec_span(&b->limbs);
    bool swap = compare_magnitudes(x, y) < 0, differ = a->negative != negative;
    limb_view large = swap ? y : x, small = swap ? x : y;
    limb_view r = copy_limbs(&sum->limbs, large, limb_view_len(large) + 1);
    if (differ)
        bignum_take_from_(r, small);
    else
        bignum_add_to_(r, small);
    sum->negative = swap ? negative : a->negative;
    bignum_trim_(sum);
}

void bignum_add(bignum *sum, bignum const *a, bignum const *b)
{
    add_signed(sum, a, b, b->negative);
}

void bignum_sub(bignum *difference, bignum const *a, bignum const *b)
{
    add_signed(difference, a, b, !b->negative);
}
