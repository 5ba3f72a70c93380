/* signals.h - signals as users write and read them: INT, SIGINT, int, 2, RTMIN+3, or a shell's status 130. */

#ifndef SIGNALS_SIGNALS_H
#define SIGNALS_SIGNALS_H

#include "safe/buf.h"

/* The number that TEXT stands for: a name in any case, with or without "SIG"; a number; RTMIN and RTMAX with
   a distance.  A number may also be what a shell or wait tells of a process that a signal ended.  0 is what
   EXIT and 0 stand for; false when TEXT is none of all these. */
bool signals_parse(span text, int *number);
/* Append the usual name of NUMBER, without "SIG"; false when it has none. */
bool signals_append_name(buf *out, int number);

#endif
