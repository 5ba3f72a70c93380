/* months.h - names of months in the user's language (LC_TIME). */

#ifndef SYS_MONTHS_H
#define SYS_MONTHS_H

#include "safe/zstr.h"

/* The short name of the month M, 0 to 11, as it stands by itself. */
zstr months_short_name(unsigned m);

#endif
