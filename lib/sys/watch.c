/* watch.c - see watch.h. */

#include "sys/watch.h"

#include <config.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#ifdef HAVE_SYS_INOTIFY_H
# include <sys/inotify.h>
#endif
#ifdef __linux__
# include <sys/syscall.h>
# include <sys/vfs.h>
#endif

enum { EVENTS_SIZE = 16 * 1024 };

#ifdef HAVE_SYS_INOTIFY_H

oserr watch_open(watch *w)
{
    int fd = inotify_init1(IN_CLOEXEC | IN_NONBLOCK);
    if (fd < 0)
        return errno;
    fdh low = {fd + 1};
    if (fd > 2) {
        w->fd = low;
        return 0;
    }
    oserr err = fd_dup(&w->fd, low);
    fd_close(&low);
    return err;
}

static oserr add(watch *w, char const *name, uint32_t mask, int *id)
{
    int got = inotify_add_watch(fd_number(w->fd), name, mask);
    if (got < 0)
        return errno;
    *id = got;
    return 0;
}

oserr watch_file(watch *w, fdh f, bool by_name, int *id)
{
    /* By its name it might already be another file. */
    char name[40];
    snprintf(name, sizeof name, "/proc/self/fd/%d", fd_number(f));
    uint32_t of_names = by_name ? IN_ATTRIB | IN_DELETE_SELF | IN_MOVE_SELF : 0;
    return add(w, name, IN_MODIFY | of_names, id);
}

oserr watch_directory(watch *w, zstr dir, int *id)
{
    uint32_t entries = IN_CREATE | IN_DELETE | IN_MOVED_TO | IN_MOVED_FROM | IN_ATTRIB;
    return add(w, zstr_c(dir), entries | IN_DELETE_SELF | IN_ONLYDIR, id);
}

void watch_drop(watch *w, int id)
{
    inotify_rm_watch(fd_number(w->fd), id);
}

/* Read what happened since, if anything. */
static oserr fill(watch *w)
{
    buf_clear(&w->events);
    w->at = 0;
    mspan room = mspan_first(buf_tail(&w->events, EVENTS_SIZE), EVENTS_SIZE);
    ssize_t got;
    do
        got = read(fd_number(w->fd), room.p_, room.n_);
    while (got < 0 && errno == EINTR);
    if (got < 0)
        return errno == EAGAIN ? 0 : errno;
    buf_commit(&w->events, (size_t)got);
    return 0;
}

/* What an event of a file or a directory says. */
static unsigned meaning(uint32_t mask, bool named)
{
    if (mask & IN_Q_OVERFLOW)
        return WATCH_LOST;
    if (named)
        return WATCH_ENTRY;
    unsigned what = 0;
    if (mask & IN_MODIFY)
        what |= WATCH_DATA;
    if (mask & (IN_ATTRIB | IN_MOVE_SELF | IN_DELETE_SELF))
        what |= WATCH_STATUS;
    if (mask & (IN_IGNORED | IN_DELETE_SELF | IN_UNMOUNT))
        what |= WATCH_GONE;
    return what;
}

bool watch_next(watch *w, struct watch_event *event, oserr *err)
{
    *err = 0;
    if (w->at == buf_len(&w->events))
        *err = fill(w);
    span rest = span_drop(buf_span(&w->events), w->at);
    struct inotify_event e;
    if (*err || span_len(rest) < sizeof e)
        return false;
    memcpy(&e, rest.p_, sizeof e);
    span name = span_sub(rest, sizeof e, e.len);
    event->name = span_first(name, span_find(name, 0));
    event->id = e.wd;
    event->what = meaning(e.mask, e.len > 0);
    w->at += sizeof e + e.len;
    return true;
}

#else

oserr watch_open(watch *w)
{
    (void)w;
    return ENOSYS;
}

oserr watch_file(watch *w, fdh f, bool by_name, int *id)
{
    (void)w, (void)f, (void)by_name, (void)id;
    return ENOSYS;
}

oserr watch_directory(watch *w, zstr dir, int *id)
{
    (void)w, (void)dir, (void)id;
    return ENOSYS;
}

void watch_drop(watch *w, int id)
{
    (void)w, (void)id;
}

