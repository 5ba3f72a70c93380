/* operands.c - operands, inputs, words to choose from, and the end of a program. */

#include "cli/run.h"

static const struct cli_option rows[] = {{'w', Z("when"), Z("WHEN"), Z("when")}};
static const struct cli_word words[] = {
    {Z("always"), 1}, {Z("yes"), 1}, {Z("auto"), 2}, {Z("never"), 3}, {Z("nevermind"), 4},
};
static const struct cli_program program = {
    .name = Z("prog"), .operands = Z("[FILE]..."), .summary = Z("Show."), .options = CLI_ROWS(rows),
};

static int choose(struct cli *cli)
{
    int value = 0;
    for (struct cli_match m = {0}; cli_next_option(cli, &m);) {
        check_span(cli_option_name(cli, &m), span_empty(m.written) ? S("-w") : S("--when"));
        if (cli_choose(cli, &m, CLI_WORDS(words), &value))
            writer_imax(cli_out(cli), value);
    }
    return cli_options_ok(cli) ? cli_finish(cli) : cli_usage_exit(cli);
}

#define VALID "Valid arguments are:\n  - 'always', 'yes'\n  - 'auto'\n  - 'never'\n  - 'nevermind'\n" \
    "Try './prog --help' for more information.\n= 1"

START_TEST(choosing_words)
{
    setenv("LC_ALL", "C", 1);
    check_run(program, choose, WORDS("-w", "auto", "--when=never", "-wy", "-wal"), "2311= 0");
    check_run(program, choose, WORDS("-wnevermi"), "4= 0");
    check_run(program, choose, WORDS("-wx"), "prog: invalid argument 'x' for '-w'\n" VALID);
    check_run(program, choose, WORDS("--wh=a"), "prog: ambiguous argument 'a' for '--when'\n" VALID);
    check_run(program, choose, WORDS("--when="), "prog: ambiguous argument '' for '--when'\n" VALID);
    check_run(program, choose, WORDS("--when=AUTO"), "prog: invalid argument 'AUTO' for '--when'\n" VALID);
}
END_TEST

static int complain(struct cli *cli)
{
    int value = 7;
    ck_assert_int_eq(cli_find_word(CLI_WORDS(words), S("zz")), CLI_NO_WORD);
    ck_assert_int_eq(cli_find_word(CLI_WORDS(words), S("")), CLI_MANY_WORDS);
    if (cli_choose_value(cli, S("$VAR"), S("au"), CLI_WORDS(words), &value) && value == 2)
        cli_complain_word(cli, S("$VAR"), S("zz"), CLI_WORDS(words));
    return cli_usage_exit(cli);
}

START_TEST(words_from_elsewhere)
{
    setenv("LC_ALL", "C", 1);
    check_run(program, complain, WORDS(), "prog: invalid argument 'zz' for '$VAR'\n" VALID);
}
END_TEST

static int exactly(struct cli *cli)
{
    int value = 7;
    if (cli_choose_exact(cli, S("$VAR"), S("auto"), CLI_WORDS(words), &value) && value == 2
        && !cli_choose_exact(cli, S("$VAR"), S("aut"), CLI_WORDS(words), &value) && value == 2)
        cli_choose_exact(cli, S("$VAR"), S(""), CLI_WORDS(words), &value);
    return cli_usage_exit(cli);
}

START_TEST(words_in_full)
{
    setenv("LC_ALL", "C", 1);
    check_run(program, exactly, WORDS(),
        "prog: invalid argument 'aut' for '$VAR'\n"
        "Valid arguments are:\n  - 'always', 'yes'\n  - 'auto'\n  - 'never'\n  - 'nevermind'\n"
        "prog: invalid argument '' for '$VAR'\n" VALID);
}
END_TEST

static int mistakes(struct cli *cli)
{
    struct cli_match m = {0};
    while (cli_next_option(cli, &m))
        continue;
    size_t count = cli_operand_count(cli);
    if (count == 0)
        cli_missing_operand(cli, Z_NONE);
    else if (count == 1)
        cli_missing_operand(cli, cli_operand(cli, 0));
    else if (count == 2 && zstr_eq(cli_operand(cli, 0), Z("file")))
        cli_extra_file(cli, cli_operand(cli, 1));
    else if (count == 2)
        cli_extra_operand(cli, cli_operand(cli, 1));
    else if (count == 3)
        cli_bad(cli, EISDIR, "bad %s", fmt_q(S("x")));
    else if (count == 4)
        return cli_operand(cli, 4).n_ != 0;
    else
        cli_usage(cli, "usage"), cli_hint(cli, "A hint.");
    return cli_usage_exit(cli);
}

