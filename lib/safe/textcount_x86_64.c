/* textcount_x86_64.c - AVX2 forms of textcount.h. */

#include "sys/cpu.h"
#include "safe/textcount.h"

#include <immintrin.h>

#define AVX2 __attribute__((target("avx2,popcnt,bmi")))
#define AVX2_INLINE static inline __attribute__((always_inline, target("avx2,popcnt,bmi")))

AVX2_INLINE __m256i load(unsigned char const *p)
{
    return _mm256_loadu_si256((__m256i const *)(void const *)p);
}

AVX2_INLINE __m256i twice(unsigned char const row[16])
{
    return _mm256_broadcastsi128_si256(_mm_loadu_si128((__m128i const *)(void const *)row));
}

/* Bit I is set when byte I of V is in the class whose rows are given (see kernels_x86_64.c). */
AVX2_INLINE unsigned members(__m256i v, __m256i low_rows, __m256i high_rows, __m256i bit)
{
    __m256i index = _mm256_and_si256(v, _mm256_set1_epi8((char)0x8F));
    __m256i other = _mm256_xor_si256(index, _mm256_set1_epi8((char)0x80));
    __m256i row = _mm256_or_si256(_mm256_shuffle_epi8(low_rows, index),
                                  _mm256_shuffle_epi8(high_rows, other));
    __m256i miss = _mm256_cmpeq_epi8(_mm256_and_si256(row, bit), _mm256_setzero_si256());
    return ~(unsigned)_mm256_movemask_epi8(miss);
}

AVX2 static size_t words_avx2(span s, byteclass const *space, byteclass const *ask,
                              struct word_counts *counts)
{
    __m256i space_low = twice(space->rows_[0]), space_high = twice(space->rows_[1]);
    __m256i ask_low = twice(ask->rows_[0]), ask_high = twice(ask->rows_[1]);
    __m256i bits = _mm256_set1_epi64x((long long)0x8040201008040201ULL);
    __m256i half = _mm256_set1_epi8(0x0F), newline = _mm256_set1_epi8('\n');
    uint64_t lines = 0, words = 0;
    unsigned in_word = counts->in_word;
    size_t i = 0;
    for (; s.n_ - i >= 32; i += 32) {
        __m256i v = load(s.p_ + i);
        __m256i bit = _mm256_shuffle_epi8(bits, _mm256_and_si256(_mm256_srli_epi16(v, 4), half));
        if (members(v, ask_low, ask_high, bit) != 0)
            break;
        unsigned text = ~members(v, space_low, space_high, bit);
        words += (unsigned)_mm_popcnt_u32(text & ~(text << 1 | in_word));
        in_word = text >> 31;
        lines += (unsigned)_mm_popcnt_u32((unsigned)_mm256_movemask_epi8(_mm256_cmpeq_epi8(v, newline)));
    }
    counts->lines += lines;
    counts->words += words;
    counts->in_word = in_word;
    return i;
}

size_t span_count_words(span s, byteclass const *space, byteclass const *ask, struct word_counts *counts)
{
    size_t done = cpu_has(CPU_AVX2) && s.n_ >= 32 ? words_avx2(s, space, ask, counts) : 0;
    return done + textcount_plain_words_(span_drop(s, done), space, ask, counts);
}

/* Validation by three look-ups of half bytes: J. Keiser and D. Lemire, "Validating UTF-8 in less than one
   instruction per byte", Software: Practice and Experience 51(5), 2021.  Each bit stands for one way in
   which two neighbouring bytes can be wrong; it survives the three look-ups only when all three agree. */
enum {
    SHORT = 1,                  /* a first byte without its second */
    LONG = 2,                   /* a second byte after ASCII */
    OVER3 = 4,                  /* E0 80..9F */
    LARGE = 8,                  /* above F4 8F */
    SURROGATE = 16,             /* ED A0..BF */
    OVER2 = 32,                 /* C0, C1 */
    OVER4 = 64,                 /* F0 80..8F, and F5.. 80..8F */
    TWO = 128,                  /* two continuation bytes: wrong unless a longer character began */
    CARRY = SHORT | LONG | TWO,
};

