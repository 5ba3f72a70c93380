/* pr - pages and columns for printing. */

#include "pr/pr.h"

static const struct cli_option option_rows[] = {
    {PR_KEY_PAGES, Z("pages"), Z("FIRST[:LAST]"),
     Z("print the pages from FIRST to LAST only; also written +FIRST[:LAST]")},
    {PR_KEY_COLUMNS, Z("columns"), Z("COLUMNS"),
     Z("print COLUMNS columns, which go down the page and are equally long; also\n"
       "written -COLUMNS")},
    {'a', Z("across"), Z_NONE, Z("let columns go across the page instead")},
    {'b', Z_NONE, Z_NONE, Z_NONE},
    {'c', Z("show-control-chars"), Z_NONE,
     Z("print control characters as ^X, and others that cannot be printed in octal,\n"
       "as \\ooo")},
    {'d', Z("double-space"), Z_NONE, Z("print an empty line behind each line")},
    {'D', Z("date-format"), Z("FORMAT"), Z("print dates in headers by this FORMAT of date(1)")},
    {'e', Z("expand-tabs"), Z("[CHAR[WIDTH]]"),
     Z("expand CHAR (tab) in the input to blanks, up to the next multiple of\n"
       "WIDTH (8)")},
    {'f', Z_NONE, Z_NONE, Z_NONE},
    {'F', Z("form-feed"), Z_NONE, Z("end pages with a form feed instead of empty lines; also -f")},
    {'h', Z("header"), Z("TEXT"), Z("print TEXT in headers instead of the name of the file")},
    {'i', Z("output-tabs"), Z("[CHAR[WIDTH]]"),
     Z("print CHAR (tab) instead of blanks up to a multiple of WIDTH (8)")},
    {'J', Z("join-lines"), Z_NONE, Z("do not cut lines off or align columns")},
    {'l', Z("length"), Z("LINES"),
     Z("let pages have LINES lines (66), header and trailer and all; 10 or less leave\n"
       "no room for these")},
    {'m', Z("merge"), Z_NONE, Z("print all files side by side, each in its column")},
    {'n', Z("number-lines"), Z("[CHAR[DIGITS]]"),
     Z("number lines: DIGITS (5) digits and CHAR (tab)")},
    {'N', Z("first-line-number"), Z("NUMBER"), Z("let the first line that is printed have this NUMBER")},
    {'o', Z("indent"), Z("MARGIN"), Z("begin lines with MARGIN blanks, which do not count as width")},
    {'r', Z("no-file-warnings"), Z_NONE, Z("do not complain of files that cannot be opened")},
    {'s', Z("separator"), Z("[STRING]"),
     Z("put STRING (tab; nothing with -w) between columns, and do not cut lines off\n"
       "without -w")},
    {'S', Z("sep-string"), Z("[STRING]"), Z("put STRING (nothing) between columns")},
    {'t', Z("omit-header"), Z_NONE, Z("print neither headers nor trailers")},
    {'T', Z("omit-pagination"), Z_NONE, Z("the same, and drop form feeds")},
    {'v', Z("show-nonprinting"), Z_NONE, Z("print characters that cannot be printed in octal, as \\ooo")},
    {'w', Z("width"), Z("COLUMNS"), Z("let lines of several columns be this wide (72)")},
    {'W', Z("page-width"), Z("COLUMNS"), Z("let all lines be this wide, and cut them off without -J")},
};

const struct cli_program prog_program = {
    .name = Z("pr"),
    .operands = Z("[FILE]..."),
    .summary = Z("Print each FILE in pages, with headers, and perhaps in columns.\n"
                 "Standard input is read where FILE is -, and when there is no FILE."),
    .options = CLI_ROWS(option_rows),
    .operands_in_order = true,
    .digits = true,
};

/* Open a file as the next input. */
static void open_input(struct cli *cli, struct pr_run *r, zstr name)
{
    pr_inputs_extend(&r->inputs, 1);
    size_t i = pr_inputs_len(&r->inputs) - 1;
    oserr err = cli_open_input(cli, name, &AT(pr_inputs, &r->inputs, i).in);
    if (!err)
        return;
    pr_inputs_truncate(&r->inputs, i);
    if (r->opt.quiet)
        cli->diag.status = cli->diag.failure;
    else
        cli_error(cli, err, "%s", fmt_namec(name));
}

static void print_inputs(struct cli *cli, struct pr_run *r)
{
    if (pr_inputs_len(&r->inputs) == 0)
        return;
    pr_make_header(r);
    pr_print_pages(cli, r);
    for (size_t i = 0; i < pr_inputs_len(&r->inputs); i++)
        cli_close_input(cli, &AT(pr_inputs, &r->inputs, i).in, 0);
    pr_inputs_truncate(&r->inputs, 0);
}

/* All files side by side.  Those that cannot be opened leave room. */
static void merge(struct cli *cli, struct pr_run *r)
{
    zstr name = {};
    r->opt.columns = cli_operand_count(cli);
    if (!pr_lay_out(cli, r))
        return;
    while (cli_next_operand(cli, &name))
        open_input(cli, r, name);
    r->opt.columns = pr_inputs_len(&r->inputs);
    print_inputs(cli, r);
}

static void print_each(struct cli *cli, struct pr_run *r)
{
    zstr name = {};
    if (!pr_lay_out(cli, r))
        return;
    while (!r->stopped && writer_ok(cli_out(cli)) && cli_next_operand(cli, &name)) {
        open_input(cli, r, name);
        print_inputs(cli, r);
    }
}

int prog_main(struct cli *cli)
{
    struct pr_run r = {.opt = {.columns = 1, .width = PR_WIDTH, .length = PR_LENGTH, .digits = PR_DIGITS,
                               .first_number = 1}};
    r.opt.in = r.opt.out = (struct pr_tab){.mark = S("\t"), .width = PR_TAB};
    r.opt.number_mark = S("\t");
    if (!pr_parse_options(cli, &r))
        return cli_usage_exit(cli);
    if (cli_operand_count(cli) == 0) {
        zstr_vec_push(&cli->operands, Z("-"));
        r.opt.merge = false;        /* so that a number may take all of the width, as with any one file */
    }
    if (r.opt.merge)
        merge(cli, &r);
    else
        print_each(cli, &r);
    return cli_finish(cli);
}
