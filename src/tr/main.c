/* tr - translate, squeeze and delete characters. */

#include "tr/tr.h"

static const struct cli_option option_rows[] = {
    {'c', Z("complement"), Z_NONE, Z("take all characters that are not in SET1 for SET1")},
    {'C', Z_NONE, Z_NONE, Z("the same as -c")},
    {'A', Z_NONE, Z_NONE, Z_NONE},
    {'d', Z("delete"), Z_NONE, Z("delete the characters of SET1")},
    {'s', Z("squeeze-repeats"), Z_NONE,
     Z("print a run of one and the same character of the last SET as one;\n"
       "after deleting or translating")},
    {'t', Z("truncate-set1"), Z_NONE, Z("leave out of SET1 what goes beyond the length of SET2")},
};

const struct cli_program prog_program = {
    .name = Z("tr"),
    .operands = Z("SET1 [SET2]"),
    .summary = Z("Copy standard input to standard output, with characters translated, deleted\n"
                 "or squeezed.  A character of SET1 becomes the one in the same place of SET2."),
    .options = CLI_ROWS(option_rows),
    .options_first = true,
    .notes = Z("A SET is a string of characters, most of which stand for themselves, and of these:\n"
               "\n"
               "  \\NNN         the byte with that octal number (one to three digits)\n"
               "  \\\\ \\a \\b \\f   backslash, bell, backspace, form feed\n"
               "  \\n \\r \\t \\v   newline, carriage return, tab, vertical tab\n"
               "  A-Z          the characters from A to Z\n"
               "  [C*N]        N times C (octal after a 0); in SET2\n"
               "  [C*]         C as often as SET2 needs to become as long as SET1\n"
               "  [:CLASS:]    alnum, alpha, blank, cntrl, digit, graph, lower, print, punct,\n"
               "               space, upper or xdigit\n"
               "  [=C=]        what is equivalent to C: C itself\n"
               "\n"
               "A SET2 that is too short goes on with its last character.  '[:lower:]' and\n"
               "'[:upper:]' in the same place of both SETs change case."),
};

static bool parse_options(struct cli *cli, struct tr_options *opt)
{
    for (struct cli_match m = {}; cli_next_option(cli, &m);) {
        opt->complement |= m.key == 'c' || m.key == 'C';
        opt->delete |= m.key == 'd';
        opt->squeeze |= m.key == 's';
        opt->truncate |= m.key == 't';
    }
    return cli_options_ok(cli);
}

static bool check_operands(struct cli *cli, struct tr_options const *opt)
{
    size_t n = cli_operand_count(cli);
    size_t least = opt->delete == opt->squeeze ? 2 : 1, most = opt->delete && !opt->squeeze ? 1 : 2;
    if (n < least) {
        cli_missing_operand(cli, n == 0 ? Z_NONE : cli_operand(cli, n - 1));
        if (n == 1 && opt->delete)
            cli_hint(cli, "Two strings must be given when both deleting and squeezing repeats.");
        else if (n == 1)
            cli_hint(cli, "Two strings must be given when translating.");
        return false;
    }
    if (n > most) {
        cli_extra_operand(cli, cli_operand(cli, most));
        if (n == 2)
            cli_hint(cli, "Only one string may be given when deleting without squeezing repeats.");
        return false;
    }
    return true;
}

static bool parse_sets(struct cli *cli, struct tr_run *r)
{
    span one = zstr_span(cli_operand(cli, 0));
    bool two = cli_operand_count(cli) == 2;
    span other = two ? zstr_span(cli_operand(cli, 1)) : (span){};
    r->opt.translate = two && !r->opt.delete;
    r->set1.wide = r->set2.wide = tr_is_wide(one) || tr_is_wide(other);
    return tr_parse(cli, one, &r->set1) && tr_parse(cli, other, &r->set2) && tr_pair(cli, r);
}

int prog_main(struct cli *cli)
{
    struct tr_run r = {};
    if (!parse_options(cli, &r.opt) || !check_operands(cli, &r.opt) || !parse_sets(cli, &r))
        return cli_usage_exit(cli);
    struct cli_input in = {};
    oserr err = cli_open_input(cli, Z("-"), &in);
    if (err == 0 && r.set1.wide)
        err = tr_filter_chars(&r, &in.reader, cli_out(cli));
    else if (err == 0)
        err = tr_filter_bytes(&r, &in.reader, cli_out(cli));
    if (err)
        cli_error(cli, err, "read error");
    cli_close_input(cli, &in, 0);
    return cli_finish(cli);
}
