/* env.c - see env.h. */

#include "sys/env.h"

#include <config.h>
#include <stdlib.h>
#include <unistd.h>

zstr env_get(zstr name)
{
    return zstr_of_c_(getenv(zstr_c(name)));
}

args env_all(void)
{
    size_t n = 0;
    while (environ && environ[n])
        n++;
    return (args){environ, n};
}
