/* one.c - the programs that are named after an algorithm. */

#include "cksum/cksum.h"

int cksum_one_algorithm(struct cli *cli, enum digest_algorithm algorithm)
{
    struct cksum_options opt = {.kind = {.algorithm = algorithm}, .one_algorithm = true};
    bool good = true;
    for (struct cli_match m = {}; good && cli_next_option(cli, &m);)
        good = cksum_take_option(cli, &m, &opt);
    if (!good || !cli_options_ok(cli) || !cksum_check_options(cli, &opt))
        return cli_usage_exit(cli);
    return cksum_run(cli, &opt);
}
