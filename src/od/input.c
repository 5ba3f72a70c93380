/* input.c - the bytes of all operands, one after another.

   Reads go straight to where the bytes are looked at, and never ask for more than the limit leaves: what
   comes behind it stays for the next program also where the input is a pipe. */

#include "od/od.h"

static zstr shown_name(struct od_input const *in)
{
    return in->file.is_stdin ? Z("standard input") : in->file.name;
}

bool od_open(struct cli *cli, struct od_input *in)
{
    in->open = cli_next_input(cli, &in->file);
    return in->open;
}

void od_close(struct cli *cli, struct od_input *in, oserr err)
{
    if (err)
        cli_error(cli, err, "%s", fmt_namec(shown_name(in)));
    if (in->open)
        cli_close_input(cli, &in->file, 0);
    in->open = false;
}

bool od_read(struct cli *cli, struct od_input *in, buf *data)
{
    while (in->open && in->left > 0) {
        size_t got = 0;
        mspan room = mspan_first(buf_tail(data, READER_SIZE), size_min(READER_SIZE, size_clamp(in->left)));
        writer_sync(cli_out(cli));
        oserr err = fd_read(in->file.reader.fd, room, &got);
        if (err == 0 && got > 0) {
            buf_commit(data, got);
            in->left -= in->left == UINT64_MAX ? 0 : got;
            return true;
        }
        od_close(cli, in, err);
        (void)od_open(cli, in);
    }
    return false;
}

/* ---- skipping ---- */

/* Whether the size of a file is to be believed: small ones may be made up by the kernel. */
static bool size_counts(struct stat const *st)
{
    return S_ISREG(st->st_mode) && st->st_size > 0 && st->st_size > st->st_blksize;
}

/* Step over as much of *N in the file that is open as can be done without reading. */
static void seek_forward(struct od_input *in, uint64_t *n)
{
    struct stat st = {};
    int64_t at = 0;
    fdh fd = in->file.reader.fd;
    if (fd_stat(fd, &st) != 0)
        return;
    uint64_t step = *n;
    if (S_ISREG(st.st_mode)) {
        if (!size_counts(&st) || fd_seek(fd, 0, SEEK_CUR, &at) != 0)
            return;
        uint64_t there = at < st.st_size ? magnitude(st.st_size - at) : 0;
        step = step < there ? step : there;
    }
    if (fd_seek(fd, as_i64(step), SEEK_CUR, &at) == 0)
        *n -= step;
}

/* Read and throw away up to *N bytes of the file that is open. */
static oserr read_away(struct od_input *in, buf *room, uint64_t *n)
{
    size_t got = 1;
    oserr err = 0;
    while (err == 0 && got > 0 && *n > 0) {
        mspan into = mspan_first(buf_tail(room, READER_SIZE), size_min(READER_SIZE, size_clamp(*n)));
        err = fd_read(in->file.reader.fd, into, &got);
        *n -= err ? 0 : got;
    }
    return err;
}

bool od_skip(struct cli *cli, struct od_input *in, uint64_t n)
{
    buf room = {};
    while (n > 0 && in->open) {
        seek_forward(in, &n);
        oserr err = read_away(in, &room, &n);
        if (n > 0) {
            od_close(cli, in, err);
            (void)od_open(cli, in);
        }
    }
    buf_recycle(&room);
    return n == 0;
}
