/* xattrs.c - see xattrs.h. */

#include "sys/xattrs.h"

#include <config.h>

#ifdef USE_XATTR

# include <sys/xattr.h>

enum { TRIES = 16, GUESS = 512 };

/* Ask again while the answer grows between asking for its size and for itself. */
oserr xattr_list(fdh f, buf *names)
{
    size_t want = GUESS;
    for (int i = 0; i < TRIES; i++) {
        buf_clear(names);
        mspan room = buf_tail(names, want);
        ssize_t n = flistxattr(fd_number(f), (char *)room.p_, room.n_);
        if (n >= 0) {
            buf_commit(names, (size_t)n);
            return 0;
        }
        if (errno != ERANGE)
            return errno;
        n = flistxattr(fd_number(f), NULL, 0);
        if (n < 0)
            return errno;
        want = (size_t)n + GUESS;
    }
    return ERANGE;
}

oserr xattr_get(fdh f, zstr name, buf *value)
{
    size_t want = GUESS;
    for (int i = 0; i < TRIES; i++) {
        buf_clear(value);
        mspan room = buf_tail(value, want);
        ssize_t n = fgetxattr(fd_number(f), zstr_c(name), room.p_, room.n_);
        if (n >= 0) {
            buf_commit(value, (size_t)n);
            return 0;
        }
        if (errno != ERANGE)
            return errno;
        n = fgetxattr(fd_number(f), zstr_c(name), NULL, 0);
        if (n < 0)
            return errno;
        want = (size_t)n + GUESS;
    }
    return ERANGE;
}

oserr xattr_set(fdh f, zstr name, span value)
{
    return fsetxattr(fd_number(f), zstr_c(name), value.p_, value.n_, 0) == 0 ? 0 : errno;
}

oserr xattr_remove(fdh f, zstr name)
{
    return fremovexattr(fd_number(f), zstr_c(name)) == 0 ? 0 : errno;
}

#else

oserr xattr_list(fdh f, buf *names)
{
    (void)f;
    buf_clear(names);
    return EOPNOTSUPP;
}

oserr xattr_get(fdh f, zstr name, buf *value)
{
    (void)name;
    return xattr_list(f, value);
}

oserr xattr_set(fdh f, zstr name, span value)
{
    (void)f, (void)name, (void)value;
    return EOPNOTSUPP;
}

oserr xattr_remove(fdh f, zstr name)
{
    (void)f, (void)name;
    return EOPNOTSUPP;
}

#endif
