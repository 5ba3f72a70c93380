/* chacha.h - the stream of bytes of ChaCha (D. J. Bernstein 2008), several blocks at a time. */

#ifndef SAFE_CHACHA_H
#define SAFE_CHACHA_H

#include "safe/span.h"

enum { CHACHA_KEY = 32, CHACHA_BLOCK = 64, CHACHA_STEP = 4 * CHACHA_BLOCK };

struct chacha {
    uint32_t key_[8];
    uint64_t block_;            /* how many came before */
    unsigned rounds_;
};

/* Begin the stream of KEY, with a nonce of zero.  F: KEY has CHACHA_KEY bytes, ROUNDS is even. */
void chacha_start(struct chacha *c, span key, unsigned rounds);
/* The next bytes of it.  F: ROOM is a multiple of CHACHA_STEP. */
void chacha_fill(struct chacha *c, mspan room);

/* The words that each block begins with; blocks from the next one on, not counted yet, to ROOM, a multiple of
   CHACHA_STEP.  Private to lib/safe. */
extern uint32_t const chacha_constants_[4];
void chacha_blocks_(struct chacha const *c, mspan room);
void chacha_plain_blocks_(struct chacha const *c, mspan room);

#endif
