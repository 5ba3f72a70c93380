/* base64 - encode bytes as text in base 64, or decode such text (RFC 4648). */

#include "base64/base64.h"

static const struct cli_option option_rows[] = {BASE64_DECODE, BASE64_IGNORE_GARBAGE, BASE64_WRAP};

const struct cli_program prog_program = {
    .name = Z("base64"),
    .operands = Z("[FILE]"),
    .summary = Z("Encode FILE in base 64, or decode it, and print the result.\n"
                 "Standard input is read where FILE is -, and when there is no FILE."),
    .options = CLI_ROWS(option_rows),
    .order = Z("decode wrap"),
    .notes = Z("The alphabet is the one of RFC 4648. Ends of lines are no part of encoded data;\n"
               "any other character that is not in the alphabet is an error without -i."),
};

int prog_main(struct cli *cli)
{
    return base64_main(cli, ENCODING_BASE64);
}
