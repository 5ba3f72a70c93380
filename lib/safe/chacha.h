/* chacha.h - the stream of bytes of ChaCha (D. J. Bernstein 2008), several blocks at a time. */

#ifndef SAFE_CHACHA_H
#define SAFE_CHACHA_H

#include "safe/span.h"

enum { CHACHA_KEY = 32, CHACHA_STEP = 256 };

struct chacha {
    uint32_t key_[8];
    uint64_t block_;            /* how many came before */
    unsigned rounds_;
};

/* Begin the stream of KEY, with a nonce of zero.  F: KEY has CHACHA_KEY bytes, ROUNDS is even. */
void chacha_start(struct chacha *c, span key, unsigned rounds);
/* The next bytes of it.  F: ROOM is a multiple of CHACHA_STEP. */
void chacha_fill(struct chacha *c, mspan room);

#endif
