/* options.c - the command line. */

#include "num/parse.h"
#include "safe/ascii.h"
#include "safe/checked.h"
#include "sort/sort.h"
#include "sys/env.h"
#include "sys/limits.h"

static const struct cli_word sort_words[] = {
    {Z("general-numeric"), 'g'}, {Z("human-numeric"), 'h'}, {Z("month"), 'M'},
    {Z("numeric"), 'n'},         {Z("random"), 'R'},        {Z("version"), 'V'},
};
static const struct cli_word check_words[] = {
    {Z("quiet"), 'C'}, {Z("silent"), 'C'}, {Z("diagnose-first"), 'c'},
};

/* A number that is an option's value; too large a one is the largest (*HUGE). */
static bool parse_count(struct cli *cli, struct cli_match const *m, uintmax_t *n, bool *huge)
{
    span text = num_skip_plus(zstr_span(m->value));
    if (!num_take_digits(&text, n, huge))
        return cli_bad(cli, 0, "invalid %s argument %s", fmt_s(cli_option_name(cli, m)),
                       fmt_q(zstr_span(m->value)));
    if (!span_empty(text))
        return cli_bad(cli, 0, "invalid suffix in %s argument %s", fmt_s(cli_option_name(cli, m)),
                       fmt_q(zstr_span(m->value)));
    return true;
}

static bool parse_batch(struct cli *cli, struct cli_match const *m, struct sort_options *opt)
{
    uintmax_t n = 0, most = limits_descriptors() - 3;
    bool huge = false;
    if (!parse_count(cli, m, &n, &huge))
        return false;
    if (n < 2) {
        cli_error(cli, 0, "invalid --%s argument %s", fmt_s(S("batch-size")), fmt_q(zstr_span(m->value)));
        return cli_bad(cli, 0, "minimum --%s argument is %s", fmt_s(S("batch-size")), fmt_q(S("2")));
    }
    if (n > most) {
        cli_error(cli, 0, "--%s argument %s too large", fmt_s(S("batch-size")), fmt_q(zstr_span(m->value)));
        return cli_bad(cli, 0, "maximum --%s argument with current rlimit is %s", fmt_s(S("batch-size")),
                       fmt_u(most));
    }
    opt->batch = size_clamp(n);
    return true;
}

static bool parse_parallel(struct cli *cli, struct cli_match const *m, struct sort_options *opt)
{
    uintmax_t n = 0;
    bool huge = false;
    if (!parse_count(cli, m, &n, &huge))
        return false;
    opt->threads = size_clamp(n);
    return n > 0 || cli_bad(cli, 0, "number in parallel must be nonzero");
}

/* V times the unit of SUFFIX; false when there is no such unit.  *HUGE: it does not fit. */
static bool scale(uintmax_t *v, span suffix, bool *huge)
{
    struct limits_memory m = {};
    if (span_empty(suffix))
        suffix = S("K");
    if (span_len(suffix) > 1)
        return false;
    unsigned char c = span_at(suffix, 0);
    if (c == 'b')
        return true;
    if (c == '%') {
        limits_memory(&m);
        double bytes = u_as_double(*v) * u_as_double(m.total) / 100;
        *huge |= !u64_from_double(bytes, v);
        return true;
    }
    span units = S("KMGTPEZYRQ"), small = S("kmgt");
    size_t power = span_find(units, c);
    if (power == span_len(units))
        power = span_find(small, c);
    if (power == span_len(small) && c != 'P')
        return false;
    for (size_t i = 0; i <= power; i++)
        *huge |= ck_mul(v, *v, 1024U);
    return true;
}

static bool parse_size(struct cli *cli, struct cli_match const *m, struct sort_options *opt)
{
    uintmax_t n = 0;
    bool huge = false;
    span text = zstr_span(m->value), name = cli_option_name(cli, m);
    struct fmtarg value = fmt_q(text);
    bool unit_alone = !span_empty(text) && span_has(S("KMGTPEZYRQkmgt"), span_at(text, 0));
    text = num_skip_plus(text);
    if (unit_alone)
        n = 1;
    else if (!num_take_digits(&text, &n, &huge))
        return cli_bad(cli, 0, "invalid %s argument %s", fmt_s(name), value);
    bool zero = n == 0;
    if (!scale(&n, text, &huge))
        return cli_bad(cli, 0, "invalid suffix in %s argument %s", fmt_s(name), value);
    if (huge && !zero)
        return cli_bad(cli, 0, "%s argument %s too large", fmt_s(name), value);
    if (n > opt->buffer || n == 0)
        opt->buffer = n > 0 ? n : opt->buffer > 0 ? opt->buffer : 1;
    return true;
}

static bool parse_tab(struct cli *cli, zstr value, struct sort_options *opt)
{
    span text = zstr_span(value);
    if (span_empty(text))
        return cli_bad(cli, 0, "empty tab");
    bool nul = span_eq(text, S("\\0"));
    if (span_len(text) > 1 && !nul)
        return cli_bad(cli, 0, "multi-character tab %s", fmt_q(text));
    int tab = nul ? 0 : span_at(text, 0);
    if (opt->tab >= 0 && opt->tab != tab)
        return cli_bad(cli, 0, "incompatible tabs");
    opt->tab = tab;
    return true;
}

/* An option that may be given once, or again with the same value. */
static bool set_once(struct cli *cli, zstr *where, zstr value, span what)
{
    if (!zstr_is_none(*where) && !zstr_eq(*where, value))
        return cli_bad(cli, 0, "multiple %s specified", fmt_s(what));
    *where = value;
    return true;
}

