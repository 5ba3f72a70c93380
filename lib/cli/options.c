/* options.c - matching arguments against option rows, by the rules of getopt_long. */

#include "cli/private.h"

#include "safe/ascii.h"
#include "sys/env.h"

bool cli_usage_(struct cli *cli, oserr err, zstr template, fmtargs args)
{
    diag_fail_(&cli->diag, err, template, args);
    cli->usage_error = true;
    return false;
}

/* A mistake of form, for which getopt shows the program's name as it was called. */
static bool bad_form(struct cli *cli, zstr template, fmtargs args)
{
    zstr name = cli->diag.name;
    cli->diag.name = cli->diag.program;
    cli_usage_(cli, 0, template, args);
    cli->diag.name = name;
    return false;
}

bool cli_bad_(struct cli *cli, oserr err, zstr template, fmtargs args)
{
    diag_fail_(&cli->diag, err, template, args);
    cli->done = true;
    return false;
}

bool cli_hint_(struct cli *cli, zstr text)
{
    buf_clear(&cli->diag.text);
    fmt_append(&cli->diag.text, text, (fmtargs){});
    buf_push(&cli->diag.text, '\n');
    if (fd_write_all(FDH_STDERR, buf_span(&cli->diag.text)) != 0)
        cli->diag.broken = true;
    return false;
}

bool cli_options_ok(struct cli *cli)
{
    return !cli->usage_error && !cli->done;
}

int cli_usage_exit(struct cli *cli)
{
    if (!cli->usage_error)
        return cli_finish(cli);
    buf_clear(&cli->diag.text);
    zstr program = cli->diag.program;
    struct fmtarg name = fmt_z(program);
    fmt_append(&cli->diag.text, Z("Try '%s --help' for more information.\n"), FMT_ARGS_(name));
    if (fd_write_all(FDH_STDERR, buf_span(&cli->diag.text)) != 0)
        cli->diag.broken = true;
    int usage = cli->program.usage_failure;
    cli->diag.status = usage ? usage : cli->diag.failure;
    return cli_finish(cli);
}

static bool same_choice(struct cli_option a, struct cli_option b)
{
    return a.key == b.key && zstr_is_none(a.arg) == zstr_is_none(b.arg);
}

struct search {
    span name;                  /* looked for */
    zstr yields;                /* this name is not looked for by abbreviations */
    zstr order;                 /* the program's */
    cli_options found;          /* begins at the best row so far; empty when there is none */
    bool exact, ambiguous;
};

/* Whether ROW's long name begins with what S looks for.  What the build asks for has no abbreviations, nor
   has S->yields: they are not among those of GNU's options. */
static bool may_be(struct cli_option row, struct search const *s)
{
    span candidate = zstr_span(row.name);
    if (row.key == CLI_KEY_ROWS || zstr_eq(row.name, s->yields))
        return !span_empty(candidate) && span_eq(candidate, s->name);
    return !span_empty(candidate) && span_starts(candidate, s->name);
}

/* Cut the next word off ORDER. */
static bool next_word(span *order, span *word)
{
    if (!span_cut(order, ' ', word)) {
        *word = *order;
        *order = S("");
    }
    return !span_empty(*word);
}

/* The number of NAME among the words of ORDER; behind all of them when it is not there. */
static size_t place(zstr order, zstr name)
{
    size_t n = 0;
    for (span rest = zstr_span(order), word = {}; next_word(&rest, &word); n++)
        if (span_eq(word, zstr_span(name)))
            break;
    return n;
}

static void search_rows(cli_options rows, struct search *s)
{
    for (; cli_options_len(rows) > 0 && !s->exact; rows = cli_options_drop(rows, 1)) {
        struct cli_option row = cli_options_at(rows, 0);
        if (!may_be(row, s))
            continue;
        s->exact = zstr_len(row.name) == span_len(s->name);
        bool first = s->exact || cli_options_len(s->found) == 0;
        if (!first && !same_choice(cli_options_at(s->found, 0), row))
            s->ambiguous = true;
        if (first || place(s->order, row.name) < place(s->order, cli_options_at(s->found, 0).name))
            s->found = rows;
    }
}

/* Append those of ROWS whose place is AT and that may be meant.  Of spellings of the first one only that is
   named. */
