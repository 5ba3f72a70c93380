/* sha3.h - SHA-3 with a result of 224, 256, 384 or 512 bits (FIPS 202), in plain C: for machines without a
   library that knows a faster way. */

#ifndef SAFE_SHA3_H
#define SAFE_SHA3_H

#include "safe/span.h"

struct SAFE_OWNER sha3 {
    uint64_t lanes_[25];
    size_t rate_;               /* bytes of the state that input goes into */
    size_t at_;                 /* how many of them the block so far has filled */
};

/* Begin, with a result of SIZE bytes.  F: 28, 32, 48 or 64. */
void sha3_start(struct sha3 *s, size_t size);
/* F: S has been started. */
void sha3_add(struct sha3 *s, span bytes);
/* The result to the front of OUT.  F: it fits, and S has been started.  S has to be started again after
   it. */
void sha3_finish(struct sha3 *s, mspan out);

#endif
