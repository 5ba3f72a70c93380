/* file.c - a file that is followed: what is new in it, and whether its name leads to another one. */

#include "tail/tail.h"

bool tail_any_left(struct tail_run const *run)
{
    for (size_t i = 0; i < tail_files_len(&run->files); i++) {
        struct tail_file f = tail_files_at(&run->files, i);
        if (!f.given_up && (f.state == TAIL_OPEN || run->opt.retry))
            return true;
    }
    return false;
}

bool tail_any_peer(struct tail_run const *run)
{
    for (size_t i = 0; i < tail_peers_len(&run->opt.peers); i++)
        if (peer_lives(tail_peers_at(&run->opt.peers, i)))
            return true;
    return tail_peers_len(&run->opt.peers) == 0;
}

bool tail_gives_up(struct tail_run const *run)
{
    return run->opt.follow != TAIL_FOLLOW_NAME || !run->opt.retry;
}

/* ---- data ---- */

static void see_time(struct tail_file *f, struct stat const *st)
{
    f->seconds = st->st_mtim.tv_sec;
    f->nanoseconds = st->st_mtim.tv_nsec;
    f->mode = st->st_mode;
}

static bool is_followable(struct stat const *st)
{
    return S_ISREG(st->st_mode) || S_ISFIFO(st->st_mode) || S_ISSOCK(st->st_mode) || S_ISCHR(st->st_mode);
}

bool tail_take_file(struct tail_file *f, fdh fd)
{
    struct stat st = {};
    if (fd_stat(fd, &st) != 0 || !is_followable(&st))
        return false;
    f->fd = fd;
    f->state = TAIL_OPEN;
    f->err = 0;
    f->regular = S_ISREG(st.st_mode);
    f->sizeless = f->regular && st.st_size == 0 && f->at > 0;
    f->device = st.st_dev;
    f->inode = st.st_ino;
    f->unchanged = 0;
    see_time(f, &st);
    return true;
}

static void leave_file(struct tail_run *run, struct tail_file *f)
{
    size_t users = 0;           /* two names of one file have one watch */
    for (size_t i = 0; i < tail_files_len(&run->files); i++)
        users += tail_files_at(&run->files, i).watch == f->watch;
    if (run->notices && f->watch >= 0 && users < 2)
        watch_drop(&run->watch, f->watch);
    f->watch = -1;
    if (!fd_same(f->fd, FDH_STDIN))
        fd_close(&f->fd);
    f->fd = FDH_NONE;
}

/* Print what can be read of F without waiting. */
static oserr print_new(struct cli *cli, struct tail_run *run, size_t i, struct tail_file *f, bool *any)
{
    span part = {};
    oserr err = 0;
    while (writer_ok(cli_out(cli)) && (f->regular || wait_for(f->fd, FDH_NONE, 0) == WAIT_INPUT)) {
        err = tail_read(run, f->fd, &part);
        if (err || span_empty(part))
            break;
        if (run->last != i)
            tail_put_banner(cli, run, f->name);
        run->last = i;
        writer_put(cli_out(cli), part);
        f->at += as_i64(span_len(part));
        *any = true;
    }
    writer_flush(cli_out(cli));
    return err;
}

bool tail_check_data(struct cli *cli, struct tail_run *run, size_t i)
{
    struct tail_file f = tail_files_at(&run->files, i);
    struct stat st = {};
    oserr err = fd_stat(f.fd, &st);
    bool any = false;
    if (err == 0 && f.regular) {
        bool same = st.st_size == f.at && st.st_mode == f.mode && st.st_mtim.tv_sec == f.seconds
                    && st.st_mtim.tv_nsec == f.nanoseconds;
        if (same)
            return false;
        if (st.st_size < f.at && !f.sizeless) {
            cli_warn(cli, 0, "%s: file truncated", fmt_namec(tail_shown(f.name)));
            err = fd_seek(f.fd, 0, SEEK_SET, &f.at);
        }
        see_time(&f, &st);
    }
    if (err == 0)
        err = print_new(cli, run, i, &f, &any);
    if (err) {
        cli_error(cli, err, "error reading %s", fmt_name(tail_shown(f.name)));
        leave_file(run, &f);
        f.state = TAIL_MISSING;
        f.err = err;
    }
    tail_files_set(&run->files, i, f);
    return any;
}

