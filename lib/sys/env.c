/* env.c - see env.h. */

#include "sys/env.h"

#include <config.h>
#include <stdlib.h>

zstr env_get(zstr name)
{
    return zstr_of_c_(getenv(zstr_c(name)));
}
