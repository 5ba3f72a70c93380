/* options.c - the command line of numfmt. */

#include "numfmt/numfmt.h"

static const struct cli_word from_words[] = {
    {Z("none"), SCALE_NONE}, {Z("auto"), SCALE_AUTO}, {Z("si"), SCALE_SI}, {Z("iec"), SCALE_IEC},
    {Z("iec-i"), SCALE_IEC_I},
};
static const struct cli_word to_words[] = {
    {Z("none"), SCALE_NONE}, {Z("si"), SCALE_SI}, {Z("iec"), SCALE_IEC}, {Z("iec-i"), SCALE_IEC_I},
};
static const struct cli_word round_words[] = {
    {Z("up"), FLOAT_UP}, {Z("down"), FLOAT_DOWN}, {Z("from-zero"), FLOAT_FROM_ZERO},
    {Z("towards-zero"), FLOAT_TOWARDS_ZERO}, {Z("nearest"), FLOAT_NEAREST},
};
static const struct cli_word invalid_words[] = {
    {Z("abort"), INVALID_ABORT}, {Z("fail"), INVALID_FAIL}, {Z("warn"), INVALID_WARN},
    {Z("ignore"), INVALID_IGNORE},
};

/* A number with one of the letters of units behind it, which mean powers of 1000, or of 1024 with an i. */
static bool parse_unit_size(struct cli *cli, zstr text, uint64_t *unit)
{
    buf full = {};
    int last = span_last(zstr_span(text));
    bool digit = last >= '0' && last <= '9';
    buf_append(&full, zstr_span(text));
    if (!digit)
        buf_push(&full, 'B');
    bool ok = last > 0 && last != 'B' && num_parse_size(buf_span(&full), S("kKMGTPEZYRQ0"), unit) == NUM_OK;
    buf_recycle(&full);
    return (ok && *unit > 0) || cli_bad(cli, 0, "invalid unit size: %s", fmt_q(zstr_span(text)));
}

static bool parse_padding(struct cli *cli, zstr text, struct numfmt_options *opt)
{
    int64_t columns = 0;
    enum num_err err = num_parse_i64(zstr_span(text), &columns);
    if ((err != NUM_OK && err != NUM_RANGE) || columns == 0)
        return cli_bad(cli, 0, "invalid padding value %s", fmt_q(zstr_span(text)));
    opt->padded = true;
    opt->padding = magnitude(columns);
    opt->to_left = columns < 0;
    return true;
}

static bool parse_header(struct cli *cli, zstr text, uint64_t *lines)
{
    *lines = 1;
    if (zstr_is_none(text))
        return true;
    return (num_parse_u64(zstr_span(text), lines) == NUM_OK && *lines > 0)
           || cli_bad(cli, 0, "invalid header value %s", fmt_q(zstr_span(text)));
}

static bool parse_delimiter(struct cli *cli, zstr text, struct numfmt_options *opt)
{
    span rest = zstr_span(text);
    struct text_char c = {};
    if (span_len(rest) > 1 && text_next(&rest, &c) && !span_empty(rest))
        return cli_bad(cli, 0, "the delimiter must be a single character");
    opt->delimited = true;
    opt->delimiter = zstr_span(text);
    return true;
}

static bool parse_fields(struct cli *cli, zstr text, struct numfmt_options *opt)
{
    if (opt->fields_given)
        return cli_bad(cli, 0, "multiple field specifications");
    opt->fields_given = true;
    return ranges_parse(cli, zstr_span(text), (struct ranges_rules){.fields = true, .dash_is_all = true},
                        &opt->fields);
}

static bool parse_option(struct cli *cli, struct cli_match const *m, struct numfmt_options *opt, zstr *format)
{
    switch (m->key) {
    case 'd': return parse_delimiter(cli, m->value, opt);
    case 'z': opt->line_end = 0; break;
    case NUMFMT_DEVELOPER:
        cli_warn(cli, 0, "MAX_UNSCALED_DIGITS: %d", fmt_i(NUMFMT_UNSCALED_DIGITS));
        opt->debug = true;
        break;
    case NUMFMT_DEBUG: opt->debug = true; break;
    case NUMFMT_FIELD: return parse_fields(cli, m->value, opt);
    case NUMFMT_FORMAT: *format = m->value; break;
    case NUMFMT_FROM: return cli_choose(cli, m, CLI_WORDS(from_words), &opt->from);
    case NUMFMT_TO: return cli_choose(cli, m, CLI_WORDS(to_words), &opt->to);
    case NUMFMT_FROM_UNIT: return parse_unit_size(cli, m->value, &opt->from_unit);
    case NUMFMT_TO_UNIT: return parse_unit_size(cli, m->value, &opt->to_unit);
    case NUMFMT_GROUPING: opt->grouping = true; break;
    case NUMFMT_HEADER: return parse_header(cli, m->value, &opt->header);
    case NUMFMT_INVALID: return cli_choose(cli, m, CLI_WORDS(invalid_words), &opt->invalid);
    case NUMFMT_PADDING: return parse_padding(cli, m->value, opt);
    case NUMFMT_ROUND: return cli_choose(cli, m, CLI_WORDS(round_words), &opt->rounding);
    case NUMFMT_SUFFIX: opt->suffix = zstr_span(m->value); break;
    default:
        opt->separated = true;
        opt->separator = zstr_span(m->value);
        break;
    }
    return true;
}

/* What --debug has to say about the options, before their format is looked at. */
static void warn_first(struct cli *cli, struct numfmt_options const *opt)
{
    if (opt->from == SCALE_NONE && opt->to == SCALE_NONE && !opt->grouping && !opt->padded && !opt->formatted)
        cli_warn(cli, 0, "no conversion option specified");
    if (opt->separated && !opt->delimited)
        cli_warn(cli, 0, "field delimiters have higher precedence than unit separators");
}

static void warn_last(struct cli *cli, struct numfmt_options const *opt)
{
    if (opt->grouping && zstr_len(locale_thousands_separator()) == 0)
        cli_warn(cli, 0, "grouping has no effect in this locale");
    if (opt->header > 0 && cli_operand_count(cli) > 0)
        cli_warn(cli, 0, "--header ignored with command-line input");
}

bool numfmt_parse_options(struct cli *cli, struct numfmt_options *opt)
{
    zstr format = {};
    for (struct cli_match m = {}; cli_next_option(cli, &m);)
        if (!parse_option(cli, &m, opt, &format))
            return false;
    if (!cli_options_ok(cli))
        return false;
    opt->formatted = !zstr_is_none(format);
    if (opt->formatted && opt->grouping)
        return cli_bad(cli, 0, "--grouping cannot be combined with --format");
    if (opt->debug)
        warn_first(cli, opt);
    if (opt->formatted && !numfmt_parse_format(cli, format, opt))
        return false;
    if (opt->grouping && opt->to != SCALE_NONE)
        return cli_bad(cli, 0, "grouping cannot be combined with --to");
    if (opt->debug)
        warn_last(cli, opt);
    return true;
}
