/* parse.c - numbers from text. */

#include "num/parse.h"
#include "unit.h"

START_TEST(digits_alone)
{
    struct { char const *text; enum num_err err; uintmax_t value; } const cases[] = {
        {"0", NUM_OK, 0}, {"007", NUM_OK, 7}, {"18446744073709551615", NUM_OK, UINTMAX_MAX},
        {"18446744073709551616", NUM_RANGE, UINTMAX_MAX}, {"99999999999999999999999", NUM_RANGE, UINTMAX_MAX},
        {"", NUM_EMPTY, 42}, {"x", NUM_BAD, 42}, {"+1", NUM_BAD, 42}, {" 1", NUM_BAD, 42}, {"1 ",
            NUM_BAD, 42},
        {"1x", NUM_BAD, 42}, {"-1", NUM_BAD, 42},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        uintmax_t v = 42;
        ck_assert_msg(num_parse_digits(text(cases[i].text), &v) == cases[i].err, "[%s]", cases[i].text);
        ck_assert_msg(v == cases[i].value, "[%s]", cases[i].text);
    }
    uintmax_t v = 42;
    ck_assert_int_eq(num_parse_digits(S("1\0"), &v), NUM_BAD);
}
END_TEST

START_TEST(unsigned_numbers)
{
    struct { char const *text; enum num_err err; uint64_t value; } const cases[] = {
        {"5", NUM_OK, 5}, {"+5", NUM_OK, 5}, {" \t\n\v\f\r+5", NUM_OK, 5}, {"-5", NUM_BAD, 42},
        {"-0", NUM_BAD, 42}, {"", NUM_EMPTY, 42}, {"+", NUM_EMPTY, 42}, {"++5", NUM_BAD, 42},
        {"5 ", NUM_BAD, 42}, {"18446744073709551616", NUM_RANGE, UINT64_MAX}, {"0x5", NUM_BAD, 42},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        uint64_t v = 42;
        ck_assert_msg(num_parse_u64(text(cases[i].text), &v) == cases[i].err, "[%s]", cases[i].text);
        ck_assert_msg(v == cases[i].value, "[%s]", cases[i].text);
    }
}
END_TEST

START_TEST(signed_numbers)
{
    struct { char const *text; enum num_err err; int64_t value; } const cases[] = {
        {"-9223372036854775808", NUM_OK, INT64_MIN}, {"9223372036854775807", NUM_OK, INT64_MAX},
        {"-9223372036854775809", NUM_RANGE, INT64_MIN}, {"9223372036854775808", NUM_RANGE, INT64_MAX},
        {"-99999999999999999999999", NUM_RANGE, INT64_MIN}, {"-0", NUM_OK, 0}, {" -12", NUM_OK, -12},
        {"- 12", NUM_BAD, 42}, {"-", NUM_EMPTY, 42}, {"", NUM_EMPTY, 42}, {"--1", NUM_BAD, 42},
        {"+7", NUM_OK, 7},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        int64_t v = 42;
        ck_assert_msg(num_parse_i64(text(cases[i].text), &v) == cases[i].err, "[%s]", cases[i].text);
        ck_assert_msg(v == cases[i].value, "[%s]", cases[i].text);
    }
}
END_TEST

START_TEST(numbers_of_c)
{
    struct { char const *text; enum num_err err; int64_t value; } const cases[] = {
        {"0x1f", NUM_OK, 31}, {"-0XfF", NUM_OK, -255}, {" +010", NUM_OK, 8}, {"0", NUM_OK, 0}, {"10", NUM_OK, 10},
        {"08", NUM_BAD, 42}, {"0x", NUM_BAD, 42}, {"0xg", NUM_BAD, 42}, {"1f", NUM_BAD, 42}, {"", NUM_EMPTY, 42},
        {"0x8000000000000000", NUM_RANGE, INT64_MAX}, {"-01000000000000000000000", NUM_OK, INT64_MIN},
        {"0x00x1", NUM_BAD, 42},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        int64_t v = 42;
        ck_assert_msg(num_parse_c64(text(cases[i].text), &v) == cases[i].err, "[%s]", cases[i].text);
        ck_assert_msg(v == cases[i].value, "[%s]", cases[i].text);
    }
}
END_TEST

START_TEST(negative_zero)
{
    ck_assert(span_eq(num_unsign_zero(S("-0")), S("0")) && span_eq(num_unsign_zero(S(" -00k")), S("00k")));
    ck_assert(span_eq(num_unsign_zero(S("-01")), S("-01")) && span_eq(num_unsign_zero(S("-k")), S("-k")));
    ck_assert(span_eq(num_unsign_zero(S("+0")), S("+0")) && span_eq(num_unsign_zero(S("-+0")), S("-+0")));
    ck_assert(span_empty(num_unsign_zero(S(""))));
}
END_TEST

START_TEST(skipping_a_plus)
{
    ck_assert(span_eq(num_skip_plus(S(" \t\n+5")), S("5")) && span_eq(num_skip_plus(S("5 ")), S("5 ")));
    ck_assert(span_eq(num_skip_plus(S("++5")), S("+5")) && span_eq(num_skip_plus(S("+ 5")), S(" 5")));
    ck_assert(span_eq(num_skip_plus(S("-5")), S("-5")) && span_empty(num_skip_plus(S(" "))));
}
END_TEST

