/* byteindex.h - where one or two bytes occur in a block of text, found all at once.

   For text whose separators come every few bytes: one search for each of them would cost more than the
   bytes between. */

#ifndef SAFE_BYTEINDEX_H
#define SAFE_BYTEINDEX_H

#include "safe/span.h"

/* What one index covers at most.  It has some spare room, where the kernel may write too much. */
enum { BYTEINDEX_BLOCK = 8192, BYTEINDEX_SPARE_ = 8 };

typedef struct {
    uint16_t at_[BYTEINDEX_BLOCK + BYTEINDEX_SPARE_];
    size_t n_;
} byteindex;

/* Let X tell where A and B (which may be the same) occur in BLOCK.  F: a block of BYTEINDEX_BLOCK at most. */
void byteindex_make(byteindex *x, span block, unsigned char a, unsigned char b);

SAFE_INLINE size_t byteindex_len(byteindex const *x)
{
    return x->n_;
}
/* The offset of the I-th of them, in order.  F: i < len. */
SAFE_INLINE size_t byteindex_at(byteindex const *x, size_t i)
{
    if (__builtin_expect(i >= x->n_, 0))
        safe_fault("byte index", i, x->n_);
    return x->at_[i];
}

#endif
