/* terminal.c - see terminal.h. */

#include "sys/terminal.h"

#include <config.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

bool terminal_columns(fdh f, size_t *columns)
{
#ifdef TIOCGWINSZ
    struct winsize ws;
    if (ioctl(fd_number(f), TIOCGWINSZ, &ws) == 0 && ws.ws_col > 0) {
        *columns = ws.ws_col;
        return true;
    }
#endif
    return false;
}

bool terminal_has_jobs(fdh f)
{
    return tcgetpgrp(fd_number(f)) >= 0;
}
