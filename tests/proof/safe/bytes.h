/* bytes.h - filters of bytes write no further than their input is long; sets and maps have an entry for
   each byte. */

#ifndef PROOF_SAFE_BYTES_H
#define PROOF_SAFE_BYTES_H

#include "proof/safe/span.h"
#include "safe/bytes.h"

/*@ requires \valid_read(s);
    assigns \nothing;
    ensures \result <==> s->in_[c] != 0; */
static inline bool byteset_has(byteset const *s, unsigned char c);
/* mutant byteset_has: [c] -> [c + 1] */

/*@ requires \valid(s);
    assigns s->in_[c];
    ensures s->in_[c] == 1; */
static inline void byteset_add(byteset *s, unsigned char c);
/* mutant byteset_add: [c] -> [c ^ 1] */

/*@ requires \valid(s);
    assigns s->in_[c];
    ensures s->in_[c] == 0; */
static inline void byteset_remove(byteset *s, unsigned char c);
/* mutant byteset_remove: = 0 -> = 2 */

/*@ requires \valid(s);
    assigns s->in_[0 .. 255];
    ensures \forall integer k; 0 <= k < 256 ==> (s->in_[k] != 0 <==> \old(s->in_[k]) == 0); */
static inline void byteset_invert(byteset *s);
/* loop byteset_invert:
    loop invariant 0 <= i <= 256;
    loop invariant \forall integer k; 0 <= k < i ==> (s->in_[k] != 0 <==> \at(s->in_[k], Pre) == 0);
    loop invariant \forall integer k; i <= k < 256 ==> s->in_[k] == \at(s->in_[k], Pre);
    loop assigns i, s->in_[0 .. 255];
    loop variant 256 - i; */
/* mutant byteset_invert: i < 256 -> i <= 256 */

/*@ requires \valid_read(s);
    assigns \nothing;
    ensures \result <= 256 * 255; */
static inline size_t byteset_count(byteset const *s);
/* loop byteset_count:
    loop invariant 0 <= i <= 256 && 0 <= n <= i * 255;
    loop assigns i, n;
    loop variant 256 - i; */
/* mutant byteset_count: i < 256 -> i <= 256 */

/*@ requires \valid_read(m);
    assigns \nothing;
    ensures \result == m->to_[c]; */
static inline unsigned char bytemap_get(bytemap const *m, unsigned char c);
/* mutant bytemap_get: [c] -> [c * 2] */

/*@ requires \valid(m);
    assigns m->to_[from];
    ensures m->to_[from] == to; */
static inline void bytemap_set(bytemap *m, unsigned char from, unsigned char to);
/* mutant bytemap_set: [from] -> [from + 1] */

/*@ requires \valid(m);
    assigns m->to_[0 .. 255];
    ensures \forall integer k; 0 <= k < 256 ==> m->to_[k] == k; */
static inline void bytemap_identity(bytemap *m);
/* loop bytemap_identity:
    loop invariant 0 <= i <= 256 && (\forall integer k; 0 <= k < i ==> m->to_[k] == k);
    loop assigns i, m->to_[0 .. 255];
    loop variant 256 - i; */
/* mutant bytemap_identity: i < 256 -> i < 257 */

/*@ requires \valid(c) && \valid_read(set) && \separated(c, set);
    assigns *c; */
void byteclass_make(byteclass *c, byteset const *set);
/* loop byteclass_make:
    loop invariant 0 <= i <= 256;
    loop assigns i, c->rows_[0 .. 1][0 .. 15];
    loop variant 256 - i; */
/* wraps byteclass_make: a bit of a byte by shifting */
/* mutant byteclass_make: i / 128 -> i / 64 */

/*@ requires \valid_read(class);
    assigns \nothing;
    ensures \result <==> class->set_.in_[c] != 0; */
static inline bool byteclass_has(byteclass const *class, unsigned char c);
/* mutant byteclass_has: != 0 -> == 0 */

/*@ requires readable(s) && \valid_read(c);
    assigns \nothing;
    ensures \result <= s.n_ && free_of_set((unsigned char *)s.p_, \result, &c->set_.in_[0]);
    ensures \result < s.n_ ==> c->set_.in_[s.p_[\result]] != 0; */
size_t span_find_class(span s, byteclass const *c);
/* mutant span_find_class: s.n_ -> s.n_ + 1 */

/*@ requires readable(s) && \valid_read(set);
    assigns \nothing;
    ensures \result <= s.n_ && free_of_set((unsigned char *)s.p_, \result, &set->in_[0]);
    ensures \result < s.n_ ==> set->in_[s.p_[\result]] != 0; */
size_t span_find_in(span s, byteset const *set);
/* loop span_find_in:
    loop invariant 0 <= i <= s.n_ && free_of_set((unsigned char *)s.p_, i, &set->in_[0]);
    loop assigns i;
    loop variant s.n_ - i; */
/* mutant span_find_in: i < s.n_ -> i <= s.n_ */

/*@ requires readable(s) && \valid_read(set);
    assigns \nothing;
    ensures \result <= s.n_ && inside_set((unsigned char *)s.p_, \result, &set->in_[0]);
    ensures \result < s.n_ ==> set->in_[s.p_[\result]] == 0; */