static const unsigned char first_high[16] = {
    LONG, LONG, LONG, LONG, LONG, LONG, LONG, LONG, TWO, TWO, TWO, TWO,
    SHORT | OVER2, SHORT, SHORT | OVER3 | SURROGATE, SHORT | LARGE | OVER4,
};
static const unsigned char first_low[16] = {
    CARRY | OVER3 | OVER2 | OVER4, CARRY | OVER2, CARRY, CARRY, CARRY | LARGE, CARRY | LARGE | OVER4,
    CARRY | LARGE | OVER4, CARRY | LARGE | OVER4, CARRY | LARGE | OVER4, CARRY | LARGE | OVER4,
    CARRY | LARGE | OVER4, CARRY | LARGE | OVER4, CARRY | LARGE | OVER4, CARRY | LARGE | OVER4 | SURROGATE,
    CARRY | LARGE | OVER4, CARRY | LARGE | OVER4,
};
static const unsigned char second_high[16] = {
    SHORT, SHORT, SHORT, SHORT, SHORT, SHORT, SHORT, SHORT,
    LONG | OVER2 | TWO | OVER3 | OVER4, LONG | OVER2 | TWO | OVER3 | LARGE,
    LONG | OVER2 | TWO | SURROGATE | LARGE, LONG | OVER2 | TWO | SURROGATE | LARGE,
    SHORT, SHORT, SHORT, SHORT,
};

/* What is wrong in the 32 bytes at P, given that three bytes before them may be read; zero bytes mean
   nothing is. */
AVX2_INLINE __m256i wrong_pairs(unsigned char const *p)
{
    __m256i half = _mm256_set1_epi8(0x0F);
    __m256i v = load(p), one = load(p - 1), two = load(p - 2), three = load(p - 3);
    __m256i a = _mm256_shuffle_epi8(twice(first_high), _mm256_and_si256(_mm256_srli_epi16(one, 4), half));
    __m256i b = _mm256_shuffle_epi8(twice(first_low), _mm256_and_si256(one, half));
    __m256i c = _mm256_shuffle_epi8(twice(second_high), _mm256_and_si256(_mm256_srli_epi16(v, 4), half));
    __m256i special = _mm256_and_si256(_mm256_and_si256(a, b), c);
    __m256i third = _mm256_subs_epu8(two, _mm256_set1_epi8(0xE0 - 0x80));
    __m256i fourth = _mm256_subs_epu8(three, _mm256_set1_epi8(0xF0 - 0x80));
    __m256i must = _mm256_and_si256(_mm256_or_si256(third, fourth), _mm256_set1_epi8((char)0x80));
    return _mm256_xor_si256(must, special);
}

/* Continuation bytes, which are those below -64 as signed numbers: their negated count is added to each
   lane. */
AVX2_INLINE __m256i continuations(__m256i sum, __m256i v)
{
    return _mm256_add_epi8(sum, _mm256_cmpgt_epi8(_mm256_set1_epi8(-64), v));
}

AVX2_INLINE uint64_t lanes_total(__m256i negated)
{
    __m256i s = _mm256_sad_epu8(_mm256_sub_epi8(_mm256_setzero_si256(), negated), _mm256_setzero_si256());
    return (uint64_t)(_mm256_extract_epi64(s, 0) + _mm256_extract_epi64(s, 1) + _mm256_extract_epi64(s, 2)
                      + _mm256_extract_epi64(s, 3));
}

/* The processor fetches ahead by itself, but not over the end of a page; being only a hint, this one may
   point behind the text. */
AVX2_INLINE void prefetch(unsigned char const *p)
{
    enum { AHEAD = 2048 };
    _mm_prefetch((void const *)((uintptr_t)p + AHEAD), _MM_HINT_T0);
}

/* Continuation bytes among the N bytes at P, a multiple of 64 of at most STEP; three bytes before P may be
   read and end a character.  False when something in them is no UTF-8; a character may go on behind them. */
