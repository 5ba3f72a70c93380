/* dir.c - see dir.h.  Entries come from libc's readdir, so that preloaded libraries see the calls. */

#include "sys/dir.h"

#include <config.h>
#include <dirent.h>
#include <stdlib.h>
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

/* The open directories.  Handles name them by place and use, so that a handle kept too long is refused
   instead of reaching a stream that is gone. */
static struct slot { DIR *stream; uint32_t use; } *slots;
static uint32_t num_slots;

static DIR *stream_of(dirh const *d)
{
    bool live = d->slot1_ != 0 && d->slot1_ <= num_slots && slots[d->slot1_ - 1].use == d->use_;
    return live ? slots[d->slot1_ - 1].stream : NULL;
}

/* A free place, or num_slots when there is no memory for one. */
static uint32_t free_slot(void)
{
    uint32_t i = 0;
    while (i < num_slots && slots[i].stream)
        i++;
    if (i < num_slots)
        return i;
    uint32_t more = num_slots + 16;
    struct slot *grown = reallocarray(slots, more, sizeof *grown);
    if (!grown)
        return i;
    memset(grown + num_slots, 0, (more - num_slots) * sizeof *grown);
    slots = grown;
    num_slots = more;
    return i;
}

oserr dir_from_fd(dirh *d, fdh *f)
{
    uint32_t i = free_slot();
    if (i == num_slots)
        return ENOMEM;
    DIR *stream = fdopendir(fd_number(*f));
    if (!stream)
        return errno;
    slots[i].stream = stream;
    *d = (dirh){.slot1_ = i + 1, .use_ = slots[i].use, .fd_ = *f};
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
    DIR *stream = stream_of(d);
    if (!stream)
        return EBADF;
    do {
        errno = 0;
        ent = readdir(stream);
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
    DIR *stream = stream_of(d);
    if (stream)
        rewinddir(stream);
}

void dir_close(dirh *d)
{
    DIR *stream = stream_of(d);
    if (stream) {
        slots[d->slot1_ - 1].stream = NULL;
        slots[d->slot1_ - 1].use++;
        closedir(stream);
    }
    *d = (dirh){0};
}
