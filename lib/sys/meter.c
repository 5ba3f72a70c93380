/* meter.c - see meter.h. */

#include "sys/meter.h"

#include <config.h>
#include <poll.h>
#include <signal.h>
#include <time.h>

static volatile sig_atomic_t asked;

static void note(int signal)
{
    (void)signal;
    asked = 1;
}

uint64_t meter_clock(void)
{
    struct timespec t = {0};
    if (clock_gettime(CLOCK_MONOTONIC, &t) != 0)
        return 0;
    return (uint64_t)t.tv_sec * 1000 + (uint64_t)t.tv_nsec / 1000000;
}

void meter_listen(void)
{
    struct sigaction act = {.sa_handler = note, .sa_flags = SA_RESTART};
    sigemptyset(&act.sa_mask);
    sigaction(SIGUSR1, &act, NULL);
}

bool meter_asked(void)
{
    if (!asked)
        return false;
    asked = 0;
    return true;
}

bool meter_wait(fdh f, struct meter_event what)
{
    sigset_t question, before;
    struct pollfd p = {.fd = fd_number(f), .events = what.output ? POLLOUT : POLLIN};
    struct timespec most = {(time_t)(what.ms / 1000), (long)(what.ms % 1000 * 1000000)};
    sigemptyset(&question);
    sigaddset(&question, SIGUSR1);
    /* Blocked but while it waits, so that a signal just before cannot be missed. */
    if (sigprocmask(SIG_BLOCK, &question, &before) != 0)
        return true;
    bool ready = false;
    if (!asked) {
        int n = ppoll(&p, 1, what.ms > 0 ? &most : NULL, &before);
        ready = n > 0 || (n < 0 && errno != EINTR);
    }
    sigprocmask(SIG_SETMASK, &before, NULL);
    return ready;
}
