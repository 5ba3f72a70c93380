/* time.c - points in time, and numbers with fractions. */

#include "sys/birth.h"
#include "sys/float.h"
#include "sys/timetext.h"
#include "unit.h"

#include <math.h>
#include <time.h>

START_TEST(languages)
{
    if (!unit_locale("de_DE.iso88591"))
        return;
    ck_assert(time_has_locale());
    ck_assert_str_eq(zstr_c(time_month_name(11)), "Dez");
    ck_assert_str_eq(zstr_c(time_message(Z("no such format"))), "no such format");
}
END_TEST

START_TEST(no_language)
{
    setenv("LC_ALL", "C", 1);
    ck_assert(!time_has_locale());
    ck_assert_str_eq(zstr_c(time_month_name(0)), "Jan");
    ck_assert_str_eq(zstr_c(time_message(Z("%b"))), "%b");
    FAULTS("month (12, 11)", time_month_name(12));
}
END_TEST

START_TEST(now_and_birth)
{
    struct time_point before = time_now(), born = {.nsec = 7};
    ck_assert(before.sec >= time(NULL) - 1 && before.nsec < 1000000000);
    unit_write("born", S(""));
    oserr err = birth_time(FDH_CWD, Z("born"), false, &born);
    ck_assert(err == ENOTSUP || (err == 0 && born.sec >= before.sec - 2 && born.sec <= before.sec + 60));
    ck_assert_int_eq(symlink("nowhere", "soft"), 0);
    ck_assert_int_eq(birth_time(FDH_CWD, Z("soft"), true, &born), ENOENT);
    ck_assert_int_ne(birth_time(FDH_CWD, Z("soft"), false, &born), ENOENT);
}
END_TEST

START_TEST(parsing_floats)
{
    struct { char const *text; bool fits; long double value; size_t used; } const cases[] = {
        {"1.5", true, 1.5L, 3}, {"-2e3x", true, -2000.0L, 4}, {"0x1p4", true, 16.0L, 5}, {"  7",
            true, 7.0L, 3},
        {"", true, 0.0L, 0}, {"x", true, 0.0L, 0}, {".", true, 0.0L, 0}, {"1e99999", false, HUGE_VALL, 7},
        {"-1e99999", false, -HUGE_VALL, 8}, {"inf", true, HUGE_VALL, 3}, {"1,5", true, 1.0L, 1},
    };
    setenv("LC_ALL", "C", 1);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        long double v = 7;
        size_t used = 99;
        ck_assert_msg(float_parse(zstr_of_c_(cases[i].text), &v, &used) == cases[i].fits, "%s",
            cases[i].text);
        ck_assert_msg(v == cases[i].value && used == cases[i].used, "%s: %Lg", cases[i].text, v);
    }
    long double v = 0;
    size_t used = 0;
    ck_assert(float_parse(Z("nan"), &v, &used) && used == 3 && float_is_nan(v));
    ck_assert(!float_is_nan(1) && !float_is_infinite(1) && float_is_infinite(-HUGE_VALL));
    ck_assert(!float_parse(Z("1e-99999"), &v, &used));
    int64_t n = 7;
    ck_assert(!float_nanoseconds(-1, &n) && !float_nanoseconds(NAN, &n) && n == 7);
    ck_assert(float_nanoseconds(1.5L, &n) && n == 1500000000);
    ck_assert(float_nanoseconds(1e-12L, &n) && n == 1);
    ck_assert(float_nanoseconds(0, &n) && n == 0);
    ck_assert(float_nanoseconds(HUGE_VALL, &n) && n == INT64_MAX);
    ck_assert(float_nanoseconds(9223372037.0L, &n) && n == INT64_MAX);
}
END_TEST

static void check_whole(struct float_spec spec, uintmax_t bits, char const *want)
{
    buf out = {0};
    ck_assert_int_eq(float_format_whole(&out, spec, bits), 0);
    check_text(buf_span(&out), want);
    buf_recycle(&out);
}

