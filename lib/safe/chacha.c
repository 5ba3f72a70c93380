/* chacha.c - see chacha.h; the plain form. */

#include "safe/chacha.h"

enum { WORDS = 16 };

uint32_t const chacha_constants_[4] = {0x61707865, 0x3320646e, 0x79622d32, 0x6b206574};

/* Words are little-endian. */
static uint32_t word(unsigned char const *p)
{
    return p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16 | (uint32_t)p[3] << 24;
}

static void put_word(unsigned char *to, uint32_t w)
{
    to[0] = w & 0xFF;
    to[1] = w >> 8 & 0xFF;
    to[2] = w >> 16 & 0xFF;
    to[3] = w >> 24 & 0xFF;
}

static uint32_t rotated(uint32_t w, unsigned n)
{
    return w << n | w >> (32 - n);
}

SAFE_INLINE void quarter(uint32_t *a, uint32_t *b, uint32_t *c, uint32_t *d)
{
    *a += *b;
    *d = rotated(*d ^ *a, 16);
    *c += *d;
    *b = rotated(*b ^ *c, 12);
    *a += *b;
    *d = rotated(*d ^ *a, 8);
    *c += *d;
    *b = rotated(*b ^ *c, 7);
}

/* Two rounds: by columns, then by diagonals. */
static void mix(uint32_t x[WORDS])
{
    quarter(&x[0], &x[4], &x[8], &x[12]);
    quarter(&x[1], &x[5], &x[9], &x[13]);
    quarter(&x[2], &x[6], &x[10], &x[14]);
    quarter(&x[3], &x[7], &x[11], &x[15]);
    quarter(&x[0], &x[5], &x[10], &x[15]);
    quarter(&x[1], &x[6], &x[11], &x[12]);
    quarter(&x[2], &x[7], &x[8], &x[13]);
    quarter(&x[3], &x[4], &x[9], &x[14]);
}

static void put_block(struct chacha const *c, unsigned char *to, uint64_t block)
{
    uint32_t first[WORDS] = {0}, x[WORDS] = {0};
    for (size_t i = 0; i < 4; i++)
        first[i] = chacha_constants_[i];
    for (size_t i = 0; i < 8; i++)
        first[4 + i] = c->key_[i];
    first[12] = block & UINT32_MAX;
    first[13] = block >> 32 & UINT32_MAX;
    for (size_t i = 0; i < WORDS; i++)
        x[i] = first[i];
    for (unsigned rounds = c->rounds_; rounds >= 2; rounds -= 2)
        mix(x);
    for (size_t i = 0; i < WORDS; i++)
        put_word(to + 4 * i, x[i] + first[i]);
}

void chacha_plain_blocks_(struct chacha const *c, mspan room)
{
    for (size_t i = 0; i < room.n_ / CHACHA_BLOCK; i++)
        put_block(c, room.p_ + i * CHACHA_BLOCK, c->block_ + i);
}

void chacha_start(struct chacha *c, span key, unsigned rounds)
{
    if (key.n_ != CHACHA_KEY || rounds % 2 != 0)
        safe_fault("chacha", key.n_, rounds);
    for (size_t i = 0; i < 8; i++)
        c->key_[i] = word(key.p_ + 4 * i);
    c->block_ = 0;
    c->rounds_ = rounds;
}

void chacha_fill(struct chacha *c, mspan room)
{
    if (room.n_ % CHACHA_STEP != 0)
        safe_fault("chacha output", room.n_, CHACHA_STEP);
    chacha_blocks_(c, room);
    c->block_ += room.n_ / CHACHA_BLOCK;
}
