/* main.c - tail: print the last part of each file, and what is added to it from then on. */

#include "num/parse.h"
#include "sys/float.h"
#include "tail/tail.h"

enum {
    KEY_RETRY = CLI_KEY, KEY_MAX_UNCHANGED, KEY_PID, KEY_DEBUG, KEY_NO_NOTICES, KEY_PIPE,
};

static const struct cli_option option_rows[] = {
    {'c', Z("bytes"), Z("[+]NUM"),
     Z("print the last NUM bytes of each file;\nwith a '+' before it, all from byte NUM on")},
    {KEY_DEBUG, Z("debug"), Z_NONE, Z("tell how files are followed")},
    {'f', Z_NONE, Z_NONE, Z("go on printing what is added to the files")},
    {'f', Z("follow"), Z("[HOW]"),
     Z("the same; HOW is 'descriptor', the file that was opened\n"
       "(as without HOW), or 'name', whatever has the name")},
    {'F', Z_NONE, Z_NONE, Z("the same as --follow=name --retry")},
    {'n', Z("lines"), Z("[+]NUM"),
     Z("print the last NUM lines (10 without this option);\n"
       "with a '+' before it, all from line NUM on")},
    {KEY_MAX_UNCHANGED, Z("max-unchanged-stats"), Z("N"),
     Z("with --follow=name: look for a new file of that name\n"
       "after N rounds without a change (5)")},
    {KEY_PID, Z("pid"), Z("PID"), Z("with -f: end after process PID, or the last of several, has")},
    {'q', Z("quiet"), Z_NONE, Z("never print banners with file names")},
    {'q', Z("silent"), Z_NONE, Z("the same as --quiet")},
    {KEY_RETRY, Z("retry"), Z_NONE, Z("go on trying to open a file that is missing")},
    {'s', Z("sleep-interval"), Z("N"),
     Z("with -f: wait N seconds (1.0) between two rounds;\nwith --pid: look for it every N seconds")},
    {'v', Z("verbose"), Z_NONE, Z("always print banners with file names")},
    {'z', Z("zero-terminated"), Z_NONE, Z("lines end with NUL, not newline")},
    {KEY_NO_NOTICES, Z("-disable-inotify"), Z_NONE, Z_NONE},
    {KEY_PIPE, Z("-presume-input-pipe"), Z_NONE, Z_NONE},
};

const struct cli_program prog_program = {
    .name = Z("tail"),
    .operands = Z("[FILE]..."),
    .summary = Z("Print the last 10 lines of each FILE to standard output.\n"
                 "Several FILEs get a banner with their name each.\n"
                 "Standard input is read where FILE is -, and when there is no FILE."),
    .options = CLI_ROWS(option_rows),
    .closing = Z("-"),
    .order = Z("bytes debug follow lines max-unchanged-stats -disable-inotify pid -presume-input-pipe "
               "quiet retry"),
    .digits = true,
    .notes = Z("NUM may have a suffix: b 512, kB 1000, K 1024, MB 1000*1000, M 1024*1024,\n"
               "and so on for G, T, P, E, Z, Y, R, Q; KiB is K, MiB is M, and so on.\n\n"
               "A file that is followed by its descriptor, as it is by default, stays the same\n"
               "file when it is renamed.  Logs that are rotated are better followed by name."),
};

static const struct cli_word follow_words[] = {
    {Z("descriptor"), TAIL_FOLLOW_DESCRIPTOR},
    {Z("name"), TAIL_FOLLOW_NAME},
};

/* Why TEXT is no count: a negative number is one out of range. */
static oserr reason(span text)
{
    int64_t number = 0;
    return num_parse_i64(text, &number) != NUM_BAD && number < 0 ? EOVERFLOW : 0;
}

