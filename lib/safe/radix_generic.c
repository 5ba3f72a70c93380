/* radix_generic.c - machines without kernels of their own leave everything to the plain forms. */

#include "safe/radix.h"

size_t radix_fast_encode_(mspan dst, span src, struct radix const *r)
{
    return dst.n_ + src.n_ + r->base_ == 0;
}

size_t radix_fast_decode_(mspan dst, span src, struct radix const *r)
{
    return dst.n_ + src.n_ + r->base_ == 0;
}
