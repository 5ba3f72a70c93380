/* zerocopy.c - splice between pipes and files (Linux; splice(2)).  One of the two ends has to be a pipe. */

#include "sys/zerocopy.h"

#include <config.h>
#include <sys/uio.h>

enum { AT_ONCE = 1 << 20 };

bool zerocopy_bytes(fdh in, fdh out, uint64_t *left, oserr *err)
{
    struct stat si, so;
    if (fd_stat(in, &si) != 0 || fd_stat(out, &so) != 0 || !(S_ISFIFO(si.st_mode) || S_ISFIFO(so.st_mode)))
        return false;
    if (S_ISCHR(si.st_mode) || S_ISCHR(so.st_mode) || S_ISSOCK(si.st_mode) || fd_appends(out))
        return false;
    /* An empty file's length says nothing in /proc and /sys: let read find out. */
    if (S_ISREG(si.st_mode) && si.st_size == 0)
        return false;
    if (S_ISFIFO(so.st_mode))
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

bool zerocopy_all(fdh in, fdh out, oserr *err)
{
    uint64_t left = UINT64_MAX;
    return zerocopy_bytes(in, out, &left, err);
}

oserr zerocopy_repeat(span text, fdh out)
{
    struct stat st;
    oserr err = 0;
    if (span_empty(text) || fd_stat(out, &st) != 0 || !S_ISFIFO(st.st_mode))
        return 0;
    fd_set_pipe_size(out, AT_ONCE / 2);
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
