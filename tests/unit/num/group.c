/* group.c - digits in groups, by the locale. */

#include "num/group.h"
#include "unit.h"

static void check_grouped(char const *digits, char const *want)
{
    buf out = {0};
    buf_append(&out, S("<"));
    num_append_grouped(&out, text(digits));
    buf_append(&out, S(">"));
    check_text(buf_span(&out), want);
    buf_recycle(&out);
}

START_TEST(without_groups)
{
    setenv("LC_ALL", "C", 1);
    check_grouped("", "<>");
    check_grouped("1", "<1>");
    check_grouped("1234567", "<1234567>");
}
END_TEST

START_TEST(groups_of_three)
{
    setenv("LC_ALL", "en_US.UTF-8", 1);
    check_grouped("", "<>");
    check_grouped("123", "<123>");
    check_grouped("1234", "<1,234>");
    check_grouped("123456", "<123,456>");
    check_grouped("0001234567", "<0,001,234,567>");
}
END_TEST

START_TEST(many_digits)
{
    enum { DIGITS = 3000000 };
    buf digits = {0}, out = {0};
    setenv("LC_ALL", "en_US.UTF-8", 1);
    buf_append_fill(&digits, DIGITS, '7');
    num_append_grouped(&out, buf_span(&digits));
    ck_assert_uint_eq(buf_len(&out), DIGITS + DIGITS / 3 - 1);
    ck_assert_uint_eq(span_find(buf_span(&out), ','), 3);
}
END_TEST

UNIT_MAIN("group", without_groups, groups_of_three, many_digits)
