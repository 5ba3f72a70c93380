/* signals.h - what the system's signals are called, and what this process does about them.

   Numbers reach from 1 to signals_last(). */

#ifndef SYS_SIGNALS_H
#define SYS_SIGNALS_H

#include "safe/zstr.h"
#include "sys/error.h"

struct signal_name {
    int number;
    zstr name;                  /* without "SIG" */
};
RSPAN_DEFINE(signal_names, struct signal_name);

/* The names of signals, without those of the real-time ones; the first name of a number is the usual one. */
signal_names signals_named(void);
/* The real-time signals; *LAST is below *FIRST when there are none. */
void signals_realtime(int *first, int *last);
/* The highest number. */
int signals_last(void);

/* Whether the signal is ignored by this process. */
oserr signal_ignored(int number, bool *ignored);
/* Ignore it, or let it act as it does by default. */
oserr signal_ignore(int number, bool ignore);
/* Whether the signal is blocked.  EINVAL where no process may block or unblock it, as those that libc keeps
   for itself. */
oserr signal_blocked(int number, bool *blocked);
/* Block it or no longer do so.  Some, as SIGKILL, are never blocked although this succeeds. */
oserr signal_block(int number, bool block);

#endif
