/* typed.h - views and vectors of elements, proved for an element of two members. */

#ifndef PROOF_SAFE_TYPED_H
#define PROOF_SAFE_TYPED_H

#include "proof/safe/mem.h"
#include "safe/typed.h"

/*@ requires block(m) && size > 0 && n * size <= m->cap_;
    assigns *m, m->p_[0 .. m->cap_ - 1];
    ensures block(m) && m->cap_ >= (n + extra) * size; */
void mem_grow_typed_(struct mem *m, size_t n, size_t extra, size_t size);
/* mutant mem_grow_typed_: used, bytes, -> used, used, */

struct thing {
    size_t size;
    unsigned char tag;
};

#undef memmove
#undef memset
#define memmove proof_move_things
#define memset proof_clear_things

/*@ predicate things_readable(struct thing *p, integer n) = n == 0 || (n > 0
        && \valid_read(p + (0 .. n - 1)));
    predicate things_writable(struct thing *p, integer n) = n == 0 || (n > 0 && \valid(p + (0 .. n - 1))); */

/*@ requires bytes > 0 && things_writable(to, bytes / sizeof(struct thing));
    requires things_readable((struct thing *)from, bytes / sizeof(struct thing));
    assigns to[0 .. bytes / sizeof(struct thing) - 1]; */
void proof_move_things(struct thing *to, struct thing const *from, size_t bytes);
/*@ requires bytes > 0 && things_writable(to, bytes / sizeof(struct thing));
    assigns to[0 .. bytes / sizeof(struct thing) - 1]; */
void proof_clear_things(struct thing *to, int c, size_t bytes);

RSPAN_DEFINE(seen, struct thing);
SPAN_DEFINE(things, struct thing);

/*@ assigns \nothing; ensures \result == s.n_; */
static inline size_t seen_len(seen s);
/* mutant seen_len @ #define RSPAN_DEFINE / ##_len: s.n_ -> s.n_ / 2 */

/*@ requires things_readable((struct thing *)s.p_, s.n_);
    assigns \nothing;
    ensures i < s.n_ && \result == s.p_ + i; */
static inline struct thing const *seen_ref_(seen s, size_t i);
/* mutant seen_ref_ @ #define RSPAN_DEFINE / ##_ref_: i >= s.n_ -> i > s.n_ */

/*@ requires things_readable((struct thing *)s.p_, s.n_);
    assigns \nothing;
    ensures i < s.n_ && \result == s.p_[i]; */
static inline struct thing seen_at(seen s, size_t i);
/* mutant seen_at @ #define RSPAN_DEFINE / ##_at: (s, i); -> (s, i / 2); */

/*@ requires things_readable((struct thing *)s.p_, s.n_);
    assigns \nothing;
    ensures n <= s.n_ && \result.n_ == n && \result.p_ == s.p_
            && things_readable((struct thing *)\result.p_, n); */
static inline seen seen_first(seen s, size_t n);
/* mutant seen_first @ #define RSPAN_DEFINE / ##_first: n > s.n_ -> n > s.n_ + 1 */

/*@ requires things_readable((struct thing *)s.p_, s.n_);
    assigns \nothing;
    ensures n <= s.n_ && \result.n_ == s.n_ - n && things_readable((struct thing *)\result.p_, \result.n_); */
static inline seen seen_drop(seen s, size_t n);
/* mutant seen_drop @ #define RSPAN_DEFINE / ##_drop: s.n_ - n} -> s.n_} */

/*@ requires \valid(s) && \valid(out) && \separated(s, out) && things_readable((struct thing *)s->p_, s->n_);
    requires \separated(s, s->p_ + (0 .. s->n_ - 1)) && \separated(out, s->p_ + (0 .. s->n_ - 1));
    assigns *s, *out;
    ensures \result <==> \old(s->n_) > 0;
    ensures things_readable((struct thing *)s->p_, s->n_) && s->n_ <= \old(s->n_); */
static inline bool seen_next(seen *s, struct thing *out);
/* mutant seen_next @ #define RSPAN_DEFINE / ##_next: s->n_ == 0 -> s->n_ == 1 */

/*@ assigns \nothing; ensures \result == s.n_; */
static inline size_t things_len(things s);
/* mutant things_len @ #define SPAN_DEFINE / ##_len: s.n_ -> s.n_ / 2 */

/*@ requires things_writable(s.p_, s.n_);
    assigns \nothing;
    ensures i < s.n_ && \result == s.p_ + i; */
static inline struct thing *things_ref_(things s, size_t i);
/* mutant things_ref_ @ #define SPAN_DEFINE / ##_ref_: i >= s.n_ -> i > s.n_ */

/*@ requires things_writable(s.p_, s.n_);
    assigns \nothing;
    ensures i < s.n_ && \result == s.p_[i]; */
static inline struct thing things_at(things s, size_t i);
/* mutant things_at @ #define SPAN_DEFINE / ##_at: (s, i); -> (s, i / 2); */

/*@ requires things_writable(s.p_, s.n_);
    assigns s.p_[i];
    ensures i < s.n_; */
static inline void things_set(things s, size_t i, struct thing v);
/* mutant things_set @ #define SPAN_DEFINE / ##_set: ##_ref_(s, i) = -> ##_ref_(s, i / 2) = */

/*@ requires things_writable(s.p_, s.n_);
    assigns \nothing;
    ensures n <= s.n_ && \result.n_ == n && \result.p_ == s.p_ && things_writable(\result.p_, n); */
static inline things things_first(things s, size_t n);
/* mutant things_first @ #define SPAN_DEFINE / ##_first: n > s.n_ -> n > s.n_ + 1 */

/*@ requires things_writable(s.p_, s.n_);
    assigns \nothing;
    ensures n <= s.n_ && \result.n_ == s.n_ - n && things_writable(\result.p_, \result.n_); */
static inline things things_drop(things s, size_t n);
/* mutant things_drop @ #define SPAN_DEFINE / ##_drop: s.n_ - n} -> s.n_} */

/*@ requires \valid(s) && \valid(out) && \separated(s, out) && things_writable(s->p_, s->n_);
    requires \separated(s, s->p_ + (0 .. s->n_ - 1)) && \separated(out, s->p_ + (0 .. s->n_ - 1));
    assigns *s, *out;
    ensures \result <==> \old(s->n_) > 0;
    ensures things_writable(s->p_, s->n_) && s->n_ <= \old(s->n_); */
static inline bool things_next(things *s, struct thing *out);
/* mutant things_next @ #define SPAN_DEFINE / ##_next: s->n_ == 0 -> s->n_ == 1 */

/*@ requires things_writable(s.p_, s.n_);
    assigns s.p_[i], s.p_[k];
    ensures i < s.n_ && k < s.n_ && s.p_[i] == \old(s.p_[k]) && s.p_[k] == \old(s.p_[i]); */
static inline void things_swap(things s, size_t i, size_t k);
/* mutant things_swap @ #define SPAN_DEFINE / ##_swap: *b = e -> *b = *a */

/*@ requires things_writable(s.p_, s.n_) && s.n_ <= PTRDIFF_MAX / sizeof(struct thing);
    assigns s.p_[0 .. s.n_ - 1];
    ensures n <= s.n_ && to + n <= s.n_ && from + n <= s.n_; */
static inline void things_move(things s, size_t to, size_t from, size_t n);
/* mutant things_move @ #define SPAN_DEFINE / ##_move: from > s.n_ - n) -> from > s.n_) */

#endif
