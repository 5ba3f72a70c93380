/* entropy.h - random bytes of the system. */

#ifndef SYS_ENTROPY_H
#define SYS_ENTROPY_H

#include "safe/span.h"
#include "sys/error.h"

/* Fill INTO with bytes that nobody can guess. */
oserr entropy_fill(mspan into);

#endif
