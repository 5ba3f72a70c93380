/* span.h - views stay inside what they were made from, whatever is asked of them: no function here
   requires more of its numbers than that they are numbers. A request that does not fit ends in
   safe_fault, which does not return; so what a contract ensures holds of every call that comes back. */

#ifndef PROOF_SAFE_SPAN_H
#define PROOF_SAFE_SPAN_H

#include "proof/safe/kernels.h"
#include "safe/span.h"

/*@ predicate readable(span s) = bytes_readable((unsigned char *)s.p_, s.n_);
    predicate writable(mspan s) = bytes_writable(s.p_, s.n_);
    predicate part(span s, span whole, integer from, integer n) =
        0 <= from && 0 <= n && from + n <= whole.n_ && s.n_ == n && s.p_ == whole.p_ + from;
    predicate mpart(mspan s, mspan whole, integer from, integer n) =
        0 <= from && 0 <= n && from + n <= whole.n_ && s.n_ == n && s.p_ == whole.p_ + from;
    predicate same_bytes(span a, span b, integer n) =
        \forall integer i; 0 <= i < n ==> a.p_[i] == b.p_[i]; */

/*@ requires readable(s) && k <= s.n_;
    assigns \nothing;
    ensures \result == s.p_ + k; */
static inline unsigned char const *span_off_(span s, size_t k);
/* mutant span_off_: s.p_ + k -> s.p_ - k */

/*@ requires writable(s) && k <= s.n_;
    assigns \nothing;
    ensures \result == s.p_ + k; */
static inline unsigned char *mspan_off_(mspan s, size_t k);
/* mutant mspan_off_: s.p_ + k -> s.p_ + k + 1 */

/*@ assigns \nothing; ensures \result == s.n_; */
static inline size_t span_len(span s);
/* mutant span_len: s.n_ -> s.n_ / 2 */

/*@ assigns \nothing; ensures \result == (s.n_ == 0); */
static inline bool span_empty(span s);
/* mutant span_empty: s.n_ == 0 -> s.p_ == 0 */

/*@ requires readable(s);
    assigns \nothing;
    ensures i < s.n_ && \result == s.p_[i]; */
static inline unsigned char span_at(span s, size_t i);
/* mutant span_at: i >= s.n_ -> i > s.n_ */

/*@ requires readable(s);
    assigns \nothing;
    ensures i < s.n_ ==> \result == s.p_[i];
    ensures i >= s.n_ ==> \result == -1; */
static inline int span_peek(span s, size_t i);
/* mutant span_peek: i < s.n_ -> i <= s.n_ */

/*@ requires readable(s);
    assigns \nothing;
    ensures s.n_ > 0 ==> \result == s.p_[s.n_ - 1];
    ensures s.n_ == 0 ==> \result == -1; */
static inline int span_last(span s);
/* mutant span_last: s.n_ - 1 -> s.n_ */

/*@ requires readable(s);
    assigns \nothing;
    ensures part(\result, s, 0, n) && readable(\result); */
static inline span span_first(span s, size_t n);
/* mutant span_first: n > s.n_ -> n > s.n_ + 1 */

/*@ requires readable(s);
    assigns \nothing;
    ensures n <= s.n_ && part(\result, s, n, s.n_ - n) && readable(\result); */
static inline span span_drop(span s, size_t n);
/* mutant span_drop: s.n_ - n} -> s.n_} */

/*@ requires readable(s);
    assigns \nothing;
    ensures part(\result, s, off, n) && readable(\result); */
static inline span span_sub(span s, size_t off, size_t n);
/* mutant span_sub: span_first(span_drop(s, off), n) -> span_drop(span_first(s, n), off) */

/*@ requires readable(s);
    assigns \nothing;
    ensures n <= s.n_ && part(\result, s, s.n_ - n, n) && readable(\result); */
static inline span span_tail(span s, size_t n);
/* mutant span_tail: s.n_ - n) -> n) */

/*@ requires readable(s);
    assigns \nothing;
    ensures n <= s.n_ && part(\result, s, 0, s.n_ - n) && readable(\result); */
