/* args.h - no argument is read that is not there. */

#ifndef PROOF_SAFE_ARGS_H
#define PROOF_SAFE_ARGS_H

#include "safe/args.h"

/*@ predicate given(args a) = a.n_ == 0 || \valid_read(a.p_ + (0 .. a.n_ - 1)); */

/*@ assigns \nothing; */
static inline zstr zstr_of_c_(char const *s);
/* trusted zstr_of_c_: strlen of a C string */

/*@ assigns \nothing; ensures \result == a.n_; */
static inline size_t args_len(args a);
/* mutant args_len: a.n_ -> a.n_ + 1 */

/*@ requires given(a);
    assigns \nothing;
    ensures i < a.n_; */
static inline zstr args_at(args a, size_t i);
/* mutant args_at: i >= a.n_ -> i > a.n_ */

/*@ requires given(a);
    assigns \nothing;
    ensures n <= a.n_ && \result.n_ == a.n_ - n && given(\result); */
static inline args args_drop(args a, size_t n);
/* mutant args_drop: n > a.n_ -> n > a.n_ + 1 */

/*@ requires given(a);
    assigns \nothing;
    ensures n <= a.n_ && \result.n_ == a.n_ - n && given(\result); */
static inline args args_chop(args a, size_t n);
/* mutant args_chop: n > a.n_ -> n > a.n_ + 1 */

#endif
