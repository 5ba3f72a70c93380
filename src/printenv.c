/* printenv - print the environment, or some of it. */

#include "cli/cli.h"
#include "environ/environ.h"
#include "sys/env.h"

static const struct cli_option option_rows[] = {
    {'0', Z("null"), Z_NONE, Z("end each line with NUL, not newline, and quote nothing")},
};

const struct cli_program prog_program = {
    .name = Z("printenv"),
    .operands = Z("[VARIABLE]..."),
    .summary = Z("Print the value of each VARIABLE of the environment;\n"
                 "or, without any, all of them as NAME=VALUE, quoted for the shell where needed."),
    .options = CLI_ROWS(option_rows),
    .notes = Z("QUOTING_STYLE in the environment says how else to quote; 'literal' is not at all."),
    .failure = 2,
    .options_first = true,
};

static void print_all(struct cli *cli, bool null)
{
    struct environment_form form = {};
    environment_form_init(&form, &cli->diag, null);
    args all = env_all();
    for (size_t i = 0; i < args_len(all); i++)
        environment_print(cli_out(cli), zstr_span(args_at(all, i)), &form);
}

/* The value of NAME, once for each time that it is there; false when it is not. */
static bool print_one(struct cli *cli, span name, bool null)
{
    args all = env_all();
    bool found = false;
    if (span_has(name, '='))
        return false;
    for (size_t i = 0; i < args_len(all); i++) {
        span entry = zstr_span(args_at(all, i)), this = {};
        if (!span_cut(&entry, '=', &this) || !span_eq(this, name))
            continue;
        writer_put(cli_out(cli), entry);
        writer_byte(cli_out(cli), null ? 0 : '\n');
        found = true;
    }
    return found;
}

int prog_main(struct cli *cli)
{
    bool null = false, all_found = true;
    for (struct cli_match m = {}; cli_next_option(cli, &m);)
        null = true;
    if (!cli_options_ok(cli))
        return cli_usage_exit(cli);
    if (cli_operand_count(cli) == 0)
        print_all(cli, null);
    for (zstr name = {}; cli_next_operand(cli, &name);)
        all_found &= print_one(cli, zstr_span(name), null);
    int status = cli_finish(cli);
    return status == 0 && !all_found ? 1 : status;
}