START_TEST(formatting_whole_numbers)
{
    buf out = {0};
    setenv("LC_ALL", "C", 1);
    check_whole((struct float_spec){.precision = -1, .conversion = 'd'}, UINTMAX_MAX, "-1");
    check_whole((struct float_spec){.precision = -1, .conversion = 'u'}, UINTMAX_MAX, "18446744073709551615");
    check_whole((struct float_spec){.precision = 3, .width = 6, .conversion = 'i'}, 7, "   007");
    check_whole((struct float_spec){.precision = -1, .width = 4, .left = true, .plus = true,
            .own_digits = true, .conversion = 'd'}, 7, "+7  ");
    struct float_spec wide = {.precision = INT_MAX, .conversion = 'd'};
    ck_assert_int_eq(float_format_whole(&out, wide, 7), EOVERFLOW);
    ck_assert_uint_eq(buf_len(&out), 0);
}
END_TEST

START_TEST(keys_of_floats)
{
    static char const *const order[] = {"-inf", "-5", "-1e-4000", "0", "1e-4000", "1", "1.5", "2e4000",
        "inf"};
    buf before = {0}, key = {0};
    setenv("LC_ALL", "C", 1);
    for (size_t i = 0; i < sizeof order / sizeof *order; i++) {
        size_t used = 0;
        long double v = float_scan(text(order[i]), &used);
        ck_assert_uint_eq(used, strlen(order[i]));
        buf_clear(&key);
        float_append_key(&key, v);
        ck_assert_msg(i == 0 || span_cmp(buf_span(&before), buf_span(&key)) < 0, "%s", order[i]);
        buf_swap(&before, &key);
    }
    size_t used = 7;
    ck_assert(float_scan(S("x"), &used) == 0 && used == 0);
}
END_TEST

START_TEST(parsing_in_a_locale)
{
    long double v = 0;
    size_t used = 0;
    if (!unit_locale("de_DE.iso88591"))
        return;
    ck_assert(float_parse(Z("1,5"), &v, &used) && v == 1.5L && used == 3);
    ck_assert(float_parse(Z("1.5"), &v, &used) && v == 1.5L && used == 3);
    buf out = {0};
    ck_assert_int_eq(float_format(&out, (struct float_spec){.precision = 2, .conversion = 'f'}, 1.5L), 0);
    check_text(buf_span(&out), "1,50");
}
END_TEST

START_TEST(formatting_floats)
{
    struct { struct float_spec spec; long double value; char const *want; } const cases[] = {
        {{.precision = -1, .conversion = 'g'}, 0.1L, "0.1"},
        {{.precision = 3, .conversion = 'f'}, 2.0005L, "2.001"},
        {{.precision = 0, .conversion = 'e', .width = 8}, 12345.0L, "   1e+04"},
        {{.precision = 1, .conversion = 'f', .width = 6, .left = true}, 1.0L, "1.0   "},
        {{.precision = 1, .conversion = 'f', .width = 6, .zero = true, .plus = true}, 1.0L, "+001.0"},
        {{.precision = 0, .conversion = 'f', .alternate = true, .space = true}, 1.0L, " 1."},
        {{.precision = 0, .conversion = 'f', .group = true}, 1234567.0L, "1234567"},
        {{.precision = -1, .conversion = 'G'}, HUGE_VALL, "INF"},
    };
    setenv("LC_ALL", "C", 1);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        buf out = {0};
        ck_assert_int_eq(float_format(&out, cases[i].spec, cases[i].value), 0);
        check_text(buf_span(&out), cases[i].want);
    }
    buf out = {0};
    struct float_spec wide = {.width = 5000, .precision = 1000, .conversion = 'f'};
    ck_assert_int_eq(float_format(&out, wide, 1.0L), 0);
    wide.precision = INT_MAX;
    ck_assert_int_eq(float_format(&out, wide, 1.0L), EOVERFLOW);
    wide = (struct float_spec){.width = INT_MAX, .conversion = 'g'};
    ck_assert_int_eq(float_format(&out, wide, 1.0L), EOVERFLOW);
    ck_assert_uint_eq(buf_len(&out), 5000);
}
END_TEST

UNIT_MAIN("time and floating point", languages, no_language, now_and_birth,
          parsing_floats, formatting_whole_numbers, keys_of_floats, parsing_in_a_locale, formatting_floats)
