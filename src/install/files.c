/* files.c - one file: whether it is there already, and stripping it.  A new file is one that only its maker
   can read until it has its owner, and last its mode. */

#include "install/install.h"

#include "sys/fsop.h"
#include "sys/helper.h"

/* ---- -C ---- */

static bool has_special_bits(mode_t mode)
{
    return (mode & MODE_BITS & ~(mode_t)MODE_ACCESS) != 0;
}

/* Whether the two files have the same bytes. */
static bool same_contents(fdh a, fdh b)
{
    buf one = {}, two = {};
    size_t got_one = 0, got_two = 0;
    bool same = true;
    do {
        buf_clear(&one);
        buf_clear(&two);
        mspan room_one = mspan_first(buf_tail(&one, READER_SIZE), READER_SIZE);
        mspan room_two = mspan_first(buf_tail(&two, READER_SIZE), READER_SIZE);
        same = fd_read_full(a, room_one, &got_one) == 0 && fd_read_full(b, room_two, &got_two) == 0
               && span_eq(mspan_span(mspan_first(room_one, got_one)),
                          mspan_span(mspan_first(room_two, got_two)));
    } while (same && got_one > 0);
    buf_recycle(&one);
    buf_recycle(&two);
    return same;
}

/* Whether TO, an installed file with the status ST, has mode and owner as they shall be. */
static bool same_attributes(struct install const *in, struct stat const *st)
{
    return (st->st_mode & MODE_BITS) == in->opt.final_mode
           && st->st_uid == (in->opt.user == ATTR_KEEP_USER ? attr_new_user() : in->opt.user)
           && st->st_gid == (in->opt.group == ATTR_KEEP_GROUP ? attr_new_group() : in->opt.group);
}

/* Whether the destination is already what it is to be. */
static bool is_current(struct install const *in, struct copy_operand const *op)
{
    struct stat from = {}, to = {};
    fdh a = FDH_NONE, b = FDH_NONE;
    bool same = fd_open(&a, FDH_CWD, op->from, O_RDONLY | O_NONBLOCK | O_NOCTTY, 0) == 0
                && fd_open(&b, op->to_dir, op->to, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY, 0) == 0
                && fd_stat(a, &from) == 0 && fd_stat(b, &to) == 0 && S_ISREG(from.st_mode)
                && S_ISREG(to.st_mode) && from.st_size == to.st_size && !has_special_bits(from.st_mode)
                && !has_special_bits(to.st_mode) && same_attributes(in, &to) && same_contents(a, b);
    fd_close(&a);
    fd_close(&b);
    return same;
}

/* ---- after the copy ---- */

static bool strip(struct install const *in, struct cli *cli, struct copy_operand const *op)
{
    zstr name = op->to_shown;
    bool ok = false;
    if (span_peek(zstr_span(name), 0) == '-')
        name = zstr_join_path(&cli->strings, Z("."), name);
    oserr err = helper_run(in->strip_program, name, &ok);
    if (err)
        cli_error(cli, err, "cannot run strip program %s", fmt_name(in->strip_program));
    else if (!ok)
        cli_error(cli, 0, "strip process terminated abnormally");
    if (err == 0 && ok)
        return true;
    err = fs_unlink(op->to_dir, op->to);
    if (err)
        cli_error(cli, err, "cannot unlink %s", fmt_name(op->to_shown));
    return false;
}

/* Times, owner and mode of a file that was stripped. */
static bool settle(struct install *in, struct cli *cli, struct copy_operand const *op, fdh out)
{
    struct stat from = {};
    oserr err = 0;
    if (in->opt.keep_times) {
        err = fs_stat(FDH_CWD, op->from, &from);
        if (err == 0)
            err = attr_times_fd(out, from.st_atim, from.st_mtim);
    }
    if (err)
        cli_error(cli, err, "cannot set timestamps for %s", fmt_name(op->to_shown));
    return err == 0 && copy_settle(&in->copier, &cli->diag, out);
}

bool install_file(struct install *in, struct cli *cli, struct copy_operand const *op)
{
    if (in->compare && is_current(in, op))
        return true;
    if (!copy_operand(&in->copier, &cli->diag, op))
        return false;
    if (!in->strip)
        return true;
    if (!strip(in, cli, op))
        return false;
    fdh out = FDH_NONE;
    oserr err = fd_open(&out, op->to_dir, op->to, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY, 0);
    if (err) {
        cli_error(cli, err, "cannot change permissions of %s", fmt_name(op->to_shown));
        return false;
    }
    bool ok = settle(in, cli, op, out);
    fd_close(&out);
    return ok;
}
