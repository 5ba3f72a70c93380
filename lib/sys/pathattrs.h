/* pathattrs.h - extended attributes of files by name: what a listing shows of access control lists,
   capabilities and security labels.

   Functions return 0 or an errno value: EOPNOTSUPP where the file system (or this build) has none. */

#ifndef SYS_PATHATTRS_H
#define SYS_PATHATTRS_H

#include "safe/buf.h"
#include "safe/zstr.h"
#include "sys/error.h"

/* The names of the attributes of NAME (FOLLOW: of what a symbolic link leads to), each with a NUL behind
   it, in place of what is in NAMES. */
oserr pathattr_list(zstr name, bool follow, buf *names);
/* The value of one of them in place of what is in VALUE; ENODATA when there is none. */
oserr pathattr_get(zstr name, bool follow, zstr attribute, buf *value);

#endif
