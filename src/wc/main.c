/* wc - count lines, words, characters and bytes. */

#include "wc/wc.h"

#include "safe/checked.h"
#include "sys/cpu.h"

enum { KEY_FILES_FROM = CLI_KEY, KEY_TOTAL, KEY_DEBUG };

static const struct cli_option option_rows[] = {
    {'c', Z("bytes"), Z_NONE, Z("count bytes")},
    {'m', Z("chars"), Z_NONE, Z("count characters")},
    {'l', Z("lines"), Z_NONE, Z("count newlines")},
    {KEY_DEBUG, Z("debug"), Z_NONE, Z("say on standard error which instructions count lines")},
    {KEY_FILES_FROM, Z("files0-from"), Z("F"),
     Z("read the names of the inputs from file F, each ended by NUL;\nF may be - for standard input")},
    {'L', Z("max-line-length"), Z_NONE, Z("print the width of the widest line")},
    {'w', Z("words"), Z_NONE, Z("count words")},
    {KEY_TOTAL, Z("total"), Z("WHEN"),
     Z("when to print a line of totals: auto (for several inputs), always, only, never")},
};

const struct cli_program prog_program = {
    .name = Z("wc"),
    .operands = Z("[FILE]...\n--files0-from=F"),
    .summary = Z("Count newlines, words and bytes of each FILE, and of all together if there are several.\n"
                 "A word is a run of characters other than white space.\n"
                 "Standard input is read where FILE is -, and when there is no FILE."),
    .options = CLI_ROWS(option_rows),
    .closing = Z("-"),
    .order = Z("bytes chars lines words"),
    .notes = Z("Counts are printed in this order: lines, words, characters, bytes, widest line."),
};

static const struct cli_word when_words[] = {
    {Z("auto"), TOTAL_AUTO},
    {Z("always"), TOTAL_ALWAYS},
    {Z("only"), TOTAL_ONLY},
    {Z("never"), TOTAL_NEVER},
};

static bool choose_total(struct cli *cli, struct cli_match const *m, struct wc_options *opt)
{
    int when = TOTAL_AUTO;
    if (!cli_choose(cli, m, CLI_WORDS(when_words), &when))
        return false;
    opt->total = when;
    return true;
}

static bool parse_options(struct cli *cli, struct wc_options *opt)
{
    for (struct cli_match m = {}; cli_next_option(cli, &m);) {
        switch (m.key) {
        case 'c': opt->bytes = true; break;
        case 'm': opt->chars = true; break;
        case 'l': opt->lines = true; break;
        case 'w': opt->words = true; break;
        case 'L': opt->width = true; break;
        case KEY_DEBUG: opt->debug = true; break;
        case KEY_FILES_FROM: opt->files_from = m.value; break;
        default:
            if (!choose_total(cli, &m, opt))
                return false;
        }
    }
    if (!opt->bytes && !opt->chars && !opt->lines && !opt->words && !opt->width)
        opt->bytes = opt->lines = opt->words = true;
    if (!cli_options_ok(cli) || zstr_is_none(opt->files_from) || cli_operand_count(cli) == 0)
        return cli_options_ok(cli);
    cli_extra_file(cli, cli_operand(cli, 0));
    return cli_hint(cli, "file operands cannot be combined with --files0-from");
}

static void count_input(struct cli *cli, zstr name, struct wc_run *run)
{
    struct wc_counts c = {};
    struct cli_input in = {};
    oserr err = cli_open_input(cli, name, &in);
    if (err) {
        cli_error(cli, err, "%s", fmt_namec(name));
        return;
    }
    err = wc_count(&in.reader, &run->opt, &run->tables, &c);
    if (run->no_names)
        in.name = Z("standard input");
    cli_close_input(cli, &in, err);
    if (run->opt.total != TOTAL_ONLY)
        wc_print(cli_out(cli), run, &c, run->no_names ? Z_NONE : name);
    wc_add_total(cli, &run->total, &c);
}

static void print_total(struct cli *cli, struct wc_run *run, size_t inputs)
{
    int when = run->opt.total;
    if (when == TOTAL_NEVER || (when == TOTAL_AUTO && inputs < 2))
        return;
    wc_print(cli_out(cli), run, &run->total, when == TOTAL_ONLY ? Z_NONE : Z("total"));
}

int prog_main(struct cli *cli)
{
    struct wc_run run = {};
    struct wc_names names = {};
    if (!parse_options(cli, &run.opt) || !wc_names_open(cli, &names, run.opt.files_from))
        return cli_usage_exit(cli);
    if (run.opt.debug && run.opt.lines && !run.opt.words)
        cli_warn(cli, 0, "%s", cpu_has(CPU_AVX2) ? fmt_s(S("using avx2 hardware support"))
                                                 : fmt_s(S("avx2 support not detected")));
    wc_make_tables(&run.tables, &run.opt);
    run.no_names = zstr_is_none(run.opt.files_from) && cli_operand_count(cli) == 0;
    run.columns = wc_number_width(&run, &names);
    size_t inputs = 0;
    for (zstr name = {}; writer_ok(cli_out(cli)) && wc_names_next(cli, &names, &name); inputs++)
        if (zstr_len(name) > 0)
            count_input(cli, name, &run);
    wc_names_close(cli, &names);
    print_total(cli, &run, inputs);
    return cli_finish(cli);
}
