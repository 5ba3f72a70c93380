/* buf.h - an owned, growing sequence of bytes.

   The all-zero value is an empty buffer without a ceiling.  Growing never ends the life of views taken
   before: they stay readable (temporal rule, mem.h), but what they show is undefined from then on.  A
   buffer told its ceiling faults rather than grow past it; when the system has no memory the program ends
   with "memory exhausted".

   Appending byte by byte through the buffer is slow (its length is reloaded each time): take a window with
   buf_tail into a local, fill that, and buf_commit what was used. */

#ifndef SAFE_BUF_H
#define SAFE_BUF_H

#include "safe/mem.h"
#include "safe/span.h"

typedef struct SAFE_OWNER {
    struct mem mem_;
    size_t len_;
    size_t ceiling_;        /* 0: none */
} buf;

SAFE_INLINE size_t buf_ceiling_(buf const *b)
{
    return b->ceiling_ ? b->ceiling_ : PTRDIFF_MAX;
}
/* State the ceiling of an empty buffer in bytes. */
SAFE_INLINE void buf_set_ceiling(buf *b, size_t ceiling)
{
    b->ceiling_ = ceiling < PTRDIFF_MAX ? ceiling : PTRDIFF_MAX;
}
SAFE_INLINE size_t buf_len(buf const *b)
{
    return b->len_;
}
SAFE_INLINE size_t buf_capacity(buf const *b)
{
    return b->mem_.cap_;
}
/* The bytes in B. */
SAFE_INLINE span buf_span(buf const *b)
{
    return (span){b->mem_.p_, b->len_};
}
/* The bytes in B, writable. */
SAFE_INLINE mspan buf_mspan(buf *b)
{
    return (mspan){b->mem_.p_, b->len_};
}
SAFE_COLD void buf_grow_(buf *b, size_t extra);
/* The free room behind the bytes, at least EXTRA of it; write there, then buf_commit. */
SAFE_INLINE mspan buf_tail(buf *b, size_t extra)
{
    if (__builtin_expect(extra > b->mem_.cap_ - b->len_, 0))
        buf_grow_(b, extra);
    return (mspan){b->len_ ? b->mem_.p_ + b->len_ : b->mem_.p_, b->mem_.cap_ - b->len_};
}
/* Make room for EXTRA more bytes; false, nothing changed, where buf_tail would end the program for want of
   memory. */
bool buf_try_reserve(buf *b, size_t extra);
/* The first N bytes of the room belong to B now.  F: n <= room. */
SAFE_INLINE void buf_commit(buf *b, size_t n)
{
    if (__builtin_expect(n > b->mem_.cap_ - b->len_, 0))
        safe_fault("buffer commit", n, b->mem_.cap_ - b->len_);
    b->len_ += n;
}
/* Commit all of a window but its unused REST, the tail of the last buf_tail.  F: rest no longer than the
   room. */
SAFE_INLINE void buf_commit_before(buf *b, mspan rest)
{
    if (__builtin_expect(rest.n_ > b->mem_.cap_ - b->len_, 0))
        safe_fault("buffer window", rest.n_, b->mem_.cap_ - b->len_);
    b->len_ = b->mem_.cap_ - rest.n_;
}
SAFE_INLINE void buf_push(buf *b, unsigned char c)
{
    mspan_set(buf_tail(b, 1), 0, c);
    b->len_++;
}
SAFE_COLD span buf_grow_around_(buf *b, span s);
/* Add the bytes of S, which may be some of B's own but no view of its free room. */
SAFE_INLINE void buf_append(buf *b, span s)
{
    if (__builtin_expect(s.n_ > b->mem_.cap_ - b->len_, 0))
        s = buf_grow_around_(b, s);
    mspan_copy(buf_tail(b, s.n_), s);
    b->len_ += s.n_;
}
/* N times the byte C. */
void buf_append_fill(buf *b, size_t n, unsigned char c);
/* Decimal digits of V; octal or hexadecimal ones, padded with zeros to WIDTH. */
void buf_append_umax(buf *b, uintmax_t v);
void buf_append_imax(buf *b, intmax_t v);
void buf_append_base(buf *b, uintmax_t v, unsigned base, size_t width);
/* Keep the first N bytes.  F: n <= len. */
SAFE_INLINE void buf_truncate(buf *b, size_t n)
{
    if (__builtin_expect(n > b->len_, 0))
        safe_fault("buffer truncate", n, b->len_);
    b->len_ = n;
}
SAFE_INLINE void buf_clear(buf *b)
{
    b->len_ = 0;
}
/* Drop the first N bytes; the others move to the front, so earlier views see other bytes.  F: n <= len. */
void buf_drop_front(buf *b, size_t n);
/* Give the memory back for other bytes.  B is empty afterwards. */
void buf_recycle(buf *b);
/* Exchange two buffers: how an owner moves. */
void buf_swap(buf *a, buf *b);

#endif