static inline span span_chop(span s, size_t n);
/* mutant span_chop: n > s.n_ -> n > 2 * s.n_ */

/*@ requires readable(s);
    assigns \nothing;
    ensures part(\result, s, 0, n < s.n_ ? n : s.n_) && readable(\result); */
static inline span span_at_most(span s, uintmax_t n);
/* mutant span_at_most: n < s.n_ -> n > s.n_ */

/*@ requires readable(whole);
    assigns \nothing;
    ensures rest.n_ <= whole.n_ && part(\result, whole, 0, whole.n_ - rest.n_) && readable(\result); */
static inline span span_before(span whole, span rest);
/* mutant span_before: rest.n_ -> 0 */

/*@ requires \valid(s) && readable(*s);
    assigns *s;
    ensures part(\result, \old(*s), 0, n) && part(*s, \old(*s), n, \old(s->n_) - n);
    ensures readable(\result) && readable(*s); */
static inline span span_take(span *s, size_t n);
/* mutant span_take: *s = span_drop(*s, n) -> *s = span_drop(*s, 0) */

/*@ requires \valid(s) && \valid(c) && \separated(s, c) && readable(*s);
    requires \separated(s, s->p_ + (0 .. s->n_ - 1)) && \separated(c, s->p_ + (0 .. s->n_ - 1));
    assigns *s, *c;
    ensures \result <==> \old(s->n_) > 0;
    ensures \result ==> part(*s, \old(*s), 1, \old(s->n_) - 1) && *c == \old(*s->p_);
    ensures !\result ==> *s == \old(*s) && *c == \old(*c);
    ensures readable(*s); */
static inline bool span_next(span *s, unsigned char *c);
/* mutant span_next: s->n_ == 0 -> s->n_ == 1 */

/*@ requires readable(s);
    assigns \nothing;
    ensures \result <= s.n_ && bytes_without((unsigned char *)s.p_, \result, c);
    ensures \result < s.n_ ==> s.p_[\result] == c; */
static inline size_t span_find(span s, unsigned char c);
/* mutant span_find: if (s.n_ == 0) -> if (s.n_ == 1) */

/*@ requires readable(s);
    assigns \nothing;
    ensures \result < s.n_ ==> s.p_[\result] == c && (\forall integer k; \result < k < s.n_ ==> s.p_[k] != c);
    ensures \result >= s.n_ ==> \result == s.n_ && bytes_without((unsigned char *)s.p_, s.n_, c); */
size_t span_rfind(span s, unsigned char c);
/* mutant span_rfind: if (s.n_ == 0) -> if (s.n_ == 1) */

/*@ requires readable(s);
    assigns \nothing;
    ensures \result <==> (\exists integer i; 0 <= i < s.n_ && s.p_[i] == c); */
static inline bool span_has(span s, unsigned char c);
/* mutant span_has: < -> <= */

/*@ requires \valid(s) && \valid(field) && \separated(s, field) && readable(*s);
    assigns *s, *field;
    ensures !\result ==> *s == \old(*s) && *field == \old(*field)
            && bytes_without{Pre}((unsigned char *)\old(s->p_), \old(s->n_), d);
    ensures \result ==> part(*field, \old(*s), 0, field->n_)
            && part(*s, \old(*s), field->n_ + 1, \old(s->n_) - field->n_ - 1)
            && readable(*s) && readable(*field); */
static inline bool span_cut(span *s, unsigned char d, span *field);
/* mutant span_cut: s->n_ -= i + 1 -> s->n_ -= i */

/*@ requires readable(a) && readable(b);
    assigns \nothing;
    ensures \result <==> a.n_ == b.n_ && same_bytes(a, b, a.n_); */
static inline bool span_eq(span a, span b);
/* mutant span_eq: a.n_ == b.n_ -> a.n_ <= b.n_ */

/*@ requires readable(s) && readable(prefix);
    assigns \nothing;
    ensures \result <==> prefix.n_ <= s.n_ && same_bytes(s, prefix, prefix.n_); */
