/* checksum_x86_64.c - forms of checksum.h for carry-less multiplication and for AVX2.

   A message is a polynomial over two elements, its CRC the remainder by the generator.  A block of 128 bits
   that stands D bits before another one may be replaced by any block with the same remainder there: its
   halves H and L times x^(D+64) and x^D modulo the generator, added to the later block (V. Gopal and others,
   "Fast CRC Computation for Generic Polynomials Using PCLMULQDQ", Intel 2009).  What is left in the end is a
   short message with the same CRC, for the next smaller form. */

#include "safe/checksum.h"
#include "sys/cpu.h"

#include <immintrin.h>

#define CLMUL __attribute__((target("pclmul,ssse3,sse4.1")))
#define CLMUL512 __attribute__((target("vpclmulqdq,avx512f,avx512bw,avx512vl")))
#define CLMUL256 __attribute__((target("vpclmulqdq,avx2")))

enum { STEP128 = 64, STEP256 = 128, STEP512 = 256 };     /* bytes that each form takes in one round */

/* The two multipliers of a fold over some distance. */
struct fold { uint64_t high, low; };

/* x^N modulo the generator. */
static uint32_t power_of_x(unsigned n)
{
    uint32_t r = 1;
    for (; n > 0; n--)
        r = r >> 31 ? r << 1 ^ 0x04C11DB7 : r << 1;
    return r;
}

static uint64_t reversed(uint64_t v)
{
    uint64_t r = 0;
    for (int i = 0; i < 64; i++)
        r |= (v >> i & 1) << (63 - i);
    return r;
}

static struct fold posix_fold(unsigned bytes)
{
    return (struct fold){power_of_x(8 * bytes + 64), power_of_x(8 * bytes)};
}

/* Bits are reversed here, and the product of two reversed numbers stands one bit too low. */
static struct fold ethernet_fold(unsigned bytes)
{
    return (struct fold){reversed(power_of_x(8 * bytes + 63)), reversed(power_of_x(8 * bytes - 1))};
}

CLMUL static __m128i folded(__m128i block, __m128i fold, __m128i next)
{
    __m128i a = _mm_clmulepi64_si128(block, fold, 0x00), b = _mm_clmulepi64_si128(block, fold, 0x11);
    return _mm_xor_si128(_mm_xor_si128(a, b), next);
}

CLMUL static __m128i load(unsigned char const *p, __m128i order)
{
    return _mm_shuffle_epi8(_mm_loadu_si128((__m128i const *)(void const *)p), order);
}

CLMUL static void store(unsigned char *p, __m128i v, __m128i order)
{
    _mm_storeu_si128((__m128i *)(void *)p, _mm_shuffle_epi8(v, order));
}

/* What a fold of 128 bits at a time needs: FIRST goes onto the first block, ORDER puts the bytes of a block
   right. */
struct fold128 { __m128i first, fold, order; };

/* Fold N bytes at P, a multiple of STEP128 and at least that, into 64 bytes with the same remainder. */
CLMUL static void fold128(unsigned char const *p, size_t n, struct fold128 f, unsigned char rest[STEP128])
{
    __m128i first = f.first, fold = f.fold, order = f.order;
    __m128i a = _mm_xor_si128(load(p, order), first), b = load(p + 16, order);
    __m128i c = load(p + 32, order), d = load(p + 48, order);
    for (p += STEP128, n -= STEP128; n >= STEP128; n -= STEP128, p += STEP128) {
        a = folded(a, fold, load(p, order));
        b = folded(b, fold, load(p + 16, order));
        c = folded(c, fold, load(p + 32, order));
        d = folded(d, fold, load(p + 48, order));
    }
    store(rest, a, order);
    store(rest + 16, b, order);
    store(rest + 32, c, order);
    store(rest + 48, d, order);
}

CLMUL static uint32_t posix_clmul(uint32_t crc, span s)
{
    static struct fold f;
    if (f.high == 0)
        f = posix_fold(STEP128);
    __m128i order = _mm_setr_epi8(15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0);
    unsigned char rest[STEP128];
    size_t n = s.n_ / STEP128 * STEP128;
    __m128i factors = _mm_set_epi64x((long long)f.high, (long long)f.low);
    struct fold128 how = {_mm_set_epi32((int)crc, 0, 0, 0), factors, order};
    fold128(s.p_, n, how, rest);
    return checksum_plain_posix_(checksum_plain_posix_(0, (span){rest, STEP128}), span_drop(s, n));
}

