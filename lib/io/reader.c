/* reader.c - see reader.h.  Only reader_fill moves or reads anything. */

#include "io/reader.h"

void reader_open_sized(reader *r, fdh fd, size_t size)
{
    buf_clear(&r->data);
    r->pos = 0;
    r->size = size;
    r->fd = fd;
    r->err = 0;
    r->eof = false;
}

void reader_open(reader *r, fdh fd)
{
    reader_open_sized(r, fd, READER_SIZE);
}

static span buffered(reader const *r)
{
    return span_drop(buf_span(&r->data), r->pos);
}

/* Read once behind what is buffered.  The bytes move to the front of the buffer when that makes room worth
   having. */
static oserr reader_fill(reader *r)
{
    if (r->err || r->eof)
        return r->err;
    if (r->pos > 0) {
        buf_drop_front(&r->data, r->pos);
        r->pos = 0;
    }
    size_t room = buf_capacity(&r->data) - buf_len(&r->data), got = 0;
    mspan window = buf_tail(&r->data, room >= r->size / 2 && room > 0 ? room : r->size);
    /* Asking for SIZE at most keeps reads alike in size however large the buffer once became. */
    r->err = fd_read(r->fd, mspan_first(window, size_min(mspan_len(window), r->size)), &got);
    buf_commit(&r->data, got);
    r->eof = r->err == 0 && got == 0;
    return r->err;
}

oserr reader_peek_least(reader *r, size_t n, span *part)
{
    while (span_len(buffered(r)) < n && !r->eof && r->err == 0)
        reader_fill(r);
    *part = buffered(r);
    return span_empty(*part) ? r->err : 0;
}

oserr reader_peek(reader *r, span *part)
{
    return reader_peek_least(r, 1, part);
}

oserr reader_chunk(reader *r, span *part)
{
    oserr err = reader_peek(r, part);
    r->pos = buf_len(&r->data);
    return err;
}

oserr reader_chunk_mut(reader *r, mspan *part)
{
    span seen = {};
    oserr err = reader_peek(r, &seen);
    *part = mspan_drop(buf_mspan(&r->data), r->pos);
    r->pos = buf_len(&r->data);
    return err;
}

bool reader_record(reader *r, unsigned char delimiter, span *record, bool *terminated)
{
    size_t searched = 0;
    for (;;) {
        span rest = span_drop(buffered(r), searched);
        size_t at = span_find(rest, delimiter);
        if (at < span_len(rest)) {
            *record = span_first(buffered(r), searched + at);
            *terminated = true;
            r->pos += searched + at + 1;
            return true;
        }
        searched += span_len(rest);
        if (r->eof || r->err)
            break;
        reader_fill(r);
    }
    *record = buffered(r);
    *terminated = false;
    r->pos = buf_len(&r->data);
    return !span_empty(*record);
}

oserr reader_records(reader *r, unsigned char delimiter, span *part)
{
    size_t searched = 0;
    for (;;) {
        span all = buffered(r);
        size_t last = span_rfind(span_drop(all, searched), delimiter);
        if (last < span_len(all) - searched) {
            *part = span_first(all, searched + last + 1);
            r->pos += span_len(*part);
            return 0;
        }
        searched = span_len(all);
        if (r->eof || r->err) {
            *part = all;
            r->pos = buf_len(&r->data);
            return span_empty(all) ? r->err : 0;
        }
        reader_fill(r);
    }
}

oserr reader_all(reader *r, span *part)
{
    while (!r->eof && r->err == 0)
        reader_fill(r);
    *part = buffered(r);
    r->pos = buf_len(&r->data);
    return r->err;
}

oserr reader_close(reader *r)
{
    span unread = buffered(r);
    oserr err = 0;
    int64_t at = 0;
    if (!fd_same(r->fd, FDH_STDIN))
        err = fd_close(&r->fd);
    else if (!span_empty(unread) && fd_seek(r->fd, -as_i64(span_len(unread)), SEEK_CUR, &at) != 0)
        err = 0;                /* a pipe: what was read is gone, for every program alike */
    buf_recycle(&r->data);
    r->pos = 0;
    r->fd = FDH_NONE;
    return err;
}
