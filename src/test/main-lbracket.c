/* [ - test, with a ] at the end. */

#include "test/test.h"

const struct cli_program prog_program = {
    .name = Z("["),
    .operands = Z("[EXPRESSION] ]\nOPTION"),
    .no_short_usage = true,
    .summary = Z(TEST_SUMMARY),
    .notes = Z(TEST_NOTES),
    .failure = 2,
    .raw = true,
};

int prog_main(struct cli *cli)
{
    size_t n = args_len(cli->argv);
    if (cli_only_help(cli))
        return cli_finish(cli);
    if (n == 0 || !zstr_eq(args_at(cli->argv, n - 1), Z("]"))) {
        cli_error(cli, 0, "missing %s", fmt_q(S("]")));
        return cli_finish(cli);
    }
    return test_main(cli, args_chop(cli->argv, 1));
}
