/* basenc - encode bytes as text in one of several bases, or decode such text. */

#include "base64/base64.h"

/* Keys of the encodings, in the order of enum encoding. */
enum {
    KEY_BASE64 = CLI_KEY, KEY_BASE64URL, KEY_BASE58, KEY_BASE32, KEY_BASE32HEX, KEY_BASE16, KEY_BASE2MSBF,
    KEY_BASE2LSBF, KEY_Z85,
};

static const struct cli_option option_rows[] = {
    {KEY_BASE64, Z("base64"), Z_NONE, Z("base 64, as the program base64 (RFC 4648, section 4)")},
    {KEY_BASE64URL, Z("base64url"), Z_NONE, Z("base 64 for URLs and file names (RFC 4648, section 5)")},
    {KEY_BASE58, Z("base58"), Z_NONE, Z("base 58, without characters that look alike")},
    {KEY_BASE32, Z("base32"), Z_NONE, Z("base 32, as the program base32 (RFC 4648, section 6)")},
    {KEY_BASE32HEX, Z("base32hex"), Z_NONE, Z("base 32 that sorts like the bytes (RFC 4648, section 7)")},
    {KEY_BASE16, Z("base16"), Z_NONE, Z("hexadecimal (RFC 4648, section 8)")},
    {KEY_BASE2MSBF, Z("base2msbf"), Z_NONE, Z("bits, the highest of each byte first")},
    {KEY_BASE2LSBF, Z("base2lsbf"), Z_NONE, Z("bits, the lowest of each byte first")},
    BASE64_DECODE,
    BASE64_IGNORE_GARBAGE,
    BASE64_WRAP,
    {KEY_Z85, Z("z85"), Z_NONE,
     Z("base 85 of ZeroMQ; bytes come in groups of 4,\nencoded characters in groups of 5")},
};

const struct cli_program prog_program = {
    .name = Z("basenc"),
    .operands = Z("[FILE]"),
    .summary = Z("Encode FILE, or decode it, and print the result.  One of the encodings has to be chosen.\n"
                 "Standard input is read where FILE is -, and when there is no FILE."),
    .options = CLI_ROWS(option_rows),
    .order = Z("decode wrap ignore-garbage"),
    .notes = Z("Ends of lines are no part of encoded data; any other character that the encoding\n"
               "does not use is an error without -i."),
};

int prog_main(struct cli *cli)
{
    struct base64_options opt = {.columns = BASE64_COLUMNS};
    bool good = true, chosen = false;
    for (struct cli_match m = {}; good && cli_next_option(cli, &m);) {
        if (m.key >= CLI_KEY) {
            opt.encoding = as_uint(m.key - CLI_KEY);
            chosen = true;
        } else {
            good = base64_take_option(cli, &m, &opt);
        }
    }
    if (good && cli_options_ok(cli) && !chosen)
        good = cli_usage(cli, "missing encoding type");
    if (!good || !cli_options_ok(cli))
        return cli_usage_exit(cli);
    return base64_run(cli, &opt);
}