/* NUM of -n or -c; too large a number means everything.  A '+' counts for later options, too. */
static bool parse_count(struct cli *cli, span text, struct tail_options *opt)
{
    int sign = span_peek(text, 0);
    opt->from_start |= sign == '+';
    /* A number may have a '+' of its own, and a zero a '-'. */
    span digits = sign == '-' ? num_unsign_zero(span_drop(text, 1)) : text;
    enum num_err err = num_parse_size(digits, S("bkKmMGTPEZYRQ0"), &opt->count);
    if (err == NUM_OK || err == NUM_RANGE)
        return true;
    if (sign == '-')
        text = digits;
    if (opt->by_bytes)
        return cli_bad(cli, reason(text), "invalid number of bytes: %s", fmt_q(text));
    return cli_bad(cli, reason(text), "invalid number of lines: %s", fmt_q(text));
}

static bool parse_seconds(struct cli *cli, zstr text, int64_t *nanoseconds)
{
    long double seconds = 0;
    size_t used = 0;
    float_parse(text, &seconds, &used);         /* too large a number is for ever, too small one nothing */
    if (used == 0 || used < zstr_len(text) || !float_nanoseconds(seconds, nanoseconds))
        return cli_bad(cli, 0, "invalid number of seconds: %s", fmt_q(zstr_span(text)));
    return true;
}

static bool parse_pid(struct cli *cli, zstr text, struct tail_options *opt)
{
    uint64_t pid = 0;
    enum num_err err = num_parse_u64(zstr_span(text), &pid);
    if (err == NUM_RANGE || (err == NUM_OK && pid > INT32_MAX))
        return cli_bad(cli, EOVERFLOW, "invalid PID: %s", fmt_q(zstr_span(text)));
    if (err != NUM_OK)
        return cli_bad(cli, 0, "invalid PID: %s", fmt_q(zstr_span(text)));
    peer p = {};
    peer_begin(&p, as_int(as_i64(pid)));
    tail_peers_push(&opt->peers, p);
    return true;
}

static bool parse_max_unchanged(struct cli *cli, zstr text, struct tail_options *opt)
{
    enum num_err err = num_parse_u64(num_unsign_zero(zstr_span(text)), &opt->max_unchanged);
    if (err == NUM_OK || err == NUM_RANGE)
        return true;
    return cli_bad(cli, reason(zstr_span(text)),
                   "invalid maximum number of unchanged stats between opens: %s", fmt_q(zstr_span(text)));
}

static bool parse_follow(struct cli *cli, struct cli_match const *m, struct tail_options *opt)
{
    int how = TAIL_FOLLOW_DESCRIPTOR;
    if (!zstr_is_none(m->value) && !cli_choose(cli, m, CLI_WORDS(follow_words), &how))
        return false;
    opt->follow = how == TAIL_FOLLOW_NAME ? TAIL_FOLLOW_NAME : TAIL_FOLLOW_DESCRIPTOR;
    return true;
}

static bool parse_option(struct cli *cli, struct cli_match const *m, struct tail_options *opt)
{
    switch (m->key) {
    case 'c':
    case 'n':
        opt->by_bytes = m->key == 'c';
        return parse_count(cli, zstr_span(m->value), opt);
    case 'f': return parse_follow(cli, m, opt);
    case 'F':
        opt->follow = TAIL_FOLLOW_NAME;
        opt->retry = true;
        return true;
    case 'q': opt->banner = TAIL_BANNER_NEVER; return true;
    case 'v': opt->banner = TAIL_BANNER_ALWAYS; return true;
    case 'z': opt->line_end = 0; return true;
    case 's': return parse_seconds(cli, m->value, &opt->interval);
    case KEY_PID: return parse_pid(cli, m->value, opt);
    case KEY_MAX_UNCHANGED: return parse_max_unchanged(cli, m->value, opt);
    case KEY_RETRY: opt->retry = true; return true;
    case KEY_DEBUG: opt->debug = true; return true;
    case KEY_NO_NOTICES: opt->no_notices = true; return true;
    case KEY_PIPE: opt->stdin_is_pipe = true; return true;
    default: return cli_bad(cli, 0, "option used in invalid context -- %c", fmt_i(m->key - '0'));
    }
}

