/* sum - print the old 16-bit checksums of inputs. */

#include "cksum/cksum.h"

static const struct cli_option option_rows[] = {
    {'r', Z_NONE, Z_NONE, Z("the sum of BSD, with blocks of 1024 bytes (default)")},
    {'s', Z("sysv"), Z_NONE, Z("the sum of System V, with blocks of 512 bytes")},
};

const struct cli_program prog_program = {
    .name = Z("sum"),
    .operands = Z("[FILE]..."),
    .summary = Z("Print for each FILE a 16-bit checksum, its size in blocks and its name.\n"
                 "Standard input is read where FILE is -, and when there is no FILE."),
    .options = CLI_ROWS(option_rows),
    .closing = Z("standard input"),
};

int prog_main(struct cli *cli)
{
    struct cksum_options opt = {.kind = {.algorithm = DIGEST_BSD, .bits = 16}};
    for (struct cli_match m = {}; cli_next_option(cli, &m);)
        opt.kind.algorithm = m.key == 's' ? DIGEST_SYSV : DIGEST_BSD;
    if (!cli_options_ok(cli))
        return cli_usage_exit(cli);
    return cksum_run(cli, &opt);
}
