/* help.c - --help, --version and the machine-readable form of the option rows.

   The layout follows GNU coreutils 9.10: an option a line, its description on the next one, indented by
   nine columns.  On a terminal option names are bold. */

#include "cli/private.h"

#include "sys/build.h"
#include "sys/env.h"

static const struct cli_option common_rows[] = {
    {CLI_KEY_HELP, Z("help"), Z_NONE, Z("show these options and stop")},
    {CLI_KEY_VERSION, Z("version"), Z_NONE, Z("show the version and stop")},
    {CLI_KEY_ROWS, Z("dump-option-rows"), Z_NONE, Z_NONE},
};

cli_options cli_common_rows(void)
{
    return CLI_ROWS(common_rows);
}

static bool wants_markup(void)
{
    zstr term = env_get(Z("TERM"));
    return zstr_len(term) > 0 && !span_eq(zstr_span(term), S("dumb")) && fd_is_terminal(FDH_STDOUT);
}

static void put_usage(writer *out, struct cli const *cli)
{
    span forms = zstr_span(cli->program.operands), form = {};
    zstr lead = Z("Usage: ");
    span options = S("[OPTION]...");
    for (bool more = true; more; lead = Z("  or:  ")) {
        more = span_cut(&forms, '\n', &form);
        writer_putz(out, lead);
        writer_putz(out, cli->diag.program);
        form = more ? form : forms;
        if (!cli->program.no_short_usage && span_search(form, options) == span_len(form)) {
            writer_byte(out, ' ');
            writer_put(out, options);
        }
        if (!span_empty(form))
            writer_byte(out, ' ');
        writer_put(out, form);
        writer_byte(out, '\n');
    }
}

static void put_name(writer *out, span dashes, span name, bool markup)
{
    if (markup)
        writer_put(out, S("\033[1m"));
    writer_put(out, dashes);
    writer_put(out, name);
    if (markup)
        writer_put(out, S("\033[0m"));
}

bool cli_optional_argument(struct cli_option row)
{
    return span_peek(zstr_span(row.arg), 0) == '[' && span_last(zstr_span(row.arg)) == ']';
}

/* "=ARG" or "[=ARG]" behind a long name, " ARG" behind a letter. */
static void put_argument(writer *out, struct cli_option row)
{
    span arg = zstr_span(row.arg);
    if (span_empty(arg))
        return;
    bool optional = cli_optional_argument(row);
    bool is_long = !zstr_is_none(row.name);
    if (optional) {
        writer_put(out, is_long ? S("[=") : S("["));
        arg = span_drop(arg, 1);
    } else {
        writer_byte(out, is_long ? '=' : ' ');
    }
    writer_put(out, arg);
}

static void put_help_text(writer *out, span text)
{
    span line = {};
    for (bool more = true; more;) {
        more = span_cut(&text, '\n', &line);
        writer_put(out, S("         "));
        writer_put(out, more ? line : text);
        writer_byte(out, '\n');
    }
}

static void put_row(writer *out, struct cli_option row, bool markup)
{
    unsigned char letter = low_byte(magnitude(row.key));
    bool is_short = row.key > 0 && row.key < CLI_KEY;
    buf name = {};
    buf_push(&name, letter);
    writer_put(out, S("  "));
    if (is_short)
        put_name(out, S("-"), buf_span(&name), markup);
    else
        writer_put(out, S("    "));
    if (!zstr_is_none(row.name)) {
        if (is_short)
            writer_put(out, S(", "));
        put_name(out, S("--"), zstr_span(row.name), markup);
    }
    put_argument(out, row);
    writer_byte(out, '\n');
    put_help_text(out, zstr_span(row.help));
    buf_recycle(&name);
}

static void put_rows(writer *out, cli_options rows, bool markup)
{
    for (struct cli_option row = {}; cli_options_next(&rows, &row);)
        if (!zstr_is_none(row.help))
            put_row(out, row, markup);
}

void cli_print_help(struct cli *cli)
{
    bool markup = wants_markup();
    put_usage(cli_out(cli), cli);
    writer_putz(cli_out(cli), cli->program.summary);
    writer_put(cli_out(cli), S("\n\n"));
    put_rows(cli_out(cli), cli->program.options, markup);
    put_rows(cli_out(cli), cli_common_rows(), markup);
    if (!zstr_is_none(cli->program.notes)) {
        writer_byte(cli_out(cli), '\n');
        writer_putz(cli_out(cli), cli->program.notes);
        writer_byte(cli_out(cli), '\n');
    }
}

void cli_print_version(struct cli *cli)
{
    writer_putz(cli_out(cli), cli->program.name);
    writer_put(cli_out(cli), S(" (safe-coreutils) "));
    writer_putz(cli_out(cli), build_version());
    writer_put(cli_out(cli), S("\nLicense GPLv3+: GNU GPL version 3 or later\n"
                               "<https://gnu.org/licenses/gpl.html>.\n"
                               "This is free software: you may change and redistribute it.\n"
                               "There is no warranty, as far as the law permits.\n"));
}

static void put_field(writer *out, span text, unsigned char end)
{
    SPAN_FOREACH(c, span_empty(text) ? S("-") : text) {
        if (c == '\n')
            writer_put(out, S("\\n"));
        else
            writer_byte(out, c);
    }
    writer_byte(out, end);
}

static void put_raw_row(writer *out, struct cli_option row)
{
    if (row.key > 0 && row.key < CLI_KEY)
        writer_byte(out, low_byte(magnitude(row.key)));
    else
        writer_byte(out, '-');
    writer_byte(out, '\t');
    put_field(out, zstr_span(row.name), '\t');
    put_field(out, zstr_span(row.arg), '\t');
    put_field(out, zstr_span(row.help), '\n');
}

void cli_print_rows(struct cli *cli)
{
    cli_options rows = cli->program.options, common = cli_common_rows();
    for (struct cli_option row = {}; cli_options_next(&rows, &row);)
        if (!zstr_is_none(row.help))
            put_raw_row(cli_out(cli), row);
    for (struct cli_option row = {}; cli_options_next(&common, &row);)
        if (!zstr_is_none(row.help))
            put_raw_row(cli_out(cli), row);
}
