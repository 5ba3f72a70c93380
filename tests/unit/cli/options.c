/* options.c - the rules of getopt_long, on the option rows of a small program. */

#include "cli/run.h"
#include "sys/build.h"

static const struct cli_option rows[] = {
    {'a', Z("all"), Z_NONE, Z("take all")},
    {'n', Z("number"), Z("NUM"), Z("how many")},
    {'c', Z("color"), Z("[WHEN]"), Z("colours")},
    {'x', Z_NONE, Z_NONE, Z("letter only")},
    {CLI_KEY, Z("colour-depth"), Z("N"), Z_NONE},
    {CLI_KEY + 1, Z("almost"), Z_NONE, Z("not quite")},
    {'a', Z("alles"), Z_NONE, Z_NONE},
};

static const struct cli_program program = {
    .name = Z("prog"), .operands = Z("[FILE]...\n-x [OPTION]... ARG"), .summary = Z("Show."), .options = CLI_ROWS(rows),
    .usage_failure = 2,
};

/* Print each option as "KEY=VALUE " and then the operands. */
static int show(struct cli *cli)
{
    writer *out = cli_out(cli);
    for (struct cli_match m = {0}; cli_next_option(cli, &m);) {
        writer_imax(out, m.key);
        if (!zstr_is_none(m.value)) {
            writer_byte(out, '=');
            writer_putz(out, m.value);
        }
        writer_byte(out, ' ');
    }
    if (!cli_options_ok(cli))
        return cli_usage_exit(cli);
    for (zstr name = Z_NONE; cli_next_operand(cli, &name);) {
        writer_byte(out, '[');
        writer_putz(out, name);
        writer_byte(out, ']');
    }
    return cli_finish(cli);
}

static void check(char const *const *words, char const *wanted)
{
    check_run(program, show, words, wanted);
}

#define TRY "Try './prog --help' for more information.\n= 2"

START_TEST(short_options)
{
    check(WORDS(), "= 0");
    check(WORDS("-a"), "97 = 0");
    check(WORDS("-ax", "-a"), "97 120 97 = 0");
    check(WORDS("-n5"), "110=5 = 0");
    check(WORDS("-n", "5"), "110=5 = 0");
    check(WORDS("-an5x"), "97 110=5x = 0");
    check(WORDS("-n", "-a"), "110=-a = 0");
    check(WORDS("-n", "--"), "110=-- = 0");
    check(WORDS("-n", ""), "110= = 0");
    check(WORDS("-c", "x"), "99 [x]= 0");
    check(WORDS("-cx"), "99=x = 0");
}
END_TEST

START_TEST(long_options)
{
    check(WORDS("--all"), "97 = 0");
    check(WORDS("--number=5"), "110=5 = 0");
    check(WORDS("--number", "5"), "110=5 = 0");
    check(WORDS("--number="), "110= = 0");
    check(WORDS("--num=a=b"), "110=a=b = 0");
    check(WORDS("--color", "x"), "99 [x]= 0");
    check(WORDS("--color=x"), "99=x = 0");
    check(WORDS("--colour-depth=7"), "256=7 = 0");
    check(WORDS("--colou=7"), "256=7 = 0");
    check(WORDS("--colo=7"),
        "./prog: option '--colo=7' is ambiguous; possibilities: '--color' '--colour-depth'\n" TRY);
    check(WORDS("--all"), "97 = 0");
    check(WORDS("--alm"), "257 = 0");
    check(WORDS("--al"),
        "./prog: option '--al' is ambiguous; possibilities: '--all' '--almost'\n" TRY);
    check(WORDS("--alle"), "97 = 0");
}
END_TEST

