/* birth.c - see birth.h. */

#include "sys/birth.h"

#include <config.h>
#include <sys/stat.h>

oserr birth_time(fdh dir, zstr name, bool follow, struct time_point *t)
{
#ifdef STATX_BTIME
    struct statx stx;
    int flags = AT_NO_AUTOMOUNT | (follow ? 0 : AT_SYMLINK_NOFOLLOW);
    if (statx(fd_number(dir), zstr_c(name), flags, STATX_BTIME, &stx) != 0)
        return errno;
    if (stx.stx_mask & STATX_BTIME) {
        *t = (struct time_point){stx.stx_btime.tv_sec, stx.stx_btime.tv_nsec};
        return 0;
    }
#else
    (void)dir, (void)name, (void)follow, (void)t;
#endif
    return ENOTSUP;
}
