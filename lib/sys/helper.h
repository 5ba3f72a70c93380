/* helper.h - another program run for its effect on a file. */

#ifndef SYS_HELPER_H
#define SYS_HELPER_H

#include "safe/zstr.h"
#include "sys/error.h"

/* Run PROGRAM, found by PATH, with one argument, and wait for its end; *OK: it exited with status 0.  An
   error means that it could not be started. */
oserr helper_run(zstr program, zstr argument, bool *ok);

#endif
