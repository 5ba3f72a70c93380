/* process.c - see process.h. */

#include "sys/process.h"

#include <config.h>
#include <signal.h>
#include <unistd.h>

void process_set_name(zstr name, int failure_status)
{
    safe_set_program(zstr_c(name), failure_status);
}

void process_exit(int status)
{
    _exit(status);
}

static void ignore(int number)
{
    struct sigaction act = {.sa_handler = SIG_IGN};
    sigaction(number, &act, NULL);
}

void process_ignore_interrupt(void)
{
    ignore(SIGINT);
}

void process_ignore_broken_pipe(void)
{
    ignore(SIGPIPE);
}

void process_break_pipe(void)
{
    raise(SIGPIPE);
}
