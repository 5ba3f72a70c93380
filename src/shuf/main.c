/* shuf - lines, operands or numbers in random order.

   What is shuffled are places in the text, in as few bytes each as will do; the lines stay where they are. */

#include "shuf/shuf.h"

static const struct cli_option option_rows[] = {
    {'e', Z("echo"), Z_NONE, Z("shuffle the operands instead of the lines of a file")},
    {'i', Z("input-range"), Z("LO-HI"), Z("shuffle the numbers from LO to HI")},
    {'n', Z("head-count"), Z("COUNT"), Z("print no more than COUNT lines")},
    {'o', Z("output"), Z("FILE"), Z("write to FILE, which may be the input")},
    {SHUF_KEY_SOURCE, Z("random-source"), Z("FILE"),
     Z("let the bytes of FILE decide; the same ones give the same order")},
    {'r', Z("repeat"), Z_NONE, Z("lines may come again; without -n there is no end")},
    {'z', Z("zero-terminated"), Z_NONE, Z("lines end in NUL, not newline")},
};

const struct cli_program prog_program = {
    .name = Z("shuf"),
    .operands = Z("[FILE]\n-e [OPTION]... [ARG]...\n-i LO-HI [OPTION]..."),
    .summary = Z("Print the lines of FILE in random order; any order is as likely as any other.\n"
                 "Standard input is read where FILE is -, and when there is no FILE."),
    .options = CLI_ROWS(option_rows),
};

/* What GNU's shuf keeps whole when only some lines of it are asked for. */
enum { SMALL_INPUT = 8 * 1024 * 1024 };

static bool is_large(reader const *in)
{
    struct stat info = {};
    int64_t at = 0;
    if (fd_stat(in->fd, &info) != 0 || !S_ISREG(info.st_mode))
        return true;
    fd_seek(in->fd, 0, SEEK_CUR, &at);
    return info.st_size - at > SMALL_INPUT;
}

static bool shuffle_input(struct cli *cli, struct shuf_run *run)
{
    struct cli_input in = {};
    oserr err = cli_open_input(cli, run->opt.input, &in);
    if (err) {
        cli_error(cli, err, "%s", fmt_namec(run->opt.input));
        return false;
    }
    bool choose = !run->opt.repeat && run->opt.count < UINT64_MAX && is_large(&in.reader);
    bool good = choose ? shuf_reservoir(cli, run, &in.reader) : shuf_lines(cli, run, &in.reader);
    cli_close_input(cli, &in, 0);
    return good;
}

int prog_main(struct cli *cli)
{
    struct shuf_run run = {};
    if (!shuf_parse_options(cli, &run.opt))
        return cli_usage_exit(cli);
    bool good = run.opt.count == 0 ? shuf_open_output(cli, &run)
                : run.opt.range ? shuf_range(cli, &run)
                : run.opt.echo ? shuf_operands(cli, &run) : shuffle_input(cli, &run);
    if (good)
        shuf_close_output(cli, &run);
    return cli_finish(cli);
}
