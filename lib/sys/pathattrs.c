/* pathattrs.c - see pathattrs.h. */

#include "sys/pathattrs.h"

#include <config.h>

#ifdef USE_XATTR

# include <sys/xattr.h>

/* The longest answer there can be is 64 KiB, so one retry is enough. */
enum { FIRST_GUESS = 256, LARGEST = 64 * 1024 };

oserr pathattr_list(zstr name, bool follow, buf *names)
{
    for (size_t want = FIRST_GUESS;; want = LARGEST) {
        buf_clear(names);
        mspan room = buf_tail(names, want);
        ssize_t n = follow ? listxattr(zstr_c(name), (char *)room.p_, room.n_)
                           : llistxattr(zstr_c(name), (char *)room.p_, room.n_);
        if (n >= 0) {
            buf_commit(names, (size_t)n);
            return 0;
        }
        if (errno != ERANGE || want == LARGEST)
            return errno;
    }
}

oserr pathattr_get(zstr name, bool follow, zstr attribute, buf *value)
{
    for (size_t want = FIRST_GUESS;; want = LARGEST) {
        buf_clear(value);
        mspan room = buf_tail(value, want);
        ssize_t n = follow ? getxattr(zstr_c(name), zstr_c(attribute), room.p_, room.n_)
                           : lgetxattr(zstr_c(name), zstr_c(attribute), room.p_, room.n_);
        if (n >= 0) {
            buf_commit(value, (size_t)n);
            return 0;
        }
        if (errno != ERANGE || want == LARGEST)
            return errno;
    }
}

#else

oserr pathattr_list(zstr name, bool follow, buf *names)
{
    (void)name, (void)follow;
    buf_clear(names);
    return EOPNOTSUPP;
}

oserr pathattr_get(zstr name, bool follow, zstr attribute, buf *value)
{
    (void)attribute;
    return pathattr_list(name, follow, value);
}

#endif
