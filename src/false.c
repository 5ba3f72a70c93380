/* false - do nothing, unsuccessfully. */

#include "cli/cli.h"

const struct cli_program prog_program = {
    .name = Z("false"),
    .operands = Z("[ARGUMENT]...\n[OPTION]"),
    .no_short_usage = true,
    .summary = Z("Exit with a status that says failure.  Arguments do not matter."),
    .notes = Z("Shells have a false of their own, which runs unless this one is called by its path."),
    .raw = true,
};

int prog_main(struct cli *cli)
{
    if (!cli_only_help(cli))
        return 1;
    cli_finish(cli);            /* the status says failure in any case */
    return 1;
}
