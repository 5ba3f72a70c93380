/* modulus.c - moduli of one and two words: their constants, divisors and remainders. */

#include "factor/element.h"

static void start_word(struct modulus *m, uint64_t n)
{
    m->kind = MODULUS_WORD;
    m->inverse = u64_inverse(n);
    m->one = (0 - n) % n;
}

static void start_pair(struct modulus *m, u128 n)
{
    unsigned bits = u128_bits(n);
    m->kind = MODULUS_PAIR;
    m->inverse = u128_inverse(n);
    m->one = (bits < 128 ? (u128)1 << bits : 0) - n;
    for (; bits < 128; bits++)
        elem_add(m, &m->one, m->one, m->one);
}

void mod_start(struct modulus *m, u128 n)
{
    m->n = n;
    if (u128_high(n) == 0)
        start_word(m, u128_low(n));
    else
        start_pair(m, n);
    elem_add(m, &m->square, m->one, m->one);
    unsigned bits = m->kind == MODULUS_WORD ? 64 : 128;
    for (unsigned i = 1; i < bits; i *= 2)              /* 2, 2^2, 2^4, ... */
        elem_mul(m, &m->square, m->square, m->square);
}

uint32_t mod_remainder(struct modulus *m, uint32_t d)
{
    if (m->kind == MODULUS_WIDE)
        return wide_remainder(m, d);
    uint64_t rest = u128_high(m->n) % d;
    rest = (rest << 32 | u128_low(m->n) >> 32) % d;
    return low_u32((rest << 32 | low_u32(u128_low(m->n))) % d);
}

static uint64_t word_gcd(uint64_t a, uint64_t odd)
{
    while (a > 0) {
        a >>= u64_trailing_zeros(a);
        uint64_t least = a < odd ? a : odd;
        a = a < odd ? odd - a : a - odd;
        odd = least;
    }
    return odd;
}

static u128 pair_gcd(u128 a, u128 odd)
{
    while (u128_high(a) > 0 || u128_high(odd) > 0) {
        if (a == 0)
            return odd;
        a >>= u128_trailing_zeros(a);
        u128 least = a < odd ? a : odd;
        a = a < odd ? odd - a : a - odd;
        odd = least;
    }
    return word_gcd(u128_low(a), u128_low(odd));
}

enum common mod_common(struct modulus *m, elem a, struct factor_found *found)
{
    if (m->kind == MODULUS_WIDE)
        return wide_common(m, a, found);
    u128 d = pair_gcd(a, m->n);
    if (d == 1 || d == m->n)
        return d == 1 ? COMMON_NOTHING : COMMON_ALL;
    found->number = d;
    return COMMON_FACTOR;
}
