/* stopped_clock.c - preloaded, it stops the clock at second STOPPED_CLOCK, so that two programs can be asked
   what "tomorrow" is. */

#define _GNU_SOURCE

#include <stdlib.h>
#include <sys/time.h>
#include <time.h>

static time_t stopped(void)
{
    char const *at = getenv("STOPPED_CLOCK");
    return at ? (time_t)atoll(at) : 0;
}

int clock_gettime(clockid_t clock, struct timespec *now)
{
    (void)clock;
    *now = (struct timespec){.tv_sec = stopped(), .tv_nsec = 123456789};
    return 0;
}

int timespec_get(struct timespec *now, int base)
{
    clock_gettime(CLOCK_REALTIME, now);
    return base;
}

int gettimeofday(struct timeval *restrict now, void *restrict zone)
{
    (void)zone;
    *now = (struct timeval){.tv_sec = stopped(), .tv_usec = 123456};
    return 0;
}

time_t time(time_t *now)
{
    if (now)
        *now = stopped();
    return stopped();
}
