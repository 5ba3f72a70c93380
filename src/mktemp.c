/* mktemp - make a file or directory with a name that nobody can guess. */

#include "cli/cli.h"
#include "safe/checked.h"
#include "sys/entropy.h"
#include "sys/env.h"
#include "sys/fsop.h"

enum {
    KEY_SUFFIX = CLI_KEY,
    KEY_TMPDIR,
    LEAST_RANDOM = 3,
    ATTEMPTS = 62 * 62 * 62,
};

struct mktemp_options {
    bool directory, dry, quiet;
    bool in_tmpdir;             /* -p or -t, or no template */
    bool old_way;               /* -t */
    zstr tmpdir, suffix;        /* as given, or none */
    zstr template;
};

/* A name to be made: `random` bytes from `at` on change. */
struct pattern {
    zstr dir;                   /* in front of it, or none */
    buf text;
    size_t at, random;
};

static const struct cli_option option_rows[] = {
    {'d', Z("directory"), Z_NONE, Z("make a directory")},
    {'u', Z("dry-run"), Z_NONE, Z("make nothing, print a name that is free now (unsafe)")},
    {'q', Z("quiet"), Z_NONE, Z("say nothing when it cannot be made")},
    {KEY_SUFFIX, Z("suffix"), Z("SUFF"),
     Z("put SUFF, which has no slash, behind TEMPLATE; what follows\n"
       "the last X of TEMPLATE is taken so by itself")},
    {'p', Z_NONE, Z("DIR"), Z("the same as --tmpdir=DIR")},
    {KEY_TMPDIR, Z("tmpdir"), Z("[DIR]"),
     Z("TEMPLATE is relative to DIR; without DIR, to $TMPDIR, or\nelse /tmp")},
    {'t', Z_NONE, Z_NONE,
     Z("TEMPLATE has no slash, and counts from $TMPDIR, or else the\n"
       "DIR of -p, or else /tmp (obsolete)")},
    {'V', Z_NONE, Z_NONE, Z_NONE},
};

const struct cli_program prog_program = {
    .name = Z("mktemp"),
    .operands = Z("[TEMPLATE]"),
    .summary = Z("Make a file that is only yours, under a name that nobody can guess, and print\n"
                 "the name.  The last run of X, three at least, in the last component of TEMPLATE\n"
                 "is replaced.  Without TEMPLATE it is tmp.XXXXXXXXXX, with --tmpdir."),
    .options = CLI_ROWS(option_rows),
    .order = Z("directory quiet"),
};

static bool parse_options(struct cli *cli, struct mktemp_options *opt)
{
    for (struct cli_match m = {}; cli_next_option(cli, &m);) {
        switch (m.key) {
        case 'd': opt->directory = true; break;
        case 'u': opt->dry = true; break;
        case 'q': opt->quiet = true; break;
        case KEY_SUFFIX: opt->suffix = m.value; break;
        case 'p':
        case KEY_TMPDIR: opt->in_tmpdir = true; opt->tmpdir = m.value; break;
        case 'V': cli_answer_version(cli); return false;
        default: opt->in_tmpdir = true; opt->old_way = true; break;
        }
    }
    if (!cli_options_ok(cli))
        return false;
    if (cli_operand_count(cli) > 1)
        return cli_usage(cli, "too many templates");
    opt->in_tmpdir |= cli_operand_count(cli) == 0;
    opt->template = cli_operand_count(cli) == 0 ? Z("tmp.XXXXXXXXXX") : cli_operand(cli, 0);
    return true;
}

/* The parts of the template: text, X, suffix. */
static bool split_template(struct cli *cli, struct mktemp_options const *opt, struct pattern *p)
{
    span template = zstr_span(opt->template), suffix = zstr_span(opt->suffix);
    size_t end = span_rfind(template, 'X');
    end = end < span_len(template) ? end + 1 : 0;
    if (!zstr_is_none(opt->suffix) && span_last(template) != 'X')
        return cli_bad(cli, 0, "with --suffix, template %s must end in X", fmt_q(template));
    buf_append(&p->text, template);
    buf_append(&p->text, suffix);
    if (zstr_is_none(opt->suffix))
        suffix = span_drop(template, end);
    if (end > 0 && span_has(suffix, '/'))
        return cli_bad(cli, 0, "invalid suffix %s, contains directory separator", fmt_q(suffix));
    for (p->at = end; p->at > 0 && span_at(template, p->at - 1) == 'X';)
        p->at--;
    p->random = end - p->at;
    if (p->random < LEAST_RANDOM)
        return cli_bad(cli, 0, "too few X's in template %s", fmt_q(template));
    return true;
}

