/* build.h - facts fixed when the programs were configured. */

#ifndef SYS_BUILD_H
#define SYS_BUILD_H

#include "safe/zstr.h"

/* The version, as the last word of the first line of --version. */
zstr build_version(void);

#endif
