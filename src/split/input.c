/* input.c - how long the input is, and going on elsewhere in it. */

#include "split/split.h"

#include "sys/env.h"
#include "sys/filedata.h"
#include "sys/tempfile.h"
#include "sys/zerocopy.h"

enum {
    PIPE_SIZE = 1 << 20,
    COPY_LEAST = 256 << 10,     /* bytes that are worth asking the kernel for */
    COPY_MOST = 1 << 30,
};

static oserr open_spool(fdh *out)
{
    zstr dir = env_get(Z("TMPDIR"));
    if (zstr_len(dir) > 0 && tempfile_open(out, dir) == 0)
        return 0;
    return tempfile_open(out, Z("/tmp"));
}

/* Copy the rest of IN to FILE, inside the kernel if that can be. */
static oserr copy_rest(reader *in, fdh file)
{
    span part = {};
    oserr err = reader_chunk(in, &part);
    if (err == 0)
        err = fd_write_all(file, part);
    if (err)
        return err;
    fd_set_pipe_size(in->fd, PIPE_SIZE);
    if (zerocopy_all(in->fd, file, &err))
        return err;
    while ((err = reader_chunk(in, &part)) == 0 && !span_empty(part))
        if ((err = fd_write_all(file, part)) != 0)
            return err;
    return err;
}

/* Copy the rest of IN to a file without a name, which IN reads from then on. */
static oserr spool(reader *in, size_t block, uint64_t *size)
{
    fdh file = FDH_NONE;
    int64_t start = 0, end = 0;
    oserr err = open_spool(&file);
    if (err == 0)
        err = copy_rest(in, file);
    if (err == 0)
        err = fd_seek(file, 0, SEEK_CUR, &end);
    if (err == 0)
        err = fd_seek(file, 0, SEEK_SET, &start);
    *size = magnitude(end);
    if (err) {
        fd_close(&file);
        return err;
    }
    reader_close(in);
    reader_open_sized(in, file, block);
    return 0;
}

oserr split_measure(reader *in, size_t block, uint64_t *size)
{
    span part = {};
    oserr err = reader_peek_least(in, READER_SIZE, &part);
    if (err || in->err)
        return in->err;
    *size = span_len(part);
    if (in->eof)
        return 0;
    struct stat st = {};
    int64_t at = 0;
    if (fd_stat(in->fd, &st) == 0 && S_ISREG(st.st_mode) && fd_seek(in->fd, 0, SEEK_CUR, &at) == 0
        && at < st.st_size) {
        *size += magnitude(st.st_size - at);
        return 0;
    }
    return spool(in, block, size);
}

oserr split_skip(reader *in, uint64_t n)
{
    span part = {};
    int64_t at = 0;
    oserr err = 0;
    while (n > 0 && (err = reader_peek(in, &part)) == 0 && !span_empty(part)) {
        size_t taken = span_len(span_at_most(part, n));
        reader_consume(in, taken);
        n -= taken;
        int64_t far = 0;
        /* More than is buffered: the input can be sought, or is all there. */
        if (n > 0 && to_i64_from_u(n, &far) && fd_seek(in->fd, far, SEEK_CUR, &at) == 0)
            break;
    }
    return err;
}

uint64_t split_copy(reader *in, fdh out, uint64_t n)
{
    span part = {};
    uint64_t done = 0;
    size_t moved = 1;
    if (n < COPY_LEAST || reader_peek_least(in, 0, &part) != 0 || !span_empty(part) || in->eof)
        return 0;
    while (done < n && moved > 0) {
        uint64_t left = n - done;
        if (filedata_copy(in->fd, out, size_clamp(left < COPY_MOST ? left : COPY_MOST), &moved) != 0)
            break;              /* reading and writing tell whose error it is */
        done += moved;
    }
    return done;
}
