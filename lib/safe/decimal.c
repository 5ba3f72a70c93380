/* decimal.c - see decimal.h. */

#include "safe/decimal.h"

#include "safe/kernels.h"

void decimal_block_make(decimal_block *b, size_t end)
{
    if (end > DECIMAL_BLOCK)
        safe_fault("decimal block", end, DECIMAL_BLOCK);
    kernel_decimal(b->word_, end);
}
