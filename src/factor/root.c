/* root.c - squares, whose factors the other methods would find as slowly as any. */

#include "factor/factor.h"

bool square_root(u128 n, u128 *root)
{
    uint64_t found = 0;
    if ((n & 7) != 1)
        return false;
    for (uint64_t bit = (uint64_t)1 << 63; bit > 0; bit >>= 1)
        if (u64_mul_full(found | bit, found | bit) <= n)
            found |= bit;
    *root = found;
    return u64_mul_full(found, found) == n;
}

/* Newton's method: from a number that is too large down to the root. */
bool square_root_of_big(struct rooter *r, bignum const *n)
{
    if ((bignum_word(n, 0) & 7) != 1)
        return false;
    size_t bits = (bignum_bits(n) + 1) / 2;
    bignum_set_u64(&r->root, (uint64_t)1 << bits % 64);
    for (size_t i = 0; i < bits / 64; i++)
        bignum_push_word(&r->root, 0);
    for (;;) {
        bignum_divide(&r->quotient, &r->rest, n, &r->root, &r->work);
        if (bignum_compare(&r->quotient, &r->root) >= 0)
            break;
        bignum_add(&r->rest, &r->quotient, &r->root);
        bignum_divide_small(&r->rest, 2);
        bignum_copy(&r->root, &r->rest);
    }
    return bignum_sign(&r->rest) == 0 && bignum_compare(&r->quotient, &r->root) == 0;
}
