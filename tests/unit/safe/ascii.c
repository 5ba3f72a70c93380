/* ascii.c - every byte, and the end. */

#include "safe/ascii.h"
#include "unit.h"

#include <string.h>

static bool is_one_of(char const *set, int c)
{
    return c > 0 && strchr(set, c);
}

START_TEST(classes)
{
    char const *small = "abcdefghijklmnopqrstuvwxyz", *capital = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    for (int c = -1; c <= UCHAR_MAX; c++) {
        bool is_small = is_one_of(small, c), is_capital = is_one_of(capital, c);
        ck_assert(ascii_is_digit(c) == is_one_of("0123456789", c));
        ck_assert(ascii_is_letter(c) == (is_small || is_capital));
        ck_assert(ascii_is_alnum(c) == (ascii_is_letter(c) || ascii_is_digit(c)));
        ck_assert(ascii_is_blank(c) == is_one_of(" \t", c));
        ck_assert(ascii_is_space(c) == is_one_of(" \t\n\v\f\r", c));
        ck_assert_int_eq(ascii_upper(c), is_small ? capital[strchr(small, c) - small] : c);
        ck_assert_int_eq(ascii_lower(c), is_capital ? small[strchr(capital, c) - capital] : c);
    }
}
END_TEST

START_TEST(digits)
{
    for (int c = -1; c <= UCHAR_MAX; c++) {
        unsigned v = 16;
        if (is_one_of("0123456789abcdef", c))
            v = (unsigned)(strchr("0123456789abcdef", c) - "0123456789abcdef");
        if (is_one_of("ABCDEF", c))
            v = (unsigned)(c - 'A' + 10);
        ck_assert_uint_eq(ascii_digit(c, 16), v);
        ck_assert_uint_eq(ascii_digit(c, 10), v < 10 ? v : 10);
        ck_assert_uint_eq(ascii_digit(c, 8), v < 8 ? v : 8);
    }
}
END_TEST

START_TEST(texts)
{
    ck_assert(span_eq(ascii_drop_space(S(" \t\nx ")), S("x ")));
    ck_assert(span_empty(ascii_drop_space(S("\v\f\r"))) && span_empty(ascii_drop_space((span){0})));
    ck_assert(ascii_same_letters(S("aBz[9"), S("AbZ[9")) && ascii_same_letters((span){0}, S("")));
    ck_assert(!ascii_same_letters(S("a"), S("ab")) && !ascii_same_letters(S("["), S("{")));
    ck_assert(!ascii_same_letters(S("\344"), S("\304")));
}
END_TEST

UNIT_MAIN("ascii", classes, digits, texts)
