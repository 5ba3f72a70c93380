/* kernels_x86_64.c - AVX2 forms of the kernels. */

#include "sys/cpu.h"
#include "safe/kernels.h"

#include <immintrin.h>

__attribute__((target("avx2")))
static size_t sum_bytes(__m256i v)
{
    __m256i s = _mm256_sad_epu8(v, _mm256_setzero_si256());
    return (size_t)(_mm256_extract_epi64(s, 0) + _mm256_extract_epi64(s, 1) + _mm256_extract_epi64(s, 2)
                    + _mm256_extract_epi64(s, 3));
}

__attribute__((target("avx2")))
static size_t count_avx2(unsigned char const *p, size_t n, unsigned char c)
{
    __m256i want = _mm256_set1_epi8((char)c);
    size_t total = 0;
    while (n >= 128) {
        /* Each byte lane counts at most 255 blocks before it could wrap. */
        size_t blocks = n / 128 < 63 ? n / 128 : 63;
        __m256i sum = _mm256_setzero_si256();
        for (size_t i = 0; i < blocks; i++, p += 128)
            for (int k = 0; k < 4; k++) {
                __m256i v = _mm256_loadu_si256((__m256i const *)(void const *)(p + 32 * k));
                sum = _mm256_sub_epi8(sum, _mm256_cmpeq_epi8(v, want));
            }
        total += sum_bytes(sum);
        n -= blocks * 128;
    }
    return total + kernel_plain_count(p, n, c);
}

__attribute__((target("avx2")))
static size_t find2_avx2(unsigned char const *p, size_t n, unsigned char a, unsigned char b)
{
    __m256i wa = _mm256_set1_epi8((char)a), wb = _mm256_set1_epi8((char)b);
    size_t i = 0;
    for (; n - i >= 32; i += 32) {
        __m256i v = _mm256_loadu_si256((__m256i const *)(void const *)(p + i));
        __m256i hit = _mm256_or_si256(_mm256_cmpeq_epi8(v, wa), _mm256_cmpeq_epi8(v, wb));
        unsigned mask = (unsigned)_mm256_movemask_epi8(hit);
        if (mask)
            return i + (size_t)__builtin_ctz(mask);
    }
    return i + kernel_plain_find2(p + i, n - i, a, b);
}

__attribute__((target("avx2")))
static size_t find_pair_avx2(unsigned char const *p, size_t n, unsigned char a, unsigned char b)
{
    __m256i wa = _mm256_set1_epi8((char)a), wb = _mm256_set1_epi8((char)b);
    size_t i = 0;
    for (; n - i >= 33; i += 32) {
        __m256i v = _mm256_loadu_si256((__m256i const *)(void const *)(p + i));
        __m256i after = _mm256_loadu_si256((__m256i const *)(void const *)(p + i + 1));
        __m256i hit = _mm256_and_si256(_mm256_cmpeq_epi8(v, wa), _mm256_cmpeq_epi8(after, wb));
        unsigned mask = (unsigned)_mm256_movemask_epi8(hit);
        if (mask)
            return i + (size_t)__builtin_ctz(mask);
    }
    return i + kernel_plain_find_pair(p + i, n - i, a, b);
}

size_t kernel_find_pair(unsigned char const *p, size_t n, unsigned char a, unsigned char b)
{
    return n >= 33 && cpu_has(CPU_AVX2) ? find_pair_avx2(p, n, a, b) : kernel_plain_find_pair(p, n, a, b);
}

__attribute__((target("avx2")))
static __m256i both_halves(unsigned char const row[16])
{
    return _mm256_broadcastsi128_si256(_mm_loadu_si128((__m128i const *)(void const *)row));
}

/* Classification by halves of a byte: the low half picks a row of bits, the high half the bit in it
   (W. Mula, "SIMDized check which bytes are in a set", 2018). */
__attribute__((target("avx2")))
static size_t find_class_avx2(unsigned char const *p, size_t n, byteclass const *c)
{
    __m256i low_rows = both_halves(c->rows_[0]), high_rows = both_halves(c->rows_[1]);
    __m256i bits = _mm256_setr_epi8(1, 2, 4, 8, 16, 32, 64, -128, 1, 2, 4, 8, 16, 32, 64, -128,
                                    1, 2, 4, 8, 16, 32, 64, -128, 1, 2, 4, 8, 16, 32, 64, -128);
    __m256i half = _mm256_set1_epi8(0x0F), low_mask = _mm256_set1_epi8((char)0x8F);
    size_t i = 0;
    for (; n - i >= 32; i += 32) {
        __m256i v = _mm256_loadu_si256((__m256i const *)(void const *)(p + i));
        /* A shuffle index with the top bit set gives zero, so each byte is answered by one of the two
           tables. */
        __m256i index = _mm256_and_si256(v, low_mask);
        __m256i flipped = _mm256_xor_si256(index, _mm256_set1_epi8((char)0x80));
        __m256i row = _mm256_or_si256(_mm256_shuffle_epi8(low_rows, index),
                                      _mm256_shuffle_epi8(high_rows, flipped));
        __m256i bit = _mm256_shuffle_epi8(bits, _mm256_and_si256(_mm256_srli_epi16(v, 4), half));
        __m256i miss = _mm256_cmpeq_epi8(_mm256_and_si256(row, bit), _mm256_setzero_si256());
        unsigned hit = ~(unsigned)_mm256_movemask_epi8(miss);
        if (hit)
            return i + (size_t)__builtin_ctz(hit);
    }
    return i + kernel_plain_find_class(p + i, n - i, c);
}

