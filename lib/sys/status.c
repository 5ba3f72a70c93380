/* status.c - see status.h. */

#include "sys/status.h"

#include <config.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>

static struct time_point plain_time(struct stat const *st, enum status_time which)
{
    struct timespec t = which == STATUS_CHANGED    ? st->st_ctim
                        : which == STATUS_ACCESSED ? st->st_atim
                                                   : st->st_mtim;
    return (struct time_point){t.tv_sec, (uint32_t)t.tv_nsec};
}

static oserr plain_status(fdh dir, zstr name, struct status_wish wish, struct status *s)
{
    struct stat st;
    int r;
    do
        r = fstatat(fd_number(dir), zstr_c(name), &st, wish.follow ? 0 : AT_SYMLINK_NOFOLLOW);
    while (r != 0 && errno == EINTR);
    if (r != 0)
        return errno;
    *s = (struct status){.mode = st.st_mode, .user = st.st_uid, .group = st.st_gid,
                         .major = major(st.st_rdev), .minor = minor(st.st_rdev),
                         .has_time = wish.time != STATUS_BORN, .inode = st.st_ino, .device = st.st_dev,
                         .links = st.st_nlink, .size = (uint64_t)st.st_size, .blocks = (uint64_t)st.st_blocks,
                         .time = plain_time(&st, wish.time)};
    return 0;
}

#ifdef HAVE_STATX

static unsigned time_bit(enum status_time which)
{
    switch (which) {
    case STATUS_CHANGED: return STATX_CTIME;
    case STATUS_ACCESSED: return STATX_ATIME;
    case STATUS_BORN: return STATX_BTIME;
    default: return STATX_MTIME;
    }
}

static unsigned mask_of(struct status_wish wish)
{
    unsigned mask = STATX_TYPE, p = wish.parts;
    mask |= p & STATUS_MODE ? STATX_MODE : 0;
    mask |= p & STATUS_LINKS ? STATX_NLINK : 0;
    mask |= p & STATUS_OWNER ? STATX_UID | STATX_GID : 0;
    mask |= p & STATUS_SIZE ? STATX_SIZE : 0;
    mask |= p & STATUS_BLOCKS ? STATX_BLOCKS : 0;
    mask |= p & STATUS_INODE ? STATX_INO : 0;
    mask |= p & STATUS_TIME ? time_bit(wish.time) : 0;
    return mask;
}

oserr status_get(fdh dir, zstr name, struct status_wish wish, struct status *s)
{
    struct statx st;
    int r, flags = AT_NO_AUTOMOUNT | (wish.follow ? 0 : AT_SYMLINK_NOFOLLOW);
    do
        r = statx(fd_number(dir), zstr_c(name), flags, mask_of(wish), &st);
    while (r != 0 && errno == EINTR);
    if (r != 0)
        return errno == ENOSYS ? plain_status(dir, name, wish, s) : errno;
    struct statx_timestamp t = wish.time == STATUS_CHANGED    ? st.stx_ctime
                               : wish.time == STATUS_ACCESSED ? st.stx_atime
                               : wish.time == STATUS_BORN     ? st.stx_btime
                                                              : st.stx_mtime;
    *s = (struct status){.mode = st.stx_mode, .user = st.stx_uid, .group = st.stx_gid,
                         .major = st.stx_rdev_major, .minor = st.stx_rdev_minor,
                         .has_time = (st.stx_mask & time_bit(wish.time)) != 0, .inode = st.stx_ino,
                         .device = makedev(st.stx_dev_major, st.stx_dev_minor), .links = st.stx_nlink,
                         .size = st.stx_size, .blocks = st.stx_blocks, .time = {t.tv_sec, t.tv_nsec}};
    return 0;
}

#else

oserr status_get(fdh dir, zstr name, struct status_wish wish, struct status *s)
{
    return plain_status(dir, name, wish, s);
}

#endif
