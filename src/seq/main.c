/* seq - print a sequence of numbers. */

#include "seq/seq.h"

#include "safe/ascii.h"

static const struct cli_option option_rows[] = {
    {'f', Z("format"), Z("FORMAT"),
     Z("write each number by FORMAT, as printf would write a floating-point number")},
    {'s', Z("separator"), Z("STRING"), Z("put STRING between the numbers instead of a newline")},
    {'w', Z("equal-width"), Z_NONE, Z("give all numbers the same width, with zeros in front")},
};

const struct cli_program prog_program = {
    .name = Z("seq"),
    .operands = Z("LAST\n"
                  "FIRST LAST\n"
                  "FIRST INCREMENT LAST"),
    .summary = Z("Print numbers from FIRST (1 if left out) to LAST, in steps of INCREMENT (1 if left out)."),
    .options = CLI_ROWS(option_rows),
    .order = Z("equal-width"),
    .notes = Z("The operands are floating-point numbers.  INCREMENT may be negative, but not 0;\n"
               "the sequence ends before the number that would lie past LAST.  FORMAT holds one directive\n"
               "for a 'double' argument; without -f it is %.PRECf, with as many decimals as FIRST and\n"
               "INCREMENT have, where all three are plain decimal numbers, and %g where they are not."),
    .options_first = true,
};

/* Operands may look like options: "-1", "-.5".  Options end before the first such argument. */
static void stop_before_numbers(struct cli *cli)
{
    if (cli->next_arg >= args_len(cli->argv) || zstr_len(cli->cluster) > 0)
        return;
    span arg = zstr_span(args_at(cli->argv, cli->next_arg));
    int c = span_peek(arg, 1);
    if (span_peek(arg, 0) == '-' && (c == '.' || ascii_is_digit(c)))
        cli->only_operands = true;
}

static bool parse_options(struct cli *cli, struct seq_options *opt)
{
    stop_before_numbers(cli);
    for (struct cli_match m = {}; cli_next_option(cli, &m); stop_before_numbers(cli)) {
        switch (m.key) {
        case 'f': opt->format = m.value; break;
        case 's': opt->separator = m.value; break;
        default: opt->equal_width = true; break;
        }
    }
    return cli_options_ok(cli);
}

static bool check_count(struct cli *cli)
{
    if (cli_operand_count(cli) == 0)
        return cli_missing_operand(cli, Z_NONE);
    return cli_operand_count(cli) <= 3 || cli_extra_operand(cli, cli_operand(cli, 3));
}

static bool parse_format(struct cli *cli, struct seq_options const *opt, struct seq_layout *layout)
{
    if (zstr_is_none(opt->format))
        return true;
    if (!seq_parse_format(cli, opt->format, layout))
        return false;
    return !opt->equal_width
           || cli_usage(cli, "format string may not be specified when printing equal width strings");
}

static bool parse_operands(struct cli *cli, struct seq_options *opt)
{
    size_t n = cli_operand_count(cli);
    zstr first = n > 1 ? cli_operand(cli, 0) : Z("1"), step = n > 2 ? cli_operand(cli, 1) : Z("1");
    zstr last = cli_operand(cli, n - 1);
    if (!seq_parse_number(cli, first, &opt->first) || !seq_parse_number(cli, step, &opt->step))
        return false;
    if (opt->step.value == 0)
        return cli_usage(cli, "invalid Zero increment value: %s", fmt_q(zstr_span(step)));
    return seq_parse_number(cli, last, &opt->last);
}

int prog_main(struct cli *cli)
{
    struct seq_options opt = {.separator = Z("\n")};
    struct seq_layout layout = {};
    if (!parse_options(cli, &opt) || !check_count(cli) || !parse_format(cli, &opt, &layout)
        || !parse_operands(cli, &opt))
        return cli_usage_exit(cli);
    if (zstr_is_none(opt.format))
        seq_default_layout(&opt, &layout);
    oserr err = 0;
    if (!seq_print_exact(cli, &opt, &layout) && (err = seq_print_real(cli_out(cli), &opt, &layout)) != 0)
        cli_error(cli, err, "write error");
    return cli_finish(cli);
}
