/* attributes.c - see attributes.h. */

#include "sys/attributes.h"

#include <config.h>
#include <stdio.h>
#include <unistd.h>

enum { LINK_SIZE = 40 };

/* The magic link that stands for F: reaches what F was opened on, whatever has its name by now. */
static void magic_link(char *text, fdh f)
{
    snprintf(text, LINK_SIZE, "/proc/self/fd/%d", fd_number(f));
}

oserr attr_owner_fd(fdh f, uid_t user, gid_t group)
{
    return fchownat(fd_number(f), "", user, group, AT_EMPTY_PATH) == 0 ? 0 : errno;
}

oserr attr_owner_at(fdh dir, zstr name, uid_t user, gid_t group)
{
    return fchownat(fd_number(dir), zstr_c(name), user, group, AT_SYMLINK_NOFOLLOW) == 0 ? 0 : errno;
}

oserr attr_times_fd(fdh f, struct timespec accessed, struct timespec modified)
{
    struct timespec const both[2] = {accessed, modified};
    if (futimens(fd_number(f), both) == 0)
        return 0;
    if (errno != EBADF)
        return errno;
    char text[LINK_SIZE];
    magic_link(text, f);
    return utimensat(AT_FDCWD, text, both, 0) == 0 ? 0 : errno;
}

oserr attr_times_at(fdh dir, zstr name, struct timespec accessed, struct timespec modified)
{
    struct timespec const both[2] = {accessed, modified};
    return utimensat(fd_number(dir), zstr_c(name), both, AT_SYMLINK_NOFOLLOW) == 0 ? 0 : errno;
}

oserr attr_mode_fd(fdh f, mode_t mode)
{
    if (fchmod(fd_number(f), mode) == 0)
        return 0;
    if (errno != EBADF)
        return errno;
    char text[LINK_SIZE];
    magic_link(text, f);
    return fchmodat(AT_FDCWD, text, mode, 0) == 0 ? 0 : errno;
}

oserr attr_mode_at(fdh dir, zstr name, mode_t mode)
{
    fdh f = FDH_NONE;
    oserr err = attr_open(&f, dir, name);
    if (err)
        return err;
    err = attr_mode_fd(f, mode);
    fd_close(&f);
    return err;
}

oserr attr_make_node(fdh dir, zstr name, mode_t mode, dev_t device)
{
    return mknodat(fd_number(dir), zstr_c(name), mode, device) == 0 ? 0 : errno;
}

oserr attr_open(fdh *out, fdh dir, zstr name)
{
#ifdef O_PATH
    return fd_open(out, dir, name, O_PATH | O_NOFOLLOW, 0);
#else
    return fd_open(out, dir, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY, 0);
#endif
}

oserr attr_open_place(fdh *out, fdh dir, zstr name)
{
#ifdef O_PATH
    return fd_open(out, dir, name, O_PATH | O_DIRECTORY, 0);
#else
    return fd_open(out, dir, name, O_RDONLY | O_DIRECTORY | O_NOCTTY, 0);
#endif
}

uid_t attr_new_user(void)
{
    return geteuid();
}

gid_t attr_new_group(void)
{
    return getegid();
}

bool attr_may_give_away(void)
{
    return geteuid() == 0;
}

mode_t attr_umask(void)
{
    mode_t mask = umask(0777);
    umask(mask);
    return mask;
}
