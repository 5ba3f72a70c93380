/* readlink - print where symbolic links point, or where names lead. */

#include "cli/cli.h"
#include "quote/terminal.h"
#include "realpath/realpath.h"
#include "sys/env.h"
#include "sys/fsop.h"

struct readlink_options {
    bool canonical;
    enum realpath_need need;    /* when canonical */
    bool no_newline, verbose, zero;
};

static const struct cli_option option_rows[] = {
    {'f', Z("canonicalize"), Z_NONE,
     Z("print where the name leads, all links followed;\nall but the last component must exist")},
    {'e', Z("canonicalize-existing"), Z_NONE, Z("the same, and everything must exist")},
    {'m', Z("canonicalize-missing"), Z_NONE, Z("the same, and nothing needs to exist")},
    {'n', Z("no-newline"), Z_NONE, Z("print no newline (or NUL) at the end of a lone answer")},
    {'q', Z("quiet"), Z_NONE,
     Z("say nothing about most errors\n(the default, unless POSIXLY_CORRECT is set)")},
    {'s', Z("silent"), Z_NONE, Z("the same as --quiet")},
    {'v', Z("verbose"), Z_NONE, Z("say what went wrong (the default if POSIXLY_CORRECT is set)")},
    {'z', Z("zero"), Z_NONE, Z("end each answer with NUL, not newline")},
};

const struct cli_program prog_program = {
    .name = Z("readlink"),
    .operands = Z("FILE..."),
    .summary = Z("Print what each symbolic link FILE points to, or the place where FILE leads."),
    .options = CLI_ROWS(option_rows),
};

static bool parse_options(struct cli *cli, struct readlink_options *opt)
{
    for (struct cli_match m = {}; cli_next_option(cli, &m);) {
        opt->canonical |= m.key == 'f' || m.key == 'e' || m.key == 'm';
        switch (m.key) {
        case 'f': opt->need = REALPATH_ALL_BUT_LAST; break;
        case 'e': opt->need = REALPATH_ALL; break;
        case 'm': opt->need = REALPATH_NOTHING; break;
        case 'n': opt->no_newline = true; break;
        case 'v': opt->verbose = true; break;
        case 'z': opt->zero = true; break;
        default: opt->verbose = false; break;
        }
    }
    return cli_options_ok(cli);
}

static oserr find_answer(zstr name, struct readlink_options const *opt, buf *answer)
{
    if (opt->canonical)
        return realpath_find(name, (struct realpath_how){.need = opt->need}, answer);
    arena texts = {};
    zstr target = Z_NONE;
    oserr err = fs_readlink(&texts, FDH_CWD, name, &target);
    buf_clear(answer);
    buf_append(answer, zstr_span(target));
    return err;
}

int prog_main(struct cli *cli)
{
    struct readlink_options opt = {.verbose = env_has(Z("POSIXLY_CORRECT"))};
    if (!parse_options(cli, &opt))
        return cli_usage_exit(cli);
    if (cli_operand_count(cli) == 0) {
        cli_missing_operand(cli, Z_NONE);
        return cli_usage_exit(cli);
    }
    if (opt.no_newline && cli_operand_count(cli) > 1) {
        cli_warn(cli, 0, "ignoring --no-newline with multiple arguments");
        opt.no_newline = false;
    }
    buf answer = {};
    struct quote_terminal style = quote_for_terminal(&cli->diag, opt.zero);
    for (zstr name = {}; writer_ok(cli_out(cli)) && cli_next_operand(cli, &name);) {
        oserr err = find_answer(name, &opt, &answer);
        if (err == 0) {
            quote_put_terminal(cli_out(cli), buf_span(&answer), &style);
            if (!opt.no_newline)
                writer_byte(cli_out(cli), opt.zero ? 0 : '\n');
        } else if (opt.verbose) {
            cli_error(cli, err, "%s", fmt_namec(name));
        } else {
            cli->diag.status = 1;
        }
    }
    return cli_finish(cli);
}
