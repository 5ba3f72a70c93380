/* directories.c - directories made on the way to a destination, or for their own sake.

   Each component is opened relative to the one before, and stays the one that was opened whatever happens to
   its name.  Symbolic links that are there already are followed. */

#include "install/install.h"

#include "sys/fsop.h"

enum { LEADING_MODE = 0755 };

/* A name on its way down. */
struct way {
    zstr name;
    size_t done;                /* so much of it was passed */
    fdh at;                     /* the directory there */
    bool made;                  /* just now */
};

static oserr start(struct way *w, zstr name)
{
    bool absolute = span_peek(zstr_span(name), 0) == '/';
    w->name = name;
    return attr_open_place(&w->at, FDH_CWD, absolute ? Z("/") : Z("."));
}

/* The next component in PART; false at the end. */
static bool next_component(struct way *w, span *part)
{
    span rest = span_drop(zstr_span(w->name), w->done);
    while (span_peek(rest, 0) == '/')
        rest = span_drop(rest, 1);
    *part = span_first(rest, span_find(rest, '/'));
    w->done = zstr_len(w->name) - span_len(rest) + span_len(*part);
    return !span_empty(*part);
}

/* Whether nothing but slashes is left. */
static bool is_last(struct way const *w)
{
    SPAN_FOREACH(c, span_drop(zstr_span(w->name), w->done))
        if (c != '/')
            return false;
    return true;
}

/* So much of the name as was passed; slashes at its end belong to the last component. */
static span passed(struct way const *w)
{
    span name = zstr_span(w->name);
    return is_last(w) ? name : span_first(name, w->done);
}

static void announce(struct cli *cli, struct way const *w)
{
    fmt_write(cli_out(cli), Z("%s: "), FMT_ARGS(fmt_z(cli->diag.program)));
    fmt_write(cli_out(cli), Z("creating directory %s\n"), FMT_ARGS(fmt_path(passed(w))));
    writer_sync(cli_out(cli));
}

/* Go on into the component PART, making it with MODE when it is missing. */
static oserr enter(struct way *w, struct cli *cli, span part, mode_t mode)
{
    zstr name = Z_NONE;
    fdh next = FDH_NONE;
    zstr_from(&cli->strings, part, &name);
    w->made = false;
    oserr err = attr_open_place(&next, w->at, name);
    if (err == ENOENT) {
        err = fs_mkdir(w->at, name, mode);
        w->made = err == 0;
        if (err == 0)
            err = fd_open(&next, w->at, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_NOCTTY | O_NONBLOCK, 0);
        else if (err == EEXIST && attr_open_place(&next, w->at, name) == 0)
            err = 0;            /* somebody else was faster */
    }
    if (w->made && err == EACCES)       /* its owner may not read it */
        err = attr_open_place(&next, w->at, name);
    if (err == 0) {
        fd_close(&w->at);
        w->at = next;
    }
    return err;
}

/* Walk all of W; the last component, where it is missing, gets LAST_MODE.  When that fails in a directory
   that cannot be searched, it ends there. */
static oserr walk_down(struct way *w, struct cli *cli, mode_t last_mode, bool verbose)
{
    span part = {};
    oserr err = zstr_len(w->name) == 0 ? ENOENT : 0;
    size_t above = 0;
    while (err == 0 && next_component(w, &part)) {
        err = enter(w, cli, part, is_last(w) ? last_mode : LEADING_MODE);
        if (w->made && verbose)
            announce(cli, w);
        if (err == EACCES && above > 0 && fs_access(w->at, Z("."), FS_EXISTS) == EACCES)
            w->done = above;
        above = w->done;
    }
    return err;
}

bool install_open_leading(struct cli *cli, zstr name, bool verbose, fdh *out)
{
    struct way w = {};
    oserr err = start(&w, name);
    if (err == 0)
        err = walk_down(&w, cli, LEADING_MODE, verbose);
    if (err) {
        cli_error(cli, err, "cannot create directory %s", fmt_path(passed(&w)));
        fd_close(&w.at);
        return false;
    }
    *out = w.at;
    return true;
}

/* Give the directory its owner, then its mode. */
static bool settle(struct install const *in, struct cli *cli, zstr name, fdh dir)
{
    struct stat st = {};
    oserr err = fd_stat(dir, &st);
    bool other = (in->opt.user != ATTR_KEEP_USER && in->opt.user != st.st_uid)
                 || (in->opt.group != ATTR_KEEP_GROUP && in->opt.group != st.st_gid);
    if (err == 0 && other) {
        err = attr_owner_fd(dir, in->opt.user, in->opt.group);
        if (err) {
            cli_error(cli, err, "cannot change owner and permissions of %s", fmt_q(zstr_span(name)));
            return false;
        }
        err = fd_stat(dir, &st);
    }
    mode_t mode = in->directory_mode | (st.st_mode & MODE_BITS & ~in->directory_changed);
    if (err == 0 && mode != (st.st_mode & MODE_BITS))
        err = attr_mode_fd(dir, mode);
    if (err)
        cli_error(cli, err, "cannot change permissions of %s", fmt_q(zstr_span(name)));
    return err == 0;
}

bool install_directory(struct install *in, struct cli *cli, zstr name)
{
    struct way w = {};
    bool given_away = in->opt.user != ATTR_KEEP_USER || in->opt.group != ATTR_KEEP_GROUP;
    oserr err = start(&w, name);
    if (err == 0)
        err = walk_down(&w, cli, in->directory_mode & (given_away ? 0700U : 0777U), in->opt.verbose);
    if ((err == ENOTDIR || err == ELOOP) && is_last(&w))
        err = EEXIST;
    if (err)
        cli_error(cli, err, "cannot create directory %s", fmt_q(passed(&w)));
    bool ok = err == 0 && settle(in, cli, name, w.at);
    fd_close(&w.at);
    return ok;
}
