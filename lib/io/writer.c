/* writer.c - see writer.h. */

#include "io/writer.h"

void writer_open(writer *w, fdh fd)
{
    w->fd = fd;
}

oserr writer_flush(writer *w)
{
    if (buf_len(&w->data) > 0) {
        w->wrote = true;
        if (w->err == 0)
            w->err = fd_write_all(w->fd, buf_span(&w->data));
        buf_clear(&w->data);
    }
    return w->err;
}

void writer_make_room_(writer *w, size_t n)
{
    if (buf_len(&w->data) > 0)
        writer_flush(w);
    buf_tail(&w->data, size_max(n, WRITER_SIZE));
}

void writer_put_slow_(writer *w, span s)
{
    if (span_len(s) < WRITER_SIZE / 2) {
        writer_make_room_(w, span_len(s));
        buf_append(&w->data, s);
        return;
    }
    /* Long runs go out without a copy. */
    writer_flush(w);
    w->wrote = true;
    if (w->err == 0)
        w->err = fd_write_all(w->fd, s);
}

void writer_fill(writer *w, size_t n, unsigned char c)
{
    while (n > 0) {
        size_t part = size_min(n, WRITER_SIZE / 4);
        mspan_fill(mspan_first(writer_window(w, part), part), c);
        writer_commit(w, part);
        n -= part;
    }
}

void writer_umax(writer *w, uintmax_t v)
{
    writer_window(w, 20);
    buf_append_umax(&w->data, v);
}

void writer_imax(writer *w, intmax_t v)
{
    writer_window(w, 21);
    buf_append_imax(&w->data, v);
}

bool writer_is_terminal(writer *w)
{
    if (!w->asked_terminal) {
        w->asked_terminal = true;
        w->terminal = fd_is_terminal(w->fd);
    }
    return w->terminal;
}

oserr writer_copy(writer *w, fdh in, uint64_t *n)
{
    while (*n > 0 && writer_ok(w)) {
        size_t got = 0, most = size_min(size_clamp(*n), WRITER_SIZE);
        oserr err = fd_read(in, mspan_first(writer_window(w, most), most), &got);
        if (err || got == 0)
            return err;
        writer_commit(w, got);
        *n -= got;
        writer_sync(w);
    }
    return 0;
}

void writer_sync(writer *w)
{
    if (writer_is_terminal(w))
        writer_flush(w);
}

oserr writer_take_error(writer *w)
{
    w->reported |= w->err != 0;
    return w->err;
}

oserr writer_finish(writer *w)
{
    writer_flush(w);
    oserr err = fd_close(&w->fd);
    if (w->err == 0 && err != 0 && (w->wrote || err != EBADF))
        w->err = err;
    return w->reported ? 0 : w->err;
}
