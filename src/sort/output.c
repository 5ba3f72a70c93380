/* output.c - where the result goes: standard output, or the file of -o. */

#include "sort/sort.h"

enum { SMALL = 4096 };                  /* so much output is held back until the end */

static bool write_failed(struct cli *cli, struct sort_state const *st, oserr err, zstr name)
{
    if (st->written > SMALL)
        cli_error(cli, err, "%s: %s", fmt_s(S("write failed")), fmt_namec(name));
    else
        cli_error(cli, err, "%s: %s", fmt_s(S("fflush failed")), fmt_namec(name));
    cli_error(cli, 0, "write error");
    return false;
}

bool sort_output_begin(struct cli *cli, struct sort_state *st)
{
    if (!zstr_is_none(st->opt.compress))
        children_only_write();
    if (zstr_is_none(st->opt.output))
        return true;
    struct stat info = {};
    oserr err = fd_stat(st->output_fd, &info);
    if (err == 0 && S_ISREG(info.st_mode))
        err = fd_truncate(st->output_fd, 0);
    if (err) {
        cli_error(cli, err, "%s: error truncating", fmt_name(st->opt.output));
        return false;
    }
    writer_open(&st->output, st->output_fd);
    return true;
}

static void put_line(writer *out, struct sort_state *st, span line)
{
    st->written += span_len(line) + 1;
    if (st->opt.debug) {
        sort_print_marks(out, &st->opt, &st->order, line);
        return;
    }
    mspan room = writer_window(out, span_len(line) < WRITER_SIZE / 2 ? span_len(line) + 1 : 1), rest = room;
    if (span_len(line) >= WRITER_SIZE / 2) {
        writer_put(out, line);
        writer_byte(out, st->opt.line_end);
        return;
    }
    mspan_put(&rest, line);
    mspan_push(&rest, st->opt.line_end);
    writer_commit(out, span_len(line) + 1);
}

void sort_output_line(struct cli *cli, struct sort_state *st, span line)
{
    if (zstr_is_none(st->opt.output))
        put_line(cli_out(cli), st, line);
    else
        put_line(&st->output, st, line);
}

bool sort_output_end(struct cli *cli, struct sort_state *st)
{
    if (zstr_is_none(st->opt.output)) {
        writer_flush(cli_out(cli));
        oserr err = writer_take_error(cli_out(cli));
        return err == 0 || write_failed(cli, st, err, Z("standard output"));
    }
    oserr err = writer_finish(&st->output);
    return err == 0 || write_failed(cli, st, err, st->opt.output);
}
