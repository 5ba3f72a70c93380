/* basename - print the last components of names. */

#include "cli/cli.h"
#include "path/path.h"
#include "quote/terminal.h"

struct basename_options {
    bool many;                  /* each operand is a name */
    bool zero;
    span suffix;
};

static const struct cli_option option_rows[] = {
    {'a', Z("multiple"), Z_NONE, Z("every operand is a NAME")},
    {'s', Z("suffix"), Z("SUFFIX"), Z("take SUFFIX off the end of each NAME; implies -a")},
    {'z', Z("zero"), Z_NONE, Z("end each answer with NUL, not newline")},
};

const struct cli_program prog_program = {
    .name = Z("basename"),
    .operands = Z("NAME [SUFFIX]\nOPTION... NAME..."),
    .no_short_usage = true,
    .summary = Z("Print the last component of NAME, without SUFFIX at its end."),
    .options = CLI_ROWS(option_rows),
    .options_first = true,
};

static bool parse_options(struct cli *cli, struct basename_options *opt)
{
    for (struct cli_match m = {}; cli_next_option(cli, &m);) {
        opt->many |= m.key == 'a' || m.key == 's';
        opt->zero |= m.key == 'z';
        if (m.key == 's')
            opt->suffix = zstr_span(m.value);
    }
    if (!cli_options_ok(cli))
        return false;
    if (cli_operand_count(cli) == 0)
        return cli_missing_operand(cli, Z_NONE);
    if (!opt->many && cli_operand_count(cli) > 2)
        return cli_extra_operand(cli, cli_operand(cli, 2));
    return true;
}

/* A suffix that is all of the name stays, and so does the root. */
static span answer_for(span name, span suffix)
{
    span base = path_base(name);
    bool ends = span_len(suffix) < span_len(base) && span_ends(base, suffix);
    return ends && !span_eq(base, S("/")) ? span_chop(base, span_len(suffix)) : base;
}

int prog_main(struct cli *cli)
{
    struct basename_options opt = {};
    if (!parse_options(cli, &opt))
        return cli_usage_exit(cli);
    size_t names = cli_operand_count(cli);
    if (!opt.many && names == 2) {
        opt.suffix = zstr_span(cli_operand(cli, 1));
        names = 1;
    }
    struct quote_terminal style = quote_for_terminal(&cli->diag, opt.zero);
    for (size_t i = 0; i < names; i++) {
        quote_put_terminal(cli_out(cli), answer_for(zstr_span(cli_operand(cli, i)), opt.suffix), &style);
        writer_byte(cli_out(cli), opt.zero ? 0 : '\n');
    }
    return cli_finish(cli);
}
