/* fsop.c - see fsop.h. */

#include "sys/fsop.h"

#include <config.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "safe/checked.h"

_Static_assert(FS_EXISTS == F_OK && FS_EXECUTE == X_OK, "access modes");
_Static_assert(FS_WRITE == W_OK && FS_READ == R_OK, "access modes");

/* Repeat a call that a signal interrupted (network file systems do that), and give its error. */
#define RETRY_(call) \
    do { \
        int r_; \
        do \
            r_ = (call); \
        while (r_ != 0 && errno == EINTR); \
        return r_ == 0 ? 0 : errno; \
    } while (0)

oserr fs_lstat(fdh dir, zstr name, struct stat *st)
{
    RETRY_(fstatat(fd_number(dir), zstr_c(name), st, AT_SYMLINK_NOFOLLOW));
}

oserr fs_stat(fdh dir, zstr name, struct stat *st)
{
    RETRY_(fstatat(fd_number(dir), zstr_c(name), st, 0));
}

oserr fs_access(fdh dir, zstr name, unsigned mode)
{
    RETRY_(faccessat(fd_number(dir), zstr_c(name), (int)mode, AT_EACCESS));
}

oserr fs_unlink(fdh dir, zstr name)
{
    RETRY_(unlinkat(fd_number(dir), zstr_c(name), 0));
}

oserr fs_rmdir(fdh dir, zstr name)
{
    RETRY_(unlinkat(fd_number(dir), zstr_c(name), AT_REMOVEDIR));
}

oserr fs_mkdir(fdh dir, zstr name, mode_t mode)
{
    RETRY_(mkdirat(fd_number(dir), zstr_c(name), mode));
}

oserr fs_link(fdh old_dir, zstr old, fdh new_dir, zstr new, bool follow)
{
    int flags = follow ? AT_SYMLINK_FOLLOW : 0;
    RETRY_(linkat(fd_number(old_dir), zstr_c(old), fd_number(new_dir), zstr_c(new), flags));
}

oserr fs_symlink(zstr target, fdh dir, zstr name)
{
    RETRY_(symlinkat(zstr_c(target), fd_number(dir), zstr_c(name)));
}

oserr fs_readlink(arena *a, fdh dir, zstr name, zstr *target)
{
    /* No file system allows longer targets than this many doublings of a small guess. */
    for (size_t size = 256; size <= (size_t)1 << 30; size *= 2) {
        arena_mark before = arena_save(a);
        mspan room = arena_bytes(a, size);
        ssize_t n = readlinkat(fd_number(dir), zstr_c(name), (char *)room.p_, size);
        if (n >= 0 && (size_t)n < size) {
            room.p_[n] = '\0';
            *target = zstr_of_c_((char const *)room.p_);
            return 0;
        }
        int err = errno;
        arena_release(a, before);
        if (n < 0)
            return err;
    }
    return ENAMETOOLONG;
}

oserr fs_rename(fdh old_dir, zstr old, fdh new_dir, zstr new, enum fs_rename_flags flags)
{
    if (flags == FS_REPLACE)
        RETRY_(renameat(fd_number(old_dir), zstr_c(old), fd_number(new_dir), zstr_c(new)));
#ifdef RENAME_NOREPLACE
    unsigned how = flags == FS_EXCHANGE ? RENAME_EXCHANGE : RENAME_NOREPLACE;
    RETRY_(renameat2(fd_number(old_dir), zstr_c(old), fd_number(new_dir), zstr_c(new), how));
#else
    return ENOSYS;
#endif
}

oserr fs_chmod(fdh dir, zstr name, mode_t mode)
{
    RETRY_(fchmodat(fd_number(dir), zstr_c(name), mode, 0));
}

oserr fs_chmod_fd(fdh f, mode_t mode)
{
    RETRY_(fchmod(fd_number(f), mode));
}

mode_t fs_umask(mode_t mask)
{
    return umask(mask);
}

oserr fs_chdir(zstr dir)
{
    RETRY_(chdir(zstr_c(dir)));
}

oserr fs_getcwd(arena *a, zstr *name)
{
    char *s = getcwd(NULL, 0);
    if (!s)
        return errno;
    bool whole = zstr_from(a, zstr_span(zstr_of_c_(s)), name);
    free(s);
    return whole ? 0 : EINVAL;
}

oserr fs_longest_name(zstr dir, uint64_t *longest)
{
    errno = 0;
    long n = pathconf(zstr_c(dir), _PC_NAME_MAX);
    if (n < 0 && errno != 0)
        return errno;
    *longest = n < 0 ? 0 : (uint64_t)n;
    return 0;
}

oserr fs_open_output(fdh *out, zstr name, struct stat const *input, bool *is_input)
{
    struct stat st = {0};
    *is_input = false;
    oserr err = fd_open(out, FDH_CWD, name, O_WRONLY | O_CREAT | O_EXCL, 0666);
    if (err != EEXIST)
        return err;
    err = fd_open(out, FDH_CWD, name, O_WRONLY | O_CREAT, 0666);
    if (err == 0)
        err = fd_stat(*out, &st);
    if (err || !S_ISREG(st.st_mode))
        return err;
    *is_input = fs_same_file(&st, input);
    if (*is_input)
        return fd_close(out);
    return st.st_size == 0 ? 0 : fd_truncate(*out, 0);
}