static bool set_check(struct cli *cli, unsigned char mode, struct sort_options *opt)
{
    if (opt->check != 0 && opt->check != mode)
        return cli_bad(cli, 0, "options '-%s' are incompatible", fmt_s(S("cC")));
    opt->check = mode;
    return true;
}

/* An operand: a key in the form of old, or an input. */
static bool take_operand(struct cli *cli, zstr operand, struct sort_options *opt)
{
    bool bad = false;
    if (!cli->only_operands && sort_parse_obsolete_key(cli, operand, opt, &bad))
        return !bad;
    zstr_vec_push(&opt->inputs, operand);
    return true;
}

static bool take_word(struct cli *cli, struct cli_match const *m, struct sort_options *opt)
{
    int letter = 'c';
    if (m->key == KEY_SORT) {
        opt->bad_word = !cli_choose(cli, m, CLI_WORDS(sort_words), &letter);
        if (opt->bad_word)
            return false;
        sort_kind_letter(&opt->all, low_byte(as_size(letter)), true, true);
        return true;
    }
    opt->bad_word = !zstr_is_none(m->value) && !cli_choose(cli, m, CLI_WORDS(check_words), &letter);
    return !opt->bad_word && set_check(cli, low_byte(as_size(letter)), opt);
}

/* Options with a value. */
static bool take_value(struct cli *cli, struct cli_match const *m, struct sort_options *opt)
{
    switch (m->key) {
    case 'k': return sort_parse_key(cli, zstr_span(m->value), opt);
    case 'o': return set_once(cli, &opt->output, m->value, S("output files"));
    case 'S': return parse_size(cli, m, opt);
    case 't': return parse_tab(cli, m->value, opt);
    case 'T': zstr_vec_push(&opt->temporary, m->value); return true;
    case KEY_BATCH: return parse_batch(cli, m, opt);
    case KEY_COMPRESS: return set_once(cli, &opt->compress, m->value, S("compress programs"));
    case KEY_FILES_FROM: opt->files_from = m->value; return true;
    case KEY_PARALLEL: return parse_parallel(cli, m, opt);
    case KEY_RANDOM_SOURCE: return set_once(cli, &opt->random_source, m->value, S("random sources"));
    case KEY_SORT:
    case KEY_CHECK: return take_word(cli, m, opt);
    default: return take_operand(cli, m->value, opt);
    }
}

/* The amount of memory of -y is of no use today; an argument of its own that is no number is not meant. */
static void skip_memory(struct cli *cli, span value)
{
    bool apart = span_eq(value, zstr_span(args_at(cli->argv, cli->next_arg - 1)));
    SPAN_FOREACH(c, value)
        if (apart && !ascii_is_digit(c)) {
            cli->next_arg--;
            return;
        }
}

static bool take_option(struct cli *cli, struct cli_match const *m, struct sort_options *opt)
{
    switch (m->key) {
    case 'c':
    case 'C': return set_check(cli, low_byte(as_size(m->key)), opt);
    case 'm': opt->merge = true; return true;
    case 's': opt->stable = true; return true;
    case 'u': opt->unique = true; return true;
    case 'z': opt->line_end = 0; return true;
    case 'y': skip_memory(cli, zstr_span(m->value)); return true;
    case KEY_DEBUG: opt->debug = true; return true;
    default:
        if (m->key > 0 && m->key < CLI_KEY
            && sort_kind_letter(&opt->all, low_byte(as_size(m->key)), true, true))
            return true;
        return take_value(cli, m, opt);
    }
}

/* With POSIXLY_CORRECT options end at the first input, but for -o, which could always come last. */
static void stop_at_operands(struct cli *cli, struct sort_options const *opt)
{
    if (!cli->posix || zstr_vec_len(&opt->inputs) == 0)
        return;
    if (cli->next_arg < args_len(cli->argv) && opt->check == 0) {
        span next = zstr_span(args_at(cli->argv, cli->next_arg));
        if (span_starts(next, S("-o")) && (span_len(next) > 2 || cli->next_arg + 1 < args_len(cli->argv)))
            return;
    }
    cli->only_operands = true;
}

/* Options that exclude each other. */
static bool go_together(struct cli *cli, struct sort_options const *opt)
{
    span check = opt->check == 'c' ? S("c") : S("C");
    if (opt->debug && opt->check != 0)
        return cli_bad(cli, 0, "options '-%s --debug' are incompatible", fmt_s(check));
    if (opt->debug && !zstr_is_none(opt->output))
        return cli_bad(cli, 0, "options '-o --debug' are incompatible");
    if (opt->check != 0 && zstr_vec_len(&opt->inputs) > 1)
        return cli_bad(cli, 0, "extra operand %s not allowed with -%s",
                       fmt_name(zstr_vec_at(&opt->inputs, 1)), fmt_s(check));
    if (opt->check != 0 && !zstr_is_none(opt->output))
        return cli_bad(cli, 0, "options '-%s%s' are incompatible", fmt_s(check), fmt_s(S("o")));
    return true;
}

bool sort_parse_options(struct cli *cli, struct sort_options *opt)
{
    for (struct cli_match m = {}; cli_next_option(cli, &m);) {
        if (!take_option(cli, &m, opt))
            return false;
        stop_at_operands(cli, opt);
    }
    return cli_options_ok(cli) && sort_read_names(cli, opt) && sort_complete_keys(cli, opt)
           && go_together(cli, opt);
}
