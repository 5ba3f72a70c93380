/* progress.h - how far a copy has come: a line on standard error that is rewritten in place, and one of its
   own for each SIGUSR1. */

#ifndef COPY_PROGRESS_H
#define COPY_PROGRESS_H

#include "safe/buf.h"
#include "safe/zstr.h"

struct SAFE_OWNER copy_progress {
    bool on;                    /* count, and answer SIGUSR1 */
    bool line;                  /* keep a line up to date */
    bool shown;                 /* there is one now */
    zstr program;
    uint64_t total;             /* bytes to be copied, or 0 when that is not known */
    uint64_t done;
    uint64_t start, last;       /* milliseconds: of the beginning, of the last line */
    buf text;
};

enum copy_progress_when { COPY_PROGRESS_NEVER, COPY_PROGRESS_TERMINAL, COPY_PROGRESS_ALWAYS };

/* Start counting, with a line as WHEN says. */
void copy_progress_start(struct copy_progress *p, zstr program, enum copy_progress_when when);
void copy_progress_count_(struct copy_progress *p, uint64_t bytes);
/* BYTES more were copied. */
SAFE_INLINE void copy_progress_add(struct copy_progress *p, uint64_t bytes)
{
    if (__builtin_expect(p->on, 0))
        copy_progress_count_(p, bytes);
}
/* The last state, and an end to the line. */
void copy_progress_finish(struct copy_progress *p);
/* Take the line away, as something else is about to be written. */
void copy_progress_clear(struct copy_progress *p);

#endif
