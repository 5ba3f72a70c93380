/* skipchars_x86_64.c - AVX2 form of skipping characters of UTF-8. */

#include "sys/cpu.h"
#include "safe/textcount.h"

#include <immintrin.h>

/* 64 bytes at a time; a bit stands for a byte. */
struct window {
    __m256i low, high;
};

/* Bytes above LIMIT, both as signed numbers. */
__attribute__((target("avx2")))
static uint64_t above(struct window w, int limit)
{
    __m256i l = _mm256_set1_epi8((char)limit);
    uint64_t low = (uint32_t)_mm256_movemask_epi8(_mm256_cmpgt_epi8(w.low, l));
    return low | (uint64_t)(uint32_t)_mm256_movemask_epi8(_mm256_cmpgt_epi8(w.high, l)) << 32;
}

__attribute__((target("avx2")))
static uint64_t equal(struct window w, int byte)
{
    __m256i b = _mm256_set1_epi8((char)byte);
    uint64_t low = (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(w.low, b));
    return low | (uint64_t)(uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(w.high, b)) << 32;
}

__attribute__((target("avx2")))
static uint64_t beyond_ascii(struct window w)
{
    uint64_t low = (uint32_t)_mm256_movemask_epi8(w.low);
    return low | (uint64_t)(uint32_t)_mm256_movemask_epi8(w.high) << 32;
}

/* Bytes at which the window, which begins with a character, is not plainly right: the lead bytes say which
   bytes have to go characters on, and some leads allow only some of those. CONT: those that do go on. */
__attribute__((target("avx2")))
static uint64_t doubtful(struct window w, uint64_t beyond, uint64_t cont)
{
    uint64_t lead3 = beyond & above(w, 0xDF - 256), lead4 = beyond & above(w, 0xEF - 256);
    uint64_t wanted = (beyond & ~cont) << 1 | lead3 << 2 | lead4 << 3;
    uint64_t bad = (wanted ^ cont) | equal(w, 0xC0) | equal(w, 0xC1) | (beyond & above(w, 0xF3 - 256));
    if (lead3 == 0)
        return bad;
    uint64_t from_a0 = beyond & above(w, 0x9F - 256), from_90 = beyond & above(w, 0x8F - 256);
    return bad | (equal(w, 0xE0) << 1 & ~from_a0) | (equal(w, 0xED) << 1 & from_a0)
           | (equal(w, 0xF0) << 1 & ~from_90);
}

/* The place of the bit of MASK that has N set bits below it. */
static size_t select_bit(uint64_t mask, uint64_t n)
{
    for (; n > 0; n--)
        mask &= mask - 1;
    return (size_t)__builtin_ctzll(mask);
}

__attribute__((target("avx2,popcnt")))
static size_t skip_avx2(span s, uint64_t *n)
{
    size_t i = 0;
    while (*n > 0 && s.n_ - i >= 64) {
        struct window w = {_mm256_loadu_si256((__m256i const *)(void const *)(s.p_ + i)),
                           _mm256_loadu_si256((__m256i const *)(void const *)(s.p_ + i + 32))};
        uint64_t beyond = beyond_ascii(w), cont = beyond & ~above(w, 0xBF - 256);
        uint64_t bad = beyond ? doubtful(w, beyond, cont) : 0, starts = ~cont;
        if (bad)
            starts &= (bad & (0 - bad)) - 1;
        /* The last character may go on behind the window, or be the one that is wrong. */
        size_t last = starts ? 63 - (size_t)__builtin_clzll(starts) : 0;
        uint64_t whole = (uint64_t)__builtin_popcountll(starts & ((1ULL << last) - 1));
        if (beyond == 0 && *n >= 64) {
            i += 64;
            *n -= 64;
        } else if (*n <= whole) {
            i += select_bit(starts, *n);
            *n = 0;
        } else if (whole > 0) {
            i += last;
            *n -= whole;
        } else {
            uint64_t one = 1;
            i += textcount_plain_skip_((span){s.p_ + i, s.n_ - i}, &one);
            *n -= 1;
        }
    }
    return i;
}

size_t span_skip_utf8(span s, uint64_t *n)
{
    size_t done = s.n_ >= 64 && cpu_has(CPU_AVX2) ? skip_avx2(s, n) : 0;
    return done + textcount_plain_skip_(span_drop(s, done), n);
}
