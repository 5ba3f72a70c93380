/* buf.c - the slow paths of buf.h. */

#include "safe/buf.h"

void buf_grow_(buf *b, size_t extra)
{
    if (extra > PTRDIFF_MAX - b->len_)
        safe_no_memory();
    mem_grow(&b->mem_, b->len_, b->len_ + extra, buf_ceiling_(b), MEM_BYTES);
}

/* Make room for the bytes of S, and say where they are then: growing gives the old block away, and S may be
   a part of it. */
span buf_grow_around_(buf *b, span s)
{
    uintptr_t at = (uintptr_t)s.p_ - (uintptr_t)b->mem_.p_;
    bool own = at < b->len_ && s.n_ <= b->len_ - at;
    buf_grow_(b, s.n_);
    return own ? span_sub(buf_span(b), at, s.n_) : s;
}

bool buf_try_reserve(buf *b, size_t extra)
{
    if (extra > PTRDIFF_MAX - b->len_)
        return false;
    return mem_try_grow(&b->mem_, b->len_, b->len_ + extra, buf_ceiling_(b), MEM_BYTES);
}

void buf_append_fill(buf *b, size_t n, unsigned char c)
{
    mspan_fill(mspan_first(buf_tail(b, n), n), c);
    buf_commit(b, n);
}

void buf_append_base(buf *b, uintmax_t v, unsigned base, size_t width)
{
    unsigned char text[64];     /* as many digits as bits: AT never stops a number before its end */
    size_t at = sizeof text;
    if (base < 2 || base > 16)
        safe_fault("number base", base, 16);
    if (base == 10)             /* by a constant, a division is a multiplication */
        do
            text[--at] = (unsigned char)('0' + v % 10);
        while ((v /= 10) != 0 && at > 0);
    else
        do
            text[--at] = (unsigned char)"0123456789abcdef"[v % base];
        while ((v /= base) != 0 && at > 0);
    if (width > sizeof text - at)
        buf_append_fill(b, width - (sizeof text - at), '0');
    buf_append(b, (span){text + at, sizeof text - at});
}

void buf_append_umax(buf *b, uintmax_t v)
{
    buf_append_base(b, v, 10, 1);
}

void buf_append_imax(buf *b, intmax_t v)
{
    if (v < 0)
        buf_push(b, '-');
    buf_append_umax(b, v < 0 ? 0 - (uintmax_t)v : (uintmax_t)v);
}

void buf_drop_front(buf *b, size_t n)
{
    if (n > b->len_)
        safe_fault("buffer drop", n, b->len_);
    mem_slide(&b->mem_, n, b->len_ - n);
    b->len_ -= n;
}

void buf_recycle(buf *b)
{
    mem_recycle(&b->mem_);
    b->len_ = 0;
}

void buf_swap(buf *a, buf *b)
{
    buf t = *a;
    *a = *b;
    *b = t;
}
