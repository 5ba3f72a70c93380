/* host.c - see host.h. */

#include "sys/host.h"

#include <config.h>
#include <unistd.h>

oserr host_name(arena *a, zstr *name)
{
    char text[1024] = "";
    if (gethostname(text, sizeof text - 1) != 0)
        return errno;
    zstr_from(a, zstr_span(zstr_of_c_(text)), name);
    return 0;
}
