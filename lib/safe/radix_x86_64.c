/* radix_x86_64.c - AVX2 forms of base 64 (W. Mula and D. Lemire, "Faster Base64 Encoding and Decoding Using
   AVX2 Instructions", ACM Transactions on the Web 12(3), 2018), of base 16, and of decoding base 32. */

#include "sys/cpu.h"
#include "safe/radix.h"

#include <immintrin.h>

#define AVX2 __attribute__((target("avx2")))
#define AVX2_INLINE static inline __attribute__((always_inline, target("avx2")))

AVX2_INLINE __m256i load(unsigned char const *p)
{
    return _mm256_loadu_si256((__m256i const *)(void const *)p);
}

AVX2_INLINE void store(unsigned char *p, __m256i v)
{
    _mm256_storeu_si256((__m256i *)(void *)p, v);
}

/* 24 bytes, of which each half of V holds 12 in its first three quarters, as 32 values of six bits. */
AVX2_INLINE __m256i to_six_bits(__m256i v)
{
    __m256i order = _mm256_setr_epi8(1, 0, 2, 1, 4, 3, 5, 4, 7, 6, 8, 7, 10, 9, 11, 10,
                                     1, 0, 2, 1, 4, 3, 5, 4, 7, 6, 8, 7, 10, 9, 11, 10);
    v = _mm256_shuffle_epi8(v, order);
    __m256i ac = _mm256_mulhi_epu16(_mm256_and_si256(v, _mm256_set1_epi32(0x0FC0FC00)),
                                    _mm256_set1_epi32(0x04000040));
    __m256i bd = _mm256_mullo_epi16(_mm256_and_si256(v, _mm256_set1_epi32(0x003F03F0)),
                                    _mm256_set1_epi32(0x01000010));
    return _mm256_or_si256(ac, bd);
}

/* Values below 26 look up entry 13 of the shifts, 26 to 51 entry 0, 52 to 63 entries 1 to 12. */
AVX2_INLINE __m256i to_digits64(__m256i v, __m256i shifts)
{
    __m256i index = _mm256_subs_epu8(v, _mm256_set1_epi8(51));
    __m256i small = _mm256_cmpgt_epi8(_mm256_set1_epi8(26), v);
    index = _mm256_or_si256(index, _mm256_and_si256(small, _mm256_set1_epi8(13)));
    return _mm256_add_epi8(v, _mm256_shuffle_epi8(shifts, index));
}

AVX2 static size_t encode64(unsigned char *d, unsigned char const *p, size_t n, struct radix const *r)
{
    __m256i shifts = _mm256_broadcastsi128_si256(_mm_loadu_si128((__m128i const *)(void const *)r->shift_));
    unsigned char *start = d;
    for (; n >= 28; n -= 24, p += 24, d += 32) {
        __m128i low = _mm_loadu_si128((__m128i const *)(void const *)p);
        __m128i high = _mm_loadu_si128((__m128i const *)(void const *)(p + 12));
        store(d, to_digits64(to_six_bits(_mm256_set_m128i(high, low)), shifts));
    }
    return (size_t)(d - start);
}

AVX2 static size_t encode16(unsigned char *d, unsigned char const *p, size_t n, struct radix const *r)
{
    __m256i digits = _mm256_broadcastsi128_si256(_mm_loadu_si128((__m128i const *)(void const *)r->digit_));
    __m256i half = _mm256_set1_epi8(15);
    unsigned char *start = d;
    for (; n >= 32; n -= 32, p += 32, d += 64) {
        __m256i v = load(p);
        __m256i high = _mm256_shuffle_epi8(digits, _mm256_and_si256(_mm256_srli_epi16(v, 4), half));
        __m256i low = _mm256_shuffle_epi8(digits, _mm256_and_si256(v, half));
        __m256i a = _mm256_unpacklo_epi8(high, low), b = _mm256_unpackhi_epi8(high, low);
        store(d, _mm256_permute2x128_si256(a, b, 0x20));
        store(d + 32, _mm256_permute2x128_si256(a, b, 0x31));
    }
    return (size_t)(d - start);
}

/* FIRST <= V <= LAST, as signed bytes. */
AVX2_INLINE __m256i between(__m256i v, char first, char last)
{
    return _mm256_and_si256(_mm256_cmpgt_epi8(v, _mm256_set1_epi8((char)(first - 1))),
                            _mm256_cmpgt_epi8(_mm256_set1_epi8((char)(last + 1)), v));
}

/* The values of 32 digits; the bytes of *KNOWN are zero for what is none. */
AVX2_INLINE __m256i values64(__m256i v, struct radix const *r, __m256i *known)
{
    __m256i upper = between(v, 'A', 'Z'), lower = between(v, 'a', 'z'), number = between(v, '0', '9');
    __m256i is62 = _mm256_cmpeq_epi8(v, _mm256_set1_epi8((char)r->high62_));
    __m256i is63 = _mm256_cmpeq_epi8(v, _mm256_set1_epi8((char)r->high63_));
    __m256i shift = _mm256_and_si256(upper, _mm256_set1_epi8(-'A'));
    shift = _mm256_or_si256(shift, _mm256_and_si256(lower, _mm256_set1_epi8(26 - 'a')));
    shift = _mm256_or_si256(shift, _mm256_and_si256(number, _mm256_set1_epi8(52 - '0')));
    shift = _mm256_or_si256(shift, _mm256_and_si256(is62, _mm256_set1_epi8((char)(62 - r->high62_))));
    shift = _mm256_or_si256(shift, _mm256_and_si256(is63, _mm256_set1_epi8((char)(63 - r->high63_))));
    *known = _mm256_or_si256(_mm256_or_si256(upper, lower),
                             _mm256_or_si256(number, _mm256_or_si256(is62, is63)));
    return _mm256_add_epi8(v, shift);
}

