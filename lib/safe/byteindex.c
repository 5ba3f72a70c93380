/* byteindex.c - see byteindex.h. */

#include "safe/byteindex.h"

#include "safe/kernels.h"

void byteindex_make(byteindex *x, span block, unsigned char a, unsigned char b)
{
    if (block.n_ > BYTEINDEX_BLOCK)
        safe_fault("byte index block", block.n_, BYTEINDEX_BLOCK);
    x->n_ = kernel_index2(x->at_, block.p_, block.n_, a, b);
}
