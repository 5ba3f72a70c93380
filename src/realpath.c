/* realpath - print the absolute names of files, or names relative to a directory. */

#include "cli/cli.h"
#include "quote/terminal.h"
#include "realpath/realpath.h"
#include "sys/fsop.h"

enum { KEY_TO = CLI_KEY, KEY_BASE };

struct realpath_options {
    struct realpath_how how;
    bool logical;               /* ".." goes by the letter, before links are followed */
    bool quiet, zero;
    zstr to_name, base_name;
    buf to;                     /* answers are relative to it; empty: absolute */
    buf base;                   /* ... if they are below it; empty: all */
};

static const struct cli_option option_rows[] = {
    {'E', Z("canonicalize"), Z_NONE, Z("all but the last component must exist (the default)")},
    {'e', Z("canonicalize-existing"), Z_NONE, Z("everything must exist")},
    {'m', Z("canonicalize-missing"), Z_NONE, Z("nothing needs to exist, or to be a directory")},
    {'L', Z("logical"), Z_NONE, Z("take '..' by the letter, then follow links")},
    {'P', Z("physical"), Z_NONE, Z("follow links as they come (the default)")},
    {'q', Z("quiet"), Z_NONE, Z("say nothing about most errors")},
    {KEY_TO, Z("relative-to"), Z("DIR"), Z("print names relative to DIR")},
    {KEY_BASE, Z("relative-base"), Z("DIR"), Z("print names below DIR relative to it, others absolute")},
    {'s', Z("strip"), Z_NONE, Z("do not follow links")},
    {'s', Z("no-symlinks"), Z_NONE, Z("the same as --strip")},
    {'z', Z("zero"), Z_NONE, Z("end each answer with NUL, not newline")},
};

const struct cli_program prog_program = {
    .name = Z("realpath"),
    .operands = Z("FILE..."),
    .summary = Z("Print the absolute name of each FILE, without symbolic links, '.' and '..'."),
    .options = CLI_ROWS(option_rows),
    .order = Z("canonicalize canonicalize-existing canonicalize-missing relative-to relative-base quiet "
               "strip no-symlinks zero"),
};

static bool parse_options(struct cli *cli, struct realpath_options *opt)
{
    for (struct cli_match m = {}; cli_next_option(cli, &m);) {
        switch (m.key) {
        case 'E': opt->how.need = REALPATH_ALL_BUT_LAST; break;
        case 'e': opt->how.need = REALPATH_ALL; break;
        case 'm': opt->how.need = REALPATH_NOTHING; break;
        case 'L': opt->how.keep_links = true; opt->logical = true; break;
        case 's': opt->how.keep_links = true; opt->logical = false; break;
        case 'P': opt->how.keep_links = false; opt->logical = false; break;
        case 'q': opt->quiet = true; break;
        case 'z': opt->zero = true; break;
        case KEY_TO: opt->to_name = m.value; break;
        default: opt->base_name = m.value; break;
        }
    }
    return cli_options_ok(cli);
}

static oserr find_answer(zstr name, struct realpath_options const *opt, buf *answer)
{
    oserr err = realpath_find(name, opt->how, answer);
    if (err || !opt->logical)
        return err;
    arena names = {};
    zstr literal = Z_NONE;
    zstr_from(&names, buf_span(answer), &literal);
    return realpath_find(literal, (struct realpath_how){.need = opt->how.need}, answer);
}

/* The answer for the DIR of an option, which must be a directory when it has to exist. */
static bool find_directory(struct cli *cli, zstr name, struct realpath_options const *opt, buf *answer)
{
    struct stat st = {};
    oserr err = find_answer(name, opt, answer);
    if (err == 0 && opt->how.need == REALPATH_ALL) {
        err = fs_stat(FDH_CWD, name, &st);
        if (err == 0 && !S_ISDIR(st.st_mode))
            err = ENOTDIR;
    }
    return err ? cli_bad(cli, err, "%s", fmt_namec(name)) : true;
}

static bool find_bases(struct cli *cli, struct realpath_options *opt)
{
    bool has_to = !zstr_is_none(opt->to_name), has_base = !zstr_is_none(opt->base_name);
    if (has_to && !find_directory(cli, opt->to_name, opt, &opt->to))
        return false;
    if (!has_base)
        return true;
    if (!find_directory(cli, opt->base_name, opt, &opt->base))
        return false;
    if (!has_to)
        buf_append(&opt->to, buf_span(&opt->base));
    else if (!realpath_below(buf_span(&opt->to), buf_span(&opt->base)))
        buf_clear(&opt->to);    /* no name is relative then */
    return true;
}

static void put_answer(struct cli *cli, struct realpath_options const *opt, span answer,
                       struct quote_terminal const *style)
{
    buf relative = {};
    span to = buf_span(&opt->to), base = buf_span(&opt->base);
    if (!span_empty(to) && (span_empty(base) || realpath_below(answer, base))) {
        realpath_relative(answer, to, &relative);
        answer = buf_span(&relative);
    }
    quote_put_terminal(cli_out(cli), answer, style);
    writer_byte(cli_out(cli), opt->zero ? 0 : '\n');
    buf_recycle(&relative);
}

int prog_main(struct cli *cli)
{
    struct realpath_options opt = {};
    if (!parse_options(cli, &opt))
        return cli_usage_exit(cli);
    if (cli_operand_count(cli) == 0) {
        cli_missing_operand(cli, Z_NONE);
        return cli_usage_exit(cli);
    }
    if (!find_bases(cli, &opt))
        return cli_usage_exit(cli);
    buf answer = {};
    struct quote_terminal style = quote_for_terminal(&cli->diag, opt.zero);
    for (zstr name = {}; writer_ok(cli_out(cli)) && cli_next_operand(cli, &name);) {
        oserr err = find_answer(name, &opt, &answer);
        if (err == 0)
            put_answer(cli, &opt, buf_span(&answer), &style);
        else if (!opt.quiet)
            cli_error(cli, err, "%s", fmt_namec(name));
        else
            cli->diag.status = 1;
    }
    return cli_finish(cli);
}
