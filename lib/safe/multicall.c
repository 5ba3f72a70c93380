/* multicall.c - main of the single binary: the program is chosen by the name it was called by, by
   --coreutils-prog=NAME, or by the first operand when it is called by its own name. */

#include "safe/multicall.h"

#include <stdlib.h>

static struct multicall_entry const *entry_for(span name)
{
    for (size_t i = 0; i < multicall_count; i++)
        if (span_eq(zstr_span(multicall_table[i].name), name))
            return &multicall_table[i];
    return NULL;
}

static span base_name(zstr path)
{
    span s = zstr_span(path);
    size_t slash = span_rfind(s, '/');
    s = slash < span_len(s) ? span_drop(s, slash + 1) : s;
    return span_starts(s, S("lt-")) ? span_drop(s, 3) : s;
}

/* A name with a prefix that the installer chose (--program-prefix), such as "ginstall". */
static struct multicall_entry const *entry_for_prefixed(span name)
{
    struct multicall_entry const *best = NULL;
    for (size_t i = 0; i < multicall_count; i++) {
        span n = zstr_span(multicall_table[i].name);
        if (span_ends(name, n) && (!best || span_len(n) > zstr_len(best->name)))
            best = &multicall_table[i];
    }
    return best;
}

static int coreutils_main(struct cli *cli)
{
    struct cli_match m = {0};
    while (cli_next_option(cli, &m))
        continue;
    if (!cli_options_ok(cli))
        return cli_usage_exit(cli);
    zstr name = Z_NONE;
    if (cli_next_operand(cli, &name))
        cli_error(cli, 0, "unknown program %s", fmt_q(zstr_span(name)));
    else
        cli_missing_operand(cli, Z_NONE);
    return cli_usage_exit(cli);
}

static int own_main(args rest, zstr called)
{
    static const struct cli_option rows[] = {
        {CLI_KEY, Z("coreutils-prog"), Z("PROGRAM"), Z("run PROGRAM, with the arguments that follow")},
    };
    struct cli_program own = {
        .name = Z("coreutils"),
        .operands = Z("[PROGRAM] [ARG]..."),
        .summary = Z("Run one of the programs built into this file,\n"
                     "named by PROGRAM or by the name it is called by."),
        .options = CLI_ROWS(rows),
        .options_first = true,
    };
    return cli_start(rest, called, own, coreutils_main);
}

int main(int argc, char **argv)
{
    if (argc < 1)
        return EXIT_FAILURE;
    args rest = args_drop((args){argv, (size_t)argc}, 1);
    zstr called = zstr_of_c_(argv[0]);
    struct multicall_entry const *e = entry_for(base_name(called));
    if (!e && !span_ends(base_name(called), S("coreutils")))
        e = entry_for_prefixed(base_name(called));
    if (!e && args_len(rest) > 0) {
        zstr first = args_at(rest, 0);
        bool named = span_starts(zstr_span(first), S("--coreutils-prog="));
        zstr name = named ? zstr_drop(first, sizeof "--coreutils-prog=" - 1) : first;
        e = entry_for(zstr_span(name));
        if (e) {
            called = name;
            rest = args_drop(rest, 1);
        }
    }
    return e ? cli_start(rest, called, *e->program, e->prog_main) : own_main(rest, called);
}
