/* env - run a command in another environment, or print the environment. */

#include "env/env.h"

#include "environ/environ.h"
#include "safe/ascii.h"
#include "sys/env.h"
#include "sys/exec.h"
#include "sys/fsop.h"

enum {
    KEY_BLOCK = CLI_KEY, KEY_DEFAULT, KEY_ENV0_FROM, KEY_IGNORE, KEY_LIST,
    NOT_FOUND = 127, CANNOT_INVOKE = 126, FAILURE = 125,
};

static const struct cli_option option_rows[] = {
    {'a', Z("argv0"), Z("ARG"), Z("the name that COMMAND is told to have")},
    {'i', Z("ignore-environment"), Z_NONE, Z("begin with no variables")},
    {'0', Z("null"), Z_NONE, Z("end each line of output with NUL, quote nothing")},
    {'u', Z("unset"), Z("NAME"), Z("remove a variable")},
    {'C', Z("chdir"), Z("DIR"), Z("run COMMAND in DIR")},
    {'S', Z("split-string"), Z("S"), Z("split S into arguments; for lines that begin with #!")},
    {KEY_ENV0_FROM, Z("env0-from"), Z("FILE"), Z("add the variables of FILE, each ended by NUL")},
    {KEY_BLOCK, Z("block-signal"), Z("[SIG]"), Z("hold signals back from COMMAND")},
    {KEY_DEFAULT, Z("default-signal"), Z("[SIG]"), Z("let signals do what they do by default")},
    {KEY_IGNORE, Z("ignore-signal"), Z("[SIG]"), Z("let signals do nothing")},
    {KEY_LIST, Z("list-signal-handling"), Z_NONE, Z("say which signals COMMAND finds blocked or ignored")},
    {'v', Z("debug"), Z_NONE, Z("say what is done, step by step")},
};

const struct cli_program prog_program = {
    .name = Z("env"),
    .operands = Z("[-] [NAME=VALUE]... [COMMAND [ARG]...]"),
    .summary = Z("Run COMMAND with each variable NAME set to VALUE.\n"
                 "Without a COMMAND, print the environment that it would have."),
    .options = CLI_ROWS(option_rows),
    .order = Z("argv0 ignore-environment null unset chdir default-signal ignore-signal block-signal "
               "list-signal-handling debug split-string"),
    .notes = Z("A - by itself stands for -i.  SIG is one name or number of a signal or several, with commas\n"
               "between them; without it, all signals are meant.\n\n"
               "The exit status is that of COMMAND, 127 when it was not found, 126 when it could not be\n"
               "run, and 125 after another mistake."),
    .failure = FAILURE,
    .options_first = true,
};

struct options {
    bool ignore_environment, null, debug, list_signals;
    zstr argv0, dir;
    zstr_vec unset, sources;
    zstr_vec words;             /* of the last -S */
    env_signals signals;
};

/* ---- options ---- */

/* Take the words of TEXT as arguments. */
static bool split_argument(struct cli *cli, zstr text, bool debug, zstr_vec *words)
{
    zstr_vec_truncate(words, 0);
    if (!env_split(cli, text, debug, words))
        return false;
    if (debug && zstr_vec_len(words) > 0)
        env_say(cli, Z("split -S:  %s\n"), FMT_ARGS(fmt_q(zstr_span(text))));
    for (size_t i = 0; debug && i < zstr_vec_len(words); i++)
        env_say(cli, Z("%s %s\n"), FMT_ARGS(fmt_s(i == 0 ? S(" into:   ") : S("     &   ")),
                                            fmt_q(zstr_span(zstr_vec_at(words, i)))));
    cli_insert_arguments(cli, zstr_vec_span(words));
    return true;
}

