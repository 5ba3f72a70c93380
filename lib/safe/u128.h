/* u128.h - unsigned numbers of 128 bits, put together from and taken apart into words of 64, and products of
   twice the length.  All of it is exact; only u128_mul drops what is beyond 128 bits, as the name of a
   product in C does. */

#ifndef SAFE_U128_H
#define SAFE_U128_H

#include "safe/base.h"

__extension__ typedef unsigned __int128 u128;

SAFE_INLINE u128 u128_of(uint64_t high, uint64_t low)
{
    return (u128)high << 64 | low;
}
SAFE_INLINE uint64_t u128_low(u128 v)
{
    return (uint64_t)v;
}
SAFE_INLINE uint64_t u128_high(u128 v)
{
    return (uint64_t)(v >> 64);
}
/* A * B of two words, and its upper word alone. */
SAFE_INLINE u128 u64_mul_full(uint64_t a, uint64_t b)
{
    return (u128)a * b;
}
SAFE_INLINE uint64_t u64_mul_high(uint64_t a, uint64_t b)
{
    return (uint64_t)((u128)a * b >> 64);
}
/* The lower 128 bits of A * B, with the upper ones in *HIGH; and the upper ones alone. */
SAFE_INLINE u128 u128_mul_full(u128 a, u128 b, u128 *high)
{
    uint64_t a0 = (uint64_t)a, a1 = (uint64_t)(a >> 64), b0 = (uint64_t)b, b1 = (uint64_t)(b >> 64);
    u128 low = (u128)a0 * b0, cross = (u128)a1 * b0, other = (u128)a0 * b1;
    u128 middle = (low >> 64) + (uint64_t)cross + (uint64_t)other;
    *high = (u128)a1 * b1 + (cross >> 64) + (other >> 64) + (middle >> 64);
    return middle << 64 | (uint64_t)low;
}
SAFE_INLINE u128 u128_mul_high(u128 a, u128 b)
{
    u128 high;
    u128_mul_full(a, b, &high);
    return high;
}
/* How many bits V has, the highest of them being 1; 0 for 0. */
SAFE_INLINE unsigned u64_bits(uint64_t v)
{
    return v ? 64 - (unsigned)__builtin_clzll(v) : 0;
}
SAFE_INLINE unsigned u128_bits(u128 v)
{
    return v >> 64 ? 64 + u64_bits((uint64_t)(v >> 64)) : u64_bits((uint64_t)v);
}
/* How many zeros V ends in; 64 or 128 for 0. */
SAFE_INLINE unsigned u64_trailing_zeros(uint64_t v)
{
    return v ? (unsigned)__builtin_ctzll(v) : 64;
}
SAFE_INLINE unsigned u128_trailing_zeros(u128 v)
{
    return (uint64_t)v ? u64_trailing_zeros((uint64_t)v) : 64 + u64_trailing_zeros((uint64_t)(v >> 64));
}
/* The inverse of an odd number modulo 2^64 or 2^128.  Each step doubles the number of right bits. */
SAFE_INLINE uint64_t u64_inverse(uint64_t odd)
{
    uint64_t v = 3 * odd ^ 2;
    for (unsigned bits = 5; bits < 64; bits *= 2)
        v *= 2 - odd * v;
    return v;
}
SAFE_INLINE u128 u128_inverse(u128 odd)
{
    u128 v = u64_inverse((uint64_t)odd);
    return v * (2 - odd * v);
}

#endif
