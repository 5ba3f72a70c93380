/* textcount.h - the plain counts read no byte behind the text. */

#ifndef PROOF_SAFE_TEXTCOUNT_H
#define PROOF_SAFE_TEXTCOUNT_H

#include "proof/safe/span.h"
#include "safe/textcount.h"

/*@ requires readable(s) && \valid_read(space) && \valid_read(ask) && \valid(counts);
    requires \separated(counts, space) && \separated(counts, ask) && \separated(counts,
            s.p_ + (0 .. s.n_ - 1));
    assigns *counts;
    ensures \result <= s.n_ && free_of_set((unsigned char *)s.p_, \result, &ask->set_.in_[0]);
    ensures \result < s.n_ ==> ask->set_.in_[s.p_[\result]] != 0; */
size_t textcount_plain_words_(span s, byteclass const *space, byteclass const *ask,
    struct word_counts *counts);
/* loop textcount_plain_words_:
    loop invariant 0 <= i <= s.n_ && free_of_set((unsigned char *)s.p_, i, &ask->set_.in_[0]);
    loop assigns i, c;
    loop variant s.n_ - i; */
/* wraps textcount_plain_words_: counts of more than 64 bits */
/* mutant textcount_plain_words_: i < s.n_ -> i <= s.n_ */

/*@ requires readable(s) && i < s.n_;
    assigns \nothing;
    ensures \result <= 6 && \result <= s.n_ - i; */
static size_t utf8_length(span s, size_t i);
/* loop utf8_length:
    loop invariant 2 <= k <= n;
    loop assigns k;
    loop variant n - k; */
/* mutant utf8_length: s.n_ - i < n -> s.n_ - i < n - 1 */

/*@ requires readable(s);
    assigns \nothing;
    ensures \result <= s.n_; */
uint64_t textcount_plain_utf8_(span s);
/* loop textcount_plain_utf8_:
    loop invariant 0 <= i <= s.n_ && count <= i;
    loop assigns i, count;
    loop variant s.n_ - i; */
/* mutant textcount_plain_utf8_: n ? n : 1 -> n + 1 */

/*@ requires readable(s) && \valid(n) && \separated(n, s.p_ + (0 .. s.n_ - 1));
    assigns *n;
    ensures \result <= s.n_ && *n <= \old(*n); */
size_t textcount_plain_skip_(span s, uint64_t *n);
/* loop textcount_plain_skip_:
    loop invariant 0 <= i <= s.n_ && left <= \at(*n, Pre);
    loop assigns i, left;
    loop variant left; */
/* mutant textcount_plain_skip_: length ? length : 1 -> length + 1 */

/*@ requires readable(s) && \valid(n) && \separated(n, s.p_ + (0 .. s.n_ - 1));
    assigns *n;
    ensures \result <= s.n_ && *n <= \old(*n); */
size_t span_skip_utf8(span s, uint64_t *n);
/* mutant span_skip_utf8: (s, n) -> (s, n) + *n */

/*@ requires readable(s) && \valid_read(uneven) && \valid(column) && \valid(widest);
    requires \separated(column, widest, uneven) && \separated(column, s.p_ + (0 .. s.n_ - 1));
    requires \separated(widest, s.p_ + (0 .. s.n_ - 1));
    assigns *column, *widest;
    ensures \result <= s.n_ && *widest >= \old(*widest); */
size_t textcount_plain_widths_(span s, byteclass const *uneven, uint64_t *column, uint64_t *widest);
/* loop textcount_plain_widths_:
    loop invariant 0 <= i <= s.n_ && *widest >= \at(*widest, Pre);
    loop assigns i, *column, *widest;
    loop variant s.n_ - i; */
/* wraps textcount_plain_widths_: columns of more than 64 bits */
/* mutant textcount_plain_widths_: i < s.n_ -> i <= s.n_ */

/*@ requires readable(s) && \valid_read(space) && \valid_read(ask) && \valid(counts);
    requires \separated(counts, space) && \separated(counts, ask) && \separated(counts,
            s.p_ + (0 .. s.n_ - 1));
    assigns *counts;
    ensures \result <= s.n_ && free_of_set((unsigned char *)s.p_, \result, &ask->set_.in_[0]); */
size_t span_count_words(span s, byteclass const *space, byteclass const *ask, struct word_counts *counts);
/* mutant span_count_words: space, ask, counts -> space, space, counts */

/*@ requires readable(s);
    assigns \nothing;
    ensures \result <= s.n_; */
uint64_t span_count_utf8(span s);
/* mutant span_count_utf8: (s) -> (s) + 1 */

/*@ requires readable(s) && \valid_read(uneven) && \valid(column) && \valid(widest);
    requires \separated(column, widest, uneven) && \separated(column, s.p_ + (0 .. s.n_ - 1));
    requires \separated(widest, s.p_ + (0 .. s.n_ - 1));
    assigns *column, *widest;
    ensures \result <= s.n_ && *widest >= \old(*widest); */
size_t span_line_widths(span s, byteclass const *uneven, uint64_t *column, uint64_t *widest);
/* mutant span_line_widths: column, widest -> widest, column */

#endif
