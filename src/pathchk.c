/* pathchk - tell whether names can be names of files, here or on every system of POSIX.

   Nothing is made or opened: the system is asked for the status of a name and for the longest component that
   each directory on the way takes (POSIX.1-2017, pathchk). */

#include "cli/cli.h"
#include "safe/ascii.h"
#include "safe/checked.h"
#include "sys/fsop.h"
#include "text/chars.h"

/* The least that each system of POSIX takes: _POSIX_PATH_MAX without its NUL, and _POSIX_NAME_MAX. */
enum { PORTABLE_PATH = 255, PORTABLE_NAME = 14 };
/* Of a directory that does not exist yet, in one that does not, either. */
enum { USUAL_NAME = 255 };

enum { KEY_PORTABILITY = CLI_KEY };

struct pathchk_options {
    bool posix;                 /* -p */
    bool careful;               /* -P */
};

static const struct cli_option option_rows[] = {
    {'p', Z_NONE, Z_NONE, Z("ask what POSIX promises, not this system")},
    {'P', Z_NONE, Z_NONE, Z("refuse empty names and components that begin with '-'")},
    {KEY_PORTABILITY, Z("portability"), Z_NONE, Z("the same as -p -P")},
};

const struct cli_program prog_program = {
    .name = Z("pathchk"),
    .operands = Z("NAME..."),
    .summary = Z("Complain about each NAME that cannot be the name of a file."),
    .options = CLI_ROWS(option_rows),
    .options_first = true,
};

static bool parse_options(struct cli *cli, struct pathchk_options *opt)
{
    for (struct cli_match m = {}; cli_next_option(cli, &m);) {
        opt->posix |= m.key != 'P';
        opt->careful |= m.key != 'p';
    }
    return cli_options_ok(cli) && (cli_operand_count(cli) > 0 || cli_missing_operand(cli, Z_NONE));
}

/* The next component of *REST, which is stepped over; false at the end. */
static bool next_component(span *rest, span *component)
{
    while (span_peek(*rest, 0) == '/')
        *rest = span_drop(*rest, 1);
    *component = span_take(rest, span_find(*rest, '/'));
    return !span_empty(*component);
}

static bool begins_with_hyphen(span name)
{
    span component = {};
    while (next_component(&name, &component))
        if (span_at(component, 0) == '-')
            return true;
    return false;
}

/* The characters of POSIX.1-2017 XBD 3.282, and the slash. */
static bool is_portable(unsigned char c)
{
    return ascii_is_alnum(c) || span_has(S("._-/"), c);
}

static bool check_characters(struct cli *cli, zstr name)
{
    span rest = zstr_span(name);
    while (!span_empty(rest) && is_portable(span_at(rest, 0)))
        rest = span_drop(rest, 1);
    struct text_char c = {};
    if (!text_next(&rest, &c))
        return true;
    cli_error(cli, 0, "non-portable character %s in file name %s", fmt_q(c.bytes), fmt_name(name));
    return false;
}

/* What the part of NAME before REST allows for a component in it, *LIMIT being what the directory before that
   allows; false, reported, when it cannot be asked. */
static bool ask_limit(struct cli *cli, zstr name, span rest, uint64_t *limit)
{
    zstr directory = Z(".");
    span before = span_before(zstr_span(name), rest);
    if (!span_empty(before) && !zstr_from(&cli->strings, before, &directory))
        return true;
    oserr err = fs_longest_name(directory, limit);
    if (err == 0 || err == ENOENT) {
        *limit = *limit == 0 ? UINT64_MAX : *limit;
        return true;
    }
    cli_error(cli, err, "%s", fmt_namec(directory));
    return false;
}

static void check_components(struct cli *cli, zstr name, bool posix)
{
    span rest = zstr_span(name), component = {};
    uint64_t limit = posix ? PORTABLE_NAME : USUAL_NAME;
    while (next_component(&rest, &component)) {
        span tail = span_tail(zstr_span(name), span_len(component) + span_len(rest));
        if (span_len(component) <= PORTABLE_NAME)
            continue;
        if (!posix && !ask_limit(cli, name, tail, &limit))
            return;
        if (span_len(component) <= limit)
            continue;
        cli_error(cli, 0, "limit %lu exceeded by length %lu of file name component %s", fmt_u(limit),
                  fmt_u(span_len(component)), fmt_q(component));
        return;
    }
}

/* What POSIX promises of NAME as a whole; false, reported, when it promises nothing. */
static bool check_portable(struct cli *cli, zstr name)
{
    size_t length = span_len(zstr_span(name));
    if (!check_characters(cli, name))
        return false;
    if (length <= PORTABLE_PATH)
        return true;
    cli_error(cli, 0, "limit %lu exceeded by length %lu of file name %s", fmt_u(PORTABLE_PATH), fmt_u(length),
              fmt_name(name));
    return false;
}

static void check(struct cli *cli, zstr name, struct pathchk_options const *opt)
{
    struct stat st = {};
    span text = zstr_span(name);
    if (opt->careful && begins_with_hyphen(text)) {
        cli_error(cli, 0, "leading '-' in a component of file name %s", fmt_name(name));
        return;
    }
    if ((opt->careful || opt->posix) && span_empty(text)) {
        cli_error(cli, 0, "empty file name");
        return;
    }
    oserr err = opt->posix ? 0 : fs_lstat(FDH_CWD, name, &st);
    if (!opt->posix && err == 0)
        return;                 /* what exists is possible */
    if (err && (err != ENOENT || span_empty(text)))
        cli_error(cli, err, "%s", fmt_namec(name));
    else if (!opt->posix || check_portable(cli, name))
        check_components(cli, name, opt->posix);
}

int prog_main(struct cli *cli)
{
    struct pathchk_options opt = {};
    if (!parse_options(cli, &opt))
        return cli_usage_exit(cli);
    zstr name = {};
    while (cli_next_operand(cli, &name))
        check(cli, name, &opt);
    return cli_finish(cli);
}
