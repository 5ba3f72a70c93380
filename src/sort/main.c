/* main.c - sort: parse, then check, merge or sort. */

#include "safe/checked.h"
#include "sort/sort.h"
#include "sys/fsop.h"
#include "sys/limits.h"

static const struct cli_option option_rows[] = {
    {'b', Z("ignore-leading-blanks"), Z_NONE, Z("skip the blanks in front of a key")},
    {'d', Z("dictionary-order"), Z_NONE, Z("of each key only blanks, letters and digits count")},
    {'f', Z("ignore-case"), Z_NONE, Z("lower case counts as upper case")},
    {'g', Z("general-numeric-sort"), Z_NONE, Z("keys are numbers in any notation: 1e3, 0x1F, inf, nan")},
    {'i', Z("ignore-nonprinting"), Z_NONE, Z("of each key only printable characters count")},
    {'M', Z("month-sort"), Z_NONE, Z("keys are short names of months; what is none comes first")},
    {'h', Z("human-numeric-sort"), Z_NONE, Z("keys are amounts with a unit: 2K, 1G")},
    {'n', Z("numeric-sort"), Z_NONE, Z("keys are decimal numbers of any length")},
    {'R', Z("random-sort"), Z_NONE, Z("a random order that keeps equal keys together")},
    {KEY_RANDOM_SOURCE, Z("random-source"), Z("FILE"), Z("take the randomness of -R from FILE")},
    {'r', Z("reverse"), Z_NONE, Z("the other way round")},
    {KEY_SORT, Z("sort"), Z("WORD"),
     Z("what keys are: general-numeric (-g), human-numeric (-h), month (-M),\n"
       "numeric (-n), random (-R), version (-V)")},
    {'V', Z("version-sort"), Z_NONE, Z("numbers inside a key count as numbers: a9 before a10")},
    {KEY_BATCH, Z("batch-size"), Z("NMERGE"), Z("merge at most NMERGE inputs at once")},
    {'c', Z_NONE, Z_NONE, Z("only check whether the input is sorted, and show the first line that is not")},
    {KEY_CHECK, Z("check"), Z("[WORD]"), Z("diagnose-first is -c, quiet or silent is -C; -c without WORD")},
    {'C', Z_NONE, Z_NONE, Z("the same as -c without a message")},
    {KEY_COMPRESS, Z("compress-program"), Z("PROG"),
     Z("send temporary data through PROG, and get it back through PROG -d")},
    {KEY_DEBUG, Z("debug"), Z_NONE,
     Z("mark the part of each line that was compared,\nand warn about doubtful options")},
    {KEY_FILES_FROM, Z("files0-from"), Z("F"),
     Z("read the names of the inputs from file F, each ended by NUL;\nF may be - for standard input")},
    {'k', Z("key"), Z("KEYDEF"), Z("compare this part of the lines; may be given several times")},
    {'m', Z("merge"), Z_NONE, Z("merge inputs that are sorted already")},
    {'o', Z("output"), Z("FILE"), Z("write to FILE, which may be one of the inputs")},
    {'s', Z("stable"), Z_NONE, Z("lines with equal keys keep their order")},
    {'S', Z("buffer-size"), Z("SIZE"), Z("use about SIZE of memory")},
    {'t', Z("field-separator"), Z("SEP"), Z("fields end at the character SEP instead of in front of blanks")},
    {'T', Z("temporary-directory"), Z("DIR"),
     Z("put temporary data into DIR, not $TMPDIR or /tmp;\nseveral such options take turns")},
    {KEY_PARALLEL, Z("parallel"), Z("N"), Z("sort with N threads")},
    {'u', Z("unique"), Z_NONE,
     Z("of lines with equal keys write only the first;\nwith -c, equal lines are out of order")},
    {'z', Z("zero-terminated"), Z_NONE, Z("lines end with NUL, not newline")},
    {'y', Z_NONE, Z("N"), Z_NONE},
};

const struct cli_program prog_program = {
    .name = Z("sort"),
    .operands = Z("[FILE]...\n--files0-from=F"),
    .summary = Z("Write the lines of all FILEs together in sorted order to standard output.\n"
                 "Standard input is read where FILE is -, and when there is no FILE."),
    .options = CLI_ROWS(option_rows),
    .order = Z("ignore-leading-blanks check compress-program debug dictionary-order ignore-case "
               "files0-from general-numeric-sort ignore-nonprinting key merge month-sort numeric-sort "
               "human-numeric-sort version-sort random-sort random-source sort output reverse stable "
               "batch-size buffer-size field-separator temporary-directory unique zero-terminated"),
    .notes = Z("KEYDEF is F[.C][LETTERS][,F[.C][LETTERS]]: the field and character where the key starts,\n"
               "and those where it ends (the end of the line if not given); both count from 1.\n"
               "Without -t a field includes the blanks in front of it.  LETTERS are of bdfgiMhnRrV and\n"
               "stand for these options, for this key only.  A key without letters follows the options;\n"
               "without -k the line is the key.\n\n"
               "SIZE is in units of 1024 bytes, or has a suffix: b 1, K 1024, M, G, T, P, E and so on,\n"
               "% one hundredth of the memory of the machine.\n\n"
               "The order of text is that of the locale; LC_ALL=C gives the order of bytes."),
    .failure = 2,
    .operands_in_order = true,
};

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
