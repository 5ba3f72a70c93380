/* blake2b.h - BLAKE2b without a key, with a result of 1 to 64 bytes (RFC 7693). */

#ifndef SAFE_BLAKE2B_H
#define SAFE_BLAKE2B_H

#include "safe/span.h"

enum { BLAKE2B_BLOCK = 128, BLAKE2B_MOST = 64 };

struct SAFE_OWNER blake2b {
    uint64_t h_[8];
    uint64_t done_;             /* bytes that went into h_ */
    unsigned char block_[BLAKE2B_BLOCK];
    size_t held_;               /* bytes in block_, which stays unused while more may come */
    size_t size_;               /* bytes of the result */
};

/* Begin, with a result of SIZE bytes.  F: 1 to 64. */
void blake2b_start(struct blake2b *b, size_t size);
void blake2b_add(struct blake2b *b, span s);
/* The result to the front of OUT.  F: it fits.  B has to be started again after it. */
void blake2b_finish(struct blake2b *b, mspan out);

/* Take N blocks at P in; LAST is all ones for the last block of a message, else 0.  Private to lib/safe. */
struct blake2b_position { uint64_t done, last; };
void blake2b_blocks_(uint64_t h[8], unsigned char const *p, size_t n, struct blake2b_position at);
void blake2b_plain_blocks_(uint64_t h[8], unsigned char const *p, size_t n, struct blake2b_position at);

#endif
