/* byteindex.h - an index has room for a whole block, and tells of no place that it did not find. */

#ifndef PROOF_SAFE_BYTEINDEX_H
#define PROOF_SAFE_BYTEINDEX_H

#include "proof/safe/span.h"
#include "safe/byteindex.h"

/*@ predicate indexed(byteindex *x) = \valid_read(x) && x->n_ <= BYTEINDEX_BLOCK; */

/*@ requires \valid(x) && readable(block) && \separated(x, block.p_ + (0 .. block.n_ - 1));
    assigns *x;
    ensures block.n_ <= BYTEINDEX_BLOCK && indexed(x) && x->n_ <= block.n_; */
void byteindex_make(byteindex *x, span block, unsigned char a, unsigned char b);
/* mutant byteindex_make: block.n_ > BYTEINDEX_BLOCK -> block.n_ > BYTEINDEX_BLOCK + 9 */

/*@ requires indexed((byteindex *)x);
    assigns \nothing;
    ensures \result == x->n_; */
static inline size_t byteindex_len(byteindex const *x);
/* mutant byteindex_len: x->n_ -> x->n_ + 1 */

/*@ requires indexed((byteindex *)x);
    assigns \nothing;
    ensures i < x->n_ && \result == x->at_[i]; */
static inline size_t byteindex_at(byteindex const *x, size_t i);
/* mutant byteindex_at: i >= x->n_ -> i > x->n_ + 8 */

#endif
