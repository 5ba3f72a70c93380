/* capability.h - capabilities of files. */

#ifndef SYS_CAPABILITY_H
#define SYS_CAPABILITY_H

#include "safe/base.h"

/* Whether the kernel that runs knows capabilities; asked once. */
bool capability_known(void);

#endif