static bool take_option(struct cli *cli, struct cli_match const *m, struct options *opt)
{
    struct env_signal wish = {};
    switch (m->key) {
    case 'a': opt->argv0 = m->value; return true;
    case 'i': opt->ignore_environment = true; return true;
    case '0': opt->null = true; return true;
    case 'u': zstr_vec_push(&opt->unset, m->value); return true;
    case 'C': opt->dir = m->value; return true;
    case 'S': return split_argument(cli, m->value, opt->debug, &opt->words);
    case 'v': opt->debug = true; return true;
    case KEY_ENV0_FROM: zstr_vec_push(&opt->sources, m->value); return true;
    case KEY_LIST: opt->list_signals = true; return true;
    case KEY_BLOCK: wish.mask = ENV_MASK_BLOCK; break;
    case KEY_IGNORE: wish.action = ENV_ACTION_IGNORE; break;
    default:
        wish.action = ENV_ACTION_DEFAULT;
        wish.mask = ENV_MASK_UNBLOCK;
    }
    return env_ask_signals(cli, &opt->signals, m->value, wish);
}

static bool has_blank(span s)
{
    SPAN_FOREACH(c, s)
        if (ascii_is_space(c))
            return true;
    return false;
}

/* A line that begins with #! gives all its words as one argument. */
static void hint_at_split(struct cli *cli)
{
    cli_warn(cli, 0, "use -[v]S to pass options in shebang lines");
}

static bool parse_options(struct cli *cli, struct options *opt)
{
    struct cli_match m = {};
    while (cli_next_option(cli, &m))
        if (!take_option(cli, &m, opt))
            return false;
    if (cli->usage_error && ascii_is_space(m.key))
        hint_at_split(cli);
    return cli_options_ok(cli);
}

/* What does not go together, once operands are known to hold a COMMAND or not. */
static bool check_options(struct cli *cli, struct options const *opt, bool command)
{
    if (opt->null && command)
        return cli_usage(cli, "cannot specify --null (-0) with command");
    if (!zstr_is_none(opt->dir) && !command)
        return cli_usage(cli, "must specify command with --chdir (-C)");
    if (!zstr_is_none(opt->argv0) && !command)
        return cli_usage(cli, "must specify command with --argv0 (-a)");
    return true;
}

/* ---- the environment ---- */

/* Add the variables in the file NAME, EXACTLY as they are or in the place of others. */
static bool load(struct cli *cli, struct environment *e, zstr name, bool exactly)
{
    struct cli_input in = {};
    span entry = {};
    bool terminated = false, whole = true;
    oserr err = cli_open_input(cli, name, &in);
    if (err)
        return cli_bad(cli, err, "cannot open %s for reading", fmt_name(name));
    while (reader_record(&in.reader, 0, &entry, &terminated)) {
        zstr kept = Z_NONE;
        zstr_from(&cli->strings, entry, &kept);
        whole = terminated;
        if (exactly || span_find(entry, '=') == span_len(entry))
            zstr_vec_push(&e->entries, kept);
        else
            environment_put(e, kept);
    }
    err = in.reader.err;
    oserr close_err = reader_close(&in.reader);
    if (err || close_err)
        return cli_bad(cli, err ? err : close_err, "%s", fmt_namec(name));
    return whole || cli_bad(cli, 0, "%s: last entry does not end in NUL", fmt_namec(name));
}

/* The environment before NAME=VALUE operands. */
static bool begin_environment(struct cli *cli, struct options const *opt, struct environment *e)
{
    if (opt->ignore_environment && opt->debug)
        env_say(cli, Z("cleaning environ\n"), (fmtargs){});
    if (!opt->ignore_environment)
        environment_add(e, env_all());
    else if (zstr_vec_len(&opt->sources) == 0)
        return true;            /* there is nothing to remove */
    for (size_t i = 0; i < zstr_vec_len(&opt->sources); i++)
        if (!load(cli, e, zstr_vec_at(&opt->sources, i), opt->ignore_environment))
            return false;
    for (size_t i = 0; i < zstr_vec_len(&opt->unset); i++) {
        span name = zstr_span(zstr_vec_at(&opt->unset, i));
        if (opt->debug)
            env_say(cli, Z("unset:    %s\n"), FMT_ARGS(fmt_s(name)));
        if (span_empty(name) || span_find(name, '=') < span_len(name))
            return cli_bad(cli, EINVAL, "cannot unset %s", fmt_q(name));
        environment_remove(e, name);
    }
    return true;
}

static bool is_assignment(zstr operand)
{
    return span_find(zstr_span(operand), '=') < zstr_len(operand);
}

