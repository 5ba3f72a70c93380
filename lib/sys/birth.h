/* birth.h - when a file was made, which stat does not tell. */

#ifndef SYS_BIRTH_H
#define SYS_BIRTH_H

#include "safe/zstr.h"
#include "sys/error.h"
#include "sys/fd.h"
#include "sys/timetext.h"

/* The time of birth of NAME (FOLLOW: of what a symbolic link leads to); ENOTSUP when it is unknown. */
oserr birth_time(fdh dir, zstr name, bool follow, struct time_point *t);

#endif