/* ---- names ---- */

/* NAME leads nowhere. */
static void lose(struct cli *cli, struct tail_run *run, struct tail_file *f, oserr err)
{
    if (f->state == TAIL_OPEN)
        cli_warn(cli, err, "%s has become inaccessible", fmt_name(f->name));
    else if (f->state == TAIL_MISSING && f->err != err)
        cli_warn(cli, err, "%s", fmt_namec(f->name));
    if (f->state == TAIL_OPEN)
        leave_file(run, f);
    f->state = TAIL_MISSING;
    f->err = err;
}

/* NAME leads to what cannot be followed: ELOOP, a link, which may lead elsewhere without a notice; or else
   EISDIR, a file of a kind that has no end. */
static void refuse(struct cli *cli, struct tail_run *run, struct tail_file *f, oserr err)
{
    if (f->state == TAIL_UNTAILABLE && f->err == err)
        return;
    f->given_up = err != ELOOP && tail_gives_up(run);
    if (err == ELOOP)
        cli_warn(cli, 0, "%s has been replaced with an untailable symbolic link", fmt_name(f->name));
    else if (f->given_up)
        cli_warn(cli, 0, "%s has been replaced with an untailable file; giving up on this name",
                 fmt_name(f->name));
    else
        cli_warn(cli, 0, "%s has been replaced with an untailable file", fmt_name(f->name));
    if (f->state == TAIL_OPEN)
        leave_file(run, f);
    f->state = TAIL_UNTAILABLE;
    f->err = err;
}

/* What FD is has the name now. */
static void take(struct cli *cli, struct tail_run *run, struct tail_file *f, fdh fd)
{
    struct stat st = {};
    bool same = f->state == TAIL_OPEN && fd_stat(fd, &st) == 0 && st.st_dev == f->device
                && st.st_ino == f->inode;
    if (same) {
        fd_close(&fd);
        return;
    }
    if (f->state == TAIL_OPEN) {
        cli_warn(cli, 0, "%s has been replaced;  following new file", fmt_name(f->name));
        leave_file(run, f);
    } else if (f->err != ENOENT) {
        cli_warn(cli, 0, "%s has become accessible", fmt_name(f->name));
    } else {
        cli_warn(cli, 0, "%s has appeared;  following new file", fmt_name(f->name));
    }
    f->at = 0;
    tail_take_file(f, fd);
    f->seconds = -1;            /* so its data is looked at */
}

void tail_check_name(struct cli *cli, struct tail_run *run, size_t i)
{
    struct tail_file f = tail_files_at(&run->files, i);
    struct tail_file probe = {};
    fdh fd = FDH_NONE;
    /* Links are not told of when they lead elsewhere: names that were none must not become some. */
    int flags = O_RDONLY | O_NONBLOCK | (run->notices ? O_NOFOLLOW : 0);
    oserr err = fd_open(&fd, FDH_CWD, f.name, flags, 0);
    uint64_t inode = f.inode, device = f.device;
    bool was_open = f.state == TAIL_OPEN;
    if (err == ELOOP && run->notices) {
        refuse(cli, run, &f, err);
    } else if (err) {
        lose(cli, run, &f, err);
    } else if (!tail_take_file(&probe, fd)) {
        refuse(cli, run, &f, EISDIR);
        fd_close(&fd);
    } else {
        take(cli, run, &f, fd);
    }
    tail_files_set(&run->files, i, f);
    if (f.state == TAIL_OPEN && !(was_open && inode == f.inode && device == f.device)) {
        if (run->notices && !tail_watch_file(cli, run, i))
            run->notices = false;
        tail_check_data(cli, run, i);
    }
}
