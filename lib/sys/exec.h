/* exec.h - becoming another program. */

#ifndef SYS_EXEC_H
#define SYS_EXEC_H

#include "safe/args.h"
#include "sys/error.h"

/* Become PROGRAM, found by the PATH of ENVIRONMENT unless it holds a slash, with the arguments ARGV (the
   first is the name it is called by) and that environment.  Returns only when this cannot be done, and then
   the environment is what it was.  F: both lists have their NULL behind them, as arglist_before and env_all
   give them. */
oserr exec_program(zstr program, args argv, args environment);

#endif
