/* zerocopy.h - moving a whole input to an output without copying it through the program. */

#ifndef SYS_ZEROCOPY_H
#define SYS_ZEROCOPY_H

#include "sys/fd.h"

/* Move everything from IN to OUT inside the kernel.  True when IN was moved to its end or an error (in
   *ERR) stopped it in a way that copying could not mend; false when plain copying should go on from where
   IN now stands. */
bool zerocopy_all(fdh in, fdh out, oserr *err);
/* The same for at most *LEFT bytes, which counts down. */
bool zerocopy_bytes(fdh in, fdh out, uint64_t *left, oserr *err);
/* Throw away what comes out of the pipe IN; how many bytes that was.  The end is for reading to find. */
uint64_t zerocopy_discard(fdh in);
/* Give the pipe OUT the bytes of TEXT, which is a number of lines of LINE bytes, over and over, as long as it
   takes them; the error that ended it.  0, and nothing was written: OUT is no pipe.  Readers see TEXT itself,
   not a copy: it must never change. */
oserr zerocopy_repeat(span text, size_t line, fdh out);

#endif
