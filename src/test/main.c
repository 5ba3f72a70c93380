/* test - compare values and look at files; the answer is the exit status. */

#include "test/test.h"

const struct cli_program prog_program = {
    .name = Z("test"),
    .operands = Z("[EXPRESSION]"),
    .no_short_usage = true,
    .summary = Z(TEST_SUMMARY),
    .notes = Z(TEST_NOTES),
    .failure = 2,
    .raw = true,
};

int prog_main(struct cli *cli)
{
    return test_main(cli, cli->argv);
}
