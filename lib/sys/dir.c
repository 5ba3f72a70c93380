/* dir.c - see dir.h.  Entries come from libc's readdir, so that preloaded libraries see the calls. */

#include "sys/dir.h"

#include <config.h>
#include <dirent.h>
#include <unistd.h>

oserr dir_open(dirh *d, fdh at, zstr name, bool follow)
{
    fdh f = FDH_NONE;
    int flags = O_RDONLY | O_DIRECTORY | O_NOCTTY | O_NONBLOCK | (follow ? 0 : O_NOFOLLOW);
    oserr err = fd_open(&f, at, name, flags, 0);
    if (err)
        return err;
    err = dir_from_fd(d, &f);
    if (err)
        fd_close(&f);
    return err;
}

oserr dir_from_fd(dirh *d, fdh *f)
{
    DIR *stream = fdopendir(fd_number(*f));
    if (!stream)
        return errno;
    d->stream_ = stream;
    d->fd_ = *f;
    *f = FDH_NONE;
    return 0;
}

static bool is_dot(char const *name)
{
    return name[0] == '.' && (name[1] == '\0' || (name[1] == '.' && name[2] == '\0'));
}

static oserr next(dirh *d, arena *names, struct dir_entry *e, bool all)
{
    struct dirent *ent;
    *e = (struct dir_entry){0};
    if (!d->stream_)
        return EBADF;
    do {
        errno = 0;
        ent = readdir((DIR *)d->stream_);
    } while (ent && !all && is_dot(ent->d_name));
    if (!ent)
        return errno == ENOENT ? 0 : errno;     /* ENOENT: removed while we read it, so at its end */
    zstr_from(names, zstr_span(zstr_of_c_(ent->d_name)), &e->name);
    e->inode = ent->d_ino;
#ifdef DTTOIF
    e->kind = ent->d_type == DT_UNKNOWN ? 0 : (mode_t)DTTOIF(ent->d_type);
#endif
    return 0;
}

oserr dir_next(dirh *d, arena *names, struct dir_entry *e)
{
    return next(d, names, e, false);
}

oserr dir_next_all(dirh *d, arena *names, struct dir_entry *e)
{
    return next(d, names, e, true);
}

void dir_rewind(dirh *d)
{
    if (d->stream_)
        rewinddir((DIR *)d->stream_);
}

void dir_close(dirh *d)
{
    if (d->stream_)
        closedir((DIR *)d->stream_);
    *d = (dirh){0};
}