START_TEST(mistakes)
{
    check(WORDS("-y"), "./prog: invalid option -- 'y'\n" TRY);
    check(WORDS("-ay", "-n"), "97 ./prog: invalid option -- 'y'\n" TRY);
    check(WORDS("-n"), "./prog: option requires an argument -- 'n'\n" TRY);
    check(WORDS("--number"), "./prog: option '--number' requires an argument\n" TRY);
    check(WORDS("--all=x"), "./prog: option '--all' doesn't allow an argument\n" TRY);
    check(WORDS("--nothing"), "./prog: unrecognized option '--nothing'\n" TRY);
    check(WORDS("--nothing=x"), "./prog: unrecognized option '--nothing=x'\n" TRY);
    check(WORDS("--dump"), "./prog: unrecognized option '--dump'\n" TRY);
    check(WORDS("-:"), "./prog: invalid option -- ':'\n" TRY);
    check(WORDS("--=x"), "./prog: option '--=x' is ambiguous; possibilities: '--all' '--number' '--color' "
          "'--colour-depth' '--almost' '--help' '--version'\n" TRY);
}
END_TEST

START_TEST(declared_order)
{
    struct cli_program ordered = program;
    ordered.order = Z("color alles nosuch number");
    check_run(ordered, show, WORDS("--=x"), "./prog: option '--=x' is ambiguous; possibilities: '--color' "
              "'--alles' '--number' '--all' '--colour-depth' '--almost' '--help' '--version'\n" TRY);
    check_run(ordered, show, WORDS("--al"),
              "./prog: option '--al' is ambiguous; possibilities: '--alles' '--almost'\n" TRY);
    check_run(ordered, show, WORDS("--all=x"), "./prog: option '--all' doesn't allow an argument\n" TRY);
    check_run(ordered, show, WORDS("--alm"), "257 = 0");
    ordered.order = Z("help");
    check_run(ordered, show, WORDS("--colo"),
              "./prog: option '--colo' is ambiguous; possibilities: '--color' '--colour-depth'\n" TRY);
}
END_TEST

START_TEST(permutation)
{
    unsetenv("POSIXLY_CORRECT");
    check(WORDS("one", "-a", "two", "-x"), "97 120 [one][two]= 0");
    check(WORDS("one", "--", "-a", "--"), "[one][-a][--]= 0");
    check(WORDS("-", "-a"), "97 [-]= 0");
    check(WORDS("", "-a"), "97 []= 0");
    setenv("POSIXLY_CORRECT", "", 1);
    check(WORDS("-x", "one", "-a", "--"), "120 [one][-a][--]= 0");
    check(WORDS("-", "-a"), "[-][-a]= 0");
    unsetenv("POSIXLY_CORRECT");
    struct cli_program first = program;
    first.options_first = true;
    check_run(first, show, WORDS("-x", "one", "-a"), "120 [one][-a]= 0");
    check_run(first, show, WORDS("-x", "--", "-a", "", "--"), "120 [-a][][--]= 0");
    check_run(first, show, WORDS("--"), "= 0");
    struct cli_program ordered = program;
    ordered.operands_in_order = true;
    check_run(ordered, show, WORDS("one", "-a", "two", "--", "-x"), "-2=one 97 -2=two -2=-x = 0");
}
END_TEST

/* Letters with what stands behind them taken as a text. */
static int take_rest(struct cli *cli)
{
    for (struct cli_match m = {0}; cli_next_option(cli, &m);) {
        writer_imax(cli_out(cli), m.key);
        zstr rest = cli_take_rest(cli);
        writer_putz(cli_out(cli), zstr_is_none(rest) ? Z(" none ") : rest);
        ck_assert(zstr_is_none(cli_take_rest(cli)));
    }
    return cli_finish(cli);
}

START_TEST(the_rest_of_an_argument)
{
    check_run(program, take_rest, WORDS("-x-1y", "--all"), "120-1y97 none = 0");
}
END_TEST

START_TEST(version_and_help)
{
    check_run(program, show, WORDS("--dump-option-rows"),
              "a\tall\t-\ttake all\nn\tnumber\tNUM\thow many\n"
              "c\tcolor\t[WHEN]\tcolours\nx\t-\t-\tletter only\n"
              "-\talmost\t-\tnot quite\n-\thelp\t-\tshow these options and stop\n"
              "-\tversion\t-\tshow the version and stop\n= 0");
}
END_TEST

static int only_help(struct cli *cli)
{
    if (cli_only_help(cli))
        return cli_usage_exit(cli);
    writer_put(cli_out(cli), S("no help\n"));
    return cli_finish(cli);
}

