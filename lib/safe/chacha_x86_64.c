/* chacha_x86_64.c - ChaCha by AVX2: the rows of two blocks side by side, twice. */

#include "safe/chacha.h"
#include "sys/cpu.h"

#include <immintrin.h>

#define AVX2_INLINE static inline __attribute__((always_inline, target("avx2")))

/* Rows of two blocks: each half holds one of them. */
struct rows { __m256i a, b, c, d; };

/* The orders of bytes that turn each word by 16 and by 8 bits. */
struct turns { __m256i by16, by8; };

AVX2_INLINE __m256i turned(__m256i v, int n)
{
    return _mm256_or_si256(_mm256_slli_epi32(v, n), _mm256_srli_epi32(v, 32 - n));
}

/* All four columns. */
AVX2_INLINE void quarters(struct rows *r, struct turns t)
{
    r->a = _mm256_add_epi32(r->a, r->b);
    r->d = _mm256_shuffle_epi8(_mm256_xor_si256(r->d, r->a), t.by16);
    r->c = _mm256_add_epi32(r->c, r->d);
    r->b = turned(_mm256_xor_si256(r->b, r->c), 12);
    r->a = _mm256_add_epi32(r->a, r->b);
    r->d = _mm256_shuffle_epi8(_mm256_xor_si256(r->d, r->a), t.by8);
    r->c = _mm256_add_epi32(r->c, r->d);
    r->b = turned(_mm256_xor_si256(r->b, r->c), 7);
}

/* Two rounds; between them the rows are turned so that diagonals stand below one another. */
AVX2_INLINE void mix(struct rows *r, struct turns t)
{
    quarters(r, t);
    r->b = _mm256_shuffle_epi32(r->b, 0x39);
    r->c = _mm256_shuffle_epi32(r->c, 0x4E);
    r->d = _mm256_shuffle_epi32(r->d, 0x93);
    quarters(r, t);
    r->b = _mm256_shuffle_epi32(r->b, 0x93);
    r->c = _mm256_shuffle_epi32(r->c, 0x4E);
    r->d = _mm256_shuffle_epi32(r->d, 0x39);
}

AVX2_INLINE __m256i both_halves(uint32_t const row[4])
{
    return _mm256_broadcastsi128_si256(_mm_loadu_si128((__m128i const *)(void const *)row));
}

/* What BLOCK and the one behind it begin with. */
AVX2_INLINE struct rows first_rows(struct chacha const *c, uint64_t block)
{
    return (struct rows){
        both_halves(chacha_constants_), both_halves(c->key_), both_halves(c->key_ + 4),
        _mm256_setr_epi64x((long long)block, 0, (long long)(block + 1), 0),
    };
}

AVX2_INLINE void put(unsigned char *to, __m256i v)
{
    _mm256_storeu_si256((__m256i *)(void *)to, v);
}

/* Two blocks, to which what they began with is added. */
AVX2_INLINE void put_rows(unsigned char *to, struct rows r, struct rows first)
{
    __m256i a = _mm256_add_epi32(r.a, first.a), b = _mm256_add_epi32(r.b, first.b);
    __m256i c = _mm256_add_epi32(r.c, first.c), d = _mm256_add_epi32(r.d, first.d);
    put(to, _mm256_permute2x128_si256(a, b, 0x20));
    put(to + 32, _mm256_permute2x128_si256(c, d, 0x20));
    put(to + 64, _mm256_permute2x128_si256(a, b, 0x31));
    put(to + 96, _mm256_permute2x128_si256(c, d, 0x31));
}

__attribute__((target("avx2"))) static void blocks_avx2(struct chacha const *c, mspan room)
{
    struct turns t = {
        _mm256_setr_epi8(2, 3, 0, 1, 6, 7, 4, 5, 10, 11, 8, 9, 14, 15, 12, 13,
                         2, 3, 0, 1, 6, 7, 4, 5, 10, 11, 8, 9, 14, 15, 12, 13),
        _mm256_setr_epi8(3, 0, 1, 2, 7, 4, 5, 6, 11, 8, 9, 10, 15, 12, 13, 14,
                         3, 0, 1, 2, 7, 4, 5, 6, 11, 8, 9, 10, 15, 12, 13, 14),
    };
    for (size_t at = 0; at < room.n_; at += CHACHA_STEP) {
        uint64_t block = c->block_ + at / CHACHA_BLOCK;
        struct rows one = first_rows(c, block), two = first_rows(c, block + 2), x = one, y = two;
        for (unsigned rounds = c->rounds_; rounds > 0; rounds -= 2) {
            mix(&x, t);
            mix(&y, t);
        }
        put_rows(room.p_ + at, x, one);
        put_rows(room.p_ + at + 2 * CHACHA_BLOCK, y, two);
    }
}

void chacha_blocks_(struct chacha const *c, mspan room)
{
    if (cpu_has(CPU_AVX2))
        blocks_avx2(c, room);
    else
        chacha_plain_blocks_(c, room);
}
