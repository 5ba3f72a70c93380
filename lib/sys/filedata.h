/* filedata.h - contents of files moved or shared by the kernel, and where files have holes.

   All functions return 0 or an errno value; whether a kernel or file system can do these things at all
   shows in ENOSYS, EOPNOTSUPP, ENOTTY, EXDEV, EINVAL and the like. */

#ifndef SYS_FILEDATA_H
#define SYS_FILEDATA_H

#include "sys/error.h"
#include "sys/fd.h"

/* Let the file OUT share all of IN's contents, to be copied when one of them is written. */
oserr filedata_clone(fdh in, fdh out);
/* Copy up to N bytes from where IN stands to where OUT stands.  *MOVED is 0 at the end of IN. */
oserr filedata_copy(fdh in, fdh out, size_t n, size_t *moved);
/* Where the first data (hole) at or after AT begins; ENXIO when there is no more data. */
oserr filedata_next_data(fdh f, int64_t at, int64_t *start);
oserr filedata_next_hole(fdh f, int64_t at, int64_t *start);

#endif
