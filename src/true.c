/* true - do nothing, successfully. */

#include "cli/cli.h"

const struct cli_program prog_program = {
    .name = Z("true"),
    .operands = Z("[ARGUMENT]...\n[OPTION]"),
    .no_short_usage = true,
    .summary = Z("Exit with a status that says success.  Arguments do not matter."),
    .notes = Z("Shells have a true of their own, which runs unless this one is called by its path."),
    .raw = true,
};

int prog_main(struct cli *cli)
{
    return cli_only_help(cli) ? cli_finish(cli) : 0;
}