/* Put the directory in front. */
static bool choose_directory(struct cli *cli, struct mktemp_options const *opt, struct pattern *p)
{
    zstr given = opt->tmpdir, here = env_get(Z("TMPDIR"));
    span text = buf_span(&p->text);
    if (!opt->in_tmpdir)
        return true;
    bool environment_first = opt->old_way || zstr_len(given) == 0;
    if (opt->old_way && span_has(text, '/'))
        return cli_bad(cli, 0, "invalid template, %s, contains directory separator", fmt_q(text));
    if (span_peek(text, 0) == '/')
        return cli_bad(cli, 0, "invalid template, %s; with --tmpdir, it may not be absolute", fmt_q(text));
    if (environment_first && zstr_len(here) > 0)
        given = here;
    p->dir = zstr_len(given) > 0 ? given : Z("/tmp");
    return true;
}

/* Letters and digits, each as likely as the others. */
static oserr fill_random(mspan room)
{
    span letters = S("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");
    buf bytes = {};
    oserr err = 0;
    while (err == 0 && mspan_len(room) > 0) {
        mspan some = mspan_first(buf_tail(&bytes, 64), 64);
        err = entropy_fill(some);
        for (size_t i = 0; err == 0 && i < 64 && mspan_len(room) > 0; i++)
            if (mspan_at(some, i) < 4 * 62)
                mspan_push(&room, span_at(letters, mspan_at(some, i) % 62));
    }
    buf_recycle(&bytes);
    return err;
}

static oserr make_once(zstr name, struct mktemp_options const *opt)
{
    fdh fd = FDH_NONE;
    struct stat st = {};
    if (opt->dry) {
        oserr err = fs_lstat(FDH_CWD, name, &st);
        return err == 0 ? EEXIST : err == ENOENT ? 0 : err;
    }
    if (opt->directory)
        return fs_mkdir(FDH_CWD, name, 0700);
    oserr err = fd_open(&fd, FDH_CWD, name, O_RDWR | O_CREAT | O_EXCL, 0600);
    return err ? err : fd_close(&fd);
}

static oserr make(struct cli *cli, struct mktemp_options const *opt, struct pattern *p, zstr *name)
{
    oserr err = EEXIST;
    for (unsigned attempt = 0; err == EEXIST && attempt < ATTEMPTS; attempt++) {
        arena_mark mark = arena_save(&cli->strings);
        err = fill_random(mspan_sub(buf_mspan(&p->text), p->at, p->random));
        if (err)
            return err;
        zstr_from(&cli->strings, buf_span(&p->text), name);
        if (!zstr_is_none(p->dir))
            *name = zstr_join_path(&cli->strings, p->dir, *name);
        err = make_once(*name, opt);
        if (err)
            arena_release(&cli->strings, mark);
    }
    return err;
}

/* Print NAME; a file whose name nobody learns does not stay. */
static int print_name(struct cli *cli, struct mktemp_options const *opt, zstr name)
{
    writer_putz(cli_out(cli), name);
    writer_byte(cli_out(cli), '\n');
    int status = cli_finish(cli);
    oserr err = 0;
    if (status != 0 && !opt->dry)
        err = opt->directory ? fs_rmdir(FDH_CWD, name) : fs_unlink(FDH_CWD, name);
    return err ? 1 : status;
}

int prog_main(struct cli *cli)
{
    struct mktemp_options opt = {};
    struct pattern p = {};
    zstr name = Z_NONE, shown = Z_NONE;
    if (!parse_options(cli, &opt) || !split_template(cli, &opt, &p) || !choose_directory(cli, &opt, &p))
        return cli_usage_exit(cli);
    zstr_from(&cli->strings, buf_span(&p.text), &shown);
    if (!zstr_is_none(p.dir))
        shown = zstr_join_path(&cli->strings, p.dir, shown);
    oserr err = make(cli, &opt, &p, &name);
    if (err == 0)
        return print_name(cli, &opt, name);
    if (opt.quiet)
        cli->diag.status = 1;
    else if (opt.directory)
        cli_error(cli, err, "failed to create directory via template %s", fmt_q(zstr_span(shown)));
    else
        cli_error(cli, err, "failed to create file via template %s", fmt_q(zstr_span(shown)));
    return cli_finish(cli);
}