/* Options that mean nothing where others are not given. */
static void warn_of_useless(struct cli *cli, struct tail_options *opt)
{
    if (opt->retry && opt->follow == TAIL_FOLLOW_NOT) {
        cli_warn(cli, 0, "warning: --retry ignored; --retry is useful only when following");
        opt->retry = false;
    } else if (opt->retry && opt->follow == TAIL_FOLLOW_DESCRIPTOR) {
        cli_warn(cli, 0, "warning: --retry only effective for the initial open");
    }
    if (tail_peers_len(&opt->peers) > 0 && opt->follow == TAIL_FOLLOW_NOT)
        cli_warn(cli, 0, "warning: PID ignored; --pid=PID is useful only when following");
}

static bool parse_options(struct cli *cli, struct tail_options *opt)
{
    tail_parse_obsolete(cli, opt);
    for (struct cli_match m = {}; cli_next_option(cli, &m);)
        if (!parse_option(cli, &m, opt))
            return false;
    if (!cli_options_ok(cli))
        return false;
    warn_of_useless(cli, opt);
    return true;
}

static bool has_stdin(struct cli const *cli)
{
    for (size_t i = 0; i < cli_operand_count(cli); i++)
        if (span_eq(zstr_span(cli_operand(cli, i)), S("-")))
            return true;
    return cli_operand_count(cli) == 0;
}

/* What is odd about following standard input; false when it cannot be. */
static bool check_stdin(struct cli *cli, struct tail_run const *run)
{
    if (run->opt.follow == TAIL_FOLLOW_NOT || !has_stdin(cli))
        return true;
    if (run->opt.follow == TAIL_FOLLOW_NAME)
        return cli_bad(cli, 0, "cannot follow %s by name", fmt_name(Z("-")));
    bool alone = cli_operand_count(cli) <= 1 && tail_peers_len(&run->opt.peers) == 0;
    if (!alone && fd_is_terminal(FDH_STDIN))
        cli_warn(cli, 0, "warning: following standard input indefinitely is ineffective");
    return true;
}

/* Standard input that is a pipe ends for good: there is nothing to follow in it. */
static void leave_out_pipes(struct tail_run *run)
{
    struct stat st = {};
    bool any = false;
    for (size_t i = 0; i < tail_files_len(&run->files); i++) {
        struct tail_file f = tail_files_at(&run->files, i);
        if (f.state == TAIL_OPEN && fd_same(f.fd, FDH_STDIN) && fd_stat(f.fd, &st) == 0
            && S_ISFIFO(st.st_mode)) {
            f.given_up = true;
            f.state = TAIL_MISSING;
            tail_files_set(&run->files, i, f);
        } else {
            any = true;
        }
    }
    if (!any)
        run->opt.follow = TAIL_FOLLOW_NOT;
}

/* Whether no file can have anything that is asked for; then none is opened. */
static bool prints_nothing(struct tail_options const *opt)
{
    return opt->from_start ? opt->count >= INT64_MAX : opt->count == 0;
}

int prog_main(struct cli *cli)
{
    struct tail_run run = {.opt = {
        .count = 10, .line_end = '\n', .max_unchanged = 5, .interval = 1000000000,
    }};
    if (!parse_options(cli, &run.opt) || !check_stdin(cli, &run))
        return cli_usage_exit(cli);
    if (run.opt.follow == TAIL_FOLLOW_NOT && prints_nothing(&run.opt))
        return cli_finish(cli);
    run.banners = run.opt.banner == TAIL_BANNER_ALWAYS
                  || (run.opt.banner == TAIL_BANNER_IF_MANY && cli_operand_count(cli) > 1);
    zstr name = Z("-");
    if (cli_operand_count(cli) == 0)
        tail_begin_file(cli, &run, name);
    while (writer_ok(cli_out(cli)) && cli_next_operand(cli, &name))
        tail_begin_file(cli, &run, name);
    if (run.opt.follow != TAIL_FOLLOW_NOT) {
        leave_out_pipes(&run);
        cli->read_stdin = false;                /* it stays open */
    }
    if (run.opt.follow != TAIL_FOLLOW_NOT && writer_ok(cli_out(cli)))
        tail_follow(cli, &run);
    return cli_finish(cli);
}
