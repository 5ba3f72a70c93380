/* zstr.h - strings are as long as they say, and what is made of them ends in a NUL that lies inside. */

#ifndef PROOF_SAFE_ZSTR_H
#define PROOF_SAFE_ZSTR_H

#include "proof/safe/span.h"
#include "safe/zstr.h"

/*@ predicate string(zstr z) = (z.n_ == 0 || \valid_read(z.z_ + (0 .. z.n_ - 1)))
        && z.n_ < PTRDIFF_MAX / 4; */

/*@ requires \valid(a);
    assigns *a;
    ensures writable(\result) && \result.n_ == n; */
mspan arena_bytes(arena *a, size_t n);
/* trusted arena_bytes: chunks are blocks kept in a vector of blocks */

/*@ assigns \nothing; ensures \result <==> z.z_ == \null; */
static inline bool zstr_is_none(zstr z);
/* mutant zstr_is_none: z.z_ == NULL -> z.n_ == 0 */

/*@ assigns \nothing; ensures \result == z.n_; */
static inline size_t zstr_len(zstr z);
/* mutant zstr_len: z.n_ -> z.n_ + 1 */

/*@ requires string(z);
    assigns \nothing;
    ensures readable(\result) && \result.n_ == z.n_; */
static inline span zstr_span(zstr z);
/* trusted zstr_span: the cast of char to unsigned char */

/*@ requires string(a) && string(b);
    assigns \nothing;
    ensures \result ==> a.n_ == b.n_; */
static inline bool zstr_eq(zstr a, zstr b);
/* mutant zstr_eq: zstr_span(b) -> (span){zstr_span(b).p_, zstr_span(b).n_ / 2} */

/*@ requires string(z);
    assigns \nothing;
    ensures n <= z.n_ && \result.n_ == z.n_ - n && string(\result); */
static inline zstr zstr_drop(zstr z, size_t n);
/* mutant zstr_drop: n > z.n_ -> n > z.n_ + 1 */

/*@ requires z.z_ == \null || \valid_read(z.z_ + (0 .. z.n_));
    assigns \nothing;
    ensures \result != \null && (z.z_ != \null ==> \result == z.z_ && z.z_[z.n_] == 0); */
static inline char const *zstr_c(zstr z);
/* mutant zstr_c: z.z_[z.n_] != 0 -> z.z_[z.n_] == 0 */

/*@ requires \valid(a) && readable(s) && s.n_ < PTRDIFF_MAX && \valid(out);
    ensures out->n_ <= s.n_ && (\result <==> out->n_ == s.n_); */
bool zstr_from(arena *a, span s, zstr *out);
/* mutant zstr_from: , len} -> , len + 1} */


#endif
