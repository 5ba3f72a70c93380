/* options.c - the command line of shuf. */

#include "num/parse.h"
#include "shuf/shuf.h"

/* LO-HI, where LO may be HI + 1, for no numbers at all; but not all that 64 bits can count. */
static bool set_range(struct cli *cli, struct shuf_options *opt, zstr value)
{
    span text = zstr_span(value), low = span_first(text, span_find(text, '-'));
    span high = span_drop(text, span_len(low));
    if (opt->range)
        return cli_bad(cli, 0, "multiple -i options specified");
    opt->range = true;
    enum num_err bad = num_parse_u64(low, &opt->low);
    span digits = num_skip_plus(text);
    bool too_large = false;
    if (num_take_digits(&digits, &opt->low, &too_large) && too_large)
        bad = NUM_RANGE;                /* whatever stands behind them */
    else if (span_empty(high))
        bad = NUM_BAD;
    if (bad == NUM_OK)
        bad = num_parse_u64(span_drop(high, 1), &opt->high);
    if (bad == NUM_RANGE)
        return cli_bad(cli, EOVERFLOW, "invalid input range: %s", fmt_q(text));
    bool none = opt->low > 0 && opt->high == opt->low - 1;
    if (bad || (!none && opt->low > opt->high) || (opt->low == 0 && opt->high == UINT64_MAX))
        return cli_bad(cli, 0, "invalid input range: %s", fmt_q(text));
    return true;
}

/* The smallest of several counts. */
static bool set_count(struct cli *cli, struct shuf_options *opt, zstr value)
{
    uint64_t count = 0;
    enum num_err bad = num_parse_u64(zstr_span(value), &count);
    if (bad && bad != NUM_RANGE)
        return cli_bad(cli, 0, "invalid line count: %s", fmt_q(zstr_span(value)));
    if (count < opt->count)
        opt->count = count;
    return true;
}

/* What may be given twice only with the same value. */
static bool set_once(struct cli *cli, zstr *name, zstr value, span what)
{
    if (!zstr_is_none(*name) && !zstr_eq(*name, value))
        return cli_bad(cli, 0, "multiple %s specified", fmt_s(what));
    *name = value;
    return true;
}

static bool set_option(struct cli *cli, struct shuf_options *opt, struct cli_match const *m)
{
    switch (m->key) {
    case 'e': opt->echo = true; return true;
    case 'i': return set_range(cli, opt, m->value);
    case 'n': return set_count(cli, opt, m->value);
    case 'o': return set_once(cli, &opt->output, m->value, S("output files"));
    case SHUF_KEY_SOURCE: return set_once(cli, &opt->source, m->value, S("random sources"));
    case 'r': opt->repeat = true; return true;
    default: opt->line_end = 0; return true;
    }
}

bool shuf_parse_options(struct cli *cli, struct shuf_options *opt)
{
    opt->count = UINT64_MAX;
    opt->line_end = '\n';
    opt->output = opt->source = Z_NONE;
    for (struct cli_match m = {}; cli_next_option(cli, &m);)
        if (!set_option(cli, opt, &m))
            return false;
    if (!cli_options_ok(cli))
        return false;
    if (opt->echo && opt->range)
        return cli_usage(cli, "cannot combine -e and -i options");
    size_t most = opt->range ? 0 : 1, given = cli_operand_count(cli);
    if (!opt->echo && given > most)
        return cli_extra_operand(cli, cli_operand(cli, most));
    opt->input = given > 0 ? cli_operand(cli, 0) : Z("-");
    return true;
}
