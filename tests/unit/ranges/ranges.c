/* ranges.c - lists of ranges: sorted, merged, complemented, refused. */

#include "ranges/ranges.h"
#include "unit.h"

/* LIST as parsed, in the form "low-high " for each range; "bad" when it was refused. */
static char const *parsed(char const *list, struct ranges_rules rules, bool join)
{
    static char shown_ranges[400];
    struct cli cli = {.program = {.name = Z("unit")}};
    range_vec v = {0};
    char *to = shown_ranges;
    *to = '\0';
    if (!freopen("/dev/null", "w", stderr) || !ranges_parse(&cli, text(list), rules, &v))
        return "bad";
    if (join)
        ranges_join(&v);
    for (size_t i = 0; i < range_vec_len(&v); i++) {
        struct range r = range_vec_at(&v, i);
        to += sprintf(to, "%ju-%s ", (uintmax_t)r.low, r.high == UINT64_MAX ? "" : "x");
        if (r.high != UINT64_MAX)
            to += sprintf(to - 2, "%ju ", (uintmax_t)r.high) - 2;
    }
    return shown_ranges;
}

START_TEST(lists)
{
    struct ranges_rules bytes = {0};
    ck_assert_str_eq(parsed("1", bytes, false), "1-1 ");
    ck_assert_str_eq(parsed("7-9,-3 5", bytes, false), "1-3 5-5 7-9 ");
    ck_assert_str_eq(parsed("3-,2,4-5", bytes, false), "2-2 3- ");
    ck_assert_str_eq(parsed("1-3,2-5,4", bytes, false), "1-5 ");
    ck_assert_str_eq(parsed("1-2,3-4", bytes, false), "1-2 3-4 ");
    ck_assert_str_eq(parsed("1-2,3-4,6", bytes, true), "1-4 6-6 ");
    ck_assert_str_eq(parsed("18446744073709551614,1", bytes, true), "1-1 18446744073709551614-18446744073709551614 ");
    ck_assert_str_eq(parsed("9,8,7,6,5,4,3,2,1", bytes, true), "1-9 ");
}
END_TEST

START_TEST(complements)
{
    struct ranges_rules others = {.complement = true};
    ck_assert_str_eq(parsed("2-3", others, false), "1-1 4- ");
    ck_assert_str_eq(parsed("1", others, false), "2- ");
    ck_assert_str_eq(parsed("3-", others, false), "1-2 ");
    ck_assert_str_eq(parsed("1-", others, false), "");
    ck_assert_str_eq(parsed("1-2,3-4,7", others, false), "5-6 8- ");
}
END_TEST

START_TEST(refusals)
{
    char const *const bad[] = {"", "0", "0-2", "-0", "2-1", "-", "--", "1--2", "1-2-3", "x", "1x", ",", "1,",
                               "1,,2", "+1", "18446744073709551615", "99999999999999999999"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        ck_assert_str_eq(parsed(bad[i], (struct ranges_rules){0}, false), "bad");
    ck_assert_str_eq(parsed("-", (struct ranges_rules){.fields = true, .dash_is_all = true}, false), "1- ");
}
END_TEST

UNIT_MAIN("ranges", lists, complements, refusals)
