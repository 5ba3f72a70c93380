/* dircolors - print commands that set LS_COLORS, the colours of ls, from a database of kinds of files. */

#include "cli/cli.h"
#include "colour/colour.h"
#include "safe/ascii.h"
#include "sys/env.h"
#include "sys/pattern.h"

enum { KEY_PRINT_LS_COLORS = CLI_KEY };
enum shell { SHELL_UNKNOWN, SHELL_BOURNE, SHELL_C };

struct dircolors_options {
    enum shell shell;
    bool print_database;
    bool print_colours;
};

static const struct cli_option option_rows[] = {
    {'b', Z("sh"), Z_NONE, Z("print commands for a Bourne shell")},
    {'b', Z("bourne-shell"), Z_NONE, Z("the same as --sh")},
    {'c', Z("csh"), Z_NONE, Z("print commands for a C shell")},
    {'c', Z("c-shell"), Z_NONE, Z("the same as --csh")},
    {'p', Z("print-database"), Z_NONE, Z("print the built-in database")},
    {KEY_PRINT_LS_COLORS, Z("print-ls-colors"), Z_NONE, Z("show each entry in its own colour")},
};

const struct cli_program prog_program = {
    .name = Z("dircolors"),
    .operands = Z("[FILE]"),
    .summary = Z("Print shell commands that set LS_COLORS, the colours that ls gives to file names.\n"
                 "They are made from the database FILE (- is standard input), or from the built-in one."),
    .options = CLI_ROWS(option_rows),
    .closing = Z("-"),
    .order = Z("bourne-shell csh c-shell print-database print-ls-colors"),
    .notes = Z("Without -b and -c the variable SHELL tells which shell it is for.\n"
               "The form of a database is explained in the built-in one, which -p prints."),
};

static bool parse_options(struct cli *cli, struct dircolors_options *opt)
{
    for (struct cli_match m = {}; cli_next_option(cli, &m);) {
        switch (m.key) {
        case 'b': opt->shell = SHELL_BOURNE; break;
        case 'c': opt->shell = SHELL_C; break;
        case 'p': opt->print_database = true; break;
        default: opt->print_colours = true; break;
        }
    }
    return cli_options_ok(cli);
}

/* Refuses what does not go together. */
static bool check_options(struct cli *cli, struct dircolors_options const *opt)
{
    size_t n = cli_operand_count(cli);
    if ((opt->print_database || opt->print_colours) && opt->shell != SHELL_UNKNOWN)
        return cli_usage(cli, "the options to output non shell syntax,\n"
                              "and to select a shell syntax are mutually exclusive");
    if (opt->print_database && opt->print_colours)
        return cli_usage(cli, "options --print-database and --print-ls-colors are mutually exclusive");
    if (n > (opt->print_database ? 0U : 1U)) {
        cli_extra_operand(cli, cli_operand(cli, opt->print_database ? 0 : 1));
        return opt->print_database
               && cli_hint(cli, "file operands cannot be combined with --print-database (-p)");
    }
    return true;
}

/* The shell that the environment names; unknown when it names none. */
static enum shell guess_shell(void)
{
    span name = zstr_span(env_get(Z("SHELL")));
    if (span_empty(name))
        return SHELL_UNKNOWN;
    size_t slash = span_rfind(name, '/');
    if (slash < span_len(name))
        name = span_drop(name, slash + 1);
    return span_eq(name, S("csh")) || span_eq(name, S("tcsh")) ? SHELL_C : SHELL_BOURNE;
}

/* Lines behind TERM lines count only when one of these matched:
                        TERM that matches    TERM that does not     other line
     GLOBAL   (counts)  MATCHED              NO_MATCH               GLOBAL
     MATCHED  (counts)  MATCHED              MATCHED                ENTRIES
     ENTRIES  (counts)  MATCHED              NO_MATCH               ENTRIES
     NO_MATCH           MATCHED              NO_MATCH               NO_MATCH   */
enum terminal_state { STATE_GLOBAL, STATE_MATCHED, STATE_ENTRIES, STATE_NO_MATCH };

struct translation {
    enum shell shell;
    bool show;                  /* in colour, not for a shell */
    enum terminal_state state;
    zstr term, color_term;
    zstr file;
    uint64_t line;
    arena strings;
    buf out;
    bool failed;
};

/* Take the keyword off a line, and what is behind it, up to a remark. */
static void split_line(span line, span *keyword, span *value)
{
    size_t n = 0;
    line = ascii_drop_space(span_first(line, span_find(line, '\0')));
    if (span_peek(line, 0) == '#')
        line = (span){};
    while (n < span_len(line) && !ascii_is_space(span_at(line, n)))
        n++;
    *keyword = span_take(&line, n);
    line = ascii_drop_space(line);
    *value = span_first(line, span_find(line, '#'));
    while (ascii_is_space(span_last(*value)))
        *value = span_chop(*value, 1);
}

/* Append TEXT so that the shell and then ls take it literally. */
static void append_quoted(struct translation *t, span text)
{
    bool escape = true;
    SPAN_FOREACH(c, text) {
        if (t->show) {
            buf_push(&t->out, c);
            continue;
        }
        if (c == '\'')
            buf_append(&t->out, S("'\\'"));
        if ((c == ':' || c == '=') && escape)
            buf_push(&t->out, '\\');
        escape = (c == '\\' || c == '^') ? !escape : true;
        buf_push(&t->out, c);
    }
}