static inline bool span_starts(span s, span prefix);
/* mutant span_starts: prefix.n_ <= s.n_ -> prefix.n_ >= s.n_ */

/*@ requires readable(s) && readable(suffix);
    assigns \nothing;
    ensures \result ==> suffix.n_ <= s.n_;
    ensures \result <==> suffix.n_ <= s.n_
            && (\forall integer i; 0 <= i < suffix.n_ ==> s.p_[s.n_ - suffix.n_ + i] == suffix.p_[i]); */
static inline bool span_ends(span s, span suffix);
/* mutant span_ends: span_off_(s, s.n_ - suffix.n_) -> span_off_(s, suffix.n_) */

/*@ requires readable(a) && readable(b);
    assigns \nothing;
    ensures \result == 0 <==> a.n_ == b.n_ && same_bytes(a, b, a.n_); */
static inline int span_cmp(span a, span b);
/* mutant span_cmp: a.n_ < b.n_ ? a.n_ : b.n_ -> a.n_ < b.n_ ? b.n_ : a.n_ */

/*@ requires readable(s) && readable(needle);
    assigns \nothing;
    ensures \result <= s.n_;
    ensures \result < s.n_ ==> \result + needle.n_ <= s.n_; */
size_t span_search(span s, span needle);
/* mutant span_search: s.n_ < needle.n_ -> s.n_ > needle.n_ */

/*@ requires readable(s) && readable(needle);
    assigns \nothing;
    ensures \result <= s.n_;
    ensures \result < s.n_ ==> \result + needle.n_ <= s.n_; */
size_t span_search_last(span s, span needle);
/* loop span_search_last:
    loop invariant 0 <= n <= s.n_ - needle.n_ + 1;
    loop assigns n;
    loop variant n; */
/* mutant span_search_last: n = s.n_ - needle.n_ + 1; n > 0 -> n = s.n_; n > 0 */

/*@ requires readable(s);
    assigns \nothing;
    ensures \result <= s.n_ && bytes_without((unsigned char *)s.p_, \result, a);
    ensures bytes_without((unsigned char *)s.p_, \result, b);
    ensures \result < s.n_ ==> s.p_[\result] == a || s.p_[\result] == b; */
size_t span_find2(span s, unsigned char a, unsigned char b);
/* mutant span_find2: s.n_ -> s.n_ + 1 */

/*@ requires readable(s);
    assigns \nothing;
    ensures \result == occurrences((unsigned char *)s.p_, s.n_, c) && \result <= s.n_; */
size_t span_count(span s, unsigned char c);
/* mutant span_count: s.n_ -> s.n_ + 1 */

/*@ requires readable(s) && \valid(n) && \separated(n, s.p_ + (0 .. s.n_ - 1));
    assigns *n;
    ensures \result <= s.n_ && *n <= \old(*n);
    ensures *n == 0 || \result == s.n_; */
size_t span_after_nth(span s, unsigned char c, uint64_t *n);
/* loop span_after_nth:
    loop invariant 0 <= done <= s.n_ && *n <= \at(*n, Pre) && (\at(*n, Pre) > 0 ==> *n > 0);
    loop invariant 32 <= step <= 8192;
    loop assigns done, step, *n;
    loop variant (s.n_ - done) * 8192 + step; */
/* loop span_after_nth 2:
    loop invariant 0 <= done <= s.n_ && *n <= \at(*n, Pre);
    loop assigns done, *n;
    loop variant s.n_ - done; */
/* mutant span_after_nth: kernel_count(s.p_ + done, part, c) -> kernel_count(s.p_ + done, step, c) */

/*@ requires readable(s) && \valid(n) && \separated(n, s.p_ + (0 .. s.n_ - 1));
    assigns *n;
    ensures \result <= s.n_ && *n <= \old(*n);
    ensures \result > 0 ==> *n == 0 && s.p_[\result - 1] == c; */
size_t span_after_nth_last(span s, unsigned char c, uint64_t *n);
/* loop span_after_nth_last:
    loop invariant 0 <= left <= s.n_ && *n <= \at(*n, Pre);
    loop assigns left, *n;
    loop variant left; */
