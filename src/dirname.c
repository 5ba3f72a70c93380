/* dirname - print names without their last components. */

#include "cli/cli.h"
#include "path/path.h"
#include "quote/terminal.h"

static const struct cli_option option_rows[] = {
    {'z', Z("zero"), Z_NONE, Z("end each answer with NUL, not newline")},
};

const struct cli_program prog_program = {
    .name = Z("dirname"),
    .operands = Z("NAME..."),
    .summary = Z("Print each NAME without its last component and the slashes around that;\n"
                 "'.' for a NAME without a slash, which is in the working directory."),
    .options = CLI_ROWS(option_rows),
};

int prog_main(struct cli *cli)
{
    bool zero = false;
    for (struct cli_match m = {}; cli_next_option(cli, &m);)
        zero = true;
    if (cli_options_ok(cli) && cli_operand_count(cli) == 0)
        cli_missing_operand(cli, Z_NONE);
    if (!cli_options_ok(cli))
        return cli_usage_exit(cli);
    struct quote_terminal style = quote_for_terminal(&cli->diag, zero);
    for (zstr name = {}; cli_next_operand(cli, &name);) {
        quote_put_terminal(cli_out(cli), path_dir(zstr_span(name)), &style);
        writer_byte(cli_out(cli), zero ? 0 : '\n');
    }
    return cli_finish(cli);
}
