/* dirlist.h - directories read in blocks, without a copy of each name.

   The caller gives the room that entries are read into; names are strings inside it and stay good until
   the same room is read into again.  For reading entry by entry see dir.h. */

#ifndef SYS_DIRLIST_H
#define SYS_DIRLIST_H

#include "sys/dir.h"

enum { DIRLIST_ROOM = 32 * 1024 };

typedef struct {
    fdh fd_;
    dirh slow_;             /* where the system has no call that reads many entries */
} dirlist;

/* Open the directory NAME of the directory AT.  A symbolic link in the last component is followed only
   where FOLLOW; otherwise the result is ENOTDIR or ELOOP. */
oserr dirlist_open(dirlist *d, fdh at, zstr name, bool follow);
void dirlist_close(dirlist *d);
SAFE_INLINE bool dirlist_is_open(dirlist const *d)
{
    return !fd_is_none(d->fd_);
}
/* For calls relative to D; belongs to D. */
SAFE_INLINE fdh dirlist_fd(dirlist const *d)
{
    return d->fd_;
}
/* Read records of some more entries into the front of ROOM, which is at least DIRLIST_ROOM bytes long;
   *GOT is how many bytes they take, 0 at the end. */
oserr dirlist_read(dirlist *d, mspan room, size_t *got);
/* Take the next entry ("." and ".." included) off *RECORDS, what dirlist_read put there; false at their
   end. */
bool dirlist_next(span *records, struct dir_entry *e);

#endif