START_TEST(taking_digits)
{
    span s = S("123abc");
    uintmax_t v = 42;
    bool saturated = true;
    ck_assert(num_take_digits(&s, &v, &saturated));
    ck_assert(v == 123 && !saturated);
    check_text(s, "abc");
    ck_assert(!num_take_digits(&s, &v, &saturated));
    check_text(s, "abc");
    ck_assert_uint_eq(v, 123);
    s = S("18446744073709551616,");
    ck_assert(num_take_digits(&s, &v, &saturated));
    ck_assert(saturated && v == UINTMAX_MAX);
    check_text(s, ",");
    s = (span){0};
    ck_assert(!num_take_digits(&s, &v, &saturated));
}
END_TEST

START_TEST(taking_constants)
{
    struct { char const *text; bool there; uintmax_t value; char const *rest; } const cases[] = {
        {"0", true, 0, ""}, {"10", true, 10, ""}, {"010", true, 8, ""}, {"0x10", true, 16, ""},
        {"0XaFg", true, 0xaf, "g"}, {"08", true, 0, "8"}, {"0x", true, 0, "x"}, {"0xg", true, 0, "xg"},
        {"9a", true, 9, "a"}, {"", false, 42, ""}, {"x1", false, 42, "x1"}, {"+1", false, 42, "+1"},
        {" 1", false, 42, " 1"}, {"0xffffffffffffffff", true, UINTMAX_MAX, ""},
        {"01777777777777777777777", true, UINTMAX_MAX, ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        uintmax_t v = 42;
        bool saturated = false;
        span s = text(cases[i].text);
        ck_assert_msg(num_take_constant(&s, &v, &saturated) == cases[i].there, "[%s]", cases[i].text);
        ck_assert_msg(v == cases[i].value && !saturated, "[%s] is %ju", cases[i].text, v);
        check_text(s, cases[i].rest);
    }
    uintmax_t v = 42;
    bool saturated = false;
    span s = S("0x10000000000000000K");
    ck_assert(num_take_constant(&s, &v, &saturated) && saturated);
    ck_assert_uint_eq(v, UINTMAX_MAX);
    check_text(s, "K");
    s = S("1012");
    ck_assert(num_take_digits_of(&s, 2, &v, &saturated) && !saturated);
    ck_assert_uint_eq(v, 5);
    check_text(s, "2");
}
END_TEST

#define ALL "bcwkKMGTPEZYRQ0"

START_TEST(sizes_with_units)
{
    struct { char const *text, *suffixes; enum num_err err; uintmax_t value; } const cases[] = {
        {"12", ALL, NUM_OK, 12}, {"2b", ALL, NUM_OK, 1024}, {"3c", ALL, NUM_OK, 3},
        {"3w", ALL, NUM_OK, 6}, {"1k", ALL, NUM_OK, 1024}, {"1K", ALL, NUM_OK, 1024},
        {"1kB", ALL, NUM_OK, 1000}, {"1KiB", ALL, NUM_OK, 1024},
        {"2M", ALL, NUM_OK, 2097152},
        {"2MB", ALL, NUM_OK, 2000000}, {"1KD", ALL, NUM_OK, 1000},
        {"16E", ALL, NUM_RANGE, UINTMAX_MAX}, {"15E", ALL, NUM_OK, 15ULL << 60},
        {"1Z", ALL, NUM_RANGE, UINTMAX_MAX}, {"1Q", ALL, NUM_RANGE, UINTMAX_MAX},
        {"0Q", ALL, NUM_OK, 0}, {"1KB", "kK", NUM_BAD, 42}, {"1M", "kK", NUM_BAD, 42},
        {"1Ki", ALL, NUM_BAD, 42}, {"1KiBx", ALL, NUM_BAD, 42}, {"1bB", ALL,
            NUM_BAD, 42},
        {"K", ALL, NUM_OK, 1024}, {" K", ALL, NUM_BAD, 42}, {"+K", ALL, NUM_BAD, 42}, {"K", "", NUM_BAD, 42},
        {"", ALL, NUM_EMPTY, 42}, {"+5K", ALL, NUM_OK, 5120}, {"-5", ALL, NUM_BAD, 42},
        {"5 K", ALL, NUM_BAD, 42}, {"5x", ALL, NUM_BAD, 42},
        {"99999999999999999999", ALL, NUM_RANGE, UINTMAX_MAX}, {"5B", "B", NUM_OK, 5120},
        {"1.5K", ALL, NUM_BAD, 42},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        uintmax_t v = 42;
        enum num_err err = num_parse_size(text(cases[i].text), text(cases[i].suffixes), &v);
        ck_assert_msg(err == cases[i].err, "[%s] gives %d", cases[i].text, (int)err);
        ck_assert_msg(v == cases[i].value, "[%s] is %ju", cases[i].text, v);
    }
}
END_TEST

UNIT_MAIN("numbers", digits_alone, unsigned_numbers, signed_numbers, numbers_of_c, negative_zero, skipping_a_plus,
          taking_digits, taking_constants, sizes_with_units)
