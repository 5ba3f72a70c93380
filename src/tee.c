/* tee - copy standard input to standard output and to files. */

#include "cli/cli.h"
#include "sys/process.h"

enum { KEY_ERRORS = CLI_KEY };

enum on_error {
    ON_ERROR_DEFAULT,           /* a broken pipe ends the program, other errors are told */
    ON_ERROR_WARN, ON_ERROR_WARN_NOPIPE, ON_ERROR_EXIT, ON_ERROR_EXIT_NOPIPE,
};

struct tee_options {
    bool append, ignore_interrupts;
    int on_error;               /* enum on_error */
};

/* Where the input goes; a closed one takes no more. */
struct sink {
    fdh fd;
    zstr name;
    bool pipe;                  /* its readers may go away */
};
VEC_DEFINE(sinks, sink_view, struct sink);

static const struct cli_option option_rows[] = {
    {'a', Z("append"), Z_NONE, Z("write behind what the FILEs hold already")},
    {'i', Z("ignore-interrupts"), Z_NONE, Z("go on when interrupted")},
    {'p', Z_NONE, Z_NONE, Z("the same as --output-error=warn-nopipe")},
    {KEY_ERRORS, Z("output-error"), Z("[MODE]"), Z("what to do about write errors; see below")},
};

const struct cli_program prog_program = {
    .name = Z("tee"),
    .operands = Z("[FILE]..."),
    .summary = Z("Copy standard input to standard output and to each FILE."),
    .options = CLI_ROWS(option_rows),
    .closing = Z("standard input"),
    .notes = Z("The MODEs:\n\n"
               "  warn           tell about each error, and go on with the other outputs\n"
               "  warn-nopipe    the same, but say nothing about pipes whose readers are gone\n"
               "  exit           end at the first error\n"
               "  exit-nopipe    the same, but not for pipes whose readers are gone\n\n"
               "Without MODE it is warn-nopipe.  In the nopipe modes tee ends once no output is\n"
               "left.  Without the option, a pipe whose readers are gone ends tee at once, and\n"
               "other errors are told."),
};

static const struct cli_word mode_words[] = {
    {Z("warn"), ON_ERROR_WARN}, {Z("warn-nopipe"), ON_ERROR_WARN_NOPIPE},
    {Z("exit"), ON_ERROR_EXIT}, {Z("exit-nopipe"), ON_ERROR_EXIT_NOPIPE},
};

static bool parse_options(struct cli *cli, struct tee_options *opt)
{
    for (struct cli_match m = {}; cli_next_option(cli, &m);) {
        switch (m.key) {
        case 'a': opt->append = true; break;
        case 'i': opt->ignore_interrupts = true; break;
        default:
            opt->on_error = ON_ERROR_WARN_NOPIPE;
            if (!zstr_is_none(m.value) && !cli_choose(cli, &m, CLI_WORDS(mode_words), &opt->on_error))
                return false;
            break;
        }
    }
    return cli_options_ok(cli);
}

static bool nopipe(struct tee_options const *opt)
{
    return opt->on_error == ON_ERROR_WARN_NOPIPE || opt->on_error == ON_ERROR_EXIT_NOPIPE;
}

static bool ends_at_errors(struct tee_options const *opt)
{
    return opt->on_error == ON_ERROR_EXIT || opt->on_error == ON_ERROR_EXIT_NOPIPE;
}

static void add_sink(sinks *all, fdh fd, zstr name)
{
    struct stat st = {};
    bool known = fd_stat(fd, &st) == 0;
    sinks_push(all, (struct sink){
        .fd = fd, .name = name, .pipe = known && (S_ISFIFO(st.st_mode) || S_ISSOCK(st.st_mode)),
    });
}

