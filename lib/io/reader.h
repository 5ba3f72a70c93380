/* reader.h - buffered input.

   A reader holds bytes [pos, len) of its buffer that were read and not yet consumed.  Memory does not
   depend on the input's size; reader_record, reader_records and reader_all make room for the longest
   record (or all) as needed. End of input is not an error: it is an empty part, or false from
   reader_record.  Errors are errno values and stay: after one, every call returns it again.

   Views handed out are good until the next call on the same reader. */

#ifndef IO_READER_H
#define IO_READER_H

#include "safe/buf.h"
#include "safe/checked.h"
#include "sys/fd.h"

enum { READER_SIZE = 128 * 1024 };

typedef struct SAFE_OWNER {
    buf data;
    size_t pos;
    size_t size;            /* what one read asks for */
    fdh fd;
    oserr err;
    bool eof;
} reader;

/* Read from FD, which the reader closes unless it is standard input.  R must be new or closed. */
void reader_open(reader *r, fdh fd);
/* The same, reading SIZE bytes at a time. */
void reader_open_sized(reader *r, fdh fd, size_t size);

/* What is buffered, reading once when nothing is; empty at the end of input. */
oserr reader_peek(reader *r, span *part);
/* Like reader_peek with at least N bytes, unless input ends before, or reading fails: that is returned when
   nothing is left. */
oserr reader_peek_least(reader *r, size_t n, span *part);
/* Whether no more will be read, because of the end or of an error: what is buffered is all there is. */
SAFE_INLINE bool reader_ended(reader const *r)
{
    return r->eof || r->err != 0;
}
/* The first N bytes of what was peeked are done with.  F: so many are buffered. */
SAFE_INLINE void reader_consume(reader *r, size_t n)
{
    r->pos += span_len(span_first(span_drop(buf_span(&r->data), r->pos), n));
}
/* reader_peek and reader_consume of all of it. */
oserr reader_chunk(reader *r, span *part);
/* The same as writable bytes, for filters that work in place. */
oserr reader_chunk_mut(reader *r, mspan *part);

/* The next record, without its DELIMITER; false at the end of input or on an error (r->err tells).
   *TERMINATED: whether the delimiter was there; only the last record of an input can lack it. */
bool reader_record(reader *r, unsigned char delimiter, span *record, bool *terminated);
/* All complete records that are buffered, as one part that ends in DELIMITER, reading when there is none.
   The last part of an input may lack the delimiter.  Empty at the end of input. */
oserr reader_records(reader *r, unsigned char delimiter, span *part);
/* Everything up to the end of input as one part. */
oserr reader_all(reader *r, span *part);

/* Done: unread bytes of standard input are given back when it can seek, so that the next process goes on
   where this one stopped; other descriptors are closed.  Memory is given back for other readers. */
oserr reader_close(reader *r);

#endif
