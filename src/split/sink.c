/* sink.c - one output file, never the one that is read, or the filter that takes its place. */

#include "split/split.h"

#include "signals/signals.h"
#include "sys/env.h"
#include "sys/fsop.h"

void split_target_begin(struct split_target *target, struct split_options const *opt, fdh input)
{
    (void)fd_stat(input, &target->input);
    target->verbose = opt->verbose;
    target->filter = opt->filter;
    target->shell = env_get(Z("SHELL"));
    if (zstr_is_none(target->shell))
        target->shell = Z("/bin/sh");
}

static bool open_file(struct cli *cli, struct split_target const *target, struct split_sink *s, zstr name,
                      oserr *err)
{
    bool is_input = false;
    *err = fs_open_output(&s->fd, name, &target->input, &is_input);
    if (is_input)
        cli_error(cli, 0, "%s would overwrite input; aborting", fmt_name(name));
    return *err == 0 && !is_input;
}

static oserr start_filter(struct cli *cli, struct split_target const *target, struct split_sink *s, zstr name)
{
    fdh from = FDH_NONE;
    buf text = {};
    zstr variable = Z_NONE;
    oserr err = fd_pipe(&from, &s->fd);
    if (err)
        return err;
    buf_append(&text, S("FILE="));
    buf_append(&text, zstr_span(name));
    arena_mark mark = arena_save(&cli->strings);
    zstr_from(&cli->strings, buf_span(&text), &variable);
    buf_recycle(&text);
    err = child_start_shell(&s->filter, target->shell, target->filter, variable, from);
    arena_release(&cli->strings, mark);
    fd_close(&from);
    if (err)
        cli_error(cli, err, "failed to run command: \"%s -c %s\"", fmt_z(target->shell),
                  fmt_z(target->filter));
    return 0;
}

void split_sink_complain(struct cli *cli, struct split_target const *target, zstr name, oserr err)
{
    if (zstr_is_none(target->filter))
        cli_error(cli, err, "%s", fmt_namec(name));
    else
        cli_error(cli, err, "failed to create pipe");
}

bool split_sink_open(struct cli *cli, struct split_target const *target, struct split_sink *s, zstr name,
                     oserr *err)
{
    bool filtered = !zstr_is_none(target->filter), ok = false;
    if (target->verbose && filtered)
        fmt_write(cli_out(cli), Z("executing with FILE=%s\n"), FMT_ARGS(fmt_word(name)));
    else if (target->verbose)
        fmt_write(cli_out(cli), Z("creating file %s\n"), FMT_ARGS(fmt_name(name)));
    s->broken = false;
    if (filtered) {
        *err = start_filter(cli, target, s, name);
        ok = *err == 0 && !child_is_none(s->filter);
    } else {
        ok = open_file(cli, target, s, name, err);
    }
    if (*err == 0 || *err == EMFILE || *err == ENFILE)
        return ok;
    split_sink_complain(cli, target, name, *err);
    *err = 0;
    return false;
}

bool split_sink_put(struct cli *cli, struct split_sink *s, zstr name, span part)
{
    if (s->broken)
        return true;
    oserr err = fd_write_all(s->fd, part);
    s->broken = err == EPIPE && !child_is_none(s->filter);
    if (err == 0 || s->broken)
        return true;
    cli_error(cli, err, "%s", fmt_namec(name));
    return false;
}

/* A filter that a broken pipe ended did what it wanted. */
static bool finish_filter(struct cli *cli, struct split_target const *target, struct split_sink *s, zstr name)
{
    struct child_end end = {};
    oserr err = child_wait(&s->filter, &end);
    if (err) {
        cli_error(cli, err, "waiting for child process");
        return false;
    }
    if (end.by_signal && end.code != CHILD_BROKEN_PIPE) {
        buf signal = {};
        if (!signals_append_name(&signal, end.code))
            buf_append_imax(&signal, end.code);
        cli_error(cli, 0, "with FILE=%s, signal %s from command: %s", fmt_word(name),
                  fmt_s(buf_span(&signal)), fmt_z(target->filter));
        buf_recycle(&signal);
        cli->diag.status = end.code + 128;
        return false;
    }
    if (end.by_signal || end.code == 0)
        return true;
    cli_error(cli, 0, "with FILE=%s, exit %d from command: %s", fmt_word(name), fmt_i(end.code),
              fmt_z(target->filter));
    cli->diag.status = end.code;
    return false;
}

bool split_sink_close(struct cli *cli, struct split_target const *target, struct split_sink *s, zstr name)
{
    oserr err = fd_is_none(s->fd) ? 0 : fd_close(&s->fd);
    if (err)
        cli_error(cli, err, "%s", fmt_namec(name));
    bool ended_well = child_is_none(s->filter) || finish_filter(cli, target, s, name);
    return err == 0 && ended_well;
}
