/* watch.c - asking the system to tell of what happens to a file and to its name. */

#include "tail/tail.h"

/* The directory part of NAME. */
static zstr directory_of(struct cli *cli, zstr name)
{
    span text = zstr_span(name);
    size_t slash = span_rfind(text, '/');
    zstr dir = Z(".");
    if (slash == 0)
        dir = Z("/");
    else if (slash < span_len(text))
        zstr_from(&cli->strings, span_first(text, slash), &dir);
    return dir;
}

static bool out_of_watches(oserr err)
{
    return err == ENOSPC || err == EMFILE || err == ENFILE || err == ENOMEM;
}

bool tail_revert(struct cli *cli, oserr err)
{
    if (out_of_watches(err))
        cli_warn(cli, 0, "inotify resources exhausted");
    cli_warn(cli, 0, "inotify cannot be used, reverting to polling");
    return false;
}

bool tail_watch_file(struct cli *cli, struct tail_run *run, size_t i)
{
    struct tail_file f = tail_files_at(&run->files, i);
    if (!f.regular)
        return false;
    if (file_system_is_remote(f.fd))
        return tail_revert(cli, 0);
    oserr err = watch_file(&run->watch, f.fd, run->opt.follow == TAIL_FOLLOW_NAME, &f.watch);
    if (err && !out_of_watches(err))
        cli_warn(cli, err, "cannot watch %s", fmt_name(tail_shown(f.name)));
    tail_files_set(&run->files, i, f);
    return err == 0 || tail_revert(cli, err);
}

oserr tail_watch_parent(struct cli *cli, struct tail_run *run, size_t i)
{
    struct tail_file f = tail_files_at(&run->files, i);
    oserr err = watch_directory(&run->watch, directory_of(cli, f.name), &f.directory);
    if (err && err != ENOENT && !out_of_watches(err))
        cli_warn(cli, err, "cannot watch parent directory of %s", fmt_name(f.name));
    tail_files_set(&run->files, i, f);
    return err;
}
