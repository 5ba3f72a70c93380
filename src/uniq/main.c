/* uniq - report or leave out repeated lines. */

#include "uniq/uniq.h"

#include "num/parse.h"
#include "sys/env.h"

enum { KEY_GROUP = CLI_KEY, KEY_ALL_REPEATED };

static const struct cli_option option_rows[] = {
    {'c', Z("count"), Z_NONE, Z("put before each line how often it came in a row")},
    {'d', Z("repeated"), Z_NONE, Z("print one line of each group of equal lines, no single lines")},
    {'D', Z_NONE, Z_NONE, Z("print all lines of groups of equal lines, no single lines")},
    {KEY_ALL_REPEATED, Z("all-repeated"), Z("[METHOD]"),
     Z("like -D, with an empty line between groups where METHOD asks for it:\n"
       "none (the default), prepend (before each), separate (between)")},
    {'f', Z("skip-fields"), Z("N"), Z("leave the first N fields out of the comparison")},
    {KEY_GROUP, Z("group"), Z("[METHOD]"),
     Z("print all lines, with an empty line between groups; METHOD says where:\n"
       "separate (the default), prepend, append, both")},
    {'i', Z("ignore-case"), Z_NONE, Z("capital and small letters are equal")},
    {'s', Z("skip-chars"), Z("N"), Z("leave the first N characters out of the comparison")},
    {'u', Z("unique"), Z_NONE, Z("print lines that are not repeated only")},
    {'z', Z("zero-terminated"), Z_NONE, Z("lines end with NUL, not newline")},
    {'w', Z("check-chars"), Z("N"), Z("compare N characters at the most")},
};

const struct cli_program prog_program = {
    .name = Z("uniq"),
    .operands = Z("[INPUT [OUTPUT]]"),
    .summary = Z("Merge equal lines of INPUT that follow each other, and write the result to OUTPUT.\n"
                 "Standard input and standard output are used where they are - or not given."),
    .options = CLI_ROWS(option_rows),
    .order = Z("count repeated all-repeated group ignore-case unique skip-fields skip-chars check-chars"),
    .operands_in_order = true,
    .digits = true,
    .notes = Z("A field is blanks and then characters that are no blanks.  Fields are skipped before\n"
               "characters.  Equal lines are noticed only when they are neighbours: sort first."),
};

static const struct cli_word repeated_words[] = {
    {Z("none"), GAP_NONE},
    {Z("prepend"), GAP_PREPEND},
    {Z("separate"), GAP_SEPARATE},
};
static const struct cli_word group_words[] = {
    {Z("prepend"), GAP_PREPEND},
    {Z("append"), GAP_APPEND},
    {Z("separate"), GAP_SEPARATE},
    {Z("both"), GAP_BOTH},
};

/* Whether "+N" is an option: not in the years of POSIX that made it a file name. */
static bool plus_is_option(void)
{
    int64_t version = 0;
    zstr asked = env_get(Z("_POSIX2_VERSION"));
    return num_parse_i64(zstr_span(asked), &version) != NUM_OK || version < 200112 || version >= 200809;
}

static bool parse_operand(struct cli *cli, zstr operand, struct uniq_options *opt)
{
    uint64_t n = 0;
    span text = zstr_span(operand);
    bool option = !cli->only_operands && !(cli->posix && opt->files > 0) && span_peek(text, 0) == '+';
    if (option && plus_is_option()) {
        enum num_err err = num_parse_digits(span_drop(text, 1), &n);
        if (err == NUM_OK || err == NUM_RANGE) {
            opt->skip_chars = n;
            return true;
        }
    }
    if (opt->files == 2)
        return cli_extra_operand(cli, operand);
    if (opt->files == 0)
        opt->input = operand;
    else
        opt->output = operand;
    opt->files++;
    cli->only_operands |= cli->posix;
    return true;
}

/* N of -f, -s and -w; too large a number means all. */
static bool parse_number(struct cli *cli, struct cli_match const *m, struct uniq_options *opt)
{
    span text = zstr_span(m->value);
    uint64_t n = 0;
    enum num_err err = num_parse_u64(num_unsign_zero(text), &n);
    if (err != NUM_OK && err != NUM_RANGE) {
        if (m->key == 'f')
            return cli_bad(cli, 0, "%s: invalid number of fields to skip", fmt_s(text));
        if (m->key == 's')
            return cli_bad(cli, 0, "%s: invalid number of bytes to skip", fmt_s(text));
        return cli_bad(cli, 0, "%s: invalid number of bytes to compare", fmt_s(text));
    }
    if (m->key == 'f') {
        opt->skip_fields = n;
        opt->digits_go_on = false;
    } else if (m->key == 's') {
        opt->skip_chars = n;
    } else {
        opt->check_chars = n;
    }
    return true;
}

