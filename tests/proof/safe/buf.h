/* buf.h - a buffer's length never exceeds its capacity, and its capacity is what its block holds. */

#ifndef PROOF_SAFE_BUF_H
#define PROOF_SAFE_BUF_H

#include "proof/safe/mem.h"
#include "safe/buf.h"

/*@ predicate good(buf *b) = \valid(b) && block(&b->mem_) && b->len_ <= b->mem_.cap_
        && b->ceiling_ <= PTRDIFF_MAX; */

/*@ requires \valid_read(b) && b->ceiling_ <= PTRDIFF_MAX;
    assigns \nothing;
    ensures 0 < \result <= PTRDIFF_MAX; */
static inline size_t buf_ceiling_(buf const *b);
/* mutant buf_ceiling_: PTRDIFF_MAX -> SIZE_MAX */

/*@ requires good(b);
    assigns b->ceiling_;
    ensures good(b); */
static inline void buf_set_ceiling(buf *b, size_t ceiling);
/* mutant buf_set_ceiling: ceiling < PTRDIFF_MAX -> ceiling < SIZE_MAX */

/*@ requires good((buf *)b);
    assigns \nothing;
    ensures \result == b->len_; */
static inline size_t buf_len(buf const *b);
/* mutant buf_len: b->len_ -> b->mem_.cap_ */

/*@ requires good((buf *)b);
    assigns \nothing;
    ensures \result == b->mem_.cap_; */
static inline size_t buf_capacity(buf const *b);
/* mutant buf_capacity: b->mem_.cap_ -> b->len_ */

/*@ requires good((buf *)b);
    assigns \nothing;
    ensures readable(\result) && \result.n_ == b->len_ && \result.p_ == b->mem_.p_; */
static inline span buf_span(buf const *b);
/* mutant buf_span: b->len_ -> b->mem_.cap_ + 1 */

/*@ requires good(b);
    assigns \nothing;
    ensures writable(\result) && \result.n_ == b->len_ && \result.p_ == b->mem_.p_; */
static inline mspan buf_mspan(buf *b);
/* mutant buf_mspan: b->len_ -> b->mem_.cap_ + 1 */

/*@ requires good(b);
    assigns *b, b->mem_.p_[0 .. b->mem_.cap_ - 1];
    ensures good(b) && b->len_ == \old(b->len_) && b->mem_.cap_ - b->len_ >= extra;
    ensures b->ceiling_ == \old(b->ceiling_); */
void buf_grow_(buf *b, size_t extra);
/* mutant buf_grow_: b->len_ + extra, -> extra, */

/*@ requires good(b);
    assigns *b, b->mem_.p_[0 .. b->mem_.cap_ - 1];
    ensures good(b) && b->len_ == \old(b->len_) && b->ceiling_ == \old(b->ceiling_);
    ensures writable(\result) && \result.n_ >= extra && \result.n_ == b->mem_.cap_ - b->len_;
    ensures \result.p_ == b->mem_.p_ + b->len_; */
static inline mspan buf_tail(buf *b, size_t extra);
/* mutant buf_tail: , b->mem_.cap_ - b->len_} -> , b->mem_.cap_} */

/*@ requires good(b);
    assigns *b, b->mem_.p_[0 .. b->mem_.cap_ - 1];
    ensures good(b) && b->len_ == \old(b->len_) && b->ceiling_ == \old(b->ceiling_);
    ensures \result ==> b->mem_.cap_ - b->len_ >= extra;
    ensures !\result ==> *b == \old(*b); */
bool buf_try_reserve(buf *b, size_t extra);
/* mutant buf_try_reserve: b->len_ + extra, -> extra, */

/*@ requires good(b);
    assigns b->len_;
    ensures good(b) && b->len_ == \old(b->len_) + n; */
static inline void buf_commit(buf *b, size_t n);
/* mutant buf_commit: n > b->mem_.cap_ - b->len_, -> n > b->mem_.cap_, */