START_TEST(help_alone)
{
    struct cli_program raw = {.name = Z("raw"), .summary = Z("Raw."), .raw = true};
    check_run(raw, only_help, WORDS("--help", "x"), "no help\n= 0");
    check_run(raw, only_help, WORDS("--hel"), "no help\n= 0");
    check_run(raw, only_help, WORDS(), "no help\n= 0");
    char const *const help[] = {"--help", NULL};
    pid_t child = fork();
    if (child == 0) {
        int out = open("help", O_WRONLY | O_CREAT, 0644);
        dup2(out, STDOUT_FILENO);
        char *vector[] = {(char *)(uintptr_t)help[0], NULL};
        _exit(cli_start((args){vector, 1}, Z_NONE, program, only_help));
    }
    int status = 1;
    waitpid(child, &status, 0);
    ck_assert_int_eq(status, 0);
    span said = unit_read("help");
    ck_assert(span_starts(said, S("Usage: prog [OPTION]... [FILE]...\n  or:  prog -x [OPTION]... ARG\nShow.\n")));
    ck_assert_uint_lt(span_search(said, S("--number=NUM")), span_len(said));
    ck_assert_uint_lt(span_search(said, S("--color[=WHEN]")), span_len(said));
    ck_assert_uint_eq(span_search(said, S("alles")), span_len(said));
}
END_TEST

/* Options with the argument of each -n, split at commas, parsed in its place. */
static int insert(struct cli *cli)
{
    for (struct cli_match m = {0}; cli_next_option(cli, &m);) {
        writer_byte(cli_out(cli), low_byte(m.key));
        zstr_vec words = {0};
        span rest = zstr_span(m.value), part = {0};
        for (zstr word = Z_NONE; m.key == 'n' && span_cut(&rest, ',', &part);) {
            zstr_from(&cli->strings, part, &word);
            zstr_vec_push(&words, word);
        }
        if (m.key == 'n')
            cli_insert_arguments(cli, zstr_vec_span(&words));
    }
    for (zstr operand = Z_NONE; cli_next_operand(cli, &operand);)
        writer_putz(cli_out(cli), operand);
    return cli_options_ok(cli) ? cli_finish(cli) : cli_usage_exit(cli);
}

START_TEST(inserted_arguments)
{
    static const struct cli_option insert_rows[] = {
        {'a', Z("all"), Z_NONE, Z_NONE}, {'n', Z("number"), Z("N"), Z_NONE},
    };
    struct cli_program inserting = {.name = Z("prog"), .options = CLI_ROWS(insert_rows)};
    check_run(inserting, insert, WORDS("-n", "-a,x,", "-a", "y"), "naaxy= 0");
    check_run(inserting, insert, WORDS("-an-a,", "-n", "", "-a"), "anana= 0");
    check_run(inserting, insert, WORDS("x", "-n--,-a,", "-a"), "nx-a-a= 0");
    check_run(inserting, insert, WORDS("-n-n,", "-a,z,"), "nnaz= 0");
}
END_TEST

/* A program whose letter V means --version, as once was the custom. */
static int old_version(struct cli *cli)
{
    for (struct cli_match m = {0}; cli_next_option(cli, &m);)
        if (m.key == 'x')
            cli_answer_version(cli);
    return cli_options_ok(cli) ? cli_finish(cli) : cli_usage_exit(cli);
}

START_TEST(version_by_a_letter)
{
    char version[512] = "";
    snprintf(version, sizeof version,
             "prog (safe-coreutils) %s\nLicense GPLv3+: GNU GPL version 3 or later\n"
             "<https://gnu.org/licenses/gpl.html>.\n"
             "This is free software: you may change and redistribute it.\n"
             "There is no warranty, as far as the law permits.\n= 0", zstr_c(build_version()));
    check_run(program, old_version, WORDS("-a"), "= 0");
    check_run(program, old_version, WORDS("--version"), version);
    check_run(program, old_version, WORDS("-x"), version);
    check_run(program, old_version, WORDS("-ax", "--nonsense"), version);
}
END_TEST

UNIT_MAIN("options", short_options, long_options, mistakes, declared_order, permutation, the_rest_of_an_argument,
          inserted_arguments, version_and_help, version_by_a_letter, help_alone)
