/* tabs.c - lists of tab stops, and the stop behind a column. */

#include "tabs/tabs.h"
#include "../cli/run.h"

static const struct cli_program program = {.name = Z("prog"), .summary = Z("Show.")};

/* The stops behind columns 0, 3, 7 and 20 of the lists that the operands are. */
static int show(struct cli *cli)
{
    struct cli_match m = {0};
    struct tabs t = {0};
    uint64_t columns[] = {0, 3, 7, 20};
    zstr list = {0};
    while (cli_next_option(cli, &m))
        continue;
    while (cli_next_operand(cli, &list))
        if (!tabs_parse(cli, &t, zstr_span(list)))
            return cli_usage_exit(cli);
    if (!tabs_finish(cli, &t))
        return cli_usage_exit(cli);
    size_t hint = 0;
    for (size_t i = 0; i < 4; i++) {
        writer_umax(cli_out(cli), tabs_next(&t, columns[i], &hint));
        writer_byte(cli_out(cli), ' ');
    }
    return cli_finish(cli);
}

START_TEST(stops)
{
    check_run(program, show, WORDS(), "8 8 8 24 = 0");
    check_run(program, show, WORDS("4"), "4 4 8 24 = 0");
    check_run(program, show, WORDS("1"), "1 4 8 21 = 0");
    check_run(program, show, WORDS("3,7"), "3 7 0 0 = 0");
    check_run(program, show, WORDS("3", "7 9"), "3 7 9 0 = 0");
    check_run(program, show, WORDS("3,/5"), "3 5 10 25 = 0");
    check_run(program, show, WORDS("3,+5"), "3 8 8 23 = 0");
    check_run(program, show, WORDS("/6"), "6 6 12 24 = 0");
    check_run(program, show, WORDS("+6"), "6 6 12 24 = 0");
    check_run(program, show, WORDS(",, "), "8 8 8 24 = 0");
    check_run(program, show, WORDS("5,/0"), "5 5 10 25 = 0");
    check_run(program, show, WORDS("9223372036854775807"),
              "9223372036854775807 9223372036854775807 9223372036854775807 9223372036854775807 = 0");
}
END_TEST

START_TEST(refusals)
{
    setenv("LC_ALL", "C", 1);
    check_run(program, show, WORDS("0"), "prog: tab size cannot be 0\n= 1");
    check_run(program, show, WORDS("4,4"), "prog: tab sizes must be ascending\n= 1");
    check_run(program, show, WORDS("/3,6"), "prog: '/' specifier only allowed with the last value\n= 1");
    check_run(program, show, WORDS("+3", "+6"), "prog: '+' specifier only allowed with the last value\n= 1");
    check_run(program, show, WORDS("+3", "/6"), "prog: '/' specifier is mutually exclusive with '+'\n= 1");
    check_run(program, show, WORDS("2/6"), "prog: '/' specifier not at start of number: '/6'\n= 1");
    check_run(program, show, WORDS("2+"), "prog: '+' specifier not at start of number: '+'\n= 1");
    check_run(program, show, WORDS("5x,"), "prog: tab size contains invalid character(s): 'x,'\n= 1");
    check_run(program, show, WORDS("9223372036854775808"),
              "prog: tab stop is too large '9223372036854775808'\n= 1");
}
END_TEST

START_TEST(beyond_all_numbers)
{
    struct tabs t = {.size = 10};
    size_t hint = 0;
    ck_assert_uint_eq(tabs_next(&t, UINT64_MAX, &hint), 0);
    ck_assert_uint_eq(tabs_next(&t, UINT64_MAX - 6, &hint), UINT64_MAX - 5);
    ck_assert_uint_eq(tabs_next(&t, UINT64_MAX - 5, &hint), 0);
    t = (struct tabs){0};
    tabs_add(&t, 5);
    tabs_add(&t, 6);
    hint = 0;
    ck_assert_uint_eq(tabs_next(&t, 5, &hint), 6);
    ck_assert_uint_eq(tabs_next(&t, 6, &hint), 0);
}
END_TEST

UNIT_MAIN("tabs", stops, refusals, beyond_all_numbers)
