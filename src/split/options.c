/* options.c - the command line of split. */

#include "num/parse.h"
#include "safe/ascii.h"
#include "split/split.h"

enum {
    BLOCK_MOST = 1 << 30,
    SUFFIX_MOST = 1 << 18,      /* longer than any name or environment variable can be */
};
#define SIZE_SUFFIXES "bEGKkMmPQRTYZ0"

static bool choose_way(struct cli *cli, struct split_options *opt, enum split_way way)
{
    bool unchosen = opt->way == SPLIT_DEFAULT || (opt->way == SPLIT_DIGITS && way == SPLIT_DIGITS);
    opt->way = way;
    return unchosen || cli_usage(cli, "cannot split in more than one way");
}

/* A count of at least 1; what is too large for us is as good as endless. */
static bool count(span text, span suffixes, uint64_t *out)
{
    uintmax_t number = 0;
    enum num_err err = num_parse_size(text, suffixes, &number);
    *out = number;
    return (err == NUM_OK || err == NUM_RANGE) && number > 0;
}

static bool parse_size(struct cli *cli, struct split_options *opt, span text, enum split_way way)
{
    if (!choose_way(cli, opt, way))
        return false;
    if (count(text, way == SPLIT_LINES ? (span){} : S(SIZE_SUFFIXES), &opt->size))
        return true;
    if (way == SPLIT_BYTES)
        return cli_bad(cli, 0, "invalid number of bytes: %s", fmt_q(text));
    return cli_bad(cli, 0, "invalid number of lines: %s", fmt_q(text));
}

/* N, K/N, and either with l/ or r/ before it. */
static bool parse_chunks(struct cli *cli, struct split_options *opt, span text)
{
    enum split_way way = SPLIT_CHUNKS;
    text = ascii_drop_space(text);
    if (span_starts(text, S("l/")) || span_starts(text, S("r/"))) {
        way = span_at(text, 0) == 'l' ? SPLIT_CHUNK_LINES : SPLIT_ROUND_ROBIN;
        text = span_drop(text, 2);
    }
    if (!choose_way(cli, opt, way))
        return false;
    span total = text, chosen = {};
    uintmax_t number = 0;
    enum num_err err = NUM_OK;
    int64_t negative = 0;
    bool two = span_cut(&total, '/', &chosen);
    if (two)
        err = num_parse_size(chosen, (span){}, &number);
    if (err == NUM_BAD && num_parse_i64(chosen, &negative) == NUM_OK)
        err = NUM_OK;           /* and 0, which is as bad */
    if (err == NUM_RANGE)
        return cli_bad(cli, ERANGE, "invalid number of chunks: %s", fmt_q(text));
    if (err != NUM_OK)
        total = text;
    if (!count(total, (span){}, &opt->size))
        return cli_bad(cli, 0, "invalid number of chunks: %s", fmt_q(total));
    opt->chunk = number;
    if (two && (number == 0 || number > opt->size))
        return cli_bad(cli, 0, "invalid chunk number: %s", fmt_q(chosen));
    return true;
}

static bool parse_separator(struct cli *cli, struct split_options *opt, span text)
{
    if (span_empty(text))
        return cli_bad(cli, 0, "empty record separator");
    if (span_len(text) > 1 && !span_eq(text, S("\\0")))
        return cli_bad(cli, 0, "multi-character separator %s", fmt_q(text));
    unsigned char separator = span_len(text) > 1 ? 0 : span_at(text, 0);
    if (opt->separator_given && separator != opt->separator)
        return cli_bad(cli, 0, "multiple separator characters specified");
    opt->separator = separator;
    opt->separator_given = true;
    return true;
}

