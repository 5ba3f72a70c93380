/* names.c - the names of the inputs. */

#include "wc/wc.h"

enum { MOST_KNOWN = 10 << 20 };         /* a list file up to this size is read before anything is counted */

static bool is_dash(zstr name)
{
    return span_eq(zstr_span(name), S("-"));
}

/* The name behind N, from the list, in memory that stays. */
static bool read_name(struct cli *cli, struct wc_names *n, zstr *name)
{
    span record = {};
    bool terminated = false;
    if (!reader_record(&n->list.reader, 0, &record, &terminated))
        return false;
    zstr_from(&cli->strings, record, name);
    return true;
}

bool wc_names_open(struct cli *cli, struct wc_names *n, zstr files_from)
{
    n->known = true;
    n->list_name = files_from;
    if (zstr_is_none(files_from)) {
        for (zstr name = {}; cli_next_operand(cli, &name);)
            zstr_vec_push(&n->all, name);
        if (zstr_vec_len(&n->all) == 0)
            zstr_vec_push(&n->all, Z("-"));
        return true;
    }
    n->from_list = true;
    oserr err = cli_open_input(cli, files_from, &n->list);
    if (err)
        return cli_bad(cli, err, "cannot open %s for reading", fmt_name(files_from));
    struct stat st = {};
    n->known = fd_stat(n->list.reader.fd, &st) == 0 && S_ISREG(st.st_mode) && st.st_size <= MOST_KNOWN;
    for (zstr name = {}; n->known && read_name(cli, n, &name);)
        zstr_vec_push(&n->all, name);
    return true;
}

/* Whether NAME, the next one, can be an input; a complaint when it cannot. */
static bool check_name(struct cli *cli, struct wc_names const *n, zstr name)
{
    if (n->from_list && is_dash(n->list_name) && is_dash(name)) {
        cli_error(cli, 0, "when reading file names from standard input, no file name of %s allowed",
                  fmt_name(name));
        return false;
    }
    if (zstr_len(name) == 0 && !n->from_list) {
        cli_error(cli, 0, "invalid zero-length file name");
        return false;
    }
    if (zstr_len(name) == 0) {
        cli_error(cli, 0, "%s:%zu: invalid zero-length file name", fmt_namec(n->list_name), fmt_u(n->next));
        return false;
    }
    return true;
}

bool wc_names_next(struct cli *cli, struct wc_names *n, zstr *name)
{
    if (n->known) {
        if (n->next == zstr_vec_len(&n->all))
            return false;
        *name = zstr_vec_at(&n->all, n->next);
    } else if (!read_name(cli, n, name)) {
        return false;
    }
    n->next++;
    if (!check_name(cli, n, *name))
        *name = Z("");
    return true;
}

void wc_names_close(struct cli *cli, struct wc_names *n)
{
    if (!n->from_list)
        return;
    if (n->list.reader.err)
        cli_error(cli, n->list.reader.err, "%s: read error", fmt_namec(n->list_name));
    cli_close_input(cli, &n->list, 0);
}
