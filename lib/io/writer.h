/* writer.h - buffered output.

   The first error sticks: what is written afterwards is dropped, writer_ok says false, and writer_finish
   returns it, so a program may write without checking each call and stop when it is convenient. */

#ifndef IO_WRITER_H
#define IO_WRITER_H

#include "safe/buf.h"
#include "safe/checked.h"
#include "safe/zstr.h"
#include "sys/fd.h"

enum { WRITER_SIZE = 64 * 1024 };

typedef struct SAFE_OWNER {
    buf data;
    fdh fd;
    oserr err;
    bool reported;          /* the error was taken */
    bool wrote;             /* anything was ever given to it */
    bool asked_terminal, terminal;
} writer;

/* Write to FD.  W must be new. */
void writer_open(writer *w, fdh fd);
SAFE_INLINE bool writer_ok(writer const *w)
{
    return w->err == 0;
}
void writer_put_slow_(writer *w, span s);
void writer_make_room_(writer *w, size_t n);

/* Room for at least N bytes; write there, then writer_commit or writer_commit_before. */
SAFE_INLINE mspan writer_window(writer *w, size_t n)
{
    if (__builtin_expect(n > buf_capacity(&w->data) - buf_len(&w->data), 0))
        writer_make_room_(w, n);
    return buf_tail(&w->data, n);
}
SAFE_INLINE void writer_commit(writer *w, size_t n)
{
    buf_commit(&w->data, n);
}
/* Read up to *N bytes of IN, and none that are more, straight into the buffer, and take them off *N.  It ends
   with the input, at the first error, which is of the input, or when output fails. */
oserr writer_copy(writer *w, fdh in, uint64_t *n);
/* Commit all of the last window but its unused REST. */
SAFE_INLINE void writer_commit_before(writer *w, mspan rest)
{
    buf_commit_before(&w->data, rest);
}
SAFE_INLINE void writer_put(writer *w, span s)
{
    if (__builtin_expect(span_len(s) > buf_capacity(&w->data) - buf_len(&w->data), 0))
        writer_put_slow_(w, s);
    else
        buf_append(&w->data, s);
}
SAFE_INLINE void writer_putz(writer *w, zstr s)
{
    writer_put(w, zstr_span(s));
}
SAFE_INLINE void writer_byte(writer *w, unsigned char c)
{
    mspan_set(writer_window(w, 1), 0, c);
    buf_commit(&w->data, 1);
}
/* N times the byte C. */
void writer_fill(writer *w, size_t n, unsigned char c);
/* Decimal digits. */
void writer_umax(writer *w, uintmax_t v);
void writer_imax(writer *w, intmax_t v);

/* Write out what is buffered. */
oserr writer_flush(writer *w);
/* The error so far, or 0, which from now on counts as reported: writer_finish will not return it again.
   Output stays dropped. */
oserr writer_take_error(writer *w);
/* Whether it writes to a terminal. */
bool writer_is_terminal(writer *w);
/* Where a line-buffering program would have written: flushes when the output is a terminal.  To be called
   when input was processed and more may be waited for. */
void writer_sync(writer *w);
/* Flush and close; the first error of the whole life of W.  A descriptor that was closed from the start is
   an error only when something was written. */
oserr writer_finish(writer *w);

#endif
