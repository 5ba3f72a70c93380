/* meter.h - what a progress display needs from the system: a clock, and being asked by a signal. */

#ifndef SYS_METER_H
#define SYS_METER_H

#include "sys/fd.h"

/* Milliseconds since some moment in the past; never goes back. */
uint64_t meter_clock(void);
/* Let SIGUSR1 be a question from now on, instead of the end. */
void meter_listen(void);
/* Whether SIGUSR1 came since the last call. */
bool meter_asked(void);
/* What to wait for, and how long: MS milliseconds, or for ever when that is 0. */
struct meter_event {
    bool output;                /* that it takes something to write; else that there is something to read */
    uint64_t ms;
};
/* Wait until F is ready, or has ended; false when SIGUSR1 came first, or perhaps did, or the time is over. */
bool meter_wait(fdh f, struct meter_event what);

#endif
