/* run.c - one input through an encoder or a decoder. */

#include "base64/base64.h"

#include "num/parse.h"

enum {
    BLOCK = 30720,              /* whole groups in every encoding; what an odd end can take with it */
    SLICE = BLOCK / 4,          /* encoded at a time, to stay in the nearest cache */
    DECODE_SLICE = 32 * 1024,
};

bool base64_take_option(struct cli *cli, struct cli_match const *m, struct base64_options *opt)
{
    switch (m->key) {
    case 'd': opt->decode = true; return true;
    case 'i': opt->ignore_garbage = true; return true;
    default: break;
    }
    enum num_err err = num_parse_u64(num_unsign_zero(zstr_span(m->value)), &opt->columns);
    /* Lines that no input can fill are not ended. */
    if (err == NUM_RANGE || (err == NUM_OK && opt->columns > PTRDIFF_MAX))
        opt->columns = 0;
    else if (err != NUM_OK)
        return cli_bad(cli, 0, "invalid wrap size: %s", fmt_q(zstr_span(m->value)));
    return true;
}

/* Text on its way out, and how far its last line goes. */
struct lines {
    size_t width, column;
};

static void put_text(writer *out, span text, struct lines *lines)
{
    if (lines->width == 0) {
        writer_put(out, text);
        return;
    }
    size_t ends = (span_len(text) + lines->column) / lines->width;
    mspan window = writer_window(out, span_len(text) + ends);
    writer_commit(out, mspan_wrap(window, text, lines->width, &lines->column));
}

static void end_text(writer *out, struct lines const *lines)
{
    if (lines->column > 0)
        writer_byte(out, '\n');
}

static void encode_part(struct encoder const *e, writer *out, span part, struct lines *lines)
{
    buf text = {};
    while (!span_empty(part) && writer_ok(out)) {
        buf_clear(&text);
        encoder_append(e, &text, span_take(&part, size_min(span_len(part), SLICE)));
        put_text(out, buf_span(&text), lines);
    }
    buf_recycle(&text);
}

static oserr encode(struct cli *cli, reader *in, struct base64_options const *opt)
{
    struct encoder e = {};
    struct lines lines = {.width = opt->columns};
    span part = {};
    encoder_make(&e, opt->encoding);
    while (writer_ok(cli_out(cli))) {
        oserr err = reader_peek_least(in, BLOCK, &part);
        if (err)
            return err;
        size_t whole = span_len(part) - span_len(part) % BLOCK;
        span now = whole > 0 ? span_first(part, whole) : part;
        if (opt->encoding == ENCODING_Z85 && span_len(now) % 4 != 0) {
            cli_error(cli, 0, "invalid input (length must be multiple of 4 characters)");
            return 0;
        }
        encode_part(&e, cli_out(cli), now, &lines);
        reader_consume(in, span_len(now));
        if (whole == 0)
            break;
    }
    end_text(cli_out(cli), &lines);
    return in->err;
}

static bool decode_part(struct decoder *d, writer *out, span part)
{
    buf bytes = {};
    bool good = true;
    while (good && !span_empty(part)) {
        buf_clear(&bytes);
        good = decoder_add(d, &bytes, span_take(&part, size_min(span_len(part), DECODE_SLICE)));
        writer_put(out, buf_span(&bytes));
    }
    buf_recycle(&bytes);
    return good;
}

static oserr decode(struct cli *cli, reader *in, struct base64_options const *opt)
{
    struct decoder d = {};
    buf rest = {};
    span part = {};
    bool good = true;
    oserr err = 0;
    decoder_make(&d, opt->encoding, opt->ignore_garbage);
    while (good && writer_ok(cli_out(cli)) && (err = reader_chunk(in, &part)) == 0 && !span_empty(part))
        good = decode_part(&d, cli_out(cli), part);
    if (good && err == 0 && writer_ok(cli_out(cli))) {
        good = decoder_finish(&d, &rest);
        writer_put(cli_out(cli), buf_span(&rest));
    }
    if (!good)
        cli_error(cli, 0, "invalid input");
    buf_recycle(&rest);
    return err;
}

/* TEXT without what stands between digits. */
static void strip(buf *digits, span text, bool all_garbage)
{
    byteset drop = {};
    byteset_add(&drop, '\n');
    if (all_garbage) {
        SPAN_FOREACH(c, encoding_alphabet(ENCODING_BASE58))
            byteset_add(&drop, c);
        byteset_remove(&drop, '\n');
        byteset_invert(&drop);
    }
    buf_commit(digits, mspan_filter(buf_tail(digits, span_len(text)), text, &drop));
}

/* Base 58 is one number, so all of it is read first. */
static oserr convert_base58(struct cli *cli, reader *in, struct base64_options const *opt)
{
    buf digits = {}, result = {};
    span all = {};
    oserr err = reader_all(in, &all);
    if (err)
        return err;
    if (opt->decode) {
        strip(&digits, all, opt->ignore_garbage);
        if (!base58_decode(&result, buf_span(&digits)))
            cli_error(cli, 0, "invalid input");
        writer_put(cli_out(cli), buf_span(&result));
    } else {
        struct lines lines = {.width = opt->columns};
        base58_append(&result, all);
        put_text(cli_out(cli), buf_span(&result), &lines);
        end_text(cli_out(cli), &lines);
    }
    buf_recycle(&digits);
    buf_recycle(&result);
    return 0;
}

int base64_run(struct cli *cli, struct base64_options const *opt)
{
    if (cli_operand_count(cli) > 1) {
        cli_extra_operand(cli, cli_operand(cli, 1));
        return cli_usage_exit(cli);
    }
    struct cli_input in = {};
    if (!cli_next_input(cli, &in))
        return cli_finish(cli);
    oserr err = 0;
    if (opt->encoding == ENCODING_BASE58)
        err = convert_base58(cli, &in.reader, opt);
    else
        err = opt->decode ? decode(cli, &in.reader, opt) : encode(cli, &in.reader, opt);
    if (err)
        cli_error(cli, err, "read error");
    cli_close_input(cli, &in, 0);
    return cli_finish(cli);
}

int base64_main(struct cli *cli, enum encoding encoding)
{
    struct base64_options opt = {.encoding = encoding, .columns = BASE64_COLUMNS};
    bool good = true;
    for (struct cli_match m = {}; good && cli_next_option(cli, &m);)
        good = base64_take_option(cli, &m, &opt);
    if (!good || !cli_options_ok(cli))
        return cli_usage_exit(cli);
    return base64_run(cli, &opt);
}
