/* chacha_generic.c - machines without a kernel of their own. */

#include "safe/chacha.h"

void chacha_blocks_(struct chacha const *c, mspan room)
{
    chacha_plain_blocks_(c, room);
}
