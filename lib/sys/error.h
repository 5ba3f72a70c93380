/* error.h - the result of a system call: 0, or the errno value that says why it failed. */

#ifndef SYS_ERROR_H
#define SYS_ERROR_H

#include <errno.h>

typedef int oserr;

#endif
