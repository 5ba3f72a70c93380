/* entropy.c - see entropy.h. */

#include "sys/entropy.h"

#include <config.h>
#include <sys/random.h>

oserr entropy_fill(mspan into)
{
    while (into.n_ > 0) {
        ssize_t n = getrandom(into.p_, into.n_, 0);
        if (n < 0 && errno != EINTR)
            return errno;
        if (n > 0)
            into = mspan_drop(into, (size_t)n);
    }
    return 0;
}
