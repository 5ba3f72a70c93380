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
/* Wait until IN has something to read, or has ended; false when SIGUSR1 came first, or perhaps did. */
bool meter_wait(fdh in);

#endif
