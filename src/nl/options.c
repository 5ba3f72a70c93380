/* options.c - the command line of nl. */

#include "nl/nl.h"

#include "num/parse.h"
#include "safe/checked.h"
#include "text/chars.h"

/* This goes on after a mistake, so that all of them are reported. */
static bool parse_style(struct cli *cli, struct cli_match const *m, struct nl_part *style, bool *wrong)
{
    zstr why = Z_NONE;
    switch (span_peek(zstr_span(m->value), 0)) {
    case 'a': style->style = NL_ALL; return true;
    case 't': style->style = NL_FILLED; return true;
    case 'n': style->style = NL_NONE; return true;
    case 'p':
        style->style = NL_MATCHING;
        regexp_compile(&style->pattern, span_drop(zstr_span(m->value), 1), REGEXP_BASIC, false, &why);
        return zstr_is_none(why) || cli_bad(cli, 0, "%s", fmt_z(why));
    default:
        cli_error(cli, 0, "invalid %s numbering style: %s",
                  fmt_s(m->key == 'b' ? S("body") : m->key == 'f' ? S("footer") : S("header")),
                  fmt_q(zstr_span(m->value)));
        *wrong = true;
        return true;
    }
}

static bool find_format(span value, enum nl_format *format)
{
    if (span_eq(value, S("ln")))
        *format = NL_LEFT;
    else if (span_eq(value, S("rn")))
        *format = NL_RIGHT;
    else if (span_eq(value, S("rz")))
        *format = NL_ZEROS;
    else
        return false;
    return true;
}

static bool parse_number(struct cli *cli, struct cli_match const *m, int64_t *number)
{
    span text = zstr_span(m->value);
    enum num_err err = num_parse_i64(text, number);
    if (err == NUM_OK)
        return true;
    oserr why = err == NUM_RANGE ? EOVERFLOW : 0;
    if (m->key == 'i')
        return cli_bad(cli, why, "invalid line number increment: %s", fmt_q(text));
    return cli_bad(cli, why, "invalid starting line number: %s", fmt_q(text));
}

static bool parse_joined(struct cli *cli, span text, uint64_t *joined)
{
    enum num_err err = num_parse_u64(num_unsign_zero(text), joined);
    int64_t negative = 0;
    if (err == NUM_OK || err == NUM_RANGE)
        return true;
    err = num_parse_i64(text, &negative);
    return cli_bad(cli, err == NUM_OK || err == NUM_RANGE ? ERANGE : 0,
                   "invalid line number of blank lines: %s", fmt_q(text));
}

static bool parse_width(struct cli *cli, span text, size_t *width)
{
    int64_t number = 0;
    enum num_err err = num_parse_i64(text, &number);
    if (err == NUM_OK && number > 0 && number <= INT32_MAX) {
        *width = size_clamp(magnitude(number));
        return true;
    }
    oserr why = err == NUM_EMPTY || err == NUM_BAD ? 0 : number < 1 ? ERANGE : EOVERFLOW;
    return cli_bad(cli, why, "invalid line number field width: %s", fmt_q(text));
}

static void set_delimiter(buf *delimiter, span text)
{
    span rest = text;
    struct text_char c = {};
    buf_clear(delimiter);
    buf_append(delimiter, text);
    if (text_next(&rest, &c) && span_empty(rest))
        buf_push(delimiter, ':');
}

static bool parse_option(struct cli *cli, struct cli_match const *m, struct nl_options *opt)
{
    span value = zstr_is_none(m->value) ? (span){} : zstr_span(m->value);
    switch (m->key) {
    case 'b': return parse_style(cli, m, &opt->body, &opt->wrong);
    case 'f': return parse_style(cli, m, &opt->footer, &opt->wrong);
    case 'h': return parse_style(cli, m, &opt->header, &opt->wrong);
    case 'd': set_delimiter(&opt->delimiter, value); return true;
    case 'i': return parse_number(cli, m, &opt->step);
    case 'v': return parse_number(cli, m, &opt->first);
    case 'l': return parse_joined(cli, value, &opt->joined);
    case 'n':
        if (find_format(value, &opt->format))
            return true;
        cli_error(cli, 0, "invalid line numbering format: %s", fmt_q(value));
        opt->wrong = true;
        return true;
    case 'p': opt->no_restart = true; return true;
    case 's': opt->separator = m->value; return true;
    default: return parse_width(cli, value, &opt->width);
    }
}

bool nl_parse_options(struct cli *cli, struct nl_options *opt)
{
    bool ok = true;
    /* In prog_main the compiler would see that this buffer has to grow, which it knows for rare, and take all
       that the program does for rare. */
    set_delimiter(&opt->delimiter, S("\\:"));
    do {
        /* Options that are none do not end the list, either. */
        opt->wrong |= cli->usage_error;
        cli->usage_error = false;
        for (struct cli_match m = {}; ok && cli_next_option(cli, &m);)
            ok = parse_option(cli, &m, opt);
    } while (ok && cli->usage_error);
    cli->usage_error = opt->wrong && ok && !cli->done;
    return ok && cli_options_ok(cli);
}
