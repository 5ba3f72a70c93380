/* ending.h - the signals that end a program from outside and may be heeded.  Private to lib/sys. */

#ifndef SYS_ENDING_H
#define SYS_ENDING_H

#include <signal.h>

static int const ends[] = {
    SIGALRM, SIGHUP, SIGINT, SIGPIPE, SIGQUIT, SIGTERM, SIGUSR1, SIGUSR2, SIGVTALRM,
#ifdef SIGPOLL
    SIGPOLL,
#endif
#ifdef SIGPROF
    SIGPROF,
#endif
#ifdef SIGXCPU
    SIGXCPU,
#endif
#ifdef SIGXFSZ
    SIGXFSZ,
#endif
};
enum { NUM_ENDS = sizeof ends / sizeof *ends };

#endif
