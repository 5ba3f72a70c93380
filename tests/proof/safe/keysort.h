/* keysort.h - whichever way records are sorted, they stay where records are; a run of equal keys ends where
   they do. */

#ifndef PROOF_SAFE_KEYSORT_H
#define PROOF_SAFE_KEYSORT_H

#include "proof/safe/span.h"
#include "safe/keysort.h"

/*@ predicate records(struct keyed *p, integer n) = n == 0 || (n > 0 && \valid(p + (0 .. n - 1)));
    predicate records_readable(struct keyed *p, integer n) = n == 0
        || (n > 0 && \valid_read(p + (0 .. n - 1)));
    predicate two_rooms(struct keyed *p, struct keyed *q, integer n) = records(p, n) && records(q, n)
        && \separated(p + (0 .. n - 1), q + (0 .. n - 1)); */

/*@ requires records(p, n);
    assigns p[0 .. n - 1]; */
static void insertion_sort(struct keyed *p, size_t n);
/* loop insertion_sort:
    loop invariant 1 <= i && (i <= n || i == 1);
    loop assigns i, p[0 .. n - 1];
    loop variant n - i; */
/* loop insertion_sort 2:
    loop invariant 0 <= j <= i;
    loop assigns j, p[0 .. n - 1];
    loop variant j; */
/* mutant insertion_sort: size_t i = 1 -> size_t i = 0 */

/*@ requires records(to, n) && records_readable((struct keyed *)from, n);
    assigns to[0 .. n - 1]; */
static void copy(struct keyed *to, struct keyed const *from, size_t n);
/* loop copy:
    loop invariant 0 <= i <= n;
    loop assigns i, to[0 .. n - 1];
    loop variant n - i; */
/* mutant copy: i < n -> i <= n */

/*@ requires na + nb <= SIZE_MAX && records(out, na + nb);
    requires records_readable((struct keyed *)a, na) && records_readable((struct keyed *)b, nb);
    assigns out[0 .. na + nb - 1]; */
static void merge(struct keyed *out, struct keyed const *a, size_t na, struct keyed const *b, size_t nb);
/* loop merge:
    loop invariant i <= na && k <= nb;
    loop assigns i, k, out[0 .. na + nb - 1];
    loop variant na + nb - i - k; */
/* mutant merge: i < na -> i <= na */

/*@ requires n < MANY && two_rooms(p, scratch, n);
    assigns p[0 .. n - 1], scratch[0 .. n - 1]; */
static void merge_sort(struct keyed *p, struct keyed *scratch, size_t n);
/* loop merge_sort:
    loop invariant 0 <= i < n + FEW;
    loop assigns i, p[0 .. n - 1];
    loop variant n - i; */
/* loop merge_sort 2:
    loop invariant FEW <= width <= FEW + 2 * n;
    loop invariant ((from == p && to == scratch) || (from == scratch && to == p));
    loop assigns width, from, to, p[0 .. n - 1], scratch[0 .. n - 1];
    loop variant n - width; */
/* loop merge_sort 3:
    loop invariant 0 <= i < n + 2 * width;
    loop assigns i, p[0 .. n - 1], scratch[0 .. n - 1];
    loop variant n - i; */
/* mutant merge_sort: n - i - na < width ? n - i - na : width -> width */

/*@ requires records(to, n) && records_readable((struct keyed *)from, n) && shift < 64;
    assigns to[0 .. n - 1]; */
static void deal(struct keyed *to, struct keyed const *from, size_t n, unsigned shift);
/* loop deal:
    loop invariant 0 <= i <= n;
    loop assigns i, at[0 .. DIGITS - 1];
    loop variant n - i; */
/* loop deal 2:
    loop invariant 0 <= d <= DIGITS;
    loop assigns d, sum, at[0 .. DIGITS - 1];
    loop variant DIGITS - d; */
/* loop deal 3:
    loop invariant 0 <= i <= n;
    loop assigns i, at[0 .. DIGITS - 1], to[0 .. n - 1];
    loop variant n - i; */
/* wraps deal: counts, whose sums are checked where they are used */
/* mutant deal: place >= n -> place > n */

/*@ requires two_rooms(p, scratch, n);
    assigns p[0 .. n - 1], scratch[0 .. n - 1]; */
static void radix_sort(struct keyed *p, struct keyed *scratch, size_t n, uint64_t varying);
/* loop radix_sort:
    loop invariant 0 <= shift <= 64 && shift % 8 == 0;
    loop invariant ((from == p && to == scratch) || (from == scratch && to == p));
    loop assigns shift, from, to, p[0 .. n - 1], scratch[0 .. n - 1];
    loop variant 64 - shift; */
/* mutant radix_sort: deal(to, from, n, shift) -> deal(to, from, n + 1, shift) */

/*@ assigns \nothing;
    ensures n == 0 || \separated((struct keyed *)a + (0 .. n - 1), (struct keyed *)b + (0 .. n - 1)); */
static void check_apart(struct keyed const *a, struct keyed const *b, size_t n);
/* trusted check_apart: addresses of different blocks as numbers */

/*@ requires records(records.p_, records.n_) && records(scratch.p_, scratch.n_);
    assigns records.p_[0 .. records.n_ - 1], scratch.p_[0 .. records.n_ - 1];
    ensures records.n_ <= scratch.n_; */
void keysort(keyed_view records, keyed_view scratch);
/* loop keysort:
    loop invariant 1 <= i && (i <= n || i == 1);
    loop assigns i, varying, sorted;
    loop variant n - i; */
/* mutant keysort: scratch.n_ < n -> scratch.n_ > n */

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
