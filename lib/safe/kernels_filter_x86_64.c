/* kernels_filter_x86_64.c - AVX2 forms of the kernels that map, delete, squeeze, copy and expand bytes. */

#include "sys/cpu.h"
#include "safe/kernels.h"

#include <immintrin.h>
#include <string.h>

/* Fewer bytes are not worth the tables. */
enum { LEAST = 2048 };

__attribute__((target("avx2")))
static __m256i load(unsigned char const *p)
{
    return _mm256_loadu_si256((__m256i const *)(void const *)p);
}

__attribute__((target("avx2")))
static void store(unsigned char *p, __m256i v)
{
    _mm256_storeu_si256((__m256i *)(void *)p, v);
}

/* ---- maps ---- */

/* What a map changes, in rows of the bytes with one high half: XOR with these bytes. */
struct rows {
    unsigned char change[16][16];
    unsigned char high[16];     /* which high half */
    size_t n;                   /* rows that change anything */
};

static void make_rows(struct rows *r, bytemap const *m)
{
    r->n = 0;
    for (unsigned h = 0; h < 16; h++) {
        bool any = false;
        for (unsigned l = 0; l < 16; l++) {
            r->change[r->n][l] = (unsigned char)(m->to_[h << 4 | l] ^ (h << 4 | l));
            any |= r->change[r->n][l] != 0;
        }
        r->high[r->n] = (unsigned char)(h << 4);
        r->n += any;
    }
}

/* A byte of another row than the one asked becomes 0x80 or more, for which a shuffle gives zero. */
__attribute__((target("avx2")))
static size_t map_avx2(unsigned char *p, size_t n, bytemap const *m)
{
    struct rows r;
    make_rows(&r, m);
    size_t i = 0;
    for (; n - i >= 64; i += 64) {
        __m256i v = load(p + i), w = load(p + i + 32), change_v = _mm256_setzero_si256(), change_w = change_v;
        for (size_t k = 0; k < r.n; k++) {
            __m128i half = _mm_loadu_si128((__m128i const *)(void const *)r.change[k]);
            __m256i row = _mm256_broadcastsi128_si256(half), high = _mm256_set1_epi8((char)r.high[k]);
            __m256i far = _mm256_set1_epi8(0x70);
            __m256i at_v = _mm256_adds_epu8(_mm256_xor_si256(v, high), far);
            __m256i at_w = _mm256_adds_epu8(_mm256_xor_si256(w, high), far);
            change_v = _mm256_xor_si256(change_v, _mm256_shuffle_epi8(row, at_v));
            change_w = _mm256_xor_si256(change_w, _mm256_shuffle_epi8(row, at_w));
        }
        store(p + i, _mm256_xor_si256(v, change_v));
        store(p + i + 32, _mm256_xor_si256(w, change_w));
    }
    return i;
}

void kernel_map(unsigned char *p, size_t n, bytemap const *m)
{
    size_t done = n >= LEAST && cpu_has(CPU_AVX2) ? map_avx2(p, n, m) : 0;
    kernel_plain_map(n ? p + done : p, n - done, m);
}

/* ---- leaving bytes out ---- */

/* For each set of bytes to be dropped out of eight: where the others come from. */
struct packing {
    unsigned char from[256][8];
    byteclass class;
};

static void make_packing(struct packing *k, byteset const *set)
{
    for (unsigned drop = 0; drop < 256; drop++) {
        size_t kept = 0;
        memset(k->from[drop], 0x80, 8);
        for (unsigned char i = 0; i < 8; i++)
            if (!(drop >> i & 1))
                k->from[drop][kept++] = i;
    }
    byteclass_make(&k->class, set);
}

__attribute__((target("avx2")))
static __m256i both_halves(unsigned char const row[16])
{
    return _mm256_broadcastsi128_si256(_mm_loadu_si128((__m128i const *)(void const *)row));
}

/* Which bytes of V are in the class, as a mask; the method is that of kernel_find_class. */
__attribute__((target("avx2")))
static uint32_t members(__m256i v, byteclass const *c)
{
    __m256i bits = _mm256_set1_epi64x((long long)0x8040201008040201ULL);
    __m256i index = _mm256_and_si256(v, _mm256_set1_epi8((char)0x8F));
    __m256i flipped = _mm256_xor_si256(index, _mm256_set1_epi8((char)0x80));
    __m256i row = _mm256_or_si256(_mm256_shuffle_epi8(both_halves(c->rows_[0]), index),
                                  _mm256_shuffle_epi8(both_halves(c->rows_[1]), flipped));
    __m256i high = _mm256_and_si256(_mm256_srli_epi16(v, 4), _mm256_set1_epi8(0x0F));
    __m256i bit = _mm256_shuffle_epi8(bits, high);
    __m256i miss = _mm256_cmpeq_epi8(_mm256_and_si256(row, bit), _mm256_setzero_si256());
    return ~(uint32_t)_mm256_movemask_epi8(miss);
}

