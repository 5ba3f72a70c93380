/* decimal.h - a number that is put into a room stays inside of it: the room is asked for before, and no part
   of the number is longer than eight digits. */

#ifndef PROOF_SAFE_DECIMAL_H
#define PROOF_SAFE_DECIMAL_H

#include "proof/safe/span.h"
#include "safe/decimal.h"

/*@ requires \valid(to) && writable(*to) && first < 8 && \separated(to, to->p_ + (0 .. to->n_ - 1));
    requires to->n_ >= 8;
    assigns *to, to->p_[0 .. 7];
    ensures to->n_ == \old(to->n_) - (8 - first) && to->p_ == \old(to->p_) + (8 - first);
    ensures writable(*to) && to->p_ + to->n_ == \old(to->p_ + to->n_); */
static inline void decimal_store_(mspan *to, uint64_t digits, unsigned first);
/* mutant decimal_store_: to->n_ -= 8 - first -> to->n_ -= 7 - first */

/*@ requires \valid(room) && writable(*room) && \separated(room, room->p_ + (0 .. room->n_ - 1));
    assigns *room, room->p_[0 .. DECIMAL_ROOM - 1];
    ensures \old(room->n_) >= DECIMAL_ROOM && writable(*room);
    ensures 1 <= \old(room->n_) - room->n_ <= DECIMAL_ROOM;
    ensures room->p_ + room->n_ == \old(room->p_ + room->n_); */
static inline void mspan_put_decimal(mspan *room, uint64_t v);
/* mutant mspan_put_decimal: room->n_ < DECIMAL_ROOM -> room->n_ < DECIMAL_ROOM - 1 */

/*@ requires \valid(b);
    assigns b->word_[0 .. DECIMAL_BLOCK - 1]; */
static inline void decimal_block_set(decimal_block *b, size_t i, uint64_t v);
/* mutant decimal_block_set: i % DECIMAL_BLOCK -> i % (DECIMAL_BLOCK + 1) */

/*@ requires \valid(b) && \valid(room) && writable(*room) && \separated(b, room);
    requires \separated(room, room->p_ + (0 .. room->n_ - 1));
    requires \separated(b, room->p_ + (0 .. room->n_ - 1));
    assigns *b, *room, room->p_[0 .. end * DECIMAL_LINE - 1];
    ensures end <= DECIMAL_BLOCK && \old(room->n_) >= end * DECIMAL_LINE && writable(*room);
    ensures \old(room->n_) - room->n_ <= end * DECIMAL_LINE;
    ensures room->p_ + room->n_ == \old(room->p_ + room->n_); */
void decimal_block_put(decimal_block *b, size_t end, mspan *room, unsigned char line_end);
/* loop decimal_block_put:
    loop invariant 0 <= i <= end && done <= i * DECIMAL_LINE;
    loop assigns i, done, to[0 .. end * DECIMAL_LINE - 1];
    loop variant end - i; */
/* mutant decimal_block_put: room->n_ < end * DECIMAL_LINE -> room->n_ < end * 8 */

#endif
