/* start.c - from the argument vector to the exit status. */

#include "cli/cli.h"

#include "sys/process.h"

/* Where standard input was used that closing would find broken, or closed from the start. */
static void report_closing_input(struct cli *cli)
{
    struct stat st = {};
    if (cli->diag.answers_err)
        cli_error(cli, cli->diag.answers_err, "error closing file");
    if (cli->read_stdin && !zstr_is_none(cli->program.closing) && fd_stat(FDH_STDIN, &st) == EBADF)
        cli_error(cli, EBADF, "%s", fmt_z(cli->program.closing));
}

int cli_finish(struct cli *cli)
{
    report_closing_input(cli);
    oserr err = writer_finish(&cli->diag.out);
    if (err)
        cli_error(cli, err, "write error");
    if (cli->diag.broken && cli->diag.status == 0)
        cli->diag.status = cli->diag.failure;   /* a warning reached nobody */
    return cli->diag.status;
}

/* "lt-cat" is what libtool calls a program that is not installed yet. */
static zstr program_called(zstr called, zstr name)
{
    if (zstr_is_none(called) || zstr_len(called) == 0)
        return name;
    span s = zstr_span(called);
    size_t slash = span_rfind(s, '/');
    size_t base = slash < span_len(s) ? slash + 1 : 0;
    return span_starts(span_drop(s, base), S("lt-")) ? zstr_drop(called, base + 3) : called;
}

static zstr last_component(zstr path)
{
    size_t slash = span_rfind(zstr_span(path), '/');
    return slash < zstr_len(path) ? zstr_drop(path, slash + 1) : path;
}

int cli_start(args argv, zstr called, struct cli_program program, int (*prog_main)(struct cli *))
{
    struct cli cli = {.program = program, .argv = argv};
    cli.diag.program = program_called(called, program.name);
    cli.diag.name = last_component(cli.diag.program);
    cli.diag.failure = program.failure ? program.failure : 1;
    process_set_name(cli.diag.name, cli.diag.failure);
    writer_open(&cli.diag.out, FDH_STDOUT);
    return prog_main(&cli);
}