/* N digits at P; writes up to eight bytes more than it says, so the caller keeps some groups back. */
AVX2 static size_t decode64(unsigned char *d, unsigned char const *p, size_t n, struct radix const *r)
{
    __m256i order = _mm256_setr_epi8(2, 1, 0, 6, 5, 4, 10, 9, 8, 14, 13, 12, -1, -1, -1, -1,
                                     2, 1, 0, 6, 5, 4, 10, 9, 8, 14, 13, 12, -1, -1, -1, -1);
    unsigned char const *start = p;
    for (; n >= 48; n -= 32, p += 32, d += 24) {
        __m256i known = _mm256_setzero_si256();
        __m256i v = values64(load(p), r, &known);
        if ((unsigned)_mm256_movemask_epi8(known) != UINT32_MAX)
            break;
        v = _mm256_maddubs_epi16(v, _mm256_set1_epi32(0x01400140));
        v = _mm256_madd_epi16(v, _mm256_set1_epi32(0x00011000));
        v = _mm256_shuffle_epi8(v, order);
        store(d, _mm256_permutevar8x32_epi32(v, _mm256_setr_epi32(0, 1, 2, 4, 5, 6, 3, 7)));
    }
    return (size_t)(p - start);
}

/* Base 32: letters are one run of digits, figures another.  Like decode64, it writes a little more. */
AVX2 static size_t decode32(unsigned char *d, unsigned char const *p, size_t n, struct radix const *r)
{
    bool hex = r->digit_[0] == '0';
    __m256i letter_shift = _mm256_set1_epi8(hex ? 10 - 'A' : -'A');
    __m256i figure_shift = _mm256_set1_epi8(hex ? -'0' : 26 - '2');
    __m256i order = _mm256_broadcastsi128_si256(
        _mm_setr_epi8(4, 3, 2, 1, 0, 12, 11, 10, 9, 8, -1, -1, -1, -1, -1, -1));
    unsigned char const *start = p;
    for (; n >= 48; n -= 32, p += 32, d += 20) {
        __m256i v = load(p);
        __m256i letter = between(v, 'A', hex ? 'V' : 'Z');
        __m256i figure = between(v, hex ? '0' : '2', hex ? '9' : '7');
        if ((unsigned)_mm256_movemask_epi8(_mm256_or_si256(letter, figure)) != UINT32_MAX)
            break;
        v = _mm256_add_epi8(v, _mm256_or_si256(_mm256_and_si256(letter, letter_shift),
                                               _mm256_and_si256(figure, figure_shift)));
        v = _mm256_maddubs_epi16(v, _mm256_set1_epi16(0x0120));
        v = _mm256_madd_epi16(v, _mm256_set1_epi32(0x00010400));
        v = _mm256_or_si256(_mm256_slli_epi64(v, 20), _mm256_srli_epi64(v, 32));
        v = _mm256_shuffle_epi8(v, order);
        _mm_storeu_si128((__m128i *)(void *)d, _mm256_castsi256_si128(v));
        _mm_storeu_si128((__m128i *)(void *)(d + 10), _mm256_extracti128_si256(v, 1));
    }
    return (size_t)(p - start);
}

/* Values of hexadecimal digits in either case. */
AVX2 static size_t decode16(unsigned char *d, unsigned char const *p, size_t n)
{
    unsigned char const *start = p;
    for (; n >= 32; n -= 32, p += 32, d += 16) {
        __m256i v = load(p), folded = _mm256_or_si256(v, _mm256_set1_epi8(0x20));
        __m256i number = between(v, '0', '9'), letter = between(folded, 'a', 'f');
        if ((unsigned)_mm256_movemask_epi8(_mm256_or_si256(number, letter)) != UINT32_MAX)
            break;
        v = _mm256_and_si256(v, _mm256_set1_epi8(15));
        v = _mm256_add_epi8(v, _mm256_and_si256(letter, _mm256_set1_epi8(9)));
        v = _mm256_maddubs_epi16(v, _mm256_set1_epi16(0x0110));
        v = _mm256_packus_epi16(v, v);
        v = _mm256_permute4x64_epi64(v, 0x08);
        _mm_storeu_si128((__m128i *)(void *)d, _mm256_castsi256_si128(v));
    }
    return (size_t)(p - start);
}

size_t radix_fast_encode_(mspan dst, span src, struct radix const *r)
{
    if (src.n_ < 32 || !cpu_has(CPU_AVX2))
        return 0;
    if (r->base_ == 64)
        return encode64(dst.p_, src.p_, src.n_, r);
    return r->base_ == 16 ? encode16(dst.p_, src.p_, src.n_, r) : 0;
}

size_t radix_fast_decode_(mspan dst, span src, struct radix const *r)
{
    if (src.n_ < 64 || !cpu_has(CPU_AVX2))
        return 0;
    if (r->base_ == 64)
        return decode64(dst.p_, src.p_, src.n_, r);
    if (r->base_ == 32)
        return decode32(dst.p_, src.p_, src.n_, r);
    return r->base_ == 16 && r->value_['a'] == 10 ? decode16(dst.p_, src.p_, src.n_) : 0;
}
