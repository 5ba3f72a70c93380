/* notify.c - following files by what the system tells of them and of their directories.

   A notice only says where to look: what is new is found out as it is without notices. */

#include "tail/tail.h"

/* A name that leads nowhere may be about to lead to another file: it gets so many chances, so many
   nanoseconds apart, before it counts as gone. */
enum { CHANCES = 10, CHANCE_TIME = 10000000 };

static span last_component(zstr name)
{
    span text = zstr_span(name);
    size_t slash = span_rfind(text, '/');
    return slash < span_len(text) ? span_drop(text, slash + 1) : text;
}

static bool is_link(zstr name)
{
    struct stat st = {};
    fdh f = FDH_NONE;
    bool link = fd_open(&f, FDH_CWD, name, O_PATH | O_NOFOLLOW, 0) == 0 && fd_stat(f, &st) == 0
                && S_ISLNK(st.st_mode);
    fd_close(&f);
    return link;
}

/* Whether the system would tell of all changes of F.  What a link leads to may be elsewhere. */
static bool is_told_of(struct tail_run const *run, struct tail_file f)
{
    bool by_name = run->opt.follow == TAIL_FOLLOW_NAME;
    if (f.given_up)
        return true;
    if (f.state != TAIL_OPEN)
        return f.state == TAIL_MISSING && by_name && !is_link(f.name);
    if (fd_same(f.fd, FDH_STDIN) || !f.regular || file_system_is_remote(f.fd))
        return false;
    return !by_name || !is_link(f.name);
}

bool tail_notify_begin(struct cli *cli, struct tail_run *run)
{
    size_t n = tail_files_len(&run->files);
    bool by_name = run->opt.follow == TAIL_FOLLOW_NAME;
    bool any_open = false;      /* what does not exist yet may become a link */
    if (run->opt.no_notices)
        return false;
    for (size_t i = 0; i < n; i++) {
        if (!is_told_of(run, tail_files_at(&run->files, i)))
            return false;
        any_open |= tail_files_at(&run->files, i).state == TAIL_OPEN;
    }
    if (!any_open)
        return false;
    oserr err = watch_open(&run->watch);
    if (err)
        return tail_revert(cli, err);
    run->notices = true;
    for (size_t i = 0; i < n && run->notices; i++) {
        struct tail_file f = tail_files_at(&run->files, i);
        err = by_name && !f.given_up ? tail_watch_parent(cli, run, i) : 0;
        if (err && err != ENOENT)
            tail_revert(cli, err);
        run->notices = err == 0 && (f.state != TAIL_OPEN || tail_watch_file(cli, run, i));
    }
    if (!run->notices)
        watch_close(&run->watch);
    return run->notices;
}

/* Look at what the I-th file's notice is about. */
static void look(struct cli *cli, struct tail_run *run, size_t i, unsigned what)
{
    struct tail_file f = tail_files_at(&run->files, i);
    if (f.given_up)
        return;
    if ((what & (WATCH_DATA | WATCH_LOST)) && f.state == TAIL_OPEN)
        tail_check_data(cli, run, i);
    if ((what & (WATCH_STATUS | WATCH_ENTRY | WATCH_LOST)) && run->opt.follow == TAIL_FOLLOW_NAME)
        tail_check_name(cli, run, i);
}

/* Act on EVENT; false when the system will no longer tell of all changes. */
static bool act(struct cli *cli, struct tail_run *run, struct watch_event event)
{
    for (size_t i = 0; i < tail_files_len(&run->files) && run->notices; i++) {
        struct tail_file f = tail_files_at(&run->files, i);
        if (event.what & WATCH_LOST) {
            look(cli, run, i, WATCH_LOST);
        } else if (f.watch == event.id && f.watch >= 0) {
            look(cli, run, i, event.what);
        } else if (f.directory == event.id && (event.what & WATCH_GONE)) {
            cli_warn(cli, 0, "directory containing watched file was removed");
            return tail_revert(cli, 0);
        } else if (f.directory == event.id && (event.what & WATCH_ENTRY)
                   && span_eq(event.name, last_component(f.name))) {
            look(cli, run, i, WATCH_ENTRY);
        }
    }
    return run->notices;
}

/* Act on what was told so far. */
static bool act_on_all(struct cli *cli, struct tail_run *run)
{
    struct watch_event event = {};
    oserr err = 0;
    while (writer_ok(cli_out(cli)) && watch_next(&run->watch, &event, &err))
        if (!act(cli, run, event))
            return false;
    if (err)
        cli_warn(cli, err, "error reading inotify event");
    return err == 0;
}

enum tail_end tail_notify(struct cli *cli, struct tail_run *run)
{
    bool peers = tail_peers_len(&run->opt.peers) > 0, alive = true;
    /* What changed before the watches began. */
    for (size_t i = 0; i < tail_files_len(&run->files) && run->notices; i++)
        look(cli, run, i, WATCH_LOST);
    unsigned chances = CHANCES;
    while (writer_ok(cli_out(cli)) && run->notices) {
        if (!act_on_all(cli, run))
            return TAIL_NO_NOTICES;
        if (!tail_any_left(run)) {
            if (chances-- == 0)
                return TAIL_NO_FILES;
            wait_for(FDH_NONE, FDH_NONE, CHANCE_TIME);
            continue;
        }
        chances = CHANCES;
        if (!alive)
            return TAIL_END;    /* what was written before the end has been read */
        alive = tail_any_peer(run);
        int64_t pause = !peers ? -1 : alive ? run->opt.interval : 0;
        if (wait_for(run->watch.fd, run->output, pause) == WAIT_NO_READER)
            return TAIL_NO_READER;
    }
    return writer_ok(cli_out(cli)) ? TAIL_NO_NOTICES : TAIL_END;
}