/*@ requires good(b);
    assigns b->len_;
    ensures good(b) && b->len_ == b->mem_.cap_ - rest.n_ && b->len_ >= \old(b->len_); */
static inline void buf_commit_before(buf *b, mspan rest);
/* mutant buf_commit_before: b->mem_.cap_ - rest.n_; -> b->mem_.cap_ + rest.n_; */

/*@ requires good(b);
    ensures good(b) && b->len_ == \old(b->len_) + 1; */
static inline void buf_push(buf *b, unsigned char c);
/* mutant buf_push: 0, c); -> 0, c); b->len_++; */

/*@ requires good(b) && readable(s);
    assigns *b, b->mem_.p_[0 .. b->mem_.cap_ - 1];
    ensures good(b) && b->len_ == \old(b->len_) && b->mem_.cap_ - b->len_ >= s.n_;
    ensures readable(\result) && \result.n_ == s.n_ && b->ceiling_ == \old(b->ceiling_); */
span buf_grow_around_(buf *b, span s);
/* wraps buf_grow_around_: addresses of different blocks */
/* mutant buf_grow_around_: buf_grow_(b, s.n_) -> buf_grow_(b, 1) */

/*@ requires good(b) && readable(s);
    ensures good(b) && b->len_ == \old(b->len_) + s.n_; */
static inline void buf_append(buf *b, span s);
/* mutant buf_append: b->len_ += s.n_ -> b->len_ += s.n_ + 1 */

/*@ requires good(b);
    ensures good(b) && b->len_ == \old(b->len_) + n; */
void buf_append_fill(buf *b, size_t n, unsigned char c);
/* mutant buf_append_fill: buf_commit(b, n) -> buf_commit(b, n + 1) */

/*@ requires good(b);
    ensures good(b) && 2 <= base <= 16; */
void buf_append_base(buf *b, uintmax_t v, unsigned base, size_t width);
/* trusted buf_append_base: that its digits on the stack stay readable for buf_append is not found */

/*@ requires good(b);
    ensures good(b) && b->len_ == \old(b->len_) - n; */
void buf_drop_front(buf *b, size_t n);
/* mutant buf_drop_front: n > b->len_ -> n > b->mem_.cap_ */

/*@ requires good(b);
    ensures good(b); */
void buf_append_umax(buf *b, uintmax_t v);
/* mutant buf_append_umax: v, 10, 1 -> v, b->mem_.p_[v], 1 */

/*@ requires good(b);
    ensures good(b); */
void buf_append_imax(buf *b, intmax_t v);
/* wraps buf_append_imax: the magnitude of INTMAX_MIN */
/* mutant buf_append_imax: buf_push(b, '-') -> b->len_++ */

/*@ requires good(b);
    assigns b->len_;
    ensures good(b) && b->len_ == n; */
static inline void buf_truncate(buf *b, size_t n);
/* mutant buf_truncate: n > b->len_ -> n < b->len_ */

/*@ requires good(b);
    assigns b->len_;
    ensures good(b) && b->len_ == 0; */
static inline void buf_clear(buf *b);
/* mutant buf_clear: b->len_ = 0 -> b->len_ = 1 */

/*@ requires good(b);
    assigns *b, b->mem_.p_[0 .. b->mem_.cap_ - 1];
    ensures good(b) && b->len_ == 0; */
void buf_recycle(buf *b);
/* mutant buf_recycle: b->len_ = 0 -> b->len_ = 1 */

/*@ requires good(a) && good(b) && \separated(a, b);
    assigns *a, *b;
    ensures a->len_ == \old(b->len_) && a->mem_.cap_ == \old(b->mem_.cap_) && a->mem_.p_ == \old(b->mem_.p_);
    ensures b->len_ == \old(a->len_) && b->mem_.cap_ == \old(a->mem_.cap_)
            && b->mem_.p_ == \old(a->mem_.p_); */
void buf_swap(buf *a, buf *b);
/* mutant buf_swap: *a = *b -> a->len_ = b->len_ */

#endif
