/* escape.c - the backslash sequences of echo and printf. */

#include "escape/escape.h"
#include "unit.h"

START_TEST(letters)
{
    static char const names[] = "\\abefnrtv", bytes[] = "\\\a\b\033\f\n\r\t\v";
    for (int c = -1; c < 256; c++) {
        char const *at = c > 0 ? strchr(names, c) : NULL;
        ck_assert_int_eq(escape_letter(c), at ? bytes[at - names] : -1);
    }
}
END_TEST

static void check_number(char const *digits, unsigned base, size_t most, size_t taken, uint32_t value)
{
    span rest = text(digits);
    uint32_t got = 99;
    ck_assert_uint_eq(escape_take_number(&rest, base, most, &got), taken);
    ck_assert_uint_eq(got, value);
    ck_assert_uint_eq(span_len(rest), strlen(digits) - taken);
}

START_TEST(numbers)
{
    check_number("", 8, 3, 0, 0);
    check_number("8", 8, 3, 0, 0);
    check_number("78", 8, 3, 1, 7);
    check_number("7777", 8, 3, 3, 511);
    check_number("fFg", 16, 8, 2, 255);
    check_number("aF09", 16, 2, 2, 0xAF);
    check_number("FFFFFFFF0", 16, 8, 8, UINT32_MAX);
    check_number("FFFFFFFF1", 16, 9, 9, 0xFFFFFFF1);
    check_number("a", 10, 1, 0, 0);
    check_number("9", 10, 0, 0, 0);
}
END_TEST

UNIT_MAIN("escape", letters, numbers)
