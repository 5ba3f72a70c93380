/* selinux.h - SELinux contexts of files.

   They are read and written as the extended attribute that they are, and the kernel is asked through its own
   files; only the policy's file contexts need libselinux, which is loaded when first asked for.  Functions
   return 0 or an errno value; ENOTSUP without SELinux. */

#ifndef SYS_SELINUX_H
#define SYS_SELINUX_H

#include "safe/buf.h"
#include "safe/zstr.h"
#include "sys/error.h"
#include "sys/fd.h"

/* Whether the kernel that runs has SELinux enabled. */
bool selinux_is_on(void);
/* The context that files made from now on get; empty: what the policy gives them by itself. */
oserr selinux_create_as(span context);
/* The context that the policy wants for a file PATH (absolute) of the type in MODE, in place of what CONTEXT
   holds.  ENOENT: it says none. */
oserr selinux_wanted(zstr path, mode_t mode, buf *context);

#endif
