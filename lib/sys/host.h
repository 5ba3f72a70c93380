/* host.h - this machine's name. */

#ifndef SYS_HOST_H
#define SYS_HOST_H

#include "safe/arena.h"
#include "safe/zstr.h"
#include "sys/error.h"

/* The host name, copied into A. */
oserr host_name(arena *a, zstr *name);

#endif