/* Copy the eight bytes at P without those in DROP; always writes eight. */
__attribute__((target("avx2")))
static void pack8(unsigned char *to, unsigned char const *p, unsigned char const from[8])
{
    __m128i v = _mm_loadl_epi64((__m128i const *)(void const *)p);
    __m128i order = _mm_loadl_epi64((__m128i const *)(void const *)from);
    _mm_storel_epi64((__m128i *)(void *)to, _mm_shuffle_epi8(v, order));
}

/* Copy the 32 bytes at P without those in DROP; how many are left.  TO is P or before it: what is written
   too much lies on bytes that were read already. */
__attribute__((target("avx2,popcnt")))
static size_t pack32(unsigned char *to, unsigned char const *p, uint32_t drop, struct packing const *k)
{
    if (drop == 0) {
        store(to, load(p));
        return 32;
    }
    size_t one = 8 - (size_t)__builtin_popcount(drop & 0xFF);
    size_t two = 16 - (size_t)__builtin_popcount(drop & 0xFFFF);
    size_t three = 24 - (size_t)__builtin_popcount(drop & 0xFFFFFF);
    pack8(to, p, k->from[drop & 0xFF]);
    pack8(to + one, p + 8, k->from[drop >> 8 & 0xFF]);
    pack8(to + two, p + 16, k->from[drop >> 16 & 0xFF]);
    pack8(to + three, p + 24, k->from[drop >> 24]);
    return 32 - (size_t)__builtin_popcount(drop);
}

__attribute__((target("avx2,popcnt")))
static size_t filter_avx2(unsigned char *to, unsigned char const *p, size_t n, byteset const *drop)
{
    struct packing k;
    make_packing(&k, drop);
    size_t i = 0, kept = 0;
    for (; n - i >= 32; i += 32)
        kept += pack32(to + kept, p + i, members(load(p + i), &k.class), &k);
    return kept + kernel_plain_filter(to + kept, p + i, n - i, drop);
}

size_t kernel_filter(unsigned char *to, unsigned char const *p, size_t n, byteset const *drop)
{
    return n >= LEAST && cpu_has(CPU_AVX2) ? filter_avx2(to, p, n, drop)
                                           : kernel_plain_filter(to, p, n, drop);
}

__attribute__((target("avx2,popcnt")))
static size_t squeeze_avx2(unsigned char *to, span s, byteset const *set, int *last)
{
    struct packing k;
    make_packing(&k, set);
    unsigned char const *p = s.p_;
    size_t kept = kernel_plain_squeeze(to, (span){p, 1}, set, last), i = 1;
    __m256i before = _mm256_set1_epi8((char)*last);
    for (; s.n_ - i >= 32; i += 32) {
        __m256i v = load(p + i);
        /* Each byte's predecessor: V moved by one, with the last byte of the vector before. */
        __m256i shifted = _mm256_alignr_epi8(v, _mm256_permute2x128_si256(before, v, 0x21), 15);
        uint32_t same = (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(v, shifted));
        uint32_t drop = same ? same & members(v, &k.class) : 0;
        before = v;
        *last = p[i + 31];
        kept += pack32(to + kept, p + i, drop, &k);
    }
    return kept + kernel_plain_squeeze(to + kept, (span){p + i, s.n_ - i}, set, last);
}

size_t kernel_squeeze(unsigned char *to, span s, byteset const *set, int *last)
{
    return s.n_ >= LEAST && cpu_has(CPU_AVX2) ? squeeze_avx2(to, s, set, last)
                                              : kernel_plain_squeeze(to, s, set, last);
}

/* ---- copying around few bytes ---- */

enum { DENSE = 6 };             /* so many of 32 bytes are better looked up one by one */

__attribute__((target("avx2,popcnt")))
static size_t expand_few_avx2(unsigned char *to, span s, byteexpand const *e, byteclass const *few)
{
    size_t i = 0, done = 0;
    while (s.n_ - i >= 32) {
        __m256i v = load(s.p_ + i);
        uint32_t hits = members(v, few);
        if (__builtin_popcount(hits) > DENSE) {
            done += kernel_plain_expand(to + done, (span){s.p_ + i, 32}, e);
            i += 32;
            continue;
        }
        store(to + done, v);
        size_t run = hits ? (size_t)__builtin_ctz(hits) : 32;
        i += run;
        done += run;
        if (hits) {
            memcpy(to + done, &e->text_[s.p_[i]], 8);
            done += e->len_[s.p_[i++]];
        }
    }
    return done + kernel_plain_expand(to + done, (span){s.p_ + i, s.n_ - i}, e);
}

size_t kernel_expand_few(unsigned char *to, span s, byteexpand const *e, byteclass const *few)
{
    return s.n_ >= 32 && cpu_has(CPU_AVX2) ? expand_few_avx2(to, s, e, few) : kernel_plain_expand(to, s, e);
}