static void append_candidates(buf *text, cli_options rows, struct search const *s, size_t at)
{
    struct cli_option first = cli_options_at(s->found, 0);
    for (struct cli_option row = {}; cli_options_next(&rows, &row);)
        if (may_be(row, s) && place(s->order, row.name) == at
            && (!same_choice(row, first) || zstr_eq(row.name, first.name))) {
            buf_append(text, S(" '--"));
            buf_append(text, zstr_span(row.name));
            buf_push(text, '\'');
        }
}

/* TEXT is the option with its argument, as getopt_long shows it. */
static bool report_ambiguous(struct cli *cli, zstr text, struct search const *s)
{
    buf list = {};
    size_t behind = place(s->order, Z(""));
    for (size_t at = 0; at <= behind; at++)
        append_candidates(&list, cli->program.options, s, at);
    append_candidates(&list, cli_common_rows(), s, behind);
    bad_form(cli, Z("option '--%s' is ambiguous; possibilities:%s"),
             FMT_ARGS(fmt_z(text), fmt_s(buf_span(&list))));
    buf_recycle(&list);
    return false;
}

/* The argument after the current one, taken as an option's value. */
static bool take_argument(struct cli *cli, zstr *value)
{
    if (cli->next_arg >= args_len(cli->argv))
        return false;
    *value = args_at(cli->argv, cli->next_arg++);
    return true;
}

static bool wants_value(struct cli_option row)
{
    return !zstr_is_none(row.arg) && !cli_optional_argument(row);
}

/* Look for the option called NAME, or beginning so. */
static struct search find_long(struct cli const *cli, span name, zstr yields)
{
    struct search s = {.name = name, .yields = yields, .order = cli->program.order};
    search_rows(cli->program.options, &s);
    if (!s.exact)
        search_rows(cli_common_rows(), &s);
    return s;
}

/* A long option: TEXT is what stands behind "--". */
static bool match_long(struct cli *cli, zstr text, struct cli_match *m)
{
    size_t eq = span_find(zstr_span(text), '=');
    bool joined = eq < zstr_len(text);
    m->written = span_first(zstr_span(text), eq);
    struct search s = find_long(cli, m->written, cli->program.own_option);
    if (cli_options_len(s.found) == 0)
        s = find_long(cli, m->written, Z_NONE);
    if (cli_options_len(s.found) == 0)
        return bad_form(cli, Z("unrecognized option '--%s'"), FMT_ARGS(fmt_z(text)));
    if (s.ambiguous && !s.exact)
        return report_ambiguous(cli, text, &s);
    struct cli_option row = cli_options_at(s.found, 0);
    m->key = row.key;
    m->rows_ = s.found;
    if (joined && zstr_is_none(row.arg))
        return bad_form(cli, Z("option '--%s' doesn't allow an argument"), FMT_ARGS(fmt_z(row.name)));
    if (joined)
        m->value = zstr_drop(text, eq + 1);
    else if (wants_value(row) && !take_argument(cli, &m->value))
        return bad_form(cli, Z("option '--%s' requires an argument"), FMT_ARGS(fmt_z(row.name)));
    return true;
}

zstr cli_take_rest(struct cli *cli)
{
    zstr rest = cli->cluster;
    cli->cluster = Z_NONE;
    return rest;
}

void cli_insert_arguments(struct cli *cli, zstr_view words)
{
    cli->argv = arglist_before(&cli->inserted, words, args_drop(cli->argv, cli->next_arg));
    cli->next_arg = 0;
}

/* The first letter of the pending cluster. */
static bool match_short(struct cli *cli, struct cli_match *m)
{
    span letter = span_first(zstr_span(cli->cluster), 1);
    cli->cluster = zstr_drop(cli->cluster, 1);
    cli_options rows = cli->program.options;
    while (cli_options_len(rows) > 0 && cli_options_at(rows, 0).key != span_at(letter, 0))
        rows = cli_options_drop(rows, 1);
    m->key = span_at(letter, 0);
    if (cli_options_len(rows) == 0 && cli->program.digits && ascii_is_digit(m->key))
        return true;
    if (cli_options_len(rows) == 0)
        return bad_form(cli, Z("invalid option -- '%s'"), FMT_ARGS(fmt_s(letter)));
    struct cli_option row = cli_options_at(rows, 0);
    m->rows_ = rows;
    if (zstr_is_none(row.arg))
        return true;
    zstr rest = cli_take_rest(cli);
    if (zstr_len(rest) > 0)
        m->value = rest;
    else if (wants_value(row) && !take_argument(cli, &m->value))
        return bad_form(cli, Z("option requires an argument -- '%s'"), FMT_ARGS(fmt_s(letter)));
    return true;
}