size_t kernel_find_class(unsigned char const *p, size_t n, byteclass const *c)
{
    return n >= 32 && cpu_has(CPU_AVX2) ? find_class_avx2(p, n, c) : kernel_plain_find_class(p, n, c);
}

__attribute__((target("avx512f,avx512bw,popcnt")))
static size_t count_avx512(unsigned char const *p, size_t n, unsigned char c)
{
    __m512i want = _mm512_set1_epi8((char)c);
    size_t total = 0;
    for (; n >= 128; n -= 128, p += 128) {
        __mmask64 a = _mm512_cmpeq_epi8_mask(_mm512_loadu_si512(p), want);
        __mmask64 b = _mm512_cmpeq_epi8_mask(_mm512_loadu_si512(p + 64), want);
        total += (size_t)__builtin_popcountll(a) + (size_t)__builtin_popcountll(b);
    }
    return total + kernel_plain_count(p, n, c);
}

size_t kernel_count(unsigned char const *p, size_t n, unsigned char c)
{
    if (n >= 128 && cpu_has(CPU_AVX512))
        return count_avx512(p, n, c);
    return cpu_has(CPU_AVX2) ? count_avx2(p, n, c) : kernel_plain_count(p, n, c);
}

size_t kernel_find2(unsigned char const *p, size_t n, unsigned char a, unsigned char b)
{
    return n >= 32 && cpu_has(CPU_AVX2) ? find2_avx2(p, n, a, b) : kernel_plain_find2(p, n, a, b);
}

/* The bits of HITS as numbers from BASE on; four are stored at a time, needed or not (the count of no bits
   is 64). */
__attribute__((target("avx2,popcnt,bmi")))
static size_t store_bits(uint16_t *to, uint64_t hits, size_t base)
{
    size_t count = (size_t)__builtin_popcountll(hits);
    for (size_t i = 0; i < count; i += 4)
        for (size_t k = 0; k < 4; k++) {
            to[i + k] = (uint16_t)(base + _tzcnt_u64(hits));
            hits &= hits - 1;
        }
    return count;
}

__attribute__((target("avx2,popcnt,bmi")))
static uint32_t hits_avx2(unsigned char const *p, __m256i a, __m256i b)
{
    __m256i v = _mm256_loadu_si256((__m256i const *)(void const *)p);
    return (uint32_t)_mm256_movemask_epi8(_mm256_or_si256(_mm256_cmpeq_epi8(v, a), _mm256_cmpeq_epi8(v, b)));
}

__attribute__((target("avx2,popcnt,bmi")))
static size_t index2_avx2(uint16_t *to, unsigned char const *p, size_t n, unsigned char a, unsigned char b)
{
    __m256i wa = _mm256_set1_epi8((char)a), wb = _mm256_set1_epi8((char)b);
    size_t count = 0, i = 0;
    for (; n - i >= 64; i += 64) {
        uint64_t hits = hits_avx2(p + i, wa, wb) | (uint64_t)hits_avx2(p + i + 32, wa, wb) << 32;
        count += store_bits(to + count, hits, i);
    }
    for (; i < n; i++) {
        to[count] = (uint16_t)i;
        count += p[i] == a || p[i] == b;
    }
    return count;
}

size_t kernel_index2(uint16_t *to, unsigned char const *p, size_t n, unsigned char a, unsigned char b)
{
    return n >= 64 && cpu_has(CPU_AVX2) ? index2_avx2(to, p, n, a, b) : kernel_plain_index2(to, p, n, a, b);
}

/* The steps of decimal_eight for four numbers: divisions are multiplications again, by 2^40 / 10^4 for
   numbers of eight digits, by 2^19 / 100 for those of four, which leave their upper 16 bits free. */
__attribute__((target("avx2")))
static __m256i decimal_avx2(__m256i v)
{
    __m256i high = _mm256_srli_epi64(_mm256_mul_epu32(v, _mm256_set1_epi64x(109951163)), 40);
    __m256i low = _mm256_sub_epi64(v, _mm256_mul_epu32(high, _mm256_set1_epi64x(10000)));
    __m256i halves = _mm256_or_si256(high, _mm256_slli_epi64(low, 32));
    __m256i hundreds = _mm256_srli_epi16(_mm256_mulhi_epu16(halves, _mm256_set1_epi16(5243)), 3);
    __m256i rest = _mm256_sub_epi32(halves, _mm256_mullo_epi16(hundreds, _mm256_set1_epi16(100)));
    __m256i pairs = _mm256_or_si256(hundreds, _mm256_slli_epi32(rest, 16));
    __m256i tens = _mm256_srli_epi16(_mm256_mullo_epi16(pairs, _mm256_set1_epi16(103)), 10);
    __m256i ones = _mm256_sub_epi16(pairs, _mm256_mullo_epi16(tens, _mm256_set1_epi16(10)));
    return _mm256_or_si256(tens, _mm256_slli_epi16(ones, 8));
}

__attribute__((target("avx2")))
static void decimals_avx2(uint64_t *v, size_t n)
{
    for (; n >= 4; n -= 4, v += 4) {
        __m256i *at = (__m256i *)(void *)v;
        _mm256_storeu_si256(at, decimal_avx2(_mm256_loadu_si256(at)));
    }
    kernel_plain_decimal(v, n);
}

void kernel_decimal(uint64_t *v, size_t n)
{
    if (cpu_has(CPU_AVX2))
        decimals_avx2(v, n);
    else
        kernel_plain_decimal(v, n);
}