static bool parse_suffix_len(struct cli *cli, struct split_options *opt, span text)
{
    uintmax_t number = 0;
    int64_t negative = 0;
    enum num_err err = num_parse_size(num_unsign_zero(text), (span){}, &number);
    if (err == NUM_BAD && num_parse_i64(text, &negative) != NUM_BAD && negative < 0)
        err = NUM_RANGE;
    if (err != NUM_OK)
        return cli_bad(cli, err == NUM_RANGE ? EOVERFLOW : 0, "invalid suffix length: %s", fmt_q(text));
    opt->suffix_len = size_clamp(number);
    return true;
}

static bool parse_block(struct cli *cli, struct split_options *opt, span text)
{
    uintmax_t number = 0;
    enum num_err err = num_parse_size(text, S(SIZE_SUFFIXES), &number);
    if ((err == NUM_OK && number > BLOCK_MOST) || err == NUM_RANGE)
        return cli_bad(cli, EOVERFLOW, "invalid IO block size: %s", fmt_q(text));
    if (err != NUM_OK || number == 0)
        return cli_bad(cli, err != NUM_OK ? 0 : ERANGE, "invalid IO block size: %s", fmt_q(text));
    opt->block = size_clamp(number);
    return true;
}

static bool parse_additional(struct cli *cli, struct split_options *opt, zstr text)
{
    opt->additional = text;
    return span_find(zstr_span(text), '/') == zstr_len(text)
           || cli_usage(cli, "invalid suffix %s, contains directory separator", fmt_q(zstr_span(text)));
}

/* Whether START consists of digits of the alphabet; else that is told. */
static bool check_start(struct cli *cli, struct split_options const *opt, span start)
{
    span digits = opt->alphabet == SPLIT_HEX ? S("0123456789abcdef") : S("0123456789"), rest = start;
    for (unsigned char c = 0; span_next(&rest, &c);) {
        if (span_has(digits, c))
            continue;
        if (opt->alphabet == SPLIT_HEX)
            return cli_usage(cli, "%s: invalid start value for hexadecimal suffix", fmt_q(start));
        return cli_usage(cli, "%s: invalid start value for numerical suffix", fmt_q(start));
    }
    return true;
}

/* -d and -x, and their long forms with the first number. */
static bool parse_numeric(struct cli *cli, struct split_options *opt, enum split_alphabet alphabet, zstr from)
{
    opt->alphabet = alphabet;
    if (zstr_is_none(from))
        return true;
    if (!check_start(cli, opt, zstr_span(from)))
        return false;
    opt->start_given = true;
    opt->start = zstr_span(from);
    while (span_len(opt->start) > 1 && span_at(opt->start, 0) == '0')
        opt->start = span_drop(opt->start, 1);
    return true;
}

/* -NUM: lines.  Digits of one argument belong together, and those of the last argument count. */
static bool parse_digit(struct cli *cli, struct split_options *opt, int digit)
{
    if (!choose_way(cli, opt, SPLIT_DIGITS))
        return false;
    if (opt->digits_end != cli->next_arg)
        buf_clear(&opt->digits);
    opt->digits_end = cli->next_arg;
    buf_push(&opt->digits, low_byte(as_uint(digit)));
    return true;
}

static bool parse_option(struct cli *cli, struct cli_match const *m, struct split_options *opt)
{
    span value = zstr_is_none(m->value) ? (span){} : zstr_span(m->value);
    switch (m->key) {
    case 'a': return parse_suffix_len(cli, opt, value);
    case 'b': return parse_size(cli, opt, value, SPLIT_BYTES);
    case 'C': return parse_size(cli, opt, value, SPLIT_LINE_BYTES);
    case 'l': return parse_size(cli, opt, value, SPLIT_LINES);
    case 'n': return parse_chunks(cli, opt, value);
    case 't': return parse_separator(cli, opt, value);
    case 'd': return parse_numeric(cli, opt, SPLIT_DECIMAL, m->value);
    case 'x': return parse_numeric(cli, opt, SPLIT_HEX, m->value);
    case 'e': opt->elide = true; return true;
    case 'u': opt->unbuffered = true; return true;
    case SPLIT_KEY_ADDITIONAL: return parse_additional(cli, opt, m->value);
    case SPLIT_KEY_FILTER: opt->filter = m->value; return true;
    case SPLIT_KEY_VERBOSE: opt->verbose = true; return true;
    case SPLIT_KEY_BLOCK: return parse_block(cli, opt, value);
    default: return parse_digit(cli, opt, m->key);
    }
}