AVX2 static bool count_blocks(unsigned char const *p, size_t n, uint64_t *count)
{
    __m256i wrong = _mm256_setzero_si256(), sum = wrong;
    bool ascii = true;
    for (size_t i = 0; i < n; i += 64) {
        __m256i v = load(p + i), w = load(p + i + 32);
        prefetch(p + i);
        bool high = _mm256_movemask_epi8(_mm256_or_si256(v, w)) != 0;
        /* Nothing to check between bytes of ASCII, if the block before ended in ASCII as well. */
        if (!high && ascii)
            continue;
        wrong = _mm256_or_si256(wrong, _mm256_or_si256(wrong_pairs(p + i), wrong_pairs(p + i + 32)));
        sum = continuations(continuations(sum, v), w);
        ascii = !high;
    }
    *count = lanes_total(sum);
    return _mm256_testz_si256(wrong, wrong);
}

/* Length of the longest beginning of the N bytes at P that does not end inside a character. */
static size_t whole_characters(unsigned char const *p, size_t n)
{
    size_t back = 0;
    while (back < 5 && back < n && (p[n - 1 - back] & 0xC0) == 0x80)
        back++;
    if (back == n || p[n - 1 - back] < 0xC0)
        return n;
    unsigned first = p[n - 1 - back];
    size_t length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF8 ? 4 : first < 0xFC ? 5 : 6;
    return back + 1 < length ? n - back - 1 : n;
}

uint64_t span_count_utf8(span s)
{
    enum { STEP = 4096 };       /* so few that a byte lane cannot overflow */
    uint64_t total = 0;
    size_t i = 0;
    if (!cpu_has(CPU_AVX2) || s.n_ < 128)
        return textcount_plain_utf8_(s);
    /* The plain form up to where three bytes before can be read. */
    i = whole_characters(s.p_, 8);
    total = textcount_plain_utf8_(span_first(s, i));
    while (s.n_ - i >= 64) {
        size_t n = s.n_ - i < STEP ? (s.n_ - i) / 64 * 64 : STEP;
        uint64_t inner = 0;
        bool good = i >= 3 && count_blocks(s.p_ + i, n, &inner);
        size_t whole = whole_characters(s.p_ + i, n);
        if (good)
            total +=
                n - inner - (whole < n); /* without the first byte of one that goes on behind the blocks */
        else
            total += textcount_plain_utf8_((span){s.p_ + i, whole});
        i += whole;
    }
    return total + textcount_plain_utf8_(span_drop(s, i));
}

AVX2 static size_t widths_avx2(span s, byteclass const *uneven, uint64_t *column, uint64_t *widest)
{
    __m256i low = twice(uneven->rows_[0]), high = twice(uneven->rows_[1]);
    __m256i bits = _mm256_set1_epi64x((long long)0x8040201008040201ULL);
    __m256i half = _mm256_set1_epi8(0x0F), newline = _mm256_set1_epi8('\n');
    /* A line's length is the distance between two newlines: only they are looked at. */
    uint64_t most = *widest, start = 0 - *column;
    size_t i = 0;
    for (; s.n_ - i >= 32; i += 32) {
        __m256i v = load(s.p_ + i);
        __m256i bit = _mm256_shuffle_epi8(bits, _mm256_and_si256(_mm256_srli_epi16(v, 4), half));
        unsigned ends = (unsigned)_mm256_movemask_epi8(_mm256_cmpeq_epi8(v, newline));
        if ((members(v, low, high, bit) & ~ends) != 0)
            break;
        for (; ends; ends &= ends - 1) {
            uint64_t at = i + (unsigned)__builtin_ctz(ends);
            most = at - start > most ? at - start : most;
            start = at + 1;
        }
    }
    *widest = most;
    *column = i - start;
    return i;
}

size_t span_line_widths(span s, byteclass const *uneven, uint64_t *column, uint64_t *widest)
{
    size_t done = cpu_has(CPU_AVX2) && s.n_ >= 32 ? widths_avx2(s, uneven, column, widest) : 0;
    return done + textcount_plain_widths_(span_drop(s, done), uneven, column, widest);
}