/* loop span_after_nth_last 2:
    loop invariant 0 <= left <= s.n_ && *n <= \at(*n, Pre);
    loop assigns left, *n;
    loop variant left; */
/* mutant span_after_nth_last: left > COUNT_STEP -> left > 0 */

/*@ requires readable(a) && readable(b);
    assigns \nothing;
    ensures \result <= a.n_ && \result <= b.n_;
    ensures \result < a.n_ && \result < b.n_ ==> a.p_[\result] != b.p_[\result]; */
size_t span_common(span a, span b);
/* loop span_common:
    loop invariant 0 <= i <= n;
    loop assigns i;
    loop variant n - i; */
/* loop span_common 2:
    loop invariant 0 <= i <= n;
    loop assigns i;
    loop variant n - i; */
/* mutant span_common: n - i >= 8 -> n - i >= 7 */

/*@ requires readable(s);
    assigns \nothing; */
static inline uint64_t span_prefix_key(span s);
/* wraps span_prefix_key: bits are shifted out */
/* loop span_prefix_key:
    loop invariant 0 <= i <= s.n_;
    loop assigns i, k;
    loop variant s.n_ - i; */
/* mutant span_prefix_key: s.n_ >= 8 -> s.n_ >= 7 */

/*@ requires readable(s);
    assigns \nothing;
    ensures s.n_ >= 8; */
static inline uint64_t span_load64(span s);
/* mutant span_load64: span_first(s, 8) -> span_first(s, 7) */

/*@ assigns \nothing;
    ensures \result <= 8; */
static inline size_t word_find_nonzero(uint64_t v);
/* mutant word_find_nonzero: v ? -> 1 ? */

/*@ assigns \nothing;
    ensures \result <= 8; */
static inline size_t word_find_uneven(uint64_t v, unsigned char low);
/* wraps word_find_uneven: bytes borrow from one another */
/* mutant word_find_uneven: hits ? -> v ? */

/*@ requires readable(s);
    assigns \nothing;
    ensures s.n_ >= 4; */
static inline uint32_t span_load32(span s);
/* mutant span_load32: span_first(s, 4) -> span_first(s, 3) */

/*@ assigns \nothing; ensures \result.p_ == s.p_ && \result.n_ == s.n_; */
static inline span mspan_span(mspan s);
/* mutant mspan_span: s.n_ -> s.n_ + 1 */

/*@ assigns \nothing; ensures \result == s.n_; */
static inline size_t mspan_len(mspan s);
/* mutant mspan_len: s.n_ -> s.n_ / 2 */

/*@ requires writable(s);
    assigns \nothing;
    ensures i < s.n_ && \result == s.p_[i]; */
static inline unsigned char mspan_at(mspan s, size_t i);
/* mutant mspan_at: , i) -> , i / 2) */

/*@ requires writable(s);
    assigns s.p_[i];
    ensures i < s.n_ && s.p_[i] == c; */
static inline void mspan_set(mspan s, size_t i, unsigned char c);
/* mutant mspan_set: i >= s.n_ -> i > s.n_ */

/*@ requires writable(s);
    assigns \nothing;
    ensures mpart(\result, s, 0, n) && writable(\result); */
static inline mspan mspan_first(mspan s, size_t n);
/* mutant mspan_first: n > s.n_ -> n < s.n_ */

/*@ requires writable(s);
    assigns \nothing;
    ensures n <= s.n_ && mpart(\result, s, n, s.n_ - n) && writable(\result); */
static inline mspan mspan_drop(mspan s, size_t n);
/* mutant mspan_drop: s.n_ - n} -> s.n_} */

/*@ requires writable(s);
    assigns \nothing;
    ensures mpart(\result, s, off, n) && writable(\result); */
static inline mspan mspan_sub(mspan s, size_t off, size_t n);
/* mutant mspan_sub: mspan_drop(s, off) -> mspan_first(s, off) */

