/* dir - list directories in columns, like ls -C -b. */

#include "ls/ls.h"
#include "ls/rows.h"

const struct cli_program prog_program = {
    .name = Z("dir"),
    .operands = Z("[FILE]..."),
    .summary = Z(LS_SUMMARY),
    .options = CLI_ROWS(option_rows),
    .order = Z(LS_ORDER),
    .notes = Z(LS_NOTES),
    .failure = 2,
};

int prog_main(struct cli *cli)
{
    return ls_main(cli, LS_DIR);
}
