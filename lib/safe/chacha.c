/* chacha.c - see chacha.h.  Each word of the state is a vector with that word of LANES blocks. */

#include "safe/chacha.h"

enum { WORDS = 16, LANES = 4 };

typedef uint32_t lanes __attribute__((vector_size(4 * LANES)));

static uint32_t word_at(span key, size_t i)
{
    uint32_t w = 0;
    for (size_t byte = 0; byte < 4; byte++)
        w |= (uint32_t)span_at(key, 4 * i + byte) << 8 * byte;
    return w;
}

void chacha_start(struct chacha *c, span key, unsigned rounds)
{
    if (key.n_ != CHACHA_KEY || rounds % 2 != 0)
        safe_fault("chacha", key.n_, rounds);
    for (size_t i = 0; i < 8; i++)
        c->key_[i] = word_at(key, i);
    c->block_ = 0;
    c->rounds_ = rounds;
}

static lanes rotated(lanes w, unsigned n)
{
    return w << n | w >> (32 - n);
}

static inline __attribute__((always_inline)) void quarter(lanes x[WORDS], int a, int b, int c, int d)
{
    x[a] += x[b];
    x[d] = rotated(x[d] ^ x[a], 16);
    x[c] += x[d];
    x[b] = rotated(x[b] ^ x[c], 12);
    x[a] += x[b];
    x[d] = rotated(x[d] ^ x[a], 8);
    x[c] += x[d];
    x[b] = rotated(x[b] ^ x[c], 7);
}

static inline __attribute__((always_inline)) void mix(lanes x[WORDS], unsigned rounds)
{
    for (; rounds > 0; rounds -= 2) {
        quarter(x, 0, 4, 8, 12);
        quarter(x, 1, 5, 9, 13);
        quarter(x, 2, 6, 10, 14);
        quarter(x, 3, 7, 11, 15);
        quarter(x, 0, 5, 10, 15);
        quarter(x, 1, 6, 11, 12);
        quarter(x, 2, 7, 8, 13);
        quarter(x, 3, 4, 9, 14);
    }
}

/* Word I of LANES blocks from BLOCK on, as they begin. */
static inline __attribute__((always_inline)) lanes first_word(struct chacha const *c, int i, uint64_t block)
{
    static uint32_t const constants[4] = {0x61707865, 0x3320646e, 0x79622d32, 0x6b206574};
    if (i == 12)
        return (lanes){(uint32_t)block, (uint32_t)(block + 1), (uint32_t)(block + 2), (uint32_t)(block + 3)};
    if (i == 13)
        return (lanes){(uint32_t)(block >> 32), (uint32_t)((block + 1) >> 32), (uint32_t)((block + 2) >> 32),
                       (uint32_t)((block + 3) >> 32)};
    return (lanes){0} + (i < 4 ? constants[i] : i < 12 ? c->key_[i - 4] : 0);
}

static inline __attribute__((always_inline)) void put_word(unsigned char *to, uint32_t w)
{
    unsigned char const bytes[4] = {w & 0xFF, w >> 8 & 0xFF, w >> 16 & 0xFF, w >> 24 & 0xFF};
    memcpy(to, bytes, 4);
}

/* The loops are unrolled, so that the state stays in registers. */
static void step(struct chacha const *c, unsigned char *to, uint64_t block)
{
    lanes x[WORDS];
#pragma GCC unroll 16
    for (int i = 0; i < WORDS; i++)
        x[i] = first_word(c, i, block);
    mix(x, c->rounds_);
#pragma GCC unroll 16
    for (int i = 0; i < WORDS; i++) {
        x[i] += first_word(c, i, block);
        for (int lane = 0; lane < LANES; lane++)
            put_word(to + 64 * lane + 4 * i, x[i][lane]);
    }
}

void chacha_fill(struct chacha *c, mspan room)
{
    if (room.n_ % CHACHA_STEP != 0)
        safe_fault("chacha output", room.n_, CHACHA_STEP);
    for (size_t at = 0; at < room.n_; at += CHACHA_STEP) {
        step(c, room.p_ + at, c->block_);
        c->block_ += LANES;
    }
}
