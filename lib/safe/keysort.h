/* keysort.h - records ordered by a 64-bit key, stably.

   A long text is sorted by taking a few bytes of each line as a number: this sorts the numbers.  What a
   record stands for is in `line` and `part`, which this room does not look at. */

#ifndef SAFE_KEYSORT_H
#define SAFE_KEYSORT_H

#include "safe/typed.h"

struct keyed {
    uint64_t key;
    uint32_t line, part;
};
VEC_DEFINE(keyed_vec, keyed_view, struct keyed);

/* Put RECORDS in ascending order of their keys; those with the same key keep their order.  SCRATCH is used
   for work.  F: scratch has as many records, and is other memory. */
void keysort(keyed_view records, keyed_view scratch);
/* Length of the run of equal keys at the front of RECORDS; 0 when there are none. */
size_t keysort_run(keyed_view records);

#endif
