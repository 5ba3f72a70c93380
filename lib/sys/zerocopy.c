/* zerocopy.c - splice between pipes and files (Linux; splice(2), tee(2)), where one of the two ends has to be
   a pipe, if need be one of our own; and copy_file_range(2) between files. */

#include "sys/filedata.h"
#include "sys/zerocopy.h"

#include <config.h>
#include <string.h>
#include <sys/sysmacros.h>
#include <sys/uio.h>

enum { AT_ONCE = 1 << 20 };

static bool is_pipe(struct stat const *st)
{
    return S_ISFIFO(st->st_mode);
}

/* What splicing cannot be relied on for, whatever the other end is. */
static bool unfit(struct stat const *in, struct stat const *out, fdh out_fd)
{
    if (S_ISCHR(in->st_mode) || S_ISSOCK(out->st_mode) || fd_appends(out_fd))
        return true;
    /* An empty file's length says nothing in /proc and /sys: let read find out. */
    return S_ISREG(in->st_mode) && in->st_size == 0;
}

/* Move the N bytes in the pipe FROM to OUT; how many OUT did not take. */
static size_t pass_on(fdh from, fdh out, size_t n)
{
    size_t moved = 1;
    while (n > 0 && moved > 0 && fd_splice(from, out, n, &moved) == 0)
        n -= moved;
    return n;
}

/* From a file to a device, by a pipe of our own.  Where the device takes no spliced bytes, the file goes back
   to the first of them, so that plain copying finds them and tells what is wrong. */
static bool through_pipe(fdh in, fdh out, uint64_t *left)
{
    fdh from = FDH_NONE, to = FDH_NONE;
    if (fd_pipe(&from, &to) != 0)
        return false;
    fd_set_pipe_size(to, AT_ONCE);
    size_t moved = 1, rest = 0;
    bool fit = true;
    while (*left > 0 && moved > 0 && fit) {
        fit = fd_splice(in, to, *left < AT_ONCE ? (size_t)*left : AT_ONCE, &moved) == 0;
        moved = fit ? moved : 0;
        rest = pass_on(from, out, moved);
        fit = fit && rest == 0;
        *left -= moved - rest;
    }
    int64_t at = 0;
    if (rest > 0)
        fd_seek(in, -(int64_t)rest, SEEK_CUR, &at);
    fd_close(&from);
    fd_close(&to);
    return fit;
}

/* From a file to a file.  An early end is for read to confirm: some file systems say it too soon. */
static bool between_files(fdh in, fdh out, uint64_t *left)
{
    for (size_t moved = 1; *left > 0 && moved > 0; *left -= moved)
        if (filedata_copy(in, out, *left < SIZE_MAX ? (size_t)*left : SIZE_MAX, &moved) != 0)
            return false;
    return *left == 0;
}

bool zerocopy_bytes(fdh in, fdh out, uint64_t *left, oserr *err)
{
    struct stat si, so;
    if (fd_stat(in, &si) != 0 || fd_stat(out, &so) != 0 || unfit(&si, &so, out))
        return false;
    if (S_ISREG(si.st_mode) && S_ISREG(so.st_mode))
        return between_files(in, out, left);
    if (S_ISREG(si.st_mode) && S_ISCHR(so.st_mode))
        return through_pipe(in, out, left);
    if (!(is_pipe(&si) || is_pipe(&so)) || S_ISCHR(so.st_mode))
        return false;
    if (is_pipe(&so))
        fd_set_pipe_size(out, AT_ONCE);
    while (*left > 0) {
        size_t moved = 0;
        *err = fd_splice(in, out, *left < AT_ONCE ? (size_t)*left : AT_ONCE, &moved);
        if (*err != 0) {
            *err = 0;
            return false;       /* read and write tell whose error it is */
        }
        *left -= moved;
        if (moved == 0)
            break;
    }
    return true;
}

uint64_t zerocopy_discard(fdh in)
{
    struct stat si, so;
    fdh nothing = FDH_NONE;
    uint64_t total = 0;
    size_t moved = 1;
    if (fd_stat(in, &si) != 0 || !is_pipe(&si)
        || fd_open(&nothing, FDH_CWD, Z("/dev/null"), O_WRONLY | O_CLOEXEC, 0) != 0)
        return 0;
    /* It has to be what its name says: the bytes are nobody else's. */
    bool fit = fd_stat(nothing, &so) == 0 && S_ISCHR(so.st_mode) && so.st_rdev == makedev(1, 3);
    while (fit && moved > 0 && fd_splice(in, nothing, AT_ONCE, &moved) == 0)
        total += moved;
    fd_close(&nothing);
    return total;
}

bool zerocopy_all(fdh in, fdh out, oserr *err)
{
    uint64_t left = UINT64_MAX;
    return zerocopy_bytes(in, out, &left, err);
}

enum { PAGE = 4096, PAGES = 128 };

/* Fill the pipe TO with up to PAGES parts of whole lines, all of them one and the same page. */
static bool fill(fdh to, span lines)
{
    static _Alignas(PAGE) unsigned char page[PAGE];
    struct iovec part = {page, lines.n_};
    memcpy(page, lines.p_, lines.n_);
    fd_set_pipe_size(to, (size_t)PAGES * PAGE);
    for (size_t i = 0; i < PAGES; i++)
        if (vmsplice(fd_number(to), &part, 1, SPLICE_F_NONBLOCK) != (ssize_t)part.iov_len)
            return i > 0;
    return true;
}

/* Lines of at most a page: duplicate a pipe that was filled once.  What tee gives is whole parts. */
static void repeat_by_tee(span lines, fdh out)
{
    fdh from = FDH_NONE, to = FDH_NONE;
    if (fd_pipe(&from, &to) != 0)
        return;
    if (fill(to, lines)) {
        ssize_t given = 0;
        do
            given = tee(fd_number(from), fd_number(out), (size_t)PAGES * PAGE, 0);
        while (given > 0 || (given < 0 && errno == EINTR));
    }
    fd_close(&from);
    fd_close(&to);
}

/* Longer ones: give the pages of the text themselves. */
static oserr repeat_pages(span text, fdh out)
{
    oserr err = 0;
    for (span rest = text; err == 0; rest = span_empty(rest) ? text : rest) {
        struct iovec part = {(void *)(uintptr_t)rest.p_, rest.n_};
        ssize_t given = vmsplice(fd_number(out), &part, 1, 0);
        if (given > 0) {
            rest = span_drop(rest, (size_t)given);
        } else if (given == 0 || errno != EINTR) {
            /* A plain write waits where it should, or tells what is wrong. */
            err = fd_write_all(out, rest);
            rest = text;
        }
    }
    return err;
}

oserr zerocopy_repeat(span text, size_t line, fdh out)
{
    struct stat st;
    if (span_empty(text) || fd_stat(out, &st) != 0 || !S_ISFIFO(st.st_mode))
        return 0;
    fd_set_pipe_size(out, AT_ONCE / 2);
    if (line > 0 && line <= PAGE)
        repeat_by_tee(span_at_most(text, PAGE / line * line), out);
    return repeat_pages(text, out);
}
