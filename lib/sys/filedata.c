/* filedata.c - see filedata.h. */

#include "sys/filedata.h"

#include <config.h>
#include <sys/ioctl.h>
#include <unistd.h>

#ifdef HAVE_LINUX_FS_H
# include <linux/fs.h>
#endif

oserr filedata_clone(fdh in, fdh out)
{
#ifdef FICLONE
    return ioctl(fd_number(out), FICLONE, fd_number(in)) == 0 ? 0 : errno;
#else
    (void)in, (void)out;
    return EOPNOTSUPP;
#endif
}

oserr filedata_copy(fdh in, fdh out, size_t n, size_t *moved)
{
    *moved = 0;
#ifdef HAVE_COPY_FILE_RANGE
    /* Some kernels and C libraries fail on requests of 2 GiB and more. */
    size_t const most = (size_t)1 << 30;
    ssize_t got;
    do
        got = copy_file_range(fd_number(in), NULL, fd_number(out), NULL, n < most ? n : most, 0);
    while (got < 0 && errno == EINTR);
    *moved = got < 0 ? 0 : (size_t)got;
    return got < 0 ? errno : 0;
#else
    (void)in, (void)out, (void)n;
    return ENOSYS;
#endif
}

oserr filedata_next_data(fdh f, int64_t at, int64_t *start)
{
#ifdef SEEK_DATA
    return fd_seek(f, at, SEEK_DATA, start);
#else
    (void)f, (void)at, (void)start;
    return EINVAL;
#endif
}

oserr filedata_next_hole(fdh f, int64_t at, int64_t *start)
{
#ifdef SEEK_HOLE
    return fd_seek(f, at, SEEK_HOLE, start);
#else
    (void)f, (void)at, (void)start;
    return EINVAL;
#endif
}
