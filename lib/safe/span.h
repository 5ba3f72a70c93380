/* span.h - views of bytes: pointer and length that travel together as one value.

   A span reads, an mspan also writes.  Neither owns anything.  The all-zero value is a valid empty view.
   Members end in '_': they belong to lib/safe, and code outside it can only go through the functions
   below, all of which check. Memory behind a view stays mapped while the program runs (see mem.h), so a
   view never dangles; a view kept across a refill of its buffer sees newer bytes.

   Functions marked F end the program (safe_fault) when their stated precondition does not hold. */

#ifndef SAFE_SPAN_H
#define SAFE_SPAN_H

#include "safe/base.h"

#include <string.h>

typedef struct { unsigned char const *p_; size_t n_; } span;
typedef struct { unsigned char *p_; size_t n_; } mspan;

/* The bytes of a string literal, without its NUL.  Usable as an initializer of static tables. */
#define S(lit) ((span){(unsigned char const *)("" lit), sizeof(lit) - 1})

SAFE_INLINE unsigned char const *span_off_(span s, size_t k)
{
    return k ? s.p_ + k : s.p_;       /* NULL + 0 is undefined in C17 */
}
SAFE_INLINE unsigned char *mspan_off_(mspan s, size_t k)
{
    return k ? s.p_ + k : s.p_;
}

SAFE_INLINE size_t span_len(span s)
{
    return s.n_;
}
SAFE_INLINE bool span_empty(span s)
{
    return s.n_ == 0;
}
/* The byte at I.  F: i < len. */
SAFE_INLINE unsigned char span_at(span s, size_t i)
{
    if (__builtin_expect(i >= s.n_, 0))
        safe_fault("span index", i, s.n_);
    return s.p_[i];
}
/* The byte at I, or -1 past the end: for look-ahead. */
SAFE_INLINE int span_peek(span s, size_t i)
{
    return i < s.n_ ? s.p_[i] : -1;
}
/* The last byte, or -1 when empty. */
SAFE_INLINE int span_last(span s)
{
    return s.n_ ? s.p_[s.n_ - 1] : -1;
}
/* The leading N bytes.  F: n <= len. */
SAFE_INLINE span span_first(span s, size_t n)
{
    if (__builtin_expect(n > s.n_, 0))
        safe_fault("span prefix", n, s.n_);
    return (span){s.p_, n};
}
/* All but the leading N bytes.  F: n <= len. */
SAFE_INLINE span span_drop(span s, size_t n)
{
    if (__builtin_expect(n > s.n_, 0))
        safe_fault("span drop", n, s.n_);
    return (span){span_off_(s, n), s.n_ - n};
}
/* N bytes from OFF.  F: off <= len && n <= len - off. */
SAFE_INLINE span span_sub(span s, size_t off, size_t n)
{
    return span_first(span_drop(s, off), n);
}
/* The last N bytes.  F: n <= len. */
SAFE_INLINE span span_tail(span s, size_t n)
{
    if (__builtin_expect(n > s.n_, 0))
        safe_fault("span tail", n, s.n_);
    return (span){span_off_(s, s.n_ - n), n};
}
/* All but the last N bytes.  F: n <= len. */
SAFE_INLINE span span_chop(span s, size_t n)
{
    if (__builtin_expect(n > s.n_, 0))
        safe_fault("span chop", n, s.n_);
    return (span){s.p_, s.n_ - n};
}
/* At most the leading N bytes. */
SAFE_INLINE span span_at_most(span s, uintmax_t n)
{
    return (span){s.p_, n < s.n_ ? (size_t)n : s.n_};
}
/* The part of WHOLE that comes before REST, which must be a tail of it: WHOLE minus as many bytes as REST
   has. F: len of rest <= len of whole. */
