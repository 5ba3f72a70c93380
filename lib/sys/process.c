/* process.c - see process.h. */

#include "sys/process.h"

#include <config.h>
#include <unistd.h>

void process_set_name(zstr name, int failure_status)
{
    safe_set_program(zstr_c(name), failure_status);
}

void process_exit(int status)
{
    _exit(status);
}
