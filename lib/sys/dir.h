/* dir.h - directories read by descriptor.

   A directory handle stands for an open directory and a place in its list of entries; the all-zero one is
   closed.  It is a value: of its copies none works any more (EBADF) once one was closed.  dir_fd gives the
   descriptor for calls relative to the directory (fd_open, fsop.h).  Entries are copied into the caller's
   arena, so a name outlives the handle.  Functions return 0 or an errno value. */

#ifndef SYS_DIR_H
#define SYS_DIR_H

#include "safe/arena.h"
#include "safe/zstr.h"
#include "sys/error.h"
#include "sys/fd.h"

typedef struct {
    uint32_t slot1_;        /* place in the table of open directories, + 1 */
    uint32_t use_;          /* which use of that place */
    fdh fd_;
} dirh;

struct dir_entry {
    zstr name;              /* without any slash */
    uint64_t inode;         /* as the directory tells: at a mount point that of the directory mounted over */
    mode_t kind;            /* S_IFDIR, S_IFREG, ...; 0 when the file system does not tell */
};

/* Open the directory NAME of the directory AT.  A symbolic link in the last component is followed only
   where FOLLOW; otherwise the result is ENOTDIR or ELOOP.  D must be closed; it stays so on failure. */
oserr dir_open(dirh *d, fdh at, zstr name, bool follow);
/* Take over *F, open on a directory and made none on success. */
oserr dir_from_fd(dirh *d, fdh *f);
SAFE_INLINE bool dir_is_open(dirh const *d)
{
    return !fd_is_none(d->fd_);
}
/* For calls relative to D; belongs to D, which closes it. */
SAFE_INLINE fdh dir_fd(dirh const *d)
{
    return d->fd_;
}
/* The next entry other than "." and "..", its name copied into NAMES.  At the end E->name is none.  After
   an error no more can be read. */
oserr dir_next(dirh *d, arena *names, struct dir_entry *e);
/* The same with "." and "..". */
oserr dir_next_all(dirh *d, arena *names, struct dir_entry *e);
/* Start again at the first entry. */
void dir_rewind(dirh *d);
/* Close D, if it is open. */
void dir_close(dirh *d);

#endif
