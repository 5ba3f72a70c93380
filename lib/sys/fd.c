/* fd.c - see fd.h.  Calls go through libc, so that preloaded libraries see them. */

#include "sys/fd.h"

#include <config.h>
#include <poll.h>
#include <unistd.h>

enum { MOST = 1 << 30 };        /* Linux transfers at most 0x7ffff000 bytes a call */

/* Whether a call that failed is worth repeating: interrupted, or it would have blocked and now no longer
   does. */
static bool again(int fd, short events)
{
    if (errno == EINTR)
        return true;
    if (errno != EAGAIN)
        return false;
    struct pollfd p = {.fd = fd, .events = events};
    return poll(&p, 1, -1) >= 0 || errno == EINTR;
}

/* FD, or a duplicate of it above the standard descriptors. */
static int above_standard(int fd)
{
    if (fd > 2 || fd < 0)
        return fd;
    int high = fcntl(fd, F_DUPFD_CLOEXEC, 3), saved = errno;
    close(fd);
    errno = saved;
    return high;
}

oserr fd_open(fdh *out, fdh dir, zstr name, int flags, mode_t mode)
{
    int fd;
    do
        fd = openat(fd_number(dir), zstr_c(name), flags | O_CLOEXEC, mode);
    while (fd < 0 && errno == EINTR);
    fd = above_standard(fd);
    if (fd < 0)
        return errno;
    *out = (fdh){fd + 1};
    return 0;
}

oserr fd_close(fdh *f)
{
    int fd = fd_number(*f);
    *f = FDH_NONE;
    /* Linux releases the descriptor even when close says EINTR. */
    return fd < 0 || close(fd) == 0 || errno == EINTR ? 0 : errno;
}

oserr fd_dup(fdh *out, fdh f)
{
    int fd = fcntl(fd_number(f), F_DUPFD_CLOEXEC, 3);
    if (fd < 0)
        return errno;
    *out = (fdh){fd + 1};
    return 0;
}

oserr fd_pipe(fdh *read_end, fdh *write_end)
{
    int fd[2];
    if (pipe2(fd, O_CLOEXEC) != 0)
        return errno;
    int r = above_standard(fd[0]), err = errno;
    int w = above_standard(fd[1]);
    if (r < 0 || w < 0) {
        err = r < 0 ? err : errno;
        close(r < 0 ? w : r);           /* the other one, which may be none as well */
        return err;
    }
    *read_end = (fdh){r + 1};
    *write_end = (fdh){w + 1};
    return 0;
}

oserr fd_read(fdh f, mspan into, size_t *got)
{
    ssize_t n;
    do
        n = read(fd_number(f), into.p_, into.n_ < MOST ? into.n_ : MOST);
    while (n < 0 && again(fd_number(f), POLLIN));
    *got = n < 0 ? 0 : (size_t)n;
    return n < 0 ? errno : 0;
}

oserr fd_read_full(fdh f, mspan into, size_t *got)
{
    *got = 0;
    while (*got < into.n_) {
        size_t n = 0;
        oserr err = fd_read(f, mspan_drop(into, *got), &n);
        if (err || n == 0)
            return err;
        *got += n;
    }
    return 0;
}

oserr fd_pread(fdh f, mspan into, int64_t offset, size_t *got)
{
    ssize_t n;
    do
        n = pread(fd_number(f), into.p_, into.n_ < MOST ? into.n_ : MOST, offset);
    while (n < 0 && again(fd_number(f), POLLIN));
    *got = n < 0 ? 0 : (size_t)n;
    return n < 0 ? errno : 0;
}

oserr fd_write(fdh f, span bytes, size_t *put)
{
    ssize_t n;
    do
        n = write(fd_number(f), bytes.p_, bytes.n_ < MOST ? bytes.n_ : MOST);
    while (n < 0 && again(fd_number(f), POLLOUT));
    *put = n < 0 ? 0 : (size_t)n;
    return n < 0 ? errno : 0;
}

oserr fd_write_all(fdh f, span bytes)
{
    while (bytes.n_ > 0) {
        size_t n = 0;
        oserr err = fd_write(f, bytes, &n);
        if (err)
            return err;
        if (n == 0)
            return ENOSPC;      /* a device that takes nothing and reports nothing */
        bytes = span_drop(bytes, n);
    }
    return 0;
}

oserr fd_seek(fdh f, int64_t offset, int whence, int64_t *position)
{
    off_t at = lseek(fd_number(f), offset, whence);
    if (at < 0)
        return errno;
    *position = at;
    return 0;
}

oserr fd_stat(fdh f, struct stat *st)
{
    return fstat(fd_number(f), st) == 0 ? 0 : errno;
}

oserr fd_truncate(fdh f, int64_t size)
{
    int r;
    do
        r = ftruncate(fd_number(f), size);
    while (r != 0 && errno == EINTR);
    return r == 0 ? 0 : errno;
}

oserr fd_sync(fdh f)
{
    int r;
    do
        r = fsync(fd_number(f));
    while (r != 0 && errno == EINTR);
    return r == 0 ? 0 : errno;
}

bool fd_is_terminal(fdh f)
{
    return isatty(fd_number(f)) == 1;
}

bool fd_inherited(uint64_t number, fdh *out)
{
    if (number >= INT_MAX)
        return false;
    *out = (fdh){(int)number + 1};
    return true;
}

bool fd_appends(fdh f)
{
    int flags = fcntl(fd_number(f), F_GETFL);
    return flags >= 0 && (flags & O_APPEND) != 0;
}

void fd_will_read_in_order(fdh f)
{
    int unused = posix_fadvise(fd_number(f), 0, 0, POSIX_FADV_SEQUENTIAL);
    (void)unused;               /* advice: nothing depends on it */
}

oserr fd_splice(fdh in, fdh out, size_t n, size_t *moved)
{
    ssize_t got;
    do
        got = splice(fd_number(in), NULL, fd_number(out), NULL, n, SPLICE_F_MORE);
    while (got < 0 && errno == EINTR);
    *moved = got < 0 ? 0 : (size_t)got;
    return got < 0 ? errno : 0;
}

void fd_set_pipe_size(fdh f, size_t n)
{
    if (n <= INT_MAX && fcntl(fd_number(f), F_SETPIPE_SZ, (int)n) < 0)
        return;                 /* the default size works as well, only slower */
}

bool fd_wait_for_input(fdh in, fdh out)
{
    struct pollfd p[2] = {{.fd = fd_number(in), .events = POLLIN}, {.fd = fd_number(out)}};
    while (poll(p, 2, -1) < 0)
        if (errno != EINTR && errno != EAGAIN)
            return true;        /* reading tells what is wrong */
    return p[0].revents != 0 || p[1].revents == 0;
}
