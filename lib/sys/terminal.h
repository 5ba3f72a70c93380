/* terminal.h - the terminal behind a descriptor. */

#ifndef SYS_TERMINAL_H
#define SYS_TERMINAL_H

#include "sys/fd.h"

/* The width of the terminal in columns; false when F is none, or its width is unknown. */
bool terminal_columns(fdh f, size_t *columns);
/* Whether F is a terminal that has a foreground process group: one that job control works on. */
bool terminal_has_jobs(fdh f);

#endif
