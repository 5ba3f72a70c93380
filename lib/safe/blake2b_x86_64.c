/* blake2b_x86_64.c - BLAKE2b with four columns, then four diagonals of the state side by side. */

#include "safe/blake2b_tables.h"
#include "sys/cpu.h"

#include <immintrin.h>

#define AVX2 __attribute__((target("avx2")))
#define AVX2_INLINE static inline __attribute__((always_inline, target("avx2")))

/* The state: row I holds the words 4 I to 4 I + 3. */
struct rows { __m256i a, b, c, d; };

AVX2_INLINE __m256i rotate_bytes(__m256i v, char n)
{
    __m256i order = _mm256_setr_epi8(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15,
                                     0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
    __m256i high = _mm256_and_si256(order, _mm256_set1_epi8(8));
    __m256i low = _mm256_and_si256(_mm256_add_epi8(order, _mm256_set1_epi8(n)), _mm256_set1_epi8(7));
    return _mm256_shuffle_epi8(v, _mm256_or_si256(high, low));
}

AVX2_INLINE void half_mix(struct rows *r, __m256i m, char turn)
{
    r->a = _mm256_add_epi64(_mm256_add_epi64(r->a, m), r->b);
    r->d = _mm256_xor_si256(r->d, r->a);
    r->d = turn == 4 ? _mm256_shuffle_epi32(r->d, 0xB1) : rotate_bytes(r->d, 2);
    r->c = _mm256_add_epi64(r->c, r->d);
    r->b = _mm256_xor_si256(r->b, r->c);
    r->b = turn == 4 ? rotate_bytes(r->b, 3)
                     : _mm256_or_si256(_mm256_srli_epi64(r->b, 63), _mm256_add_epi64(r->b, r->b));
}

AVX2_INLINE long long word(unsigned char const *p, unsigned index)
{
    long long w = 0;
    memcpy(&w, p + 8 * index, 8);
    return w;
}

AVX2_INLINE __m256i four(unsigned char const *p, unsigned i, unsigned j, unsigned k, unsigned l)
{
    return _mm256_setr_epi64x(word(p, i), word(p, j), word(p, k), word(p, l));
}

AVX2_INLINE void full_round(struct rows *r, unsigned char const *p, unsigned char const o[16])
{
    half_mix(r, four(p, o[0], o[2], o[4], o[6]), 4);
    half_mix(r, four(p, o[1], o[3], o[5], o[7]), 2);
    /* Turn the rows so that diagonals stand below one another; row b, which is ready last, stays. */
    r->a = _mm256_permute4x64_epi64(r->a, 0x93);
    r->d = _mm256_permute4x64_epi64(r->d, 0x4E);
    r->c = _mm256_permute4x64_epi64(r->c, 0x39);
    half_mix(r, four(p, o[14], o[8], o[10], o[12]), 4);
    half_mix(r, four(p, o[15], o[9], o[11], o[13]), 2);
    r->a = _mm256_permute4x64_epi64(r->a, 0x39);
    r->d = _mm256_permute4x64_epi64(r->d, 0x4E);
    r->c = _mm256_permute4x64_epi64(r->c, 0x93);
}

AVX2 static void blocks_avx2(uint64_t h[8], unsigned char const *p, size_t n, struct blake2b_position at)
{
    __m256i low = _mm256_loadu_si256((__m256i const *)(void const *)h);
    __m256i high = _mm256_loadu_si256((__m256i const *)(void const *)(h + 4));
    __m256i const start0 = _mm256_loadu_si256((__m256i const *)(void const *)blake2b_start_);
    __m256i const start1 = _mm256_loadu_si256((__m256i const *)(void const *)(blake2b_start_ + 4));
    for (size_t i = 0; i < n; i++, p += BLAKE2B_BLOCK) {
        at.done += at.last ? 0 : BLAKE2B_BLOCK;
        struct rows r = {low, high, start0, start1};
        r.d = _mm256_xor_si256(r.d, _mm256_setr_epi64x((long long)at.done, 0, (long long)at.last, 0));
#pragma GCC unroll 12
        for (int round = 0; round < 12; round++)
            full_round(&r, p, blake2b_order_[round]);
        low = _mm256_xor_si256(low, _mm256_xor_si256(r.a, r.c));
        high = _mm256_xor_si256(high, _mm256_xor_si256(r.b, r.d));
    }
    _mm256_storeu_si256((__m256i *)(void *)h, low);
    _mm256_storeu_si256((__m256i *)(void *)(h + 4), high);
}

void blake2b_blocks_(uint64_t h[8], unsigned char const *p, size_t n, struct blake2b_position at)
{
    if (cpu_has(CPU_AVX2))
        blocks_avx2(h, p, n, at);
    else
        blake2b_plain_blocks_(h, p, n, at);
}
