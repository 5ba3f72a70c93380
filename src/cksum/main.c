/* cksum - print checksums and digests of inputs, or check a list of them. */

#include "cksum/cksum.h"

static const struct cli_option option_rows[] = {
    {'a', Z("algorithm"), Z("TYPE"), Z("use the algorithm TYPE, see below; without it, crc")},
    {KEY_BASE64, Z("base64"), Z_NONE, Z("print digests in base64, not in hexadecimal")},
    CKSUM_BINARY,
    CKSUM_CHECK,
    {KEY_DEBUG, Z("debug"), Z_NONE, Z("say which implementation is used")},
    CKSUM_IGNORE_MISSING,
    CKSUM_LENGTH("length of the digest: any multiple of 8 up to 512 for blake2b;\n"
                 "224, 256, 384 or 512, and needed, for sha2 and sha3"),
    CKSUM_QUIET,
    {KEY_RAW, Z("raw"), Z_NONE, Z("print the bytes of the digest and nothing else")},
    CKSUM_STATUS,
    CKSUM_STRICT,
    {KEY_TAG, Z("tag"), Z_NONE, Z("print lines in BSD's form, with the name of the algorithm (default)")},
    CKSUM_TEXT,
    {KEY_UNTAGGED, Z("untagged"), Z_NONE,
     Z("print lines as md5sum does, without the name of the algorithm")},
    CKSUM_WARN,
    CKSUM_ZERO,
};

const struct cli_program prog_program = {
    .name = Z("cksum"),
    .operands = Z("[FILE]..."),
    .summary = Z("Print or check checksums: for each FILE the CRC of POSIX, its size in bytes and its name,\n"
                 "or what another algorithm makes of it.\n"
                 "Standard input is read where FILE is -, and when there is no FILE."),
    .options = CLI_ROWS(option_rows),
    .closing = Z("standard input"),
    .order = Z("length " CKSUM_ORDER " algorithm base64 debug raw untagged"),
    .notes = Z("TYPE is one of these:\n"
               "  sysv      as sum -s\n"
               "  bsd       as sum -r\n"
               "  crc       the CRC of POSIX\n"
               "  crc32b    the CRC of Ethernet and gzip\n"
               "  md5       as md5sum\n"
               "  sha1      as sha1sum\n"
               "  sha2      as sha224sum, sha256sum, sha384sum or sha512sum, by --length\n"
               "  sha3      SHA-3, by --length\n"
               "  blake2b   as b2sum\n"
               "  sm3       SM3\n"
               "\n"
               "What -c reads is what cksum, or a program named after one algorithm, prints."),
};

static const struct cli_word algorithm_words[] = {
    {Z("bsd"), DIGEST_BSD}, {Z("sysv"), DIGEST_SYSV}, {Z("crc"), DIGEST_CRC}, {Z("crc32b"), DIGEST_CRC32B},
    {Z("md5"), DIGEST_MD5}, {Z("sha1"), DIGEST_SHA1}, {Z("sha224"), DIGEST_SHA224},
    {Z("sha256"), DIGEST_SHA256}, {Z("sha384"), DIGEST_SHA384}, {Z("sha512"), DIGEST_SHA512},
    {Z("sha2"), DIGEST_SHA2}, {Z("sha3"), DIGEST_SHA3}, {Z("blake2b"), DIGEST_BLAKE2B},
    {Z("sm3"), DIGEST_SM3},
};

static bool choose_algorithm(struct cli *cli, struct cli_match const *m, struct cksum_options *opt)
{
    int algorithm = DIGEST_CRC;
    if (!cli_choose_exact(cli, S("--algorithm"), zstr_span(m->value), CLI_WORDS(algorithm_words), &algorithm))
        return false;
    opt->kind.algorithm = as_uint(algorithm);
    opt->chosen = true;
    return true;
}

static bool take_option(struct cli *cli, struct cli_match const *m, struct cksum_options *opt)
{
    switch (m->key) {
    case 'a': return choose_algorithm(cli, m, opt);
    case KEY_BASE64: opt->base64 = true; break;
    case KEY_RAW: opt->raw = true; break;
    case KEY_DEBUG: opt->debug = true; break;
    case KEY_TAG:
    case KEY_UNTAGGED:
        opt->tag = m->key == KEY_TAG;
        opt->untagged = !opt->tag;
        break;
    default: return cksum_take_option(cli, m, opt);
    }
    return true;
}

int prog_main(struct cli *cli)
{
    struct cksum_options opt = {.kind = {.algorithm = DIGEST_CRC}};
    bool good = true;
    for (struct cli_match m = {}; good && cli_next_option(cli, &m);)
        good = take_option(cli, &m, &opt);
    if (!good || !cli_options_ok(cli) || !cksum_check_options(cli, &opt))
        return cli_usage_exit(cli);
    opt.tag = !opt.untagged;
    return cksum_run(cli, &opt);
}