/* Set variables as the operands before COMMAND say, the first of which is *NEXT. */
static void assign(struct cli *cli, struct environment *e, size_t *next, bool debug)
{
    for (; *next < cli_operand_count(cli) && is_assignment(cli_operand(cli, *next)); *next += 1) {
        if (debug)
            env_say(cli, Z("setenv:   %s\n"), FMT_ARGS(fmt_z(cli_operand(cli, *next))));
        environment_put(e, cli_operand(cli, *next));
    }
}

static int print(struct cli *cli, struct environment const *e, bool null)
{
    struct environment_form form = {};
    environment_form_init(&form, &cli->diag, null);
    for (size_t i = 0; i < zstr_vec_len(&e->entries); i++)
        environment_print(cli_out(cli), zstr_span(zstr_vec_at(&e->entries, i)), &form);
    return cli_finish(cli);
}

/* ---- COMMAND ---- */

static bool prepare(struct cli *cli, struct options const *opt)
{
    if (!env_set_signals(cli, &opt->signals, opt->debug))
        return false;
    if (opt->list_signals)
        env_list_signals(cli);
    if (zstr_is_none(opt->dir))
        return true;
    if (opt->debug)
        env_say(cli, Z("chdir:    %s\n"), FMT_ARGS(fmt_name(opt->dir)));
    oserr err = fs_chdir(opt->dir);
    return err == 0 || cli_bad(cli, err, "cannot change directory to %s", fmt_name(opt->dir));
}

/* Become the command whose name is the first of WORDS. */
static int run(struct cli *cli, struct options const *opt, args environment, args words)
{
    arglist renamed = {};
    zstr program = args_at(words, 0);
    if (!zstr_is_none(opt->argv0)) {
        zstr_vec front = {};
        zstr_vec_push(&front, opt->argv0);
        words = arglist_before(&renamed, zstr_vec_span(&front), args_drop(words, 1));
        if (opt->debug)
            env_say(cli, Z("argv0:     %s\n"), FMT_ARGS(fmt_name(opt->argv0)));
    }
    if (opt->debug)
        env_say(cli, Z("executing: %s\n"), FMT_ARGS(fmt_z(program)));
    for (size_t i = 0; opt->debug && i < args_len(words); i++)
        env_say(cli, Z("   arg[%d]= %s\n"), FMT_ARGS(fmt_u(i), fmt_q(zstr_span(args_at(words, i)))));
    oserr err = exec_program(program, words, environment);
    cli_error(cli, err, "%s", fmt_q(zstr_span(program)));
    if (err == ENOENT && has_blank(zstr_span(program)))
        hint_at_split(cli);
    cli->diag.status = err == ENOENT ? NOT_FOUND : CANNOT_INVOKE;
    return cli_finish(cli);
}

/* Whether COMMAND gets the environment as it is; NEXT is the operand after a -. */
static bool keeps_environment(struct cli const *cli, struct options const *opt, size_t next)
{
    return !opt->ignore_environment && zstr_vec_len(&opt->unset) == 0 && zstr_vec_len(&opt->sources) == 0
           && next < cli_operand_count(cli) && !is_assignment(cli_operand(cli, next));
}

int prog_main(struct cli *cli)
{
    struct options opt = {};
    struct environment e = {};
    arglist made = {};
    if (!parse_options(cli, &opt))
        return cli_usage_exit(cli);
    size_t next = 0, count = cli_operand_count(cli);
    if (count > 0 && span_eq(zstr_span(cli_operand(cli, 0)), S("-"))) {
        opt.ignore_environment = true;
        next = 1;
    }
    bool kept = keeps_environment(cli, &opt, next);
    if (!kept && !begin_environment(cli, &opt, &e))
        return cli_usage_exit(cli);
    assign(cli, &e, &next, opt.debug);
    if (!check_options(cli, &opt, next < count))
        return cli_usage_exit(cli);
    if (next == count)
        return print(cli, &e, opt.null);
    if (!prepare(cli, &opt))
        return cli_usage_exit(cli);
    args environment = kept ? env_all() : arglist_before(&made, zstr_vec_span(&e.entries), (args){});
    args words = args_drop(cli->argv, args_len(cli->argv) - (count - next));
    return run(cli, &opt, environment, words);
}