/* A digit of the obsolete form: -N skips fields. */
static void parse_digit(struct uniq_options *opt, int digit)
{
    if (!opt->digits_go_on)
        opt->skip_fields = 0;
    opt->digits_go_on = true;
    if (ck_mul(&opt->skip_fields, opt->skip_fields, 10)
        || ck_add(&opt->skip_fields, opt->skip_fields, as_uint(digit)))
        opt->skip_fields = UINT64_MAX;
}

/* --all-repeated and --group, with or without a method. */
static bool parse_method(struct cli *cli, struct cli_match const *m, struct uniq_options *opt)
{
    bool group = m->key == KEY_GROUP;
    if (!group)
        opt->restricted = opt->hide_unique = true;
    opt->show = group || opt->show == SHOW_ALL ? SHOW_ALL : SHOW_REPEATED;
    if (zstr_is_none(m->value)) {
        opt->gap = group ? GAP_SEPARATE : GAP_NONE;
        return true;
    }
    return cli_choose(cli, m, group ? CLI_WORDS(group_words) : CLI_WORDS(repeated_words), &opt->gap);
}

static bool check_options(struct cli *cli, struct uniq_options const *opt)
{
    if (opt->show == SHOW_ALL && opt->restricted)
        return cli_usage(cli, "--group is mutually exclusive with -c/-d/-D/-u");
    if (opt->show == SHOW_REPEATED && opt->count)
        return cli_usage(cli, "printing all duplicated lines and repeat counts is meaningless");
    return true;
}

static bool parse_options(struct cli *cli, struct uniq_options *opt)
{
    bool ok = true;
    for (struct cli_match m = {}; ok && cli_next_option(cli, &m);) {
        opt->restricted |= m.key == 'c' || m.key == 'd' || m.key == 'D' || m.key == 'u';
        switch (m.key) {
        case CLI_OPERAND: ok = parse_operand(cli, m.value, opt); break;
        case 'c': opt->count = true; break;
        case 'd': opt->hide_unique = true; break;
        case 'u': opt->hide_repeated = true; break;
        case 'i': opt->ignore_case = true; break;
        case 'z': opt->line_end = 0; break;
        case 'f':
        case 's':
        case 'w': ok = parse_number(cli, &m, opt); break;
        case 'D':
        case KEY_ALL_REPEATED:
        case KEY_GROUP: ok = parse_method(cli, &m, opt); break;
        default: parse_digit(opt, m.key - '0');
        }
    }
    return ok && cli_options_ok(cli) && check_options(cli, opt);
}

static void set_descriptor(writer *out, fdh fd)
{
    out->fd = fd;
}

/* Let standard output be the file NAME. */
static bool redirect(struct cli *cli, zstr name)
{
    fdh fd = FDH_STDOUT;
    if (span_eq(zstr_span(name), S("-")))
        return true;
    oserr err = fd_open(&fd, FDH_CWD, name, O_WRONLY | O_CREAT | O_TRUNC, 0666);
    if (err)
        cli_error(cli, err, "%s", fmt_namec(name));
    else
        set_descriptor(cli_out(cli), fd);
    return err == 0;
}

int prog_main(struct cli *cli)
{
    struct uniq_run r = {
        .opt = {.check_chars = UINT64_MAX, .line_end = '\n', .input = Z("-"), .output = Z("-")},
    };
    if (!parse_options(cli, &r.opt))
        return cli_usage_exit(cli);
    struct cli_input in = {};
    oserr err = cli_open_input(cli, r.opt.input, &in);
    if (err)
        cli_error(cli, err, "%s", fmt_namec(r.opt.input));
    if (err || !redirect(cli, r.opt.output))
        return cli_finish(cli);
    uniq_prepare(&r);
    err = uniq_filter(&r, cli_out(cli), &in.reader);
    if (err)
        cli_error(cli, err, "error reading %s", fmt_name(r.opt.input));
    cli_close_input(cli, &in, 0);
    return cli_finish(cli);
}
