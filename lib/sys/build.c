/* build.c - see build.h. */

#include "sys/build.h"

#include <config.h>

zstr build_version(void)
{
    return Z(PACKAGE_VERSION);
}
