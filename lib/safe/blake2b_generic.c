/* blake2b_generic.c - machines without a kernel of their own. */

#include "safe/blake2b.h"

void blake2b_blocks_(uint64_t h[8], unsigned char const *p, size_t n, struct blake2b_position at)
{
    blake2b_plain_blocks_(h, p, n, at);
}