bool watch_next(watch *w, struct watch_event *event, oserr *err)
{
    (void)w, (void)event;
    *err = ENOSYS;
    return false;
}

#endif

void watch_close(watch *w)
{
    fd_close(&w->fd);
    buf_recycle(&w->events);
    w->at = 0;
}

static struct timespec now(void)
{
    struct timespec t = {0};
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t;
}

/* What is left of NANOSECONDS since BEGIN. */
static struct timespec left_of(int64_t nanoseconds, struct timespec begin)
{
    enum { SECOND = 1000000000 };
    struct timespec t = now();
    int64_t seconds = t.tv_sec - begin.tv_sec, fraction = t.tv_nsec - begin.tv_nsec, left = 0;
    if (seconds < INT64_MAX / SECOND - 1)
        left = nanoseconds - (seconds * SECOND + fraction);
    if (left < 0)
        left = 0;
    return (struct timespec){.tv_sec = left / SECOND, .tv_nsec = left % SECOND};
}

enum wait_result wait_for(fdh in, fdh out, int64_t nanoseconds)
{
    /* poll leaves out what has a negative number. */
    struct pollfd p[2] = {{.fd = fd_number(in), .events = POLLIN}, {.fd = fd_number(out)}};
    struct timespec begin = now();
    for (;;) {
        struct timespec left = left_of(nanoseconds, begin);
        int ready = ppoll(p, 2, nanoseconds < 0 ? NULL : &left, NULL);
        if (ready == 0)
            return WAIT_TIME;
        if (ready < 0 && errno != EINTR && errno != EAGAIN)
            return WAIT_INPUT;  /* reading tells what is wrong */
        if (ready > 0 && p[1].revents & (POLLERR | POLLHUP | POLLNVAL))
            return WAIT_NO_READER;
        if (ready > 0 && p[0].revents)
            return WAIT_INPUT;
    }
}

#ifdef __linux__

/* In the order of their numbers. */
static bool is_remote(uint32_t type)
{
    switch (type) {
    case 0x013111A8:            /* ibrix */
    case 0x01161970:            /* gfs */
    case 0x01021997:            /* 9p */
    case 0x0BD00BD0:            /* lustre */
    case 0x00C36400:            /* ceph */
    case 0x0000517B:            /* smb */
    case 0x00006969:            /* nfs */
    case 0x0000564C:            /* ncp */
    case 0x0000F15F:            /* ecryptfs, which tells of the files below it */
    case 0x19830326:            /* fhgfs */
    case 0x47504653:            /* gpfs */
    case 0x5346414F: case 0x5346414E: case 0x6B414653:  /* afs */
    case 0x61636673:            /* acfs */
    case 0x65735546: case 0x65735543:   /* fuse */
    case 0x6E667364:            /* nfsd */
    case 0x7C7C6673:            /* prl_fs */
    case 0x7461636F:            /* ocfs2 */
    case 0x73757245:            /* coda */
    case 0x794C7630:            /* overlay: files may turn into others when they are written */
    case 0xAAD7AAEA:            /* panfs */
    case 0xBACBACBC:            /* vmhgfs */
    case 0xBEEFDEAD:            /* snfs */
    case 0xFE534D42:            /* smb2 */
    case 0xFF534D42:            /* cifs */
        return true;
    default:
        return false;
    }
}

bool file_system_is_remote(fdh f)
{
    struct statfs s;
    return fstatfs(fd_number(f), &s) != 0 || is_remote((uint32_t)s.f_type);
}

#else

bool file_system_is_remote(fdh f)
{
    (void)f;
    return true;
}

#endif

void peer_begin(peer *p, int pid)
{
    *p = (peer){.pid_ = pid};
#ifdef SYS_pidfd_open
    long fd = pid > 0 ? syscall(SYS_pidfd_open, pid, 0) : -1;
    if (fd >= 0)
        p->fd_ = (fdh){(int)fd + 1};
#endif
}

bool peer_lives(peer p)
{
    struct pollfd end = {.fd = fd_number(p.fd_), .events = POLLIN};
    if (!fd_is_none(p.fd_))
        return poll(&end, 1, 0) == 0;
    return kill(p.pid_, 0) == 0 || errno == EPERM;
}
