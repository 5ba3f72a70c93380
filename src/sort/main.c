/* main.c - sort: parse, then check, merge or sort. */

#include "safe/checked.h"
#include "sort/sort.h"
#include "sys/fsop.h"
#include "sys/limits.h"

enum { DEFAULT_BATCH = 16, MOST_DEFAULT_THREADS = 8, MOST_THREADS = 64 };

/* Complain about an input that cannot be read before anything is changed.  Opening it later says so again
   where it changed meanwhile. */
static bool inputs_are_readable(struct cli *cli, struct sort_options const *opt)
{
    for (size_t i = 0; i < zstr_vec_len(&opt->inputs); i++) {
        zstr name = zstr_vec_at(&opt->inputs, i);
        oserr err = span_eq(zstr_span(name), S("-")) ? 0 : fs_access(FDH_CWD, name, FS_READ);
        if (err) {
            cli_error(cli, err, "%s: %s", fmt_s(S("cannot read")), fmt_namec(name));
            return false;
        }
    }
    return true;
}

/* The output file is made now, and emptied when the result is there. */
static bool open_output(struct cli *cli, struct sort_state *st)
{
    if (zstr_is_none(st->opt.output))
        return true;
    oserr err = fd_open(&st->output_fd, FDH_CWD, st->opt.output, O_WRONLY | O_CREAT, 0666);
    if (err)
        cli_error(cli, err, "%s: %s", fmt_s(S("open failed")), fmt_namec(st->opt.output));
    return err == 0;
}

/* Whether the input NAME is the file that will be written. */
static bool is_output(struct sort_state const *st, zstr name)
{
    struct stat in = {}, out = {};
    if (zstr_is_none(st->opt.output) || fd_stat(st->output_fd, &out) != 0 || !S_ISREG(out.st_mode))
        return false;
    bool known =
        span_eq(zstr_span(name), S("-")) ? fd_stat(FDH_STDIN, &in) == 0 : fs_stat(FDH_CWD, name, &in) == 0;
    return known && fs_same_file(&in, &out);
}

static bool merge_inputs(struct cli *cli, struct sort_state *st)
{
    for (size_t i = 0; i < zstr_vec_len(&st->opt.inputs); i++) {
        struct sort_run run = {.name = zstr_vec_at(&st->opt.inputs, i)};
        st->output_is_input |= is_output(st, run.name);
        run_vec_push(&st->runs, run);
    }
    return sort_merge_all(cli, st);
}

static void set_defaults(struct sort_options *opt)
{
    if (opt->threads == 0)
        opt->threads = size_min(limits_processors(), MOST_DEFAULT_THREADS);
    opt->threads = size_min(opt->threads, MOST_THREADS);
    if (opt->batch == 0) {
        size_t most = limits_descriptors();
        opt->batch = most > DEFAULT_BATCH + 3 ? DEFAULT_BATCH : size_max(2, most > 3 ? most - 3 : 2);
    }
}

int prog_main(struct cli *cli)
{
    struct sort_state st = {.opt = {.tab = -1, .line_end = '\n'}};
    if (!sort_parse_options(cli, &st.opt)) {
        int status = cli_usage_exit(cli);
        return st.opt.bad_word ? 1 : status;    /* not 2, as ever */
    }
    set_defaults(&st.opt);
    if (!sort_make_order(cli, &st.opt, &st.order))
        return cli_finish(cli);
    if (st.opt.debug)
        sort_warn_about(cli, &st.opt, &st.order);
    if (st.opt.check != 0)
        return sort_check(cli, &st);
    if (!inputs_are_readable(cli, &st.opt))
        return cli_finish(cli);
    if (!zstr_is_none(st.opt.compress))
        children_begin();
    if (open_output(cli, &st)) {
        if (st.opt.merge)
            merge_inputs(cli, &st);
        else
            sort_all(cli, &st);
    }
    return cli_finish(cli);
}
