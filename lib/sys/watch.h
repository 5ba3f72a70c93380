/* watch.h - being told by the system that files change (inotify), and waiting for that, for input, or for
   time to pass. */

#ifndef SYS_WATCH_H
#define SYS_WATCH_H

#include "safe/buf.h"
#include "sys/error.h"
#include "sys/fd.h"

/* What happened, as bits. */
enum {
    WATCH_DATA = 1,             /* the file was written or cut */
    WATCH_STATUS = 2,           /* the file itself was renamed, lost a name, or has another mode */
    WATCH_ENTRY = 4,            /* in the directory: the file `name` came, went or changed */
    WATCH_GONE = 8,             /* what was watched exists no more, and so does its watch */
    WATCH_LOST = 16,            /* more happened than could be told */
};
struct watch_event {
    int id;                     /* of the watch; -1 with WATCH_LOST */
    unsigned what;
    span name;                  /* with WATCH_ENTRY; good until the next call */
};

typedef struct SAFE_OWNER {
    fdh fd;
    buf events;
    size_t at;                  /* events before it were told */
} watch;

/* Begin; ENOSYS where the system knows nothing like it. */
oserr watch_open(watch *w);
/* Watch the open file F, all bits but WATCH_ENTRY where BY_NAME and WATCH_DATA else, or the directory DIR.
   *ID is what events of it have; the same for several names of one file. */
oserr watch_file(watch *w, fdh f, bool by_name, int *id);
oserr watch_directory(watch *w, zstr dir, int *id);
void watch_drop(watch *w, int id);
/* The next event, without waiting; false when there is none now, or when reading failed (*ERR). */
bool watch_next(watch *w, struct watch_event *event, oserr *err);
void watch_close(watch *w);

enum wait_result {
    WAIT_INPUT,                 /* the input has something to read, or ended */
    WAIT_NO_READER,             /* nobody will read the output any more */
    WAIT_TIME,                  /* the time is over */
};
/* Wait for IN (or none), for OUT (a pipe or socket, or none) to lose its reader, or until NANOSECONDS have
   passed, for ever if that is negative; signals do not make it shorter. */
enum wait_result wait_for(fdh in, fdh out, int64_t nanoseconds);

/* Whether F is on a file system where other machines may change files, or where the system does not tell of
   all changes. */
bool file_system_is_remote(fdh f);

/* Another process that this one waits for.  Where the system has descriptors for processes, a later process
   that gets the same number is not taken for it. */
typedef struct {
    int pid_;
    fdh fd_;
} peer;
void peer_begin(peer *p, int pid);
bool peer_lives(peer p);

#endif
