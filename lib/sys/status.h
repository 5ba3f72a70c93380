/* status.h - the status of files as listings need it: only the parts asked for are fetched, and nothing is
   mounted for their sake. */

#ifndef SYS_STATUS_H
#define SYS_STATUS_H

#include "safe/zstr.h"
#include "sys/error.h"
#include "sys/fd.h"
#include "sys/timetext.h"

enum status_parts {
    STATUS_TYPE = 1, STATUS_MODE = 2, STATUS_LINKS = 4, STATUS_OWNER = 8, STATUS_SIZE = 16,
    STATUS_BLOCKS = 32, STATUS_INODE = 64, STATUS_TIME = 128,
};
enum status_time { STATUS_MODIFIED, STATUS_CHANGED, STATUS_ACCESSED, STATUS_BORN };

struct status {
    mode_t mode;
    uint32_t user, group;
    uint32_t major, minor;      /* of a device file */
    bool has_time;              /* not every file system knows when a file was born */
    uint64_t inode, device;     /* which file it is */
    uint64_t links, size;
    uint64_t blocks;            /* of 512 bytes */
    struct time_point time;     /* the one asked for */
};

struct status_wish {
    unsigned parts;
    enum status_time time;
    bool follow;
};
/* The `parts` (of enum status_parts) of the status of NAME in DIR, or of what it leads to where `follow`;
   others may be zero.  On failure *S is unchanged. */
oserr status_get(fdh dir, zstr name, struct status_wish wish, struct status *s);

#endif
