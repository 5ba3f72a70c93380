/* sha512sum - print or check SHA-512 digests. */

#include "cksum/cksum.h"

static const struct cli_option option_rows[] = {
    CKSUM_BINARY, CKSUM_CHECK, CKSUM_IGNORE_MISSING, CKSUM_QUIET, CKSUM_STATUS, CKSUM_STRICT, CKSUM_TAG,
    CKSUM_TEXT, CKSUM_WARN, CKSUM_ZERO,
};

const struct cli_program prog_program = {
    .name = Z("sha512sum"),
    .operands = Z("[FILE]..."),
    .summary = Z("Print or check SHA-512 digests (512 bits); the same as cksum --untagged -a sha512.\n"
                 "Standard input is read where FILE is -, and when there is no FILE."),
    .options = CLI_ROWS(option_rows),
    .closing = Z("standard input"),
    .order = Z(CKSUM_ORDER),
    .notes = CKSUM_NOTES,
};

int prog_main(struct cli *cli)
{
    return cksum_one_algorithm(cli, DIGEST_SHA512);
}
