/* progress.h - how far a copy has come: a line on standard error that is rewritten in place, and one of its
   own for each SIGUSR1. */

#ifndef COPY_PROGRESS_H
#define COPY_PROGRESS_H

#include "diag/diag.h"
#include "sys/fd.h"

struct SAFE_OWNER copy_progress {
    bool on;                    /* count, and answer SIGUSR1 */
    bool line;                  /* keep a line up to date */
    uint64_t total;             /* bytes to be copied, or 0 when that is not known */
    uint64_t done;
    uint64_t start, last;       /* milliseconds: of the beginning, of the last line */
    buf text;
};

enum copy_progress_when { COPY_PROGRESS_NEVER, COPY_PROGRESS_TERMINAL, COPY_PROGRESS_ALWAYS };

/* Start counting, with a line as WHEN says.  Unless that is never, SIGUSR1 no longer ends the program. */
void copy_progress_start(struct copy_progress *p, enum copy_progress_when when);
void copy_progress_count_(struct copy_progress *p, struct diag *d, uint64_t bytes);
/* BYTES more were copied; 0: some work was done. */
SAFE_INLINE void copy_progress_add(struct copy_progress *p, struct diag *d, uint64_t bytes)
{
    if (__builtin_expect(p->on, 0))
        copy_progress_count_(p, d, bytes);
}
/* Wait until F, which may take its time, can be read, or with OUTPUT written; meanwhile SIGUSR1 is answered
   and the line kept up to date. */
void copy_progress_wait(struct copy_progress *p, struct diag *d, fdh f, bool output);
/* A part is over: PLANNED of the bytes in the total were meant for it, and DONE had been copied before. */
void copy_progress_settle(struct copy_progress *p, uint64_t planned, uint64_t done);
/* The last state, when anything was copied, and an end to the line. */
void copy_progress_finish(struct copy_progress *p, struct diag *d);

#endif
