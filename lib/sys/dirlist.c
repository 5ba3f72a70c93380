/* dirlist.c - see dirlist.h.  A record is laid out as Linux does it: inode, offset (8 bytes each), length
   of the record (2), type (1), name with NUL. */

#include "sys/dirlist.h"

#include <config.h>
#include <dirent.h>
#include <stddef.h>
#include <unistd.h>

#ifdef __linux__
# include <sys/syscall.h>
#endif

enum { INODE_AT = 0, LENGTH_AT = 16, TYPE_AT = 18, NAME_AT = 19 };

bool dirlist_next(span *records, struct dir_entry *e)
{
    uint16_t length;
    uint64_t inode;
    if (records->n_ <= NAME_AT)
        return false;
    memcpy(&length, records->p_ + LENGTH_AT, sizeof length);
    memcpy(&inode, records->p_ + INODE_AT, sizeof inode);
    if (length <= NAME_AT || length > records->n_)
        return false;
    char const *name = (char const *)records->p_ + NAME_AT;
    unsigned char type = records->p_[TYPE_AT];
    size_t room = length - (size_t)NAME_AT, n = strnlen(name, room);
    if (n == room)
        return false;           /* no NUL: not what dirlist_read wrote */
    *e = (struct dir_entry){.name = {name, n}, .inode = inode};
#ifdef DTTOIF
    e->kind = type == DT_UNKNOWN ? 0 : (mode_t)DTTOIF(type);
#else
    (void)type;
#endif
    *records = span_drop(*records, length);
    return true;
}

#if defined __linux__ && defined SYS_getdents64

oserr dirlist_open(dirlist *d, fdh at, zstr name, bool follow)
{
    int flags = O_RDONLY | O_DIRECTORY | O_NOCTTY | O_NONBLOCK | (follow ? 0 : O_NOFOLLOW);
    return fd_open(&d->fd_, at, name, flags, 0);
}

void dirlist_close(dirlist *d)
{
    fd_close(&d->fd_);
}

oserr dirlist_read(dirlist *d, mspan room, size_t *got)
{
    *got = 0;
    if (room.n_ < DIRLIST_ROOM)
        safe_fault("room for directory entries", room.n_, DIRLIST_ROOM);
    size_t size = room.n_ < INT_MAX ? room.n_ : INT_MAX;
    long n = syscall(SYS_getdents64, fd_number(d->fd_), room.p_, size);
    if (n < 0)
        return errno == ENOENT ? 0 : errno;     /* ENOENT: removed while it was open, so it is empty */
    *got = (size_t)n;
    return 0;
}

#else

oserr dirlist_open(dirlist *d, fdh at, zstr name, bool follow)
{
    oserr err = dir_open(&d->slow_, at, name, follow);
    d->fd_ = dir_fd(&d->slow_);
    return err;
}

void dirlist_close(dirlist *d)
{
    dir_close(&d->slow_);
    d->fd_ = FDH_NONE;
}

oserr dirlist_read(dirlist *d, mspan room, size_t *got)
{
    struct dir_entry e;
    arena one = {0};
    oserr err = 0;
    *got = 0;
    if (room.n_ < DIRLIST_ROOM)
        safe_fault("room for directory entries", room.n_, DIRLIST_ROOM);
    while (err == 0 && room.n_ - *got >= NAME_AT + 4096) {
        arena_mark before = arena_save(&one);
        err = dir_next_all(&d->slow_, &one, &e);
        if (err || zstr_is_none(e.name))
            break;
        unsigned char *p = room.p_ + *got;
        uint16_t length = (uint16_t)(NAME_AT + e.name.n_ + 1);
        memcpy(p + INODE_AT, &e.inode, sizeof e.inode);
        memcpy(p + LENGTH_AT, &length, sizeof length);
# ifdef DTTOIF
        p[TYPE_AT] = (unsigned char)IFTODT(e.kind);
# else
        p[TYPE_AT] = 0;
# endif
        memcpy(p + NAME_AT, zstr_c(e.name), e.name.n_ + 1);
        *got += length;
        arena_release(&one, before);
    }
    return *got ? 0 : err;
}

#endif
