/* md5sum - print or check MD5 digests. */

#include "cksum/cksum.h"

static const struct cli_option option_rows[] = {
    CKSUM_BINARY, CKSUM_CHECK, CKSUM_IGNORE_MISSING, CKSUM_QUIET, CKSUM_STATUS, CKSUM_STRICT, CKSUM_TAG,
    CKSUM_TEXT, CKSUM_WARN, CKSUM_ZERO,
};

const struct cli_program prog_program = {
    .name = Z("md5sum"),
    .operands = Z("[FILE]..."),
    .summary = Z("Print or check MD5 digests (128 bits); the same as cksum --untagged -a md5.\n"
                 "Standard input is read where FILE is -, and when there is no FILE."),
    .options = CLI_ROWS(option_rows),
    .closing = Z("standard input"),
    .order = Z(CKSUM_ORDER),
    .notes = CKSUM_NOTES,
};

int prog_main(struct cli *cli)
{
    return cksum_one_algorithm(cli, DIGEST_MD5);
}