/*@ requires \valid(w) && writable(*w) && \separated(w, w->p_ + (0 .. w->n_ - 1));
    assigns *w, *w->p_;
    ensures \old(w->n_) > 0 && mpart(*w, \old(*w), 1, \old(w->n_) - 1) && writable(*w);
    ensures *\old(w->p_) == c; */
static inline void mspan_push(mspan *w, unsigned char c);
/* mutant mspan_push: w->n_ == 0 -> w->n_ == 1 */

/*@ requires writable(dst) && readable(src);
    assigns dst.p_[0 .. src.n_ - 1];
    ensures src.n_ <= dst.n_ && mpart(\result, dst, src.n_, dst.n_ - src.n_) && writable(\result);
    ensures bytes_equal{Here, Pre}(dst.p_, (unsigned char *)src.p_, src.n_); */
static inline mspan mspan_copy(mspan dst, span src);
/* mutant mspan_copy: src.n_ > dst.n_ -> src.n_ > dst.n_ + 1 */

/*@ requires \valid(w) && writable(*w) && readable(src) && \separated(w, w->p_ + (0 .. w->n_ - 1));
    requires \separated(w->p_ + (0 .. w->n_ - 1), src.p_ + (0 .. src.n_ - 1));
    assigns *w, w->p_[0 .. src.n_ - 1];
    ensures src.n_ <= \old(w->n_) && mpart(*w, \old(*w), src.n_, \old(w->n_) - src.n_) && writable(*w);
    ensures bytes_equal{Here, Pre}(\old(w->p_), (unsigned char *)src.p_, src.n_); */
static inline void mspan_put(mspan *w, span src);
/* mutant mspan_put: w->n_ -= src.n_ -> w->n_ -= 1 */

/*@ requires \valid(w) && writable(*w) && readable(src) && \separated(w, w->p_ + (0 .. w->n_ - 1));
    requires \separated(w->p_ + (0 .. w->n_ - 1), src.p_ + (0 .. src.n_ - 1));
    assigns *w, w->p_[0 .. w->n_ - 1];
    ensures off <= src.n_ && n <= src.n_ - off && n <= \old(w->n_);
    ensures mpart(*w, \old(*w), n, \old(w->n_) - n) && writable(*w); */
static inline void mspan_put_few(mspan *w, span src, size_t off, size_t n, size_t most);
/* mutant mspan_put_few: w->n_ >= most -> w->n_ + 1 >= most */

/*@ requires writable(s);
    assigns s.p_[0 .. s.n_ - 1];
    ensures \forall integer i; 0 <= i < s.n_ ==> s.p_[i] == c; */
static inline void mspan_fill(mspan s, unsigned char c);
/* mutant mspan_fill: c, s.n_ -> c, s.n_ + 1 */

/*@ requires writable(s);
    assigns s.p_[0 .. 7];
    ensures s.n_ >= 8; */
static inline void mspan_store64(mspan s, uint64_t v);
/* mutant mspan_store64: mspan_first(s, 8) -> mspan_first(s, 7) */

/*@ requires writable(s);
    assigns s.p_[0 .. s.n_ - 1];
    ensures \forall integer i; 0 <= i < s.n_ ==> s.p_[i] == \old(s.p_[s.n_ - 1 - i]); */
void mspan_reverse(mspan s);
/* loop mspan_reverse:
    loop invariant 0 <= i <= s.n_ / 2;
    loop invariant \forall integer k; 0 <= k < i ==> s.p_[k] == \at(s.p_[\at(s.n_, Pre) - 1 - k], Pre);
    loop invariant \forall integer k; s.n_ - i <= k < s.n_ ==> s.p_[k] == \at(s.p_[\at(s.n_, Pre) - 1 - k],
            Pre);
    loop invariant \forall integer k; i <= k < s.n_ - i ==> s.p_[k] == \at(s.p_[k], Pre);
    loop assigns i, s.p_[0 .. s.n_ - 1];
    loop variant s.n_ / 2 - i; */
/* mutant mspan_reverse: i < s.n_ / 2 -> i <= s.n_ / 2 */

#endif