/* False: the program is to end. */
static bool open_sinks(struct cli *cli, sinks *all, struct tee_options const *opt)
{
    int flags = O_WRONLY | O_CREAT | (opt->append ? O_APPEND : O_TRUNC);
    add_sink(all, FDH_STDOUT, Z("standard output"));
    for (zstr name = {}; cli_next_operand(cli, &name);) {
        fdh fd = FDH_NONE;
        oserr err = fd_open(&fd, FDH_CWD, name, flags, 0666);
        if (err == 0) {
            add_sink(all, fd, name);
            continue;
        }
        cli_error(cli, err, "%s", fmt_namec(name));
        if (ends_at_errors(opt))
            return false;
    }
    return true;
}

static size_t count_open(sinks const *all)
{
    size_t n = 0;
    for (size_t i = 0; i < sinks_len(all); i++)
        n += !fd_is_none(sinks_at(all, i).fd);
    return n;
}

static void complain(struct cli *cli, sinks const *all, size_t i, oserr err)
{
    zstr name = sinks_at(all, i).name;
    if (i == 0)
        cli_error(cli, err, "%s", fmt_name(name));
    else
        cli_error(cli, err, "%s", fmt_namec(name));
}

/* Drop sink I after ERR; false: the program is to end. */
static bool drop_sink(struct cli *cli, sinks *all, size_t i, oserr err, struct tee_options const *opt)
{
    bool silent = err == EPIPE && opt->on_error != ON_ERROR_WARN && opt->on_error != ON_ERROR_EXIT;
    /* Standard output stays open, nobody else may get its number; the start code does not touch it. */
    if (i > 0)
        fd_close(&AT(sinks, all, i).fd);
    AT(sinks, all, i).fd = FDH_NONE;
    if (silent)
        return opt->on_error != ON_ERROR_DEFAULT || count_open(all) > 0;
    complain(cli, all, i, err);
    return !ends_at_errors(opt);
}

/* Write PART to all sinks; false: the program is to end. */
static bool put_part(struct cli *cli, sinks *all, span part, struct tee_options const *opt)
{
    for (size_t i = 0; i < sinks_len(all); i++) {
        fdh fd = sinks_at(all, i).fd;
        oserr err = fd_is_none(fd) ? 0 : fd_write_all(fd, part);
        if (err && !drop_sink(cli, all, i, err, opt))
            return false;
    }
    return true;
}

/* In the nopipe modes: wait for input, and drop pipes that break meanwhile. */
static bool wait_for_input(struct cli *cli, sinks *all, struct tee_options const *opt)
{
    for (size_t i = 0; nopipe(opt) && i < sinks_len(all); i++) {
        struct sink s = sinks_at(all, i);
        if (fd_is_none(s.fd))
            continue;
        /* As long as one output is no pipe there is somebody to read for. */
        if (!s.pipe || fd_wait_for_input(FDH_STDIN, s.fd))
            return true;
        if (!drop_sink(cli, all, i, EPIPE, opt))
            return false;
    }
    return count_open(all) > 0;
}

static void copy_input(struct cli *cli, sinks *all, struct tee_options const *opt)
{
    reader in = {};
    span part = {};
    oserr err = 0;
    cli->read_stdin = true;
    reader_open(&in, FDH_STDIN);
    fd_will_read_in_order(FDH_STDIN);
    while (wait_for_input(cli, all, opt) && (err = reader_chunk(&in, &part)) == 0 && !span_empty(part))
        if (!put_part(cli, all, part, opt))
            break;
    if (err)
        cli_error(cli, err, "read error");
}

int prog_main(struct cli *cli)
{
    struct tee_options opt = {};
    sinks all = {};
    if (!parse_options(cli, &opt))
        return cli_usage_exit(cli);
    if (opt.ignore_interrupts)
        process_ignore_interrupt();
    if (opt.on_error != ON_ERROR_DEFAULT)
        process_ignore_broken_pipe();
    if (open_sinks(cli, &all, &opt))
        copy_input(cli, &all, &opt);
    for (size_t i = 1; i < sinks_len(&all); i++) {
        oserr err = fd_close(&AT(sinks, &all, i).fd);
        if (err)
            complain(cli, &all, i, err);
    }
    return cli_finish(cli);
}