size_t span_find_not_in(span s, byteset const *set);
/* loop span_find_not_in:
    loop invariant 0 <= i <= s.n_ && inside_set((unsigned char *)s.p_, i, &set->in_[0]);
    loop assigns i;
    loop variant s.n_ - i; */
/* mutant span_find_not_in: i = 0 -> i = 1 */

/*@ requires writable(s) && \valid_read(m) && \separated(m, s.p_ + (0 .. s.n_ - 1));
    assigns s.p_[0 .. s.n_ - 1];
    ensures \forall integer k; 0 <= k < s.n_ ==> s.p_[k] == m->to_[\old(s.p_[k])]; */
void mspan_map(mspan s, bytemap const *m);
/* mutant mspan_map: s.n_ -> s.n_ + 1 */

/*@ requires writable(dst) && readable(src) && \valid_read(drop) && \separated(drop,
        dst.p_ + (0 .. dst.n_ - 1));
    assigns dst.p_[0 .. src.n_ - 1];
    ensures src.n_ <= dst.n_ && \result <= src.n_; */
size_t mspan_filter(mspan dst, span src, byteset const *drop);
/* mutant mspan_filter: src.n_ > dst.n_ -> src.n_ > dst.n_ + 1 */

/*@ requires writable(dst) && readable(src) && \valid_read(set) && \valid(last) && \separated(last, set);
    requires \separated(set, dst.p_ + (0 .. dst.n_ - 1)) && \separated(last, dst.p_ + (0 .. dst.n_ - 1));
    assigns *last, dst.p_[0 .. src.n_ - 1];
    ensures src.n_ <= dst.n_ && \result <= src.n_; */
size_t mspan_squeeze(mspan dst, span src, byteset const *set, int *last);
/* mutant mspan_squeeze: src.n_ > dst.n_ -> src.n_ > dst.n_ + 1 */

/*@ requires readable(a) && readable(b) && \valid_read(m);
    assigns \nothing;
    ensures \result <==> a.n_ == b.n_
            && (\forall integer i; 0 <= i < a.n_ ==> m->to_[a.p_[i]] == m->to_[b.p_[i]]); */
bool span_eq_mapped(span a, span b, bytemap const *m);
/* loop span_eq_mapped:
    loop invariant 0 <= i <= a.n_;
    loop invariant \forall integer k; 0 <= k < i ==> m->to_[a.p_[k]] == m->to_[b.p_[k]];
    loop assigns i;
    loop variant a.n_ - i; */
/* mutant span_eq_mapped: a.n_ != b.n_ -> a.n_ < b.n_ */

/*@ requires writable(s);
    assigns s.p_[0 .. s.n_ - 1]; */
void mspan_replace(mspan s, unsigned char from, unsigned char to);
/* loop mspan_replace:
    loop invariant 0 <= i <= s.n_;
    loop assigns i, s.p_[0 .. s.n_ - 1];
    loop variant s.n_ - i; */
/* loop mspan_replace 2:
    loop invariant 0 <= k <= 32;
    loop assigns k, s.p_[0 .. s.n_ - 1];
    loop variant 32 - k; */
/* loop mspan_replace 3:
    loop invariant 0 <= i <= s.n_;
    loop assigns i, s.p_[0 .. s.n_ - 1];
    loop variant s.n_ - i; */
/* mutant mspan_replace: s.n_ - i >= BLOCK -> s.n_ - i >= BLOCK / 2 */

/*@ requires \valid(e) && expansion(e) && readable(text) && \separated(e, text.p_ + (0 .. text.n_ - 1));
    assigns e->text_[c], e->len_[c];
    ensures text.n_ <= 7 && e->len_[c] == text.n_ && expansion(e); */
void byteexpand_set(byteexpand *e, unsigned char c, span text);
/* mutant byteexpand_set: text.n_ > 7 -> text.n_ > 9 */

/*@ requires writable(dst) && readable(src) && \valid_read(e) && expansion((byteexpand *)e);
    requires \separated(e, dst.p_ + (0 .. dst.n_ - 1));
    assigns dst.p_[0 .. 8 * src.n_ - 1];
    ensures src.n_ * 8 <= dst.n_ && \result <= 7 * src.n_; */
size_t mspan_expand(mspan dst, span src, byteexpand const *e);
/* mutant mspan_expand: src.n_ > dst.n_ / 8 -> src.n_ > dst.n_ / 7 */

/*@ requires writable(dst) && readable(src) && \valid_read(e) && expansion((byteexpand *)e) && \valid_read(few);
    requires \separated(e, dst.p_ + (0 .. dst.n_ - 1)) && \separated(few, dst.p_ + (0 .. dst.n_ - 1));
    assigns dst.p_[0 .. 8 * src.n_ - 1];
    ensures src.n_ * 8 <= dst.n_ && \result <= 7 * src.n_; */
size_t mspan_expand_few(mspan dst, span src, byteexpand const *e, byteclass const *few);
/* mutant mspan_expand_few: src.n_ > dst.n_ / 8 -> src.n_ > dst.n_ / 7 */

#endif
