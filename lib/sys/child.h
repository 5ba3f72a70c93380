/* child.h - helper programs: started with two descriptors, and waited for. */

#ifndef SYS_CHILD_H
#define SYS_CHILD_H

#include "sys/fd.h"

typedef struct { int pid_; } child;     /* the all-zero value is none */

SAFE_INLINE bool child_is_none(child c)
{
    return c.pid_ == 0;
}
/* Start PROGRAM, found by PATH, with the argument ARGUMENT unless that is none, reading from IN and writing
   to OUT. */
oserr child_start(child *c, zstr program, zstr argument, fdh in, fdh out);
/* Run the SHELL, which is not looked for in PATH, on COMMAND, reading from IN, VARIABLE ("NAME=VALUE")
   being in its environment. */
oserr child_start_shell(child *c, zstr shell, zstr command, zstr variable, fdh in);
/* Wait for the end of *C, which becomes none; true when it exited with status 0. */
bool child_finish(child *c);
/* The same, telling how it ended: by a signal or with a status. */
struct child_end {
    bool by_signal;
    int code;
};
enum { CHILD_BROKEN_PIPE = 13 };        /* the code of SIGPIPE, everywhere */
oserr child_wait(child *c, struct child_end *end);
/* To be called before the first child: this process gets told about the end of its children, whatever its
   parent asked for, and writing to a child that is gone is an error and not the end. */
void children_begin(void);
/* From now on writing into a pipe that nobody reads may be the end again. */
void children_only_write(void);

#endif
