/* main.c - ptx: a permuted index, all keywords of a text in their contexts. */

#include "ptx/ptx.h"

enum { KEY_FORMAT = CLI_KEY };

static const struct cli_option option_rows[] = {
    {'A', Z("auto-reference"), Z_NONE, Z("refer to keywords by file name and line number")},
    {'G', Z("traditional"), Z_NONE, Z("be like the ptx of System V")},
    {'F', Z("flag-truncation"), Z("STRING"), Z("print STRING where a line was cut (/)")},
    {'M', Z("macro-name"), Z("STRING"), Z("the macro of -O and -T is STRING (xx)")},
    {'O', Z_NONE, Z_NONE, Z("print lines for roff: the same as --format=roff")},
    {'T', Z_NONE, Z_NONE, Z("print lines for TeX: the same as --format=tex")},
    {KEY_FORMAT, Z("format"), Z("FORMAT"), Z("print lines for FORMAT, which is roff or tex")},
    {'R', Z("right-side-refs"), Z_NONE, Z("references come last, and are not counted by -w")},
    {'S', Z("sentence-regexp"), Z("REGEXP"), Z("where REGEXP matches a sentence or line ends")},
    {'W', Z("word-regexp"), Z("REGEXP"), Z("what REGEXP matches is a keyword")},
    {'b', Z("break-file"), Z("FILE"), Z("characters in FILE part words, no others do")},
    {'f', Z("ignore-case"), Z_NONE, Z("small letters sort and count as capital ones")},
    {'g', Z("gap-size"), Z("NUMBER"), Z("columns between the fields of a line (3)")},
    {'i', Z("ignore-file"), Z("FILE"), Z("words in FILE, one a line, are no keywords")},
    {'o', Z("only-file"), Z("FILE"), Z("only words in FILE, one a line, are keywords")},
    {'r', Z("references"), Z_NONE, Z("the first word of each line refers to it")},
    {'t', Z("typeset-mode"), Z_NONE, Z("lines have 100 columns unless -w is given")},
    {'w', Z("width"), Z("NUMBER"), Z("columns of a line (72)")},
};

const struct cli_program prog_program = {
    .name = Z("ptx"),
    .operands = Z("[INPUT]...\n-G [OPTION]... [INPUT [OUTPUT]]"),
    .summary = Z("Print each keyword of the INPUT files in its context, sorted by keywords.\n"
                 "Standard input is read where INPUT is -, and when there is none."),
    .options = CLI_ROWS(option_rows),
    .order = Z("auto-reference break-file flag-truncation ignore-case gap-size ignore-file macro-name "
               "only-file references right-side-refs format sentence-regexp traditional typeset-mode "
               "width"),
    .notes = Z("A keyword is a run of letters, with -G of anything but blanks.  Contexts are sentences,\n"
               "with -G or -r lines.  The keyword begins the right half of a line.\n\n"
               "REGEXP is an expression as in Emacs, in which C's escape sequences may be used, as in\n"
               "STRING of -F."),
};

static void set_descriptor(writer *out, fdh fd)
{
    out->fd = fd;
}

/* Let standard output be the file NAME. */
static bool redirect(struct cli *cli, zstr name)
{
    fdh fd = FDH_STDOUT;
    oserr err = fd_open(&fd, FDH_CWD, name, O_WRONLY | O_CREAT | O_TRUNC, 0666);
    if (err)
        cli_error(cli, err, "%s", fmt_namec(name));
    else
        set_descriptor(cli_out(cli), fd);
    return err == 0;
}

int prog_main(struct cli *cli)
{
    struct ptx_run r = {};
    if (!ptx_parse_options(cli, &r.opt))
        return cli_usage_exit(cli);
    if (!ptx_compile(cli, &r.opt) || !ptx_read_inputs(cli, &r))
        return cli_finish(cli);
    ptx_make_list(&r, &r.ignore);
    ptx_make_list(&r, &r.only);
    ptx_find_all(cli, &r);
    if (r.failed || (!zstr_is_none(r.opt.output) && !redirect(cli, r.opt.output)))
        return cli_finish(cli);
    span keys = r.opt.fold ? buf_span(&r.sort_keys) : buf_span(&r.text);
    ptx_sort(&r.occurrences, keys, &r.order);
    ptx_put_all(&r, cli_out(cli));
    return cli_finish(cli);
}
