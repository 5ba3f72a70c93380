/* decimal.h - whole numbers as decimal digits, eight at a time in one 64-bit word. */

#ifndef SAFE_DECIMAL_H
#define SAFE_DECIMAL_H

#include "safe/span.h"

enum { DECIMAL_ROOM = 24 };     /* bytes that mspan_put_decimal may touch */

/* V < 10^8 as eight digits of 0 to 9, the first one in the lowest byte. */
SAFE_INLINE uint64_t decimal_eight(uint64_t v)
{
    /* Twice the same step: halves of four digits, then quarters of two, then single ones; a division by 100
       (10) is a multiplication by 10486 / 2^20 (103 / 2^10). */
    uint64_t halves = v / 10000 | v % 10000 << 32;
    uint64_t hundreds = halves * 10486 >> 20 & 0x7F0000007F;
    uint64_t pairs = hundreds | (halves - 100 * hundreds) << 16;
    uint64_t tens = pairs * 103 >> 10 & 0x000F000F000F000F;
    return tens | (pairs - 10 * tens) << 8;
}

SAFE_INLINE void decimal_store_(mspan *to, uint64_t digits, unsigned first)
{
    mspan_store64(*to, (digits | 0x3030303030303030) >> 8 * first);
    to->p_ += 8 - first;
    to->n_ -= 8 - first;
}

/* The digits of V at the front of ROOM, which is moved on behind them; bytes behind are touched, too.
   F: DECIMAL_ROOM bytes there. */
SAFE_INLINE void mspan_put_decimal(mspan *room, uint64_t v)
{
    if (__builtin_expect(room->n_ < DECIMAL_ROOM, 0))
        safe_fault("decimal number", room->n_, DECIMAL_ROOM);
    enum { HUNDRED_MILLION = 100000000 };
    if (__builtin_expect(v < HUNDRED_MILLION, 1)) {
        uint64_t digits = decimal_eight(v);
        decimal_store_(room, digits, (unsigned)__builtin_ctzll(digits | (uint64_t)1 << 56) / 8);
        return;
    }
    uint64_t high = v / HUNDRED_MILLION, highest = high / HUNDRED_MILLION;
    uint64_t leading = highest ? highest : high;
    uint64_t digits = decimal_eight(leading % HUNDRED_MILLION);
    decimal_store_(room, digits, (unsigned)__builtin_ctzll(digits | (uint64_t)1 << 56) / 8);
    if (highest)
        decimal_store_(room, decimal_eight(high % HUNDRED_MILLION), 0);
    decimal_store_(room, decimal_eight(v % HUNDRED_MILLION), 0);
}

/* Many numbers below 10^8, whose digits are made at once.  An index counts modulo DECIMAL_BLOCK. */
enum { DECIMAL_BLOCK = 64, DECIMAL_LINE = 9 };
typedef struct { uint64_t word_[DECIMAL_BLOCK]; } decimal_block;

SAFE_INLINE void decimal_block_set(decimal_block *b, size_t i, uint64_t v)
{
    b->word_[i % DECIMAL_BLOCK] = v;
}
/* The numbers before the one at END, each with LINE_END behind it, like mspan_put_decimal; B is used up.
   F: end <= DECIMAL_BLOCK, DECIMAL_LINE bytes for each of them. */
void decimal_block_put(decimal_block *b, size_t end, mspan *room, unsigned char line_end);

#endif
