/* follow.c - following files by looking at them again and again, where the system cannot tell of changes. */

#include "sys/process.h"
#include "tail/tail.h"

/* The one file whose data can be waited for; false: there are others, or it has no data to wait for. */
static bool waits_for_input(struct tail_run const *run, struct tail_file *f)
{
    if (tail_files_len(&run->files) != 1 || run->opt.follow == TAIL_FOLLOW_NAME
        || tail_peers_len(&run->opt.peers) > 0)
        return false;
    *f = tail_files_at(&run->files, 0);
    return f->state == TAIL_OPEN && !f->regular;
}

/* Look at the I-th file once; true when there was something new. */
static bool look(struct cli *cli, struct tail_run *run, size_t i)
{
    struct tail_file f = tail_files_at(&run->files, i);
    if (f.given_up)
        return false;
    if (f.state != TAIL_OPEN) {
        if (run->opt.follow == TAIL_FOLLOW_NAME || run->opt.retry)
            tail_check_name(cli, run, i);
        return tail_files_at(&run->files, i).state == TAIL_OPEN;
    }
    if (tail_check_data(cli, run, i)) {
        f = tail_files_at(&run->files, i);
        f.unchanged = 0;
        tail_files_set(&run->files, i, f);
        return true;
    }
    f = tail_files_at(&run->files, i);
    if (run->opt.follow != TAIL_FOLLOW_NAME || f.state != TAIL_OPEN)
        return false;
    if (f.unchanged < run->opt.max_unchanged) {
        f.unchanged++;
        tail_files_set(&run->files, i, f);
        return false;
    }
    f.unchanged = 0;
    tail_files_set(&run->files, i, f);
    tail_check_name(cli, run, i);
    return false;
}

static bool look_at_all(struct cli *cli, struct tail_run *run)
{
    bool any = false;
    for (size_t i = 0; i < tail_files_len(&run->files); i++)
        any |= look(cli, run, i);
    return any;
}

/* Wait until there may be something new. */
static enum wait_result pause_a_while(struct tail_run const *run)
{
    struct tail_file f = {};
    /* What has input now, although all was read, has ended: one cannot wait for more of it. */
    if (!waits_for_input(run, &f) || wait_for(f.fd, FDH_NONE, 0) == WAIT_INPUT)
        return wait_for(FDH_NONE, run->output, run->opt.interval);
    return wait_for(f.fd, run->output, -1);
}

static enum tail_end follow_by_polling(struct cli *cli, struct tail_run *run)
{
    bool alive = true;
    while (writer_ok(cli_out(cli))) {
        bool any = look_at_all(cli, run);
        if (!tail_any_left(run))
            return TAIL_NO_FILES;
        if (any && wait_for(FDH_NONE, run->output, 0) == WAIT_NO_READER)
            return TAIL_NO_READER;
        if (any)
            continue;
        if (!alive)
            return TAIL_END;    /* what was written before the end has been read */
        alive = tail_any_peer(run);
        if (alive && pause_a_while(run) == WAIT_NO_READER)
            return TAIL_NO_READER;
    }
    return TAIL_END;
}

void tail_follow(struct cli *cli, struct tail_run *run)
{
    struct tail_file f = {};
    struct stat st = {};
    enum tail_end end = TAIL_NO_FILES;
    oserr err = fd_stat(FDH_STDOUT, &st);
    if (err) {
        cli_error(cli, err, "standard output");
        return;
    }
    if (S_ISFIFO(st.st_mode) || S_ISSOCK(st.st_mode))
        run->output = FDH_STDOUT;
    writer_flush(cli_out(cli));
    if (!tail_any_left(run)) {
        cli_error(cli, 0, "no files remaining");
        return;
    }
    if (tail_notify_begin(cli, run)) {
        if (run->opt.debug)
            cli_warn(cli, 0, "using notification mode");
        end = tail_notify(cli, run);
        run->notices = false;
        watch_close(&run->watch);
    } else {
        if (run->opt.debug && waits_for_input(run, &f))
            cli_warn(cli, 0, "using blocking mode");
        else if (run->opt.debug)
            cli_warn(cli, 0, "using polling mode");
        end = TAIL_NO_NOTICES;
    }
    if (end == TAIL_NO_NOTICES)
        end = follow_by_polling(cli, run);
    if (end == TAIL_NO_FILES)
        cli_error(cli, 0, "no files remaining");
    if (end == TAIL_NO_READER) {
        process_break_pipe();
        cli->diag.status = cli->diag.failure;   /* without a word, where that signal is ignored */
    }
}
