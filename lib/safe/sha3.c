/* sha3.c - see sha3.h; the steps have the names of FIPS 202. */

#include "safe/sha3.h"

enum { LANES = 25, STATE = 8 * LANES, ROUNDS = 24 };

static uint64_t rotated(uint64_t w, unsigned n)
{
    return n ? w << n | w >> (64 - n) : w;
}

/* Five columns of parity; each lane gets those of its neighbours. */
static void theta(uint64_t a[LANES])
{
    uint64_t c[5];
    for (int x = 0; x < 5; x++)
        c[x] = a[x] ^ a[x + 5] ^ a[x + 10] ^ a[x + 15] ^ a[x + 20];
    for (int x = 0; x < 5; x++) {
        uint64_t d = c[(x + 4) % 5] ^ rotated(c[(x + 1) % 5], 1);
        for (int y = 0; y < LANES; y += 5)
            a[x + y] ^= d;
    }
}

/* One walk over all lanes but the first, each going to the next one's place, turned by a growing step. */
static void rho_pi(uint64_t a[LANES])
{
    static unsigned char const next[24] = {10, 7, 11, 17, 18, 3, 5, 16, 8, 21, 24, 4,
                                           15, 23, 19, 13, 12, 2, 20, 14, 22, 9, 6, 1};
    uint64_t moving = a[1];
    unsigned turn = 0;
    /* Unrolled, all places and turns are constants. */
#pragma GCC unroll 24
    for (unsigned t = 0; t < 24; t++) {
        unsigned place = next[t] % LANES;
        uint64_t there = a[place];
        turn += t + 1;
        a[place] = rotated(moving, turn % 64);
        moving = there;
    }
}

static void chi(uint64_t a[LANES])
{
    for (int y = 0; y < LANES; y += 5) {
        uint64_t r[5];
        for (int x = 0; x < 5; x++)
            r[x] = a[y + x];
        for (int x = 0; x < 5; x++)
            a[y + x] = r[x] ^ (~r[(x + 1) % 5] & r[(x + 2) % 5]);
    }
}

/* The constants come from a shift register of eight bits; its output picks the bits 2^j - 1. */
static uint64_t round_constant(unsigned *shift)
{
    uint64_t constant = 0;
    for (int j = 0; j < 7; j++) {
        if (*shift & 1)
            constant |= (uint64_t)1 << ((1 << j) - 1);
        *shift = *shift & 0x80 ? (*shift << 1 ^ 0x71) & 0xFF : *shift << 1;
    }
    return constant;
}

static void permute(uint64_t a[LANES])
{
    unsigned shift = 1;
    for (int round = 0; round < ROUNDS; round++) {
        theta(a);
        rho_pi(a);
        chi(a);
        a[0] ^= round_constant(&shift);
    }
}

static uint64_t word(unsigned char const *p)
{
    uint64_t w = 0;
    for (int i = 0; i < 8; i++)
        w |= (uint64_t)p[i] << 8 * i;
    return w;
}

/* The byte at AT of the state, whose lanes are little-endian. */
static void put(struct sha3 *s, size_t at, unsigned char c)
{
    s->lanes_[at / 8] ^= (uint64_t)c << 8 * (at % 8);
}

void sha3_start(struct sha3 *s, size_t size)
{
    if (size != 28 && size != 32 && size != 48 && size != 64)
        safe_fault("SHA-3 size", size, 64);
    for (int i = 0; i < LANES; i++)
        s->lanes_[i] = 0;
    s->rate_ = STATE - 2 * size;
    s->at_ = 0;
}

/* A state that was never begun has no rate, which would let input run past its end. */
static void check_begun(struct sha3 const *s)
{
    if (s->at_ >= s->rate_)
        safe_fault("SHA-3 state", s->at_, s->rate_);
}

/* Take in one byte of BYTES, or one whole lane where a lane begins; how many that were. */
static size_t take(struct sha3 *s, span bytes)
{
    if (s->at_ % 8 == 0 && bytes.n_ >= 8) {
        s->lanes_[s->at_ / 8] ^= word(bytes.p_);
        s->at_ += 8;
        return 8;
    }
    put(s, s->at_++, span_at(bytes, 0));
    return 1;
}

void sha3_add(struct sha3 *s, span bytes)
{
    check_begun(s);
    while (bytes.n_ > 0) {
        bytes = span_drop(bytes, take(s, bytes));
        if (s->at_ == s->rate_) {
            permute(s->lanes_);
            s->at_ = 0;
        }
    }
}

void sha3_finish(struct sha3 *s, mspan out)
{
    check_begun(s);
    size_t size = (STATE - s->rate_) / 2;
    out = mspan_first(out, size);
    put(s, s->at_, 0x06);
    put(s, s->rate_ - 1, 0x80);
    permute(s->lanes_);
    for (size_t i = 0; i < size; i++)
        out.p_[i] = (unsigned char)(s->lanes_[i / 8] >> 8 * (i % 8) & 0xFF);
}
