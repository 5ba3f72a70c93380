/* b2sum - print or check BLAKE2b digests. */

#include "cksum/cksum.h"

static const struct cli_option option_rows[] = {
    CKSUM_BINARY, CKSUM_CHECK, CKSUM_IGNORE_MISSING, CKSUM_QUIET, CKSUM_STATUS, CKSUM_STRICT, CKSUM_TAG,
    CKSUM_TEXT, CKSUM_WARN, CKSUM_ZERO,
    CKSUM_LENGTH("length of the digest: a multiple of 8 up to 512"),
};

const struct cli_program prog_program = {
    .name = Z("b2sum"),
    .operands = Z("[FILE]..."),
    .summary = Z("Print or check BLAKE2b digests, of 512 bits or as --length says;\n"
                 "the same as cksum --untagged -a blake2b.\n"
                 "Standard input is read where FILE is -, and when there is no FILE."),
    .options = CLI_ROWS(option_rows),
    .closing = Z("standard input"),
    .order = Z("length " CKSUM_ORDER),
    .notes = CKSUM_NOTES,
};

int prog_main(struct cli *cli)
{
    return cksum_one_algorithm(cli, DIGEST_BLAKE2B);
}
