/* printf - format and print arguments.

   The format is taken apart once; then each round prints it with the next arguments, until none are left. */

#include "printf/printf.h"

#include "safe/checked.h"
#include "sys/env.h"

const struct cli_program prog_program = {
    .name = Z("printf"),
    .operands = Z("FORMAT [ARGUMENT]...\nOPTION"),
    .no_short_usage = true,
    .summary = Z("Print the ARGUMENTs as FORMAT says, which is used again while ARGUMENTs are left."),
    .notes = Z("FORMAT is text with directives, as for C's printf, and these sequences:\n\n"
               "  \\\"      a double quote\n"
               "  \\\\      a backslash\n"
               "  \\a      a bell\n"
               "  \\b      a step back\n"
               "  \\c      the end: nothing is printed from here on\n"
               "  \\e      the escape character\n"
               "  \\f      a form feed\n"
               "  \\n      a newline\n"
               "  \\r      a carriage return\n"
               "  \\t      a tab\n"
               "  \\v      a vertical tab\n"
               "  \\NNN    the byte with the octal number NNN, up to three digits\n"
               "  \\xHH    the byte with the hexadecimal number HH, one or two digits\n"
               "  \\uHHHH  the character with this number in Unicode, four digits\n"
               "  \\UHHHHHHHH  the same with eight digits\n"
               "  %%      a percent sign\n"
               "  %b      ARGUMENT with its own sequences; octal numbers there are \\0NNN\n"
               "  %q      ARGUMENT as a word that a shell reads back\n\n"
               "Further directives end in one of diouxXfFeEgGaAcs and convert ARGUMENT to that kind of\n"
               "value.  Width and precision may be *; %N$ and *N$ choose ARGUMENT number N.\n\n"
               "A shell may have a printf of its own, which is then the one that runs."),
    .raw = true,
};

/* Print rounds while there are arguments for them.  \c ends it all well, whatever was reported before. */
static bool print_all(struct cli *cli, struct printf_run *run, struct printf_format const *f)
{
    bool stopped = false;
    do {
        run->next = run->used = 0;
        if (!printf_round(cli, run, f, &stopped))
            return stopped;
        run->rest = args_drop(run->rest, size_min(run->used, args_len(run->rest)));
    } while (run->used > 0 && args_len(run->rest) > 0 && writer_ok(cli_out(cli)));
    if (args_len(run->rest) > 0 && writer_ok(cli_out(cli)))
        cli_warn(cli, 0, "warning: ignoring excess arguments, starting with %s",
                 fmt_q(zstr_span(args_at(run->rest, 0))));
    return false;
}

int prog_main(struct cli *cli)
{
    struct printf_format format = {};
    struct printf_run run = {.rest = cli->argv, .posix = env_has(Z("POSIXLY_CORRECT"))};
    if (cli_only_help(cli))
        return cli_finish(cli);
    if (args_len(run.rest) > 0 && zstr_eq(args_at(run.rest, 0), Z("--")))
        run.rest = args_drop(run.rest, 1);
    if (args_len(run.rest) == 0) {
        cli_missing_operand(cli, Z_NONE);
        return cli_usage_exit(cli);
    }
    printf_parse(&format, zstr_span(args_at(run.rest, 0)));
    run.rest = args_drop(run.rest, 1);
    bool stopped = print_all(cli, &run, &format);
    if (run.overflow)
        cli_error(cli, 0, "write error");
    int status = cli_finish(cli);
    return stopped && !run.overflow && writer_ok(cli_out(cli)) ? 0 : status;
}
