/* element.h - arithmetic modulo an odd number.

   Elements are residues in Montgomery's form: x * 2^64 modulo n, x * 2^128 when n has two words, less than
   n.  When n has more words an element is the number of a register, which holds x * 2^(64 len) modulo n.  A
   result is therefore given where to go, elem_copy copies, and an element has to come from elem_new.

   Where speed matters a function looks at the kind of the modulus once and calls an inline function with it,
   which compilers then make three times, each without what is for the other kinds. */

#ifndef FACTOR_ELEMENT_H
#define FACTOR_ELEMENT_H

#include "factor/factor.h"

typedef u128 elem;

/* Elements that a function may use for what it does not keep. */
enum { SCRATCH_A = 4, SCRATCH_B, SCRATCH_C, SCRATCH_D };

/* What an element and n have in common: nothing, a factor, or all. */
enum common { COMMON_NOTHING, COMMON_FACTOR, COMMON_ALL };

/* wide.c: the same for registers. */
void wide_mul(struct modulus *m, elem r, elem a, elem b);
void wide_add(struct modulus *m, elem r, elem a, elem b);
void wide_sub(struct modulus *m, elem r, elem a, elem b);
void wide_copy(struct modulus *m, elem r, elem a);
bool wide_equal(struct modulus *m, elem a, elem b);
bool wide_is_zero(struct modulus *m, elem a);
void wide_small(struct modulus *m, elem r, uint32_t v);
elem wide_new(struct modulus *m);
unsigned wide_bits(struct modulus *m);
bool wide_bit_before(struct modulus *m, unsigned i);
bool wide_bit_behind(struct modulus *m, unsigned i);
uint32_t wide_remainder(struct modulus *m, uint32_t d);
enum common wide_common(struct modulus *m, elem a, struct factor_found *found);

void wide_start(struct modulus *m, bignum const *n);

/* modulus.c: begin with N, which is odd and more than 1; the remainder of n; what A and n have in common,
   where the factor is left in *FOUND. */
void mod_start(struct modulus *m, u128 n);
uint32_t mod_remainder(struct modulus *m, uint32_t d);
enum common mod_common(struct modulus *m, elem a, struct factor_found *found);

SAFE_INLINE uint64_t word_mul(struct modulus const *m, uint64_t a, uint64_t b)
{
    u128 t = u64_mul_full(a, b);
    uint64_t n = u128_low(m->n), high = u128_high(t);
    uint64_t taken = u64_mul_high(u128_low(t) * u128_low(m->inverse), n);
    return high - taken + (high < taken ? n : 0);
}
SAFE_INLINE u128 pair_mul(struct modulus const *m, u128 a, u128 b)
{
    u128 high = 0, low = u128_mul_full(a, b, &high), taken = u128_mul_high(low * m->inverse, m->n);
    return high - taken + (high < taken ? m->n : 0);
}

/* For a modulus that is known to be of this KIND. */
SAFE_INLINE void kind_mul(struct modulus *m, enum modulus_kind kind, elem *r, elem a, elem b)
{
    switch (kind) {
    case MODULUS_WORD: *r = word_mul(m, u128_low(a), u128_low(b)); break;
    case MODULUS_PAIR: *r = pair_mul(m, a, b); break;
    case MODULUS_WIDE: wide_mul(m, *r, a, b); break;
    }
}
SAFE_INLINE void kind_add(struct modulus *m, enum modulus_kind kind, elem *r, elem a, elem b)
{
    uint64_t word = u128_low(a), word_rest = u128_low(m->n) - u128_low(b);
    u128 rest = m->n - b;
    switch (kind) {
    case MODULUS_WORD: *r = word >= word_rest ? word - word_rest : word + u128_low(b); break;
    case MODULUS_PAIR: *r = a >= rest ? a - rest : a + b; break;
    case MODULUS_WIDE: wide_add(m, *r, a, b); break;
    }
}
SAFE_INLINE void kind_sub(struct modulus *m, enum modulus_kind kind, elem *r, elem a, elem b)
{
    uint64_t word = u128_low(a), other = u128_low(b);
    switch (kind) {
    case MODULUS_WORD: *r = word - other + (word < other ? u128_low(m->n) : 0); break;
    case MODULUS_PAIR: *r = a - b + (a < b ? m->n : 0); break;
    case MODULUS_WIDE: wide_sub(m, *r, a, b); break;
    }
}
SAFE_INLINE void kind_copy(struct modulus *m, enum modulus_kind kind, elem *r, elem a)
{
    if (kind == MODULUS_WIDE)
        wide_copy(m, *r, a);
    else
        *r = a;
}

/* For any modulus. */
SAFE_INLINE void elem_mul(struct modulus *m, elem *r, elem a, elem b)
{
    kind_mul(m, m->kind, r, a, b);
}
SAFE_INLINE void elem_add(struct modulus *m, elem *r, elem a, elem b)
{
    kind_add(m, m->kind, r, a, b);
}
SAFE_INLINE void elem_sub(struct modulus *m, elem *r, elem a, elem b)
{
    kind_sub(m, m->kind, r, a, b);
}
SAFE_INLINE void elem_copy(struct modulus *m, elem *r, elem a)
{
    kind_copy(m, m->kind, r, a);
}
SAFE_INLINE bool elem_is_zero(struct modulus *m, elem a)
{
    return m->kind == MODULUS_WIDE ? wide_is_zero(m, a) : a == 0;
}
SAFE_INLINE bool elem_equal(struct modulus *m, elem a, elem b)
{
    return m->kind == MODULUS_WIDE ? wide_equal(m, a, b) : a == b;
}
SAFE_INLINE void elem_small(struct modulus *m, elem *r, uint32_t v)
{
    if (m->kind == MODULUS_WIDE)
        wide_small(m, *r, v);
    else
        elem_mul(m, r, v, m->square);
}

/* A new element of value 0; all that were made since elem_mark go at elem_release. */
SAFE_INLINE elem elem_new(struct modulus *m)
{
    return m->kind == MODULUS_WIDE ? wide_new(m) : 0;
}
SAFE_INLINE size_t elem_mark(struct modulus const *m)
{
    return m->used;
}
SAFE_INLINE void elem_release(struct modulus *m, size_t mark)
{
    m->used = mark;
}

SAFE_INLINE elem mod_one(struct modulus const *m)
{
    return m->one;
}
/* Bits of the numbers before and behind n, and how many n has; the latter number has to have as many. */
SAFE_INLINE unsigned mod_bits(struct modulus *m)
{
    return m->kind == MODULUS_WIDE ? wide_bits(m) : u128_bits(m->n);
}
SAFE_INLINE bool mod_bit_before(struct modulus *m, unsigned i)
{
    return m->kind == MODULUS_WIDE ? wide_bit_before(m, i) : (m->n - 1) >> i & 1;
}
SAFE_INLINE bool mod_bit_behind(struct modulus *m, unsigned i)
{
    return m->kind == MODULUS_WIDE ? wide_bit_behind(m, i) : (m->n + 1) >> i & 1;
}

#endif