#define TRY "Try './prog --help' for more information.\n= 1"

START_TEST(reporting_mistakes)
{
    setenv("LC_ALL", "C", 1);
    check_run(program, mistakes, WORDS(), "prog: missing operand\n" TRY);
    check_run(program, mistakes, WORDS("a"), "prog: missing operand after 'a'\n" TRY);
    check_run(program, mistakes, WORDS("a", "b"), "prog: extra operand 'b'\n" TRY);
    check_run(program, mistakes, WORDS("file", "it's"), "prog: extra operand \"it's\"\n" TRY);
    check_run(program, mistakes, WORDS("a", "b", "c"), "prog: bad 'x': Is a directory\n= 1");
    check_run(program, mistakes, WORDS("a", "b", "c", "d"),
              "prog: internal error: zstr_view index (4, 4)\n= -6");
    check_run(program, mistakes, WORDS("a", "b", "c", "d", "e"), "prog: usage\nA hint.\n" TRY);
}
END_TEST

static int inputs(struct cli *cli)
{
    struct cli_match m = {0};
    while (cli_next_option(cli, &m))
        continue;
    struct cli_input in = {0};
    while (cli_next_input(cli, &in)) {
        span all = {0};
        oserr err = reader_all(&in.reader, &all);
        writer_putz(cli_out(cli), in.name);
        writer_put(cli_out(cli), in.is_stdin ? S("(stdin):") : S(":"));
        writer_put(cli_out(cli), all);
        cli_close_input(cli, &in, err);
    }
    return cli_finish(cli);
}

START_TEST(reading_inputs)
{
    setenv("LC_ALL", "C", 1);
    unit_write("a", S("A\n"));
    unit_write("in", S("IN\n"));
    int fd = open("in", O_RDONLY);
    dup2(fd, STDIN_FILENO);
    check_run(program, inputs, WORDS(), "-(stdin):IN\n= 0");
    lseek(STDIN_FILENO, 0, SEEK_SET);
    check_run(program, inputs, WORDS("a", "-", "a"), "a:A\n-(stdin):IN\na:A\n= 0");
    check_run(program, inputs, WORDS("no", "a"), "prog: no: No such file or directory\na:A\n= 1");
    check_run(program, inputs, WORDS("/", "a"), "/:prog: /: Is a directory\na:A\n= 1");
    check_run(program, inputs, WORDS("a b:", "a"), "prog: 'a b:': No such file or directory\na:A\n= 1");
    close(STDIN_FILENO);
    check_run(program, inputs, WORDS(), "-(stdin):prog: -: Bad file descriptor\n= 1");
}
END_TEST

static int opens(struct cli *cli)
{
    struct cli_input in = {0};
    ck_assert_int_eq(cli_open_input(cli, Z("no such file"), &in), ENOENT);
    ck_assert_int_eq(cli_open_input(cli, Z("a"), &in), 0);
    cli_close_input(cli, &in, EIO);
    cli_warn(cli, 0, "a warning");
    cli_error(cli, 0, "an error");
    return cli_finish(cli);
}

START_TEST(opening_without_a_message)
{
    setenv("LC_ALL", "C", 1);
    unit_write("a", S("A\n"));
    check_run(program, opens, WORDS(),
              "prog: a: Input/output error\nprog: a warning\nprog: an error\n= 1");
}
END_TEST

static int writes(struct cli *cli)
{
    int full = open("/dev/full", O_WRONLY);
    dup2(full, STDOUT_FILENO);
    writer_put(cli_out(cli), S("x"));
    return cli_finish(cli);
}

START_TEST(a_full_disk)
{
    setenv("LC_ALL", "C", 1);
    struct cli_program own = program;
    own.failure = 5;
    check_run(own, writes, WORDS(), "prog: write error: No space left on device\n= 5");
}
END_TEST

UNIT_MAIN("operands", choosing_words, words_from_elsewhere, words_in_full, reporting_mistakes, reading_inputs,
          opening_without_a_message, a_full_disk)
