/* decimal.c - see decimal.h. */

#include "safe/decimal.h"

#include "safe/kernels.h"

void decimal_block_put(decimal_block *b, size_t end, mspan *room, unsigned char line_end)
{
    if (end > DECIMAL_BLOCK || room->n_ < end * DECIMAL_LINE)
        safe_fault("decimal block", end, room->n_);
    kernel_decimal(b->word_, end);
    unsigned char *to = room->p_;
    size_t done = 0;
    for (size_t i = 0; i < end; i++) {
        uint64_t digits = b->word_[i];
        unsigned first = (unsigned)__builtin_ctzll(digits | (uint64_t)1 << 56) / 8;
        mspan_store64((mspan){to + done, 8}, (digits | 0x3030303030303030) >> 8 * first);
        done += 8 - first;
        to[done++] = line_end;
    }
    room->p_ += done;
    room->n_ -= done;
}
