/* multiply.c - numbers of any size: products.

   Karatsuba: with A = a1 B^k + a0 and likewise the other number, the product is
       a1 b1 B^2k + ((a1 + a0) (b1 + b0) - a1 b1 - a0 b0) B^k + a0 b0,
   three products of half the length instead of four. */

#include "bignum/private.h"

enum {
    KARATSUBA_LEAST = 48,       /* limbs from which three products and more sums are faster */
    WORK_EXTRA = 1024,          /* limbs of work beyond four times the length, for any length there is */
};

uint32_t bignum_add_product_(limb_view r, limb_view a, uint32_t m)
{
    uint64_t carry = 0;
    size_t n = limb_view_len(a);
    r = limb_view_first(r, n);
    for (size_t i = 0; i < n; i++) {
        carry += (uint64_t)limb_view_at(a, i) * m + limb_view_at(r, i);
        limb_view_set(r, i, low_u32(carry));
        carry >>= LIMB_BITS;
    }
    return low_u32(carry);
}

static void fill_zero(limb_view v)
{
    for (size_t i = 0; i < limb_view_len(v); i++)
        limb_view_set(v, i, 0);
}

/* R = A * B, limb by limb.  R has as many limbs as both together. */
static void multiply_plain(limb_view r, limb_view a, limb_view b)
{
    size_t n = limb_view_len(a);
    fill_zero(r);
    for (size_t i = 0; i < limb_view_len(b); i++, r = limb_view_drop(r, 1))
        limb_view_set(r, n, bignum_add_product_(r, a, limb_view_at(b, i)));
}

/* R = A + B; R is a limb longer than A, and B not longer than it. */
static void sum_halves(limb_view r, limb_view a, limb_view b)
{
    for (size_t i = 0; i < limb_view_len(a); i++)
        limb_view_set(r, i, limb_view_at(a, i));
    limb_view_set(r, limb_view_len(a), 0);
    bignum_add_to_(r, b);
}

/* Take N limbs off the front of *WORK. */
static limb_view take_limbs(limb_view *work, size_t n)
{
    limb_view taken = limb_view_first(*work, n);
    *work = limb_view_drop(*work, n);
    return taken;
}

/* R = A * B, both of one length.  Goes as deep as the length can be halved. */
static void multiply_equal(limb_view r, limb_view a, limb_view b, limb_view work)
{
    size_t n = limb_view_len(a), k = n - n / 2;
    if (n < KARATSUBA_LEAST) {
        multiply_plain(r, a, b);
        return;
    }
    limb_view a0 = limb_view_first(a, k), a1 = limb_view_drop(a, k);
    limb_view b0 = limb_view_first(b, k), b1 = limb_view_drop(b, k);
    limb_view low = limb_view_first(r, 2 * k), high = limb_view_drop(r, 2 * k);
    limb_view as = take_limbs(&work, k + 1), bs = take_limbs(&work, k + 1);
    limb_view middle = take_limbs(&work, 2 * k + 2);
    sum_halves(as, a0, a1);
    sum_halves(bs, b0, b1);
    multiply_equal(middle, as, bs, work);
    multiply_equal(low, a0, b0, work);
    multiply_equal(high, a1, b1, work);
    bignum_take_from_(middle, low);
    bignum_take_from_(middle, high);
    size_t len = size_min(limb_view_len(middle), 2 * n - k);    /* what is cut off is zero */
    bignum_add_to_(limb_view_drop(r, k), limb_view_first(middle, len));
}

/* R = A * B where A is the longer one: pieces of A as long as B, one after the other.  R is all zeros. */
static void multiply_pieces(limb_view r, limb_view a, limb_view b, struct bignum_work *work)
{
    size_t n = limb_view_len(b);
    limb_view room = bignum_fresh_(&work->limbs, 7 * n + WORK_EXTRA);
    limb_view product = take_limbs(&room, 2 * n), last = take_limbs(&room, n);
    while (limb_view_len(a) > 0) {
        size_t len = size_min(limb_view_len(a), n);
        limb_view piece = take_limbs(&a, len);
        if (len < n) {
            for (size_t i = 0; i < len; i++)
                limb_view_set(last, i, limb_view_at(piece, i));
            piece = last;
        }
        multiply_equal(product, piece, b, room);
        bignum_add_to_(r, limb_view_first(product, n + len));
        r = limb_view_drop(r, len);
    }
}

void bignum_mul(bignum *product, bignum const *a, bignum const *b, struct bignum_work *work)
{
    limb_view x = limb_vec_span(&a->limbs), y = limb_vec_span(&b->limbs);
    bool swap = limb_view_len(x) < limb_view_len(y);
    product->negative = a->negative != b->negative;
    if (size_min(limb_view_len(x), limb_view_len(y)) >= BIGNUM_MANY && bignum_mul_many_(product, a, b))
        return;
    limb_view large = swap ? y : x, small = swap ? x : y;
    limb_view r = bignum_fresh_(&product->limbs, limb_view_len(x) + limb_view_len(y));
    if (limb_view_len(small) < KARATSUBA_LEAST)
        multiply_plain(r, large, small);
    else
        multiply_pieces(r, large, small, work);
    bignum_trim_(product);
}
