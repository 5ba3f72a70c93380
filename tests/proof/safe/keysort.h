/* keysort.h - a run of equal keys ends where the records do. */

#ifndef PROOF_SAFE_KEYSORT_H
#define PROOF_SAFE_KEYSORT_H

#include "proof/safe/span.h"
#include "safe/keysort.h"

/*@ requires records.n_ == 0 || \valid_read(records.p_ + (0 .. records.n_ - 1));
    assigns \nothing;
    ensures \result <= records.n_ && (\result == 0 <==> records.n_ == 0);
    ensures \forall integer k; 0 <= k < \result ==> records.p_[k].key == records.p_[0].key; */
size_t keysort_run(keyed_view records);
/* loop keysort_run:
    loop invariant n <= records.n_ && (n == 0 <==> records.n_ == 0);
    loop invariant \forall integer k; 0 <= k < n ==> records.p_[k].key == records.p_[0].key;
    loop assigns n;
    loop variant records.n_ - n; */
/* mutant keysort_run: n < records.n_ -> n <= records.n_ */

#endif
