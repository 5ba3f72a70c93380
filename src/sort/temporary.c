/* temporary.c - runs of sorted lines in files without names, packed by a program when asked. */

#include "sort/sort.h"
#include "sys/env.h"
#include "sys/tempfile.h"

bool sort_temporary(struct cli *cli, struct sort_state *st, fdh *file)
{
    zstr dir = env_get(Z("TMPDIR"));
    size_t n = zstr_vec_len(&st->opt.temporary);
    if (n > 0)
        dir = zstr_vec_at(&st->opt.temporary, st->next_directory++ % n);
    else if (zstr_is_none(dir))
        dir = Z("/tmp");
    oserr err = tempfile_open(file, dir);
    if (err)
        cli_error(cli, err, "cannot create temporary file in %s", fmt_name(dir));
    return err == 0;
}

/* Put the compression program between SINK's writer and its file; false when that cannot be. */
static bool start_packer(struct cli *cli, struct sort_state *st, struct sort_sink *sink)
{
    fdh from = FDH_NONE, to = FDH_NONE;
    oserr err = fd_pipe(&from, &to);
    if (err == 0) {
        err = child_start(&sink->packer, st->opt.compress, Z_NONE, from, sink->file);
        fd_close(&from);
    }
    if (err == 0) {
        writer_open(&sink->out, to);
        return true;
    }
    fd_close(&to);
    cli_warn(cli, err, "could not run compress program %s", fmt_name(st->opt.compress));
    st->no_compress = true;
    return false;
}

bool sort_sink_open(struct cli *cli, struct sort_state *st, struct sort_sink *sink)
{
    sink->packer = (child){};
    sink->bytes = 0;
    if (!sort_temporary(cli, st, &sink->file))
        return false;
    if (!zstr_is_none(st->opt.compress) && !st->no_compress && start_packer(cli, st, sink))
        return true;
    writer_open(&sink->out, sink->file);
    return true;
}

void sort_sink_put(struct sort_state const *st, struct sort_sink *sink, span line)
{
    sink->bytes += span_len(line) + 1;
    writer_put(&sink->out, line);
    writer_byte(&sink->out, st->opt.line_end);
}

bool sort_sink_close(struct cli *cli, struct sort_state *st, struct sort_sink *sink, struct sort_run *run)
{
    bool packed = !child_is_none(sink->packer);
    oserr err = writer_flush(&sink->out);
    if (!packed)
        sink->out.fd = FDH_NONE;        /* the run keeps its file */
    writer_finish(&sink->out);
    buf_recycle(&sink->out.data);
    bool ended_well = !packed || child_finish(&sink->packer);
    *run = (struct sort_run){.file = sink->file, .packed = packed, .bytes = sink->bytes};
    if (!ended_well)
        cli_error(cli, 0, "%s terminated abnormally", fmt_name(st->opt.compress));
    else if (err)
        cli_error(cli, err, "%s: %s", fmt_s(S("write failed")), fmt_namec(Z("temporary file")));
    return ended_well && err == 0;
}

oserr sort_run_open(struct cli *cli, struct sort_state *st, struct sort_run const *run, fdh *from,
                    child *unpacker)
{
    int64_t at = 0;
    *unpacker = (child){};
    if (!zstr_is_none(run->name)) {
        struct cli_input in = {};
        oserr err = cli_open_input(cli, run->name, &in);
        *from = in.reader.fd;
        return err;
    }
    oserr err = fd_seek(run->file, 0, SEEK_SET, &at);
    if (err || !run->packed) {
        *from = run->file;
        return err;
    }
    fdh to = FDH_NONE;
    err = fd_pipe(from, &to);
    if (err)
        return err;
    err = child_start(unpacker, st->opt.compress, Z("-d"), run->file, to);
    fd_close(&to);
    if (err)
        fd_close(from);
    return err;
}
