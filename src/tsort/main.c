/* tsort - put items into an order that is consistent with pairs "this before that". */

#include "tsort/tsort.h"

static const struct cli_option option_rows[] = {
    {'w', Z_NONE, Z_NONE, Z_NONE},      /* taken and ignored */
};

const struct cli_program prog_program = {
    .name = Z("tsort"),
    .operands = Z("[FILE]"),
    .summary = Z("Print the items of FILE in an order that agrees with all its pairs: an item that\n"
                 "comes first in a pair is printed before the second.  Items are separated by\n"
                 "blanks and newlines; a pair of the same twice just names an item.\n"
                 "Standard input is read where FILE is -, and when there is no FILE."),
    .options = CLI_ROWS(option_rows),
};

int prog_main(struct cli *cli)
{
    struct tsort_graph g = {};
    struct cli_input in = {};
    for (struct cli_match m = {}; cli_next_option(cli, &m);)
        continue;
    if (cli_options_ok(cli) && cli_operand_count(cli) > 1)
        cli_extra_operand(cli, cli_operand(cli, 1));
    if (!cli_options_ok(cli))
        return cli_usage_exit(cli);
    if (cli_next_input(cli, &in) && tsort_read(cli, &in, &g))
        tsort_print(cli, &g, in.name);
    return cli_finish(cli);
}