SAFE_INLINE span span_before(span whole, span rest)
{
    return span_chop(whole, rest.n_);
}
/* Take N bytes off the front.  F: n <= len. */
SAFE_INLINE span span_take(span *s, size_t n)
{
    span head = span_first(*s, n);
    *s = span_drop(*s, n);
    return head;
}
/* Take one byte off the front; false at the end. */
SAFE_INLINE bool span_next(span *s, unsigned char *c)
{
    if (s->n_ == 0)
        return false;
    *c = *s->p_;
    s->p_++;
    s->n_--;
    return true;
}
/* Offset of the first C, or len. */
SAFE_INLINE size_t span_find(span s, unsigned char c)
{
    if (s.n_ == 0)
        return 0;
    unsigned char const *q = (unsigned char const *)memchr(s.p_, c, s.n_);
    return q ? (size_t)(q - s.p_) : s.n_;
}
/* Offset of the last C, or len. */
size_t span_rfind(span s, unsigned char c);
SAFE_INLINE bool span_has(span s, unsigned char c)
{
    return span_find(s, c) < s.n_;
}
/* Pop the bytes before the first D into *FIELD and drop D too; false, nothing changed, when there is no D. */
SAFE_INLINE bool span_cut(span *s, unsigned char d, span *field)
{
    size_t i = span_find(*s, d);
    if (i == s->n_)
        return false;
    *field = (span){s->p_, i};
    s->p_ += i + 1;
    s->n_ -= i + 1;
    return true;
}
/* Equal bytes.  Two empty spans are equal. */
SAFE_INLINE bool span_eq(span a, span b)
{
    return a.n_ == b.n_ && (a.n_ == 0 || memcmp(a.p_, b.p_, a.n_) == 0);
}
SAFE_INLINE bool span_starts(span s, span prefix)
{
    return prefix.n_ <= s.n_ && (prefix.n_ == 0 || memcmp(s.p_, prefix.p_, prefix.n_) == 0);
}
SAFE_INLINE bool span_ends(span s, span suffix)
{
    return suffix.n_ <= s.n_ && span_eq((span){span_off_(s, s.n_ - suffix.n_), suffix.n_}, suffix);
}
/* Order of bytes as unsigned numbers; a prefix comes first.  Negative, zero or positive. */
SAFE_INLINE int span_cmp(span a, span b)
{
    size_t n = a.n_ < b.n_ ? a.n_ : b.n_;
    int d = n ? memcmp(a.p_, b.p_, n) : 0;
    return d ? d : (a.n_ > b.n_) - (a.n_ < b.n_);
}
/* Offset of the first place where NEEDLE occurs, or len; an empty needle occurs at 0. */
size_t span_search(span s, span needle);
/* Offset of the last place where NEEDLE occurs, or len; an empty needle occurs nowhere. */
size_t span_search_last(span s, span needle);
/* Offset of the first A or B, or len. */
size_t span_find2(span s, unsigned char a, unsigned char b);
/* How often C occurs. */
size_t span_count(span s, unsigned char c);
/* Length of the start of S that ends with the *N-th C, or len when there are fewer; *N drops by the Cs in
   that start. */
size_t span_after_nth(span s, unsigned char c, uint64_t *n);
/* Offset just behind the C that has *N Cs after it in S, or 0 when there are not so many; *N drops by the
   Cs passed over. */
size_t span_after_nth_last(span s, unsigned char c, uint64_t *n);
/* Number of leading bytes that A and B share. */
size_t span_common(span a, span b);
/* The first eight bytes as a big-endian number, missing ones as zero: orders like span_cmp on those bytes. */
SAFE_INLINE uint64_t span_prefix_key(span s)
{
    uint64_t k = 0;
    if (s.n_ >= 8) {
        memcpy(&k, s.p_, 8);
        return machine_is_big_endian() ? k : __builtin_bswap64(k);
    }
    for (size_t i = 0; i < s.n_; i++)
        k |= (uint64_t)s.p_[i] << (56 - 8 * i);
    return k;
}
/* A hint: the bytes at the front of S will be read soon. */
SAFE_INLINE void span_prefetch(span s)
{
    __builtin_prefetch(s.p_);
}
/* Little-endian loads for kernels.  F: 8 (4) bytes there. */
SAFE_INLINE uint64_t span_load64(span s)
{
    uint64_t k = 0;
    memcpy(&k, span_first(s, 8).p_, 8);
    return machine_is_big_endian() ? __builtin_bswap64(k) : k;
}
/* Among the eight bytes of V, in the order of span_load64, the place of the first that is not 0; 8 when there
   is none. */
SAFE_INLINE size_t word_find_nonzero(uint64_t v)
{
    return v ? (size_t)__builtin_ctzll(v) / 8 : 8;
}
/* Likewise the place of the first that is below LOW (at most
   128) or not ASCII; 8 when there is none. */
SAFE_INLINE size_t word_find_uneven(uint64_t v, unsigned char low)
{
    uint64_t ones = UINT64_MAX / 255, high = ones << 7;
    /* A byte that borrows is itself below LOW: what it spoils lies behind the first hit. */
    uint64_t hits = ((v - ones * low) | v) & high;
    return hits ? (size_t)__builtin_ctzll(hits) / 8 : 8;
}
SAFE_INLINE uint32_t span_load32(span s)
{
    uint32_t k = 0;
    memcpy(&k, span_first(s, 4).p_, 4);
    return machine_is_big_endian() ? __builtin_bswap32(k) : k;
}

