/* options.c - the command line of date. */

#include "date/date.h"

/* ---- formats with names ---- */

static const struct cli_word iso_words[] = {
    {Z("hours"), 0}, {Z("minutes"), 1}, {Z("date"), 2}, {Z("seconds"), 3}, {Z("ns"), 4},
};
static const zstr iso_formats[] = {
    Z("%Y-%m-%dT%H%:z"), Z("%Y-%m-%dT%H:%M%:z"), Z("%Y-%m-%d"), Z("%Y-%m-%dT%H:%M:%S%:z"),
    Z("%Y-%m-%dT%H:%M:%S,%N%:z"),
};
static const struct cli_word rfc_words[] = {{Z("date"), 0}, {Z("seconds"), 1}, {Z("ns"), 2}};
static const zstr rfc_formats[] = {
    Z("%Y-%m-%d"), Z("%Y-%m-%d %H:%M:%S%:z"), Z("%Y-%m-%d %H:%M:%S.%N%:z"),
};
static const zstrs iso_table = SPAN_OF(zstrs, iso_formats), rfc_table = SPAN_OF(zstrs, rfc_formats);

static void set_format(struct date_options *opt, zstr format, bool plain)
{
    opt->has_format = true;
    opt->format = format;
    opt->plain = plain;
}

static bool set_named_format(struct cli *cli, struct date_options *opt, struct cli_match const *m)
{
    bool iso = m->key == 'I';
    int chosen = 2;
    if (!zstr_is_none(m->value)
        && !cli_choose_value(cli, iso ? S("--iso-8601") : S("--rfc-3339"), zstr_span(m->value),
                             iso ? CLI_WORDS(iso_words) : CLI_WORDS(rfc_words), &chosen))
        return false;
    set_format(opt, zstrs_at(iso ? iso_table : rfc_table, as_size(chosen)), true);
    return true;
}

/* ---- options and operands ---- */

static void set_source(struct date_options *opt, enum date_source source, zstr text)
{
    opt->sources_clash |= opt->source != SOURCE_NOW && opt->source != source;
    opt->source = source;
    opt->text = text;
}

static bool set_option(struct cli *cli, struct date_options *opt, struct cli_match const *m)
{
    switch (m->key) {
    case 'd':
        opt->more_texts = opt->source == SOURCE_TEXT;
        set_source(opt, SOURCE_TEXT, m->value);
        return true;
    case 'f': set_source(opt, SOURCE_FILE, m->value); return true;
    case 'r': set_source(opt, SOURCE_REFERENCE, m->value); return true;
    case KEY_RESOLUTION: set_source(opt, SOURCE_RESOLUTION, Z_NONE); return true;
    case KEY_DEBUG: opt->debug = true; return true;
    case 'R': set_format(opt, Z("%a, %d %b %Y %H:%M:%S %z"), true); return true;
    case 's':
        opt->more_sets = opt->set;
        opt->set = true;
        opt->set_text = m->value;
        return true;
    case 'u': opt->utc = true; return true;
    default: return set_named_format(cli, opt, m);
    }
}

static bool take_operand(struct cli *cli, struct date_options *opt)
{
    if (cli_operand_count(cli) == 0)
        return true;
    zstr operand = cli_operand(cli, 0);
    if (cli_operand_count(cli) > 1)
        return cli_extra_operand(cli, cli_operand(cli, 1));
    if (span_peek(zstr_span(operand), 0) == '+') {
        if (opt->has_format)
            return cli_bad(cli, 0, "multiple output formats specified");
        set_format(opt, zstr_drop(operand, 1), false);
        return true;
    }
    if (opt->set || opt->source != SOURCE_NOW)
        return cli_usage(cli, "the argument %s lacks a leading '+';\n"
                              "when using an option to specify date(s), any non-option\n"
                              "argument must be a format string beginning with '+'",
                         fmt_q(zstr_span(operand)));
    opt->digits = operand;
    return true;
}

bool date_parse_options(struct cli *cli, struct date_options *opt)
{
    for (struct cli_match m = {}; cli_next_option(cli, &m);)
        if (!set_option(cli, opt, &m))
            return false;
    if (!cli_options_ok(cli))
        return false;
    if (opt->sources_clash)
        return cli_usage(cli, "the options to specify dates for printing are mutually exclusive");
    if (opt->set && opt->source != SOURCE_NOW)
        return cli_usage(cli, "the options to print and set the time may not be used together");
    if (opt->debug && (opt->more_texts || opt->more_sets))
        cli_warn(cli, 0, "only using last of multiple -%s options", fmt_s(opt->more_sets ? S("s") : S("d")));
    return take_operand(cli, opt);
}