CLMUL static uint32_t ethernet_clmul(uint32_t crc, span s)
{
    static struct fold f;
    if (f.high == 0)
        f = ethernet_fold(STEP128);
    __m128i order = _mm_setr_epi8(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
    unsigned char rest[STEP128];
    size_t n = s.n_ / STEP128 * STEP128;
    __m128i factors = _mm_set_epi64x((long long)f.low, (long long)f.high);
    struct fold128 how = {_mm_set_epi32(0, 0, 0, (int)crc), factors, order};
    fold128(s.p_, n, how, rest);
    return checksum_plain_ethernet_(checksum_plain_ethernet_(0, (span){rest, STEP128}), span_drop(s, n));
}

CLMUL256 static __m256i folded256(__m256i block, __m256i fold, __m256i next)
{
    __m256i a = _mm256_clmulepi64_epi128(block, fold, 0x00), b = _mm256_clmulepi64_epi128(block, fold, 0x11);
    return _mm256_xor_si256(_mm256_xor_si256(a, b), next);
}

CLMUL256 static __m256i load256(unsigned char const *p, __m256i order)
{
    return _mm256_shuffle_epi8(_mm256_loadu_si256((__m256i const *)(void const *)p), order);
}

CLMUL256 static void posix_fold256(unsigned char const *p, size_t n, uint32_t crc, struct fold f,
                                   unsigned char rest[STEP256])
{
    __m256i order = _mm256_broadcastsi128_si256(
        _mm_setr_epi8(15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0));
    __m256i fold = _mm256_broadcastsi128_si256(_mm_set_epi64x((long long)f.high, (long long)f.low));
    __m256i v[4];
    for (int i = 0; i < 4; i++)
        v[i] = load256(p + 32 * i, order);
    v[0] = _mm256_xor_si256(v[0], _mm256_set_epi32(0, 0, 0, 0, (int)crc, 0, 0, 0));
    for (p += STEP256, n -= STEP256; n >= STEP256; n -= STEP256, p += STEP256)
        for (int i = 0; i < 4; i++)
            v[i] = folded256(v[i], fold, load256(p + 32 * i, order));
    for (int i = 0; i < 4; i++)
        _mm256_storeu_si256((__m256i *)(void *)(rest + 32 * i), _mm256_shuffle_epi8(v[i], order));
}

CLMUL512 static __m512i folded512(__m512i block, __m512i fold, __m512i next)
{
    __m512i a = _mm512_clmulepi64_epi128(block, fold, 0x00), b = _mm512_clmulepi64_epi128(block, fold, 0x11);
    return _mm512_ternarylogic_epi64(a, b, next, 0x96);
}

CLMUL512 static __m512i load512(unsigned char const *p, __m512i order)
{
    return _mm512_shuffle_epi8(_mm512_loadu_si512(p), order);
}

CLMUL512 static void posix_fold512(unsigned char const *p, size_t n, uint32_t crc, struct fold f,
                                   unsigned char rest[STEP512])
{
    __m512i order = _mm512_broadcast_i32x4(
        _mm_setr_epi8(15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0));
    __m512i fold = _mm512_broadcast_i32x4(_mm_set_epi64x((long long)f.high, (long long)f.low));
    __m512i v[4];
    for (int i = 0; i < 4; i++)
        v[i] = load512(p + 64 * i, order);
    v[0] = _mm512_xor_si512(v[0], _mm512_zextsi128_si512(_mm_set_epi32((int)crc, 0, 0, 0)));
    for (p += STEP512, n -= STEP512; n >= STEP512; n -= STEP512, p += STEP512)
        for (int i = 0; i < 4; i++)
            v[i] = folded512(v[i], fold, load512(p + 64 * i, order));
    for (int i = 0; i < 4; i++)
        _mm512_storeu_si512(rest + 64 * i, _mm512_shuffle_epi8(v[i], order));
}

/* The wide forms leave a short message for posix_clmul, and so does what is behind their last round. */
static uint32_t posix_wide(uint32_t crc, span s, bool widest)
{
    static struct fold f256, f512;
    if (f256.high == 0) {
        f256 = posix_fold(STEP256);
        f512 = posix_fold(STEP512);
    }
    unsigned char rest[STEP512];
    size_t step = widest ? STEP512 : STEP256, n = s.n_ / step * step;
    if (widest)
        posix_fold512(s.p_, n, crc, f512, rest);
    else
        posix_fold256(s.p_, n, crc, f256, rest);
    crc = posix_clmul(0, (span){rest, step});
    return crc_posix(crc, span_drop(s, n));
}

uint32_t crc_posix(uint32_t crc, span s)
{
    if (s.n_ >= 4 * STEP512 && cpu_has(CPU_AVX512_PCLMUL))
        return posix_wide(crc, s, true);
    if (s.n_ >= 4 * STEP512 && cpu_has(CPU_AVX_PCLMUL))
        return posix_wide(crc, s, false);
    return s.n_ >= 4 * STEP128 && cpu_has(CPU_PCLMUL) ? posix_clmul(crc, s) : checksum_plain_posix_(crc, s);
}

uint32_t crc_ethernet(uint32_t crc, span s)
{
    return s.n_ >= 4 * STEP128 && cpu_has(CPU_PCLMUL) ? ethernet_clmul(crc, s)
                                                       : checksum_plain_ethernet_(crc, s);
}

__attribute__((target("avx2"))) static uint64_t sum_avx2(unsigned char const *p, size_t n)
{
    __m256i a = _mm256_setzero_si256(), b = a, zero = a;
    for (; n >= 64; n -= 64, p += 64) {
        __m256i v = _mm256_loadu_si256((__m256i const *)(void const *)p);
        __m256i w = _mm256_loadu_si256((__m256i const *)(void const *)(p + 32));
        a = _mm256_add_epi64(a, _mm256_sad_epu8(v, zero));
        b = _mm256_add_epi64(b, _mm256_sad_epu8(w, zero));
    }
    a = _mm256_add_epi64(a, b);
    uint64_t sum = checksum_plain_sum_((span){p, n});
    return sum + (uint64_t)_mm256_extract_epi64(a, 0) + (uint64_t)_mm256_extract_epi64(a, 1)
           + (uint64_t)_mm256_extract_epi64(a, 2) + (uint64_t)_mm256_extract_epi64(a, 3);
}

uint64_t span_sum(span s)
{
    return s.n_ >= 64 && cpu_has(CPU_AVX2) ? sum_avx2(s.p_, s.n_) : checksum_plain_sum_(s);
}