static bool keep_operand(struct cli *cli, zstr arg, struct cli_match *m)
{
    if (cli->program.options_first || (cli->posix && !cli->program.operands_in_order))
        cli->only_operands = true;
    if (cli->only_operands && cli->program.options_first) {
        cli->rest = args_drop(cli->argv, cli->next_arg - 1);
        cli->next_arg = args_len(cli->argv);
        return false;
    }
    if (!cli->program.operands_in_order) {
        if (zstr_vec_len(&cli->operands) == 0)      /* there may be a hundred thousand */
            zstr_vec_reserve(&cli->operands, 1 + args_len(cli->argv) - cli->next_arg);
        zstr_vec_push(&cli->operands, arg);
        return false;
    }
    m->key = CLI_OPERAND;
    m->value = arg;
    return true;
}

/* The question was answered, whatever was wrong before it. */
static void end_well(struct cli *cli)
{
    cli->done = true;
    cli->diag.status = 0;
}

void cli_answer_version(struct cli *cli)
{
    cli_print_version(cli);
    end_well(cli);
}

/* Answer the options that every program has; true when M was one of them. */
static bool answer_common(struct cli *cli, struct cli_match const *m)
{
    if (m->key == CLI_KEY_HELP)
        cli_print_help(cli);
    else if (m->key == CLI_KEY_ROWS)
        cli_print_rows(cli);
    else if (m->key == CLI_KEY_VERSION)
        cli_print_version(cli);
    else
        return false;
    end_well(cli);
    return true;
}

/* The next match of any kind in M; false when arguments are used up or parsing stopped. */
static bool next_match(struct cli *cli, struct cli_match *m)
{
    while (cli_options_ok(cli)) {
        *m = (struct cli_match){};
        if (zstr_len(cli->cluster) > 0)
            return match_short(cli, m);
        if (cli->next_arg >= args_len(cli->argv))
            return false;
        zstr arg = args_at(cli->argv, cli->next_arg++);
        span text = zstr_span(arg);
        if (cli->only_operands || span_peek(text, 0) != '-' || span_len(text) == 1) {
            if (keep_operand(cli, arg, m))
                return true;
        } else if (span_eq(text, S("--"))) {
            cli->only_operands = true;
        } else if (span_starts(text, S("--"))) {
            return match_long(cli, zstr_drop(arg, 2), m);
        } else {
            cli->cluster = zstr_drop(arg, 1);
        }
    }
    return false;
}

bool cli_next_option(struct cli *cli, struct cli_match *m)
{
    if (!cli->started) {
        cli->started = true;
        cli->posix = env_has(Z("POSIXLY_CORRECT"));
    }
    return next_match(cli, m) && cli_options_ok(cli) && !answer_common(cli, m);
}

bool cli_only_help(struct cli *cli)
{
    if (args_len(cli->argv) != 1)
        return false;
    span arg = zstr_span(args_at(cli->argv, 0));
    if (span_eq(arg, S("--help")))
        cli_print_help(cli);
    else if (span_eq(arg, S("--version")))
        cli_print_version(cli);
    else if (span_eq(arg, S("--dump-option-rows")))
        cli_print_rows(cli);
    else
        return false;
    cli->done = true;
    return true;
}

span cli_option_name(struct cli *cli, struct cli_match const *m)
{
    struct cli_option row = cli_options_at(m->rows_, 0);
    bool letter = span_empty(m->written);
    mspan room = arena_bytes(&cli->strings, 2 + zstr_len(row.name)), rest = room;
    mspan_push(&rest, '-');
    if (letter) {
        mspan_push(&rest, low_byte(magnitude(m->key)));
    } else {
        mspan_push(&rest, '-');
        mspan_put(&rest, zstr_span(row.name));
    }
    return span_chop(mspan_span(room), mspan_len(rest));
}
