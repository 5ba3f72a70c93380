/* say.c - what -v tells, on standard error. */

#include "env/env.h"

void env_say(struct cli *cli, zstr template, fmtargs args)
{
    buf_clear(&cli->diag.text);
    fmt_append(&cli->diag.text, template, args);
    if (fd_write_all(FDH_STDERR, buf_span(&cli->diag.text)) != 0)
        cli->diag.broken = true;
}