/* The first suffix as a number, or UINT64_MAX. */
static uint64_t start_number(struct split_options const *opt, uint64_t base)
{
    uint64_t number = 0;
    span rest = opt->start;
    for (unsigned char c = 0; span_next(&rest, &c);)
        if (ck_mul(&number, number, base) || ck_add(&number, number, span_find(S("0123456789abcdef"), c)))
            return UINT64_MAX;
    return number;
}

/* How many digits the last of N suffixes needs.  A start below N is taken to count these files from there; a
   larger one is that of one of several runs, and as long as it should be. */
static size_t digits_for(struct split_options const *opt, uint64_t base)
{
    uint64_t last = opt->size - 1, from = start_number(opt, base);
    if (from < opt->size && ck_add(&last, last, from))
        last = UINT64_MAX;
    size_t n = 1;
    for (; last >= base; last /= base)
        n++;
    return n;
}

/* Lengths of suffixes: given, or of the number of chunks, or 2 and growing. */
static bool settle_suffixes(struct cli *cli, struct split_options *opt)
{
    uint64_t base = opt->alphabet == SPLIT_LETTERS ? 26 : opt->alphabet == SPLIT_HEX ? 16 : 10;
    bool chunks = opt->way >= SPLIT_CHUNKS, given = opt->suffix_len > 0;
    size_t needed = chunks ? digits_for(opt, base) : 0;
    opt->widen = !given && !chunks && !opt->start_given;
    if (opt->start_given && !check_start(cli, opt, opt->start))
        return false;           /* a -d came behind it */
    if (given && opt->suffix_len < needed)
        return cli_bad(cli, 0, "the suffix length needs to be at least %s", fmt_u(needed));
    if (given && opt->suffix_len > SUFFIX_MOST)
        return cli_bad(cli, 0, "memory exhausted");
    if (!given)
        opt->suffix_len = size_max(needed, 2);
    return span_len(opt->start) <= opt->suffix_len
           || cli_usage(cli, "numerical suffix start value is too large for the suffix length");
}

static bool settle(struct cli *cli, struct split_options *opt)
{
    if (opt->chunk > 0 && !zstr_is_none(opt->filter))
        return cli_usage(cli, "--filter does not process a chunk extracted to standard output");
    if (opt->way == SPLIT_DEFAULT)
        opt->size = 1000;
    if (opt->way == SPLIT_DIGITS && !count(buf_span(&opt->digits), (span){}, &opt->size))
        return cli_usage(cli, "invalid number of lines: %s", fmt_q(S("0")));
    if (opt->way == SPLIT_DEFAULT || opt->way == SPLIT_DIGITS)
        opt->way = SPLIT_LINES;
    if (!opt->separator_given)
        opt->separator = '\n';
    if (!settle_suffixes(cli, opt))
        return false;
    if (cli_operand_count(cli) > 2)
        return cli_extra_operand(cli, cli_operand(cli, 2));
    opt->input = cli_operand_count(cli) > 0 ? cli_operand(cli, 0) : Z("-");
    opt->prefix = cli_operand_count(cli) > 1 ? cli_operand(cli, 1) : Z("x");
    return true;
}

bool split_parse_options(struct cli *cli, struct split_options *opt)
{
    bool ok = true;
    for (struct cli_match m = {}; ok && cli_next_option(cli, &m);)
        ok = parse_option(cli, &m, opt);
    return ok && cli_options_ok(cli) && settle(cli, opt);
}
