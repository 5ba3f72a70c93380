/* process.h - this process: its name in the library's last words, its identity, signals and limits. */

#ifndef SYS_PROCESS_H
#define SYS_PROCESS_H

#include "safe/zstr.h"
#include "sys/error.h"

/* The name and the failure status for messages that lib/safe itself may have to write. */
void process_set_name(zstr name, int failure_status);
/* End at once, without flushing anything. */
_Noreturn void process_exit(int status);
/* From now on an interrupt (SIGINT), or writing to a pipe that nobody reads, does not end the process. */
void process_ignore_interrupt(void);
void process_ignore_broken_pipe(void);
/* What writing to a pipe that nobody reads does: the end of the process, unless that is ignored. */
void process_break_pipe(void);

#endif
