/* divide.c - numbers of any size: quotients and remainders, by the method of the pencil (Knuth, The Art of
   Computer Programming, volume 2, 4.3.1, algorithm D). */

#include "bignum/private.h"

uint32_t bignum_take_product_(limb_view r, limb_view a, uint32_t m)
{
    uint64_t carry = 0;
    size_t n = limb_view_len(a);
    r = limb_view_first(r, n);
    for (size_t i = 0; i < n; i++) {
        carry += (uint64_t)limb_view_at(a, i) * m;
        uint64_t d = (uint64_t)limb_view_at(r, i) - low_u32(carry);
        limb_view_set(r, i, low_u32(d));
        carry = (carry >> LIMB_BITS) + (d >> 63);
    }
    return low_u32(carry);
}

uint32_t bignum_divide_small(bignum *n, uint32_t d)
{
    if (d == 0) {
        bignum_set_u64(n, 0);
        return 0;
    }
    limb_view v = limb_vec_span(&n->limbs);
    uint64_t rest = 0;
    for (size_t i = limb_view_len(v); i > 0; i--) {
        rest = rest << LIMB_BITS | limb_view_at(v, i - 1);
        limb_view_set(v, i - 1, low_u32(rest / d));
        rest %= d;
    }
    bignum_trim_(n);
    return low_u32(rest);
}

uint32_t bignum_remainder_small(bignum const *n, uint32_t d)
{
    if (d == 0)
        return 0;
    limb_view v = limb_vec_span(&n->limbs);
    uint64_t rest = 0;
    for (size_t i = limb_view_len(v); i > 0; i--)
        rest = (rest << LIMB_BITS | limb_view_at(v, i - 1)) % d;
    return low_u32(rest);
}

/* R = A * 2^SHIFT, where R is longer than A and SHIFT less than the bits of a limb. */
static void shift_up(limb_view r, limb_view a, unsigned shift)
{
    uint64_t carry = 0;
    for (size_t i = 0; i < limb_view_len(a); i++) {
        carry |= (uint64_t)limb_view_at(a, i) << shift;
        limb_view_set(r, i, low_u32(carry));
        carry >>= LIMB_BITS;
    }
    limb_view_set(r, limb_view_len(a), low_u32(carry));
}

static void shift_down(limb_view r, unsigned shift)
{
    uint64_t carry = 0;
    for (size_t i = limb_view_len(r); i > 0; i--) {
        carry = carry << LIMB_BITS | limb_view_at(r, i - 1);
        limb_view_set(r, i - 1, low_u32(carry >> shift));
    }
}

/* One limb of the quotient: how often D goes into R, which is one limb longer and whose upper part is less
   than D; that often it is taken from R.  D has at least two limbs, and its top bit is set. */
static uint32_t divide_step(limb_view r, limb_view d)
{
    size_t n = limb_view_len(d);
    uint64_t top = (uint64_t)limb_view_at(r, n) << LIMB_BITS | limb_view_at(r, n - 1);
    uint64_t first = limb_view_at(d, n - 1), second = limb_view_at(d, n - 2);
    uint64_t guess = top / first, rest = top % first;
    while (guess > UINT32_MAX || guess * second > (rest << LIMB_BITS | limb_view_at(r, n - 2))) {
        guess--;
        rest += first;
        if (rest > UINT32_MAX)
            break;
    }
    uint32_t borrow = bignum_take_product_(r, d, low_u32(guess)), had = limb_view_at(r, n);
    limb_view_set(r, n, had - borrow);
    if (had < borrow) {         /* one too many, which is rare */
        guess--;
        bignum_add_to_(r, d);
    }
    return low_u32(guess);
}

static unsigned leading_zeros(uint32_t v)
{
    unsigned n = 0;
    for (; v >> (LIMB_BITS - 1) == 0; v <<= 1)
        n++;
    return n;
}

/* The same for B of two limbs at least, without signs. */
static void divide_long(bignum *quotient, bignum *remainder, limb_view a, limb_view b,
                        struct bignum_work *work)
{
    size_t n = limb_view_len(b), places = limb_view_len(a) - n + 1;
    unsigned shift = leading_zeros(limb_view_at(b, n - 1));
    limb_view q = bignum_fresh_(&quotient->limbs, places);
    limb_view r = bignum_fresh_(&remainder->limbs, limb_view_len(a) + 1);
    limb_view d = bignum_fresh_(&work->limbs, n + 1);
    shift_up(r, a, shift);
    shift_up(d, b, shift);
    d = limb_view_first(d, n);
    for (size_t i = places; i > 0; i--)
        limb_view_set(q, i - 1, divide_step(limb_view_drop(limb_view_first(r, i + n), i - 1), d));
    shift_down(limb_view_first(r, n), shift);
}

bool bignum_divide(bignum *quotient, bignum *remainder, bignum const *a, bignum const *b,
                   struct bignum_work *work)
{
    limb_view x = limb_vec_span(&a->limbs), y = limb_vec_span(&b->limbs);
    size_t n = limb_view_len(y);
    if (n == 0)
        return false;
    if (limb_view_len(x) < n) {
        bignum_set_u64(quotient, 0);
        bignum_copy(remainder, a);
        return true;
    }
    if (n == 1) {
        bignum_copy(quotient, a);
        bignum_set_u64(remainder, bignum_divide_small(quotient, limb_view_at(y, 0)));
    } else if (n < BIGNUM_MANY || !bignum_divide_many_(quotient, remainder, a, b)) {
        divide_long(quotient, remainder, x, y, work);
        limb_vec_truncate(&remainder->limbs, n);
    }
    quotient->negative = a->negative != b->negative;
    remainder->negative = a->negative;
    bignum_trim_(quotient);
    bignum_trim_(remainder);
    return true;
}
