/* value.c - numbers of any size: their values. */

#include "bignum/private.h"

void bignum_trim_(bignum *n)
{
    size_t len = limb_vec_len(&n->limbs);
    while (len > 0 && limb_vec_at(&n->limbs, len - 1) == 0)
        len--;
    limb_vec_truncate(&n->limbs, len);
    n->negative &= len > 0;
}

void bignum_set_u64(bignum *n, uint64_t v)
{
    limb_vec_truncate(&n->limbs, 0);
    n->negative = false;
    for (; v > 0; v >>= LIMB_BITS)
        limb_vec_push(&n->limbs, low_u32(v));
}

void bignum_set_i64(bignum *n, int64_t v)
{
    bignum_set_u64(n, magnitude(v));
    n->negative = v < 0;
}

void bignum_copy(bignum *to, bignum const *from)
{
    size_t len = limb_vec_len(&from->limbs);
    limb_vec_truncate(&to->limbs, 0);
    limb_vec_reserve(&to->limbs, len);
    for (size_t i = 0; i < len; i++)
        limb_vec_push(&to->limbs, limb_vec_at(&from->limbs, i));
    to->negative = from->negative;
}

bool bignum_to_u64(bignum const *n, uint64_t *out)
{
    if (n->negative || limb_vec_len(&n->limbs) > 2)
        return false;
    *out = bignum_word(n, 0);
    return true;
}

bool bignum_to_i64(bignum const *n, int64_t *out)
{
    if (limb_vec_len(&n->limbs) > 2)
        return false;
    uint64_t v = bignum_word(n, 0), most = INT64_MAX;
    if (v > most + n->negative)
        return false;
    *out = !n->negative ? as_i64(v) : v > most ? INT64_MIN : -as_i64(v);
    return true;
}

int bignum_sign(bignum const *n)
{
    return n->negative ? -1 : limb_vec_len(&n->limbs) > 0;
}

size_t bignum_bits(bignum const *n)
{
    size_t len = limb_vec_len(&n->limbs), bits = len * LIMB_BITS;
    if (len == 0)
        return 0;
    for (uint32_t top = limb_vec_at(&n->limbs, len - 1); top >> (LIMB_BITS - 1) == 0; top <<= 1)
        bits--;
    return bits;
}

uint64_t bignum_word(bignum const *n, size_t i)
{
    size_t len = limb_vec_len(&n->limbs);
    if (i >= (len + 1) / 2)
        return 0;
    uint64_t high = 2 * i + 1 < len ? limb_vec_at(&n->limbs, 2 * i + 1) : 0;
    return high << LIMB_BITS | limb_vec_at(&n->limbs, 2 * i);
}

void bignum_push_word(bignum *n, uint64_t word)
{
    size_t len = limb_vec_len(&n->limbs);
    limb_vec_extend(&n->limbs, 2);
    limb_view v = limb_vec_span(&n->limbs);
    limb_view_move(v, 2, 0, len);
    limb_view_set(v, 0, low_u32(word));
    limb_view_set(v, 1, low_u32(word >> LIMB_BITS));
    bignum_trim_(n);
}
