/* exec.c - see exec.h. */

#include "sys/exec.h"

#include <config.h>
#include <unistd.h>

static void require_end(args a)
{
    if (!a.p_ || a.p_[a.n_])
        safe_fault("argument list without end", a.n_, 0);
}

oserr exec_program(zstr program, args argv, args environment)
{
    require_end(argv);
    require_end(environment);
    char **before = environ;
    environ = (char **)(uintptr_t)environment.p_;
    execvp(zstr_c(program), argv.p_);
    environ = before;
    return errno;
}
