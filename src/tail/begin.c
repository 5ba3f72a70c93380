/* begin.c - what each file of tail's command line begins with: its part is printed, and it is remembered. */

#include "tail/tail.h"

/* Follow FD, which was printed already and is closed when it is not. */
static void remember(struct cli *cli, struct tail_run *run, struct tail_file *f, fdh fd)
{
    f->watch = f->directory = -1;
    if (fd_is_none(fd)) {
        f->state = TAIL_MISSING;
        f->given_up = !run->opt.retry || span_eq(zstr_span(f->name), S("-"));
    } else if (!tail_take_file(f, fd)) {
        f->state = TAIL_UNTAILABLE;
        f->err = EISDIR;
        f->given_up = tail_gives_up(run);
        if (!run->opt.retry)
            cli_error(cli, 0, "%s: cannot follow end of this type of file; giving up on this name",
                      fmt_namec(tail_shown(f->name)));
        else
            cli_error(cli, 0, "%s: cannot follow end of this type of file", fmt_namec(tail_shown(f->name)));
        fd_close(&fd);
    }
    tail_files_push(&run->files, *f);
}

/* Print the part of FD that is wanted first; false after a message, when it cannot be followed. */
static bool print_part(struct cli *cli, struct tail_run *run, struct tail_file *f, fdh fd)
{
    struct stat st = {};
    oserr err = fd_stat(fd, &st);
    tail_put_banner(cli, run, f->name);
    if (err) {
        cli_error(cli, err, "cannot fstat %s", fmt_name(tail_shown(f->name)));
        return false;
    }
    err = tail_print_part(cli, run, fd, &f->at);
    if (err)
        cli_error(cli, err, "error reading %s", fmt_name(tail_shown(f->name)));
    return true;
}

void tail_begin_file(struct cli *cli, struct tail_run *run, zstr name)
{
    struct tail_file f = {.name = name};
    fdh fd = FDH_STDIN;
    bool is_stdin = span_eq(zstr_span(name), S("-"));
    if (is_stdin) {
        cli->read_stdin = true;
    } else {
        /* Nobody may ever open a FIFO for writing once the process that is waited for is gone. */
        int flags = tail_peers_len(&run->opt.peers) > 0 ? O_RDONLY | O_NONBLOCK : O_RDONLY;
        f.err = fd_open(&fd, FDH_CWD, name, flags, 0);
        if (f.err) {
            fd = FDH_NONE;
            cli_error(cli, f.err, "cannot open %s for reading", fmt_name(name));
        }
    }
    if (!fd_is_none(fd) && !print_part(cli, run, &f, fd)) {
        f.err = EBADF;
        fd = FDH_NONE;
    }
    run->last = tail_files_len(&run->files);
    if (run->opt.follow != TAIL_FOLLOW_NOT)
        remember(cli, run, &f, fd);
    else if (!is_stdin)
        fd_close(&fd);
}