static void append_entry(struct translation *t, span prefix, span name, span code)
{
    if (t->show) {
        buf_append(&t->out, S("\033["));
        append_quoted(t, code);
        buf_push(&t->out, 'm');
    }
    buf_append(&t->out, prefix);
    append_quoted(t, name);
    buf_push(&t->out, t->show ? '\t' : '=');
    append_quoted(t, code);
    buf_append(&t->out, t->show ? S("\033[0m\n") : S(":"));
}

static void note_terminal(struct translation *t, span pattern, zstr value)
{
    zstr text = {};
    zstr_from(&t->strings, pattern, &text);
    if (pattern_matches(text, value, false))
        t->state = STATE_MATCHED;
    else if (t->state != STATE_MATCHED)
        t->state = STATE_NO_MATCH;
}

static void translate_entry(struct cli *cli, struct translation *t, span keyword, span value)
{
    enum colour_kind kind = COLOUR_KINDS;
    bool ignored = ascii_same_letters(keyword, S("OPTIONS")) || ascii_same_letters(keyword, S("COLOR"))
                   || ascii_same_letters(keyword, S("EIGHTBIT"));
    if (t->state == STATE_MATCHED)
        t->state = STATE_ENTRIES;
    if (t->state == STATE_NO_MATCH)
        return;
    if (span_peek(keyword, 0) == '.') {
        append_entry(t, S("*"), keyword, value);
    } else if (span_peek(keyword, 0) == '*') {
        append_entry(t, S(""), keyword, value);
    } else if (colour_from_keyword(keyword, &kind)) {
        append_entry(t, S(""), zstr_span(colour_letters(kind)), value);
    } else if (!ignored && t->state == STATE_ENTRIES) {
        cli_error(cli, 0, "%s:%lu: unrecognized keyword %s", fmt_namec(t->file), fmt_u(t->line),
                  fmt_s(keyword));
        t->failed = true;
    }
}

static void translate_line(struct cli *cli, struct translation *t, span line)
{
    span keyword = {}, value = {};
    t->line++;
    split_line(line, &keyword, &value);
    if (span_empty(keyword))
        return;
    if (span_empty(value)) {
        cli_error(cli, 0, "%s:%lu: invalid line;  missing second token", fmt_namec(t->file), fmt_u(t->line));
        t->failed = true;
        return;
    }
    if (ascii_same_letters(keyword, S("TERM")))
        note_terminal(t, value, t->term);
    else if (ascii_same_letters(keyword, S("COLORTERM")))
        note_terminal(t, value, t->color_term);
    else
        translate_entry(cli, t, keyword, value);
}

static void translate_database(struct cli *cli, struct translation *t)
{
    buf text = {};
    span line = {};
    colour_append_database(&text);
    for (span rest = buf_span(&text); span_cut(&rest, '\n', &line);)
        translate_line(cli, t, line);
}

static void translate_file(struct cli *cli, struct translation *t)
{
    struct cli_input in = {};
    span line = {};
    bool terminated = false;
    oserr err = cli_open_input(cli, t->file, &in);
    if (err) {
        cli_error(cli, err, "%s", fmt_namec(t->file));
        t->failed = true;
        return;
    }
    while (reader_record(&in.reader, '\n', &line, &terminated))
        translate_line(cli, t, line);
    err = in.reader.err;
    if (err) {
        cli_error(cli, err, "%s: read error", fmt_namec(t->file));
        t->failed = true;
    }
    cli_close_input(cli, &in, 0);
}

static void put_result(struct cli *cli, struct translation const *t)
{
    span before = t->shell == SHELL_C ? S("setenv LS_COLORS '") : S("LS_COLORS='");
    span behind = t->shell == SHELL_C ? S("'\n") : S("';\nexport LS_COLORS\n");
    if (!t->show)
        writer_put(cli_out(cli), before);
    writer_put(cli_out(cli), buf_span(&t->out));
    if (!t->show)
        writer_put(cli_out(cli), behind);
}

static void print_database(struct cli *cli)
{
    buf text = {};
    colour_append_database(&text);
    writer_put(cli_out(cli), buf_span(&text));
}

int prog_main(struct cli *cli)
{
    struct dircolors_options opt = {};
    if (!parse_options(cli, &opt) || !check_options(cli, &opt))
        return cli_usage_exit(cli);
    if (opt.print_database) {
        print_database(cli);
        return cli_finish(cli);
    }
    struct translation t = {.shell = opt.shell, .show = opt.print_colours};
    if (t.shell == SHELL_UNKNOWN && !t.show)
        t.shell = guess_shell();
    if (t.shell == SHELL_UNKNOWN && !t.show) {
        cli_error(cli, 0, "no SHELL environment variable, and no shell type option given");
        return cli_finish(cli);
    }
    t.term = env_get(Z("TERM"));
    if (zstr_len(t.term) == 0)
        t.term = Z("none");
    t.color_term = env_has(Z("COLORTERM")) ? env_get(Z("COLORTERM")) : Z("");
    if (cli_next_operand(cli, &t.file))
        translate_file(cli, &t);
    else
        translate_database(cli, &t);
    if (!t.failed)
        put_result(cli, &t);
    return cli_finish(cli);
}
