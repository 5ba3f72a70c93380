/* blake2b.c - see blake2b.h; the names in it are those of RFC 7693. */

#include "safe/blake2b_tables.h"

/* Words of a block are little-endian. */
static uint64_t word(unsigned char const *p)
{
    uint64_t w = 0;
    for (int i = 0; i < 8; i++)
        w |= (uint64_t)p[i] << 8 * i;
    return w;
}

static uint64_t rotated(uint64_t w, unsigned n)
{
    return w >> n | w << (64 - n);
}

SAFE_INLINE void mix(uint64_t *a, uint64_t *b, uint64_t *c, uint64_t *d)
{
    *d = rotated(*d ^ *a, 32);
    *c += *d;
    *b = rotated(*b ^ *c, 24);
}

SAFE_INLINE void mix_again(uint64_t *a, uint64_t *b, uint64_t *c, uint64_t *d)
{
    *d = rotated(*d ^ *a, 16);
    *c += *d;
    *b = rotated(*b ^ *c, 63);
}

/* Mix the words A, B, C, D of the state V with X and Y of the message; & 15 leaves them as they are. */
#define MIX(a, b, c, d, x, y) \
    (v[a] += v[b] + m[(x) & 15], mix(&v[a], &v[b], &v[c], &v[d]), \
     v[a] += v[b] + m[(y) & 15], mix_again(&v[a], &v[b], &v[c], &v[d]))

static void compress(uint64_t h[8], unsigned char const *p, struct blake2b_position at)
{
    uint64_t m[16], v[16];
    for (int i = 0; i < 16; i++)
        m[i] = word(p + 8 * i);
    for (int i = 0; i < 8; i++) {
        v[i] = h[i];
        v[i + 8] = blake2b_start_[i];
    }
    v[12] ^= at.done;
    v[14] ^= at.last;
#pragma GCC unroll 12
    for (int round = 0; round < 12; round++) {
        unsigned char const *o = blake2b_order_[round];
        MIX(0, 4, 8, 12, o[0], o[1]);
        MIX(1, 5, 9, 13, o[2], o[3]);
        MIX(2, 6, 10, 14, o[4], o[5]);
        MIX(3, 7, 11, 15, o[6], o[7]);
        MIX(0, 5, 10, 15, o[8], o[9]);
        MIX(1, 6, 11, 12, o[10], o[11]);
        MIX(2, 7, 8, 13, o[12], o[13]);
        MIX(3, 4, 9, 14, o[14], o[15]);
    }
    for (int i = 0; i < 8; i++)
        h[i] ^= v[i] ^ v[i + 8];
}

void blake2b_plain_blocks_(uint64_t h[8], unsigned char const *p, size_t n, struct blake2b_position at)
{
    for (size_t i = 0; i < n; i++) {
        at.done += at.last ? 0 : BLAKE2B_BLOCK;
        compress(h, p + i * BLAKE2B_BLOCK, at);
    }
}

void blake2b_start(struct blake2b *b, size_t size)
{
    if (size < 1 || size > BLAKE2B_MOST)
        safe_fault("BLAKE2b size", size, BLAKE2B_MOST);
    *b = (struct blake2b){.size_ = size};
    for (int i = 0; i < 8; i++)
        b->h_[i] = blake2b_start_[i];
    b->h_[0] ^= 0x01010000 ^ size;
}

/* N bytes of S, all that is left of it or as many as fill the block. */
static void hold(struct blake2b *b, span *s, size_t n)
{
    mspan_copy((mspan){b->block_ + b->held_, BLAKE2B_BLOCK - b->held_}, span_take(s, n));
    b->held_ += n;
}

void blake2b_add(struct blake2b *b, span s)
{
    /* The last block is taken in otherwise than others, so one is kept until it is known not to be the
       last. */
    if (s.n_ <= BLAKE2B_BLOCK - b->held_) {
        hold(b, &s, s.n_);
        return;
    }
    if (b->held_ > 0) {
        hold(b, &s, BLAKE2B_BLOCK - b->held_);
        blake2b_blocks_(b->h_, b->block_, 1, (struct blake2b_position){.done = b->done_});
        b->done_ += BLAKE2B_BLOCK;
        b->held_ = 0;
    }
    size_t blocks = (s.n_ - 1) / BLAKE2B_BLOCK;
    blake2b_blocks_(b->h_, s.p_, blocks, (struct blake2b_position){.done = b->done_});
    b->done_ += blocks * BLAKE2B_BLOCK;
    span_take(&s, blocks * BLAKE2B_BLOCK);
    hold(b, &s, s.n_);
}

void blake2b_finish(struct blake2b *b, mspan out)
{
    struct blake2b_position at = {.done = b->done_ + b->held_, .last = UINT64_MAX};
    mspan_fill((mspan){b->block_ + b->held_, BLAKE2B_BLOCK - b->held_}, 0);
    blake2b_blocks_(b->h_, b->block_, 1, at);
    out = mspan_first(out, b->size_);
    for (size_t i = 0; i < b->size_; i++)
        out.p_[i] = (unsigned char)(b->h_[i / 8] >> 8 * (i % 8) & 0xFF);
}
