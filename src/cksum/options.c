/* options.c - options of cksum and its kin, and which of them go together. */

#include "cksum/cksum.h"

#include "num/parse.h"

static bool take_length(struct cli *cli, struct cli_match const *m, struct cksum_options *opt)
{
    enum num_err err = num_parse_u64(zstr_span(m->value), &opt->length);
    opt->length_given = true;
    opt->length_text = m->value;
    if (err == NUM_OK || err == NUM_RANGE)
        return true;
    return cli_bad(cli, 0, "invalid length: %s", fmt_q(zstr_span(m->value)));
}

/* Of --quiet, --status and --warn the last one counts. */
static void choose_report(struct cksum_options *opt, int key)
{
    opt->quiet = key == KEY_QUIET;
    opt->status = key == KEY_STATUS;
    opt->warn = key == 'w';
}

bool cksum_take_option(struct cli *cli, struct cli_match const *m, struct cksum_options *opt)
{
    switch (m->key) {
    case 'b':
    case 't':
        opt->binary = m->key == 'b';
        opt->text = m->key == 't';
        break;
    case 'c': opt->check = true; break;
    case 'z': opt->zero = true; break;
    case 'l': return take_length(cli, m, opt);
    case 'w':
    case KEY_QUIET:
    case KEY_STATUS: choose_report(opt, m->key); break;
    case KEY_TAG: opt->tag = true; break;
    case KEY_IGNORE_MISSING: opt->ignore_missing = true; break;
    case KEY_STRICT: opt->strict = true; break;
    default: break;
    }
    return true;
}

static bool bad_length(struct cli *cli, struct cksum_options const *opt)
{
    cli_bad(cli, 0, "invalid length: %s", fmt_q(zstr_span(opt->length_text)));
    span name = zstr_span(digest_name(opt->kind.algorithm));
    if (opt->kind.algorithm != DIGEST_BLAKE2B)
        cli_bad(cli, 0, "digest length for %s must be 224, 256, 384, or 512", fmt_q(name));
    else if (opt->length > DIGEST_MOST_BITS)
        cli_bad(cli, 0, "maximum digest length for %s is %d bits", fmt_q(name), fmt_u(DIGEST_MOST_BITS));
    else
        cli_bad(cli, 0, "length is not a multiple of 8");
    return false;
}

static bool check_length(struct cli *cli, struct cksum_options *opt)
{
    enum digest_algorithm algorithm = opt->kind.algorithm;
    bool sha = algorithm == DIGEST_SHA2 || algorithm == DIGEST_SHA3;
    opt->kind.bits = digest_most_bits(algorithm);
    if (!sha && algorithm != DIGEST_BLAKE2B) {
        if (opt->length == 0)
            return true;
        return cli_bad(cli, 0, "--length is only supported with --algorithm blake2b, sha2, or sha3");
    }
    if (sha && !opt->length_given && !opt->check)
        return cli_bad(cli, 0, "--algorithm=%s requires specifying --length 224, 256, 384, or 512",
                       fmt_z(algorithm == DIGEST_SHA2 ? Z("sha2") : Z("sha3")));
    if (!opt->length_given || (!sha && opt->length == 0))
        return true;
    if (opt->length > SIZE_MAX || !digest_bits_allowed(algorithm, opt->length))
        return bad_length(cli, opt);
    opt->kind.bits = opt->length;
    return true;
}

/* Options that only make sense with --check. */
static bool check_without_list(struct cli *cli, struct cksum_options const *opt)
{
    zstr name = opt->ignore_missing ? Z("ignore-missing")
                : opt->status       ? Z("status")
                : opt->warn         ? Z("warn")
                : opt->quiet        ? Z("quiet")
                : opt->strict       ? Z("strict") : Z_NONE;
    if (zstr_is_none(name))
        return true;
    return cli_usage(cli, "the --%s option is meaningful only when verifying checksums", fmt_z(name));
}

/* Options that make no sense with it. */
static bool check_with_list(struct cli *cli, struct cksum_options const *opt)
{
    if (opt->zero)
        return cli_usage(cli, "the --zero option is not supported when verifying checksums");
    if (opt->tag)
        return cli_usage(cli, "the --tag option is meaningless when verifying checksums");
    if (opt->binary || opt->text)
        return cli_usage(cli, "the --binary and --text options are meaningless when verifying checksums");
    return true;
}

bool cksum_check_options(struct cli *cli, struct cksum_options *opt)
{
    if (!check_length(cli, opt))
        return false;
    if (opt->check && opt->chosen && digest_is_number(opt->kind.algorithm))
        return cli_bad(cli, 0, "--check is not supported with --algorithm={bsd,sysv,crc,crc32b}");
    if (opt->base64 && opt->raw)
        return cli_usage(cli, "--base64 and --raw are mutually exclusive");
    if (!(opt->check ? check_with_list(cli, opt) : check_without_list(cli, opt)))
        return false;
    if (opt->text && opt->one_algorithm && opt->tag)
        return cli_usage(cli, "--tag does not support --text mode");
    if (opt->text && !opt->one_algorithm && !opt->untagged)
        return cli_usage(cli, "--text mode is only supported with --untagged");
    if (opt->raw && cli_operand_count(cli) > 1)
        return cli_bad(cli, 0, "the --raw option is not supported with multiple files");
    return true;
}
