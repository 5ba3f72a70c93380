/* print.c - the lines that say what inputs digest to. */

#include "cksum/cksum.h"

#include "sys/cpu.h"

/* Whether NAME would not survive being read from a list as it is. */
static bool needs_escapes(span name)
{
    return span_has(name, '\\') || span_has(name, '\n') || span_has(name, '\r');
}

static void put_name(writer *out, span name, bool escape)
{
    if (!escape) {
        writer_put(out, name);
        return;
    }
    SPAN_FOREACH(c, name) {
        if (c == '\\' || c == '\n' || c == '\r')
            writer_byte(out, '\\');
        writer_byte(out, c == '\n' ? 'n' : c == '\r' ? 'r' : c);
    }
}

/* "SHA256", "SHA3-256", "BLAKE2b-128". */
static void put_tag(writer *out, struct digest_kind kind)
{
    bool longest = kind.bits == digest_most_bits(kind.algorithm);
    if (kind.algorithm == DIGEST_SHA2) {
        writer_put(out, S("SHA"));
        writer_umax(out, kind.bits);
        return;
    }
    writer_putz(out, digest_name(kind.algorithm));
    if (kind.algorithm == DIGEST_SHA3 || !longest) {
        writer_byte(out, '-');
        writer_umax(out, kind.bits);
    }
}

static void put_digest_line(writer *out, struct cksum_options const *opt, span name, span digest)
{
    buf text = {};
    bool escape = !opt->zero && needs_escapes(name);
    if (opt->base64)
        digest_append_base64(&text, digest);
    else
        digest_append_hex(&text, digest);
    if (escape)
        writer_byte(out, '\\');
    if (opt->tag) {
        put_tag(out, opt->kind);
        writer_put(out, S(" ("));
        put_name(out, name, escape);
        writer_put(out, S(") = "));
        writer_put(out, buf_span(&text));
    } else {
        writer_put(out, buf_span(&text));
        writer_put(out, opt->binary ? S(" *") : S("  "));
        put_name(out, name, escape);
    }
    buf_recycle(&text);
}

static void put_padded(writer *out, uintmax_t n, size_t width, unsigned char pad)
{
    buf digits = {};
    buf_append_umax(&digits, n);
    if (buf_len(&digits) < width)
        writer_fill(out, width - buf_len(&digits), pad);
    writer_put(out, buf_span(&digits));
    buf_recycle(&digits);
}

static uintmax_t blocks(uintmax_t length, unsigned size)
{
    return length / size + (length % size != 0);
}

/* The number, and the length in the unit of the algorithm. */
static void put_number_line(writer *out, enum digest_algorithm algorithm, uintmax_t number, uintmax_t length)
{
    put_padded(out, number, algorithm == DIGEST_BSD ? 5 : 0, '0');
    writer_byte(out, ' ');
    if (algorithm == DIGEST_BSD)
        put_padded(out, blocks(length, 1024), 5, ' ');
    else
        writer_umax(out, algorithm == DIGEST_SYSV ? blocks(length, 512) : length);
}

static void put_line(struct cli *cli, struct cksum_options const *opt, zstr name, span digest,
                     uintmax_t length)
{
    if (opt->raw) {
        writer_put(cli_out(cli), digest);
        return;
    }
    if (digest_is_number(opt->kind.algorithm)) {
        put_number_line(cli_out(cli), opt->kind.algorithm, digest_number(digest), length);
        if (cli_operand_count(cli) > 0) {
            writer_byte(cli_out(cli), ' ');
            writer_putz(cli_out(cli), name);
        }
    } else {
        put_digest_line(cli_out(cli), opt, zstr_span(name), digest);
    }
    writer_byte(cli_out(cli), opt->zero ? 0 : '\n');
    writer_sync(cli_out(cli));
}

/* --debug: one line, and a line before it for each better form that there is not. */
static bool tell_support(struct cli *cli, zstr what, enum cpu_feature feature)
{
    if (cpu_has(feature))
        cli_warn(cli, 0, "using %s hardware support", fmt_z(what));
    else
        cli_warn(cli, 0, "%s support not detected", fmt_z(what));
    return cpu_has(feature);
}

static void tell_implementation(struct cli *cli, enum digest_algorithm algorithm)
{
    bool done = algorithm != DIGEST_CRC && algorithm != DIGEST_CRC32B;
    if (algorithm == DIGEST_CRC)
        done = tell_support(cli, Z("avx512"), CPU_AVX512_PCLMUL)
               || tell_support(cli, Z("avx2"), CPU_AVX_PCLMUL);
    if (!done)
        tell_support(cli, Z("pclmul"), CPU_PCLMUL);
}

static void digest_operands(struct cli *cli, struct cksum_options const *opt)
{
    buf digest = {};
    bool told = !opt->debug;
    for (struct cli_input in = {}; writer_ok(cli_out(cli)) && cli_next_input(cli, &in);) {
        uintmax_t length = 0;
        if (!told)
            tell_implementation(cli, opt->kind.algorithm);
        told = true;
        oserr err = digest_input(&in.reader, opt->kind, &digest, &length);
        zstr name = in.name;
        cli_close_input(cli, &in, err);
        if (err == 0)
            put_line(cli, opt, name, buf_span(&digest), length);
    }
    buf_recycle(&digest);
}

static void check_operands(struct cli *cli, struct cksum_options const *opt)
{
    struct digest_list list = {.wanted = opt->kind.algorithm, .base64 = !opt->one_algorithm};
    list.any_tag = !opt->one_algorithm && !opt->chosen;
    list.kind = opt->kind;
    for (struct cli_input in = {}; writer_ok(cli_out(cli)) && cli_next_input(cli, &in);)
        if (!cksum_check_list(cli, &in, opt, &list))
            cli->diag.status = cli->diag.failure;
}

int cksum_run(struct cli *cli, struct cksum_options const *opt)
{
    if (opt->check)
        check_operands(cli, opt);
    else
        digest_operands(cli, opt);
    return cli_finish(cli);
}