/* Run the following statement with C (an unsigned char) being each byte in turn. */
#define SPAN_FOREACH(c, s) \
    for (span c##_s_ = (s), *c##_once_ = &c##_s_; c##_once_; c##_once_ = 0) \
        for (unsigned char c = 0; span_next(&c##_s_, &c);)

/* ---- writable views ---- */

SAFE_INLINE span mspan_span(mspan s)
{
    return (span){s.p_, s.n_};
}
SAFE_INLINE size_t mspan_len(mspan s)
{
    return s.n_;
}
/* F: i < len. */
SAFE_INLINE unsigned char mspan_at(mspan s, size_t i)
{
    return span_at(mspan_span(s), i);
}
/* F: i < len. */
SAFE_INLINE void mspan_set(mspan s, size_t i, unsigned char c)
{
    if (__builtin_expect(i >= s.n_, 0))
        safe_fault("mspan index", i, s.n_);
    s.p_[i] = c;
}
/* F: n <= len. */
SAFE_INLINE mspan mspan_first(mspan s, size_t n)
{
    if (__builtin_expect(n > s.n_, 0))
        safe_fault("mspan prefix", n, s.n_);
    return (mspan){s.p_, n};
}
/* F: n <= len. */
SAFE_INLINE mspan mspan_drop(mspan s, size_t n)
{
    if (__builtin_expect(n > s.n_, 0))
        safe_fault("mspan drop", n, s.n_);
    return (mspan){mspan_off_(s, n), s.n_ - n};
}
/* F: off <= len && n <= len - off. */
SAFE_INLINE mspan mspan_sub(mspan s, size_t off, size_t n)
{
    return mspan_first(mspan_drop(s, off), n);
}
/* Store C at the front and step over it.  F: not empty. */
SAFE_INLINE void mspan_push(mspan *w, unsigned char c)
{
    if (__builtin_expect(w->n_ == 0, 0))
        safe_fault("mspan push", 1, 0);
    *w->p_ = c;
    w->p_++;
    w->n_--;
}
/* Copy SRC to the front of DST and return the rest of DST.  Overlap is allowed.  F: src fits. */
SAFE_INLINE mspan mspan_copy(mspan dst, span src)
{
    if (__builtin_expect(src.n_ > dst.n_, 0))
        safe_fault("mspan copy", src.n_, dst.n_);
    if (src.n_)
        memmove(dst.p_, src.p_, src.n_);
    return (mspan){mspan_off_(dst, src.n_), dst.n_ - src.n_};
}
/* Put SRC at the front of *W and step over it; the two must not overlap.  F: src fits. */
SAFE_INLINE void mspan_put(mspan *w, span src)
{
    if (__builtin_expect(src.n_ > w->n_, 0))
        safe_fault("mspan put", src.n_, w->n_);
    if (src.n_) {
        memcpy(w->p_, src.p_, src.n_);
        w->p_ += src.n_;
        w->n_ -= src.n_;
    }
}
/* The same for the N bytes of SRC from OFF, which are known to be few most often.  Up to MOST of them are
   copied without a look at their number: MOST bytes, of which the rest of *W takes what is too much.  MOST is
   a constant; 32 and 64 are quick.  F: off <= len && n <= len - off, and n bytes fit. */
SAFE_INLINE void mspan_put_few(mspan *w, span src, size_t off, size_t n, size_t most)
{
    if (__builtin_expect(off > src.n_ || n > src.n_ - off || n > w->n_, 0))
        safe_fault("mspan put few", n, w->n_);
    if (most && n <= most && src.n_ - off >= most && w->n_ >= most)
        memcpy(w->p_, src.p_ + off, most);
    else if (n)
        memcpy(w->p_, src.p_ + off, n);
    if (n) {
        w->p_ += n;
        w->n_ -= n;
    }
}
/* Set every byte to C. */
SAFE_INLINE void mspan_fill(mspan s, unsigned char c)
{
    if (s.n_)
        memset(s.p_, c, s.n_);
}
/* Store little-endian at the front.  F: room for 8 bytes. */
SAFE_INLINE void mspan_store64(mspan s, uint64_t v)
{
    uint64_t k = machine_is_big_endian() ? __builtin_bswap64(v) : v;
    memcpy(mspan_first(s, 8).p_, &k, 8);
}
/* Reverse the order of the bytes. */
void mspan_reverse(mspan s);

#endif
