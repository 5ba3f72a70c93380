/* files.c - the pieces: made, written, and removed again when the run fails. */

#include "csplit/csplit.h"

#include "sys/fsop.h"
#include "sys/unfinished.h"

enum { SMALL_FILE = 4096 };

bool csplit_open_file(struct cli *cli, struct csplit_files *f)
{
    bool is_input = false;
    buf text = {};
    buf_append(&text, zstr_span(f->prefix));
    csplit_append_suffix(&text, &f->suffix, f->number);
    zstr_from(&cli->strings, buf_span(&text), &f->name);
    buf_recycle(&text);
    f->bytes = 0;
    unfinished_pause();
    oserr err = fs_open_output(&f->fd, f->name, &f->input, &is_input);
    if (!fd_is_none(f->fd))
        unfinished_add(f->name);
    unfinished_resume();
    f->failed = err != 0 || is_input;
    if (is_input)
        cli_error(cli, 0, "%s would overwrite input; aborting", fmt_name(f->name));
    else if (err)
        cli_error(cli, err, "%s", fmt_namec(f->name));
    return !f->failed;
}

/* Small files are known to fail only when they are closed, as the message says. */
static bool complain(struct cli *cli, struct csplit_files *f, oserr err)
{
    f->failed = true;
    if (f->bytes <= SMALL_FILE)
        cli_error(cli, err, "%s", fmt_namec(f->name));
    else
        cli_error(cli, err, "write error for %s", fmt_q(zstr_span(f->name)));
    return false;
}

bool csplit_put(struct cli *cli, struct csplit_files *f, span part)
{
    if (fd_is_none(f->fd) || span_empty(part))
        return true;
    f->bytes += span_len(part);
    oserr err = fd_write_all(f->fd, part);
    return err == 0 || complain(cli, f, err);
}

bool csplit_close_file(struct cli *cli, struct csplit_files *f)
{
    zstr name = Z_NONE;
    if (fd_is_none(f->fd))
        return true;
    oserr err = fd_close(&f->fd);
    if (err && !f->failed)
        complain(cli, f, err);
    if (f->failed)
        return false;
    if (f->bytes == 0 && f->elide) {
        unfinished_remove_last(&name, &err);
        if (err)
            cli_error(cli, err, "%s", fmt_namec(name));
        return true;
    }
    f->number++;
    if (!f->quiet) {
        writer_umax(cli_out(cli), f->bytes);
        writer_byte(cli_out(cli), '\n');
    }
    return true;
}

void csplit_give_up(struct cli *cli, struct csplit_files *f)
{
    zstr name = Z_NONE;
    oserr err = 0;
    csplit_close_file(cli, f);
    while (!f->keep && unfinished_remove_last(&name, &err))
        if (err)
            cli_error(cli, err, "%s", fmt_namec(name));
}
