/* names.c - the names of the inputs: operands, or the list of --files0-from. */

#include "sort/sort.h"

static bool is_dash(zstr name)
{
    return span_eq(zstr_span(name), S("-"));
}

/* Whether NAME, number N of the list, can be an input. */
static bool check_name(struct cli *cli, struct sort_options const *opt, zstr name, size_t n)
{
    if (is_dash(opt->files_from) && is_dash(name))
        return cli_bad(cli, 0, "when reading file names from standard input, no file name of %s allowed",
                       fmt_name(name));
    if (zstr_len(name) == 0)
        return cli_bad(cli, 0, "%s:%zu: invalid zero-length file name", fmt_namec(opt->files_from), fmt_u(n));
    return true;
}

static bool read_list(struct cli *cli, struct sort_options *opt, struct cli_input *list)
{
    span record = {};
    bool terminated = false;
    while (reader_record(&list->reader, 0, &record, &terminated)) {
        zstr name = {};
        zstr_from(&cli->strings, record, &name);
        zstr_vec_push(&opt->inputs, name);
    }
    if (list->reader.err)
        return cli_bad(cli, 0, "cannot read file names from %s", fmt_name(opt->files_from));
    size_t n = zstr_vec_len(&opt->inputs);
    if (n == 0)
        return cli_bad(cli, 0, "no input from %s", fmt_name(opt->files_from));
    for (size_t i = 0; i < n; i++)
        if (!check_name(cli, opt, zstr_vec_at(&opt->inputs, i), i + 1))
            return false;
    return true;
}

bool sort_read_names(struct cli *cli, struct sort_options *opt)
{
    if (zstr_is_none(opt->files_from)) {
        if (zstr_vec_len(&opt->inputs) == 0)
            zstr_vec_push(&opt->inputs, Z("-"));
        return true;
    }
    if (zstr_vec_len(&opt->inputs) > 0) {
        cli_extra_file(cli, zstr_vec_at(&opt->inputs, 0));
        return cli_hint(cli, "file operands cannot be combined with --files0-from");
    }
    struct cli_input list = {};
    oserr err = cli_open_input(cli, opt->files_from, &list);
    if (err)
        return cli_bad(cli, err, "%s: %s", fmt_s(S("open failed")), fmt_namec(opt->files_from));
    bool ok = read_list(cli, opt, &list);
    cli_close_input(cli, &list, 0);
    return ok;
}
