/* attributes.h - owner, times and mode of files, and making special files.

   Functions on a name never follow a symbolic link in its last component.  Those on a descriptor also work
   on one that was opened with O_PATH.  All return 0 or an errno value. */

#ifndef SYS_ATTRIBUTES_H
#define SYS_ATTRIBUTES_H

#include "safe/zstr.h"
#include "sys/error.h"
#include "sys/fd.h"

/* An owner or a group that is to stay as it is. */
#define ATTR_KEEP_USER ((uid_t)-1)
#define ATTR_KEEP_GROUP ((gid_t)-1)

oserr attr_owner_fd(fdh f, uid_t user, gid_t group);
oserr attr_owner_at(fdh dir, zstr name, uid_t user, gid_t group);
oserr attr_times_fd(fdh f, struct timespec accessed, struct timespec modified);
oserr attr_times_at(fdh dir, zstr name, struct timespec accessed, struct timespec modified);
oserr attr_mode_fd(fdh f, mode_t mode);
oserr attr_mode_at(fdh dir, zstr name, mode_t mode);

/* Make a FIFO, device or socket, or an empty file; MODE holds type and permissions, DEVICE counts for
   devices only. */
oserr attr_make_node(fdh dir, zstr name, mode_t mode, dev_t device);
/* Open whatever NAME is, for the functions above only. */
oserr attr_open(fdh *out, fdh dir, zstr name);
/* Open the directory NAME, following links, as a place to put things in: it need not be readable. */
oserr attr_open_place(fdh *out, fdh dir, zstr name);

/* Who owns what this process makes. */
uid_t attr_new_user(void);
gid_t attr_new_group(void);
/* Whether this process may give files away. */
bool attr_may_give_away(void);
/* The process's file mode creation mask. */
mode_t attr_umask(void);

#endif
