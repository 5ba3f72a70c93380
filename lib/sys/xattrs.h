/* xattrs.h - extended attributes of open files; access control lists and security labels are among them.

   Functions return 0 or an errno value: EOPNOTSUPP where the file system (or this build) has none. */

#ifndef SYS_XATTRS_H
#define SYS_XATTRS_H

#include "safe/buf.h"
#include "safe/zstr.h"
#include "sys/error.h"
#include "sys/fd.h"

/* The names of F's attributes, each with a NUL behind it, in place of what is in NAMES. */
oserr xattr_list(fdh f, buf *names);
/* The value of attribute NAME in place of what is in VALUE; ENODATA when there is none. */
oserr xattr_get(fdh f, zstr name, buf *value);
oserr xattr_set(fdh f, zstr name, span value);
oserr xattr_remove(fdh f, zstr name);

#endif
