/* float.c - numbers in memory as their shortest text. */

#include "sys/float.h"
#include "sys/floattext.h"
#include "unit.h"

#include <float.h>
#include <math.h>

static void check_shortest(enum float_type type, void const *bytes, char const *want)
{
    unsigned char room[FLOAT_TEXT + 1];
    memset(room, '#', sizeof room);
    size_t n = float_put_shortest((mspan){room, FLOAT_TEXT}, type, (span){bytes, float_size(type)});
    check_span(((span){room, n}), text(want));
    ck_assert_int_eq(room[FLOAT_TEXT], '#');
}

static void check_short(enum float_type type, uint16_t bits, char const *want)
{
    check_shortest(type, &bits, want);
}

START_TEST(sizes)
{
    ck_assert_uint_eq(float_size(FLOAT_HALF), 2);
    ck_assert_uint_eq(float_size(FLOAT_BFLOAT), 2);
    ck_assert_uint_eq(float_size(FLOAT_SINGLE), sizeof(float));
    ck_assert_uint_eq(float_size(FLOAT_DOUBLE), sizeof(double));
    ck_assert_uint_eq(float_size(FLOAT_LONG_DOUBLE), sizeof(long double));
}
END_TEST

START_TEST(short_ones)
{
    check_short(FLOAT_HALF, 0x3C00, "1");
    check_short(FLOAT_HALF, 0x2E66, "0.099975586");
    check_short(FLOAT_HALF, 0x7C00, "inf");
    check_short(FLOAT_HALF, 0xFC00, "-inf");
    check_short(FLOAT_HALF, 0x7C01, "nan");
    check_short(FLOAT_HALF, 0x7BFF, "65504");
    check_short(FLOAT_HALF, 0x0001, "5.9604645e-08");
    check_short(FLOAT_HALF, 0x8000, "-0");
    check_short(FLOAT_BFLOAT, 0x3F80, "1");
    check_short(FLOAT_BFLOAT, 0x7F80, "inf");
    check_short(FLOAT_BFLOAT, 0x7F81, "nan");
    check_short(FLOAT_BFLOAT, 0xC000, "-2");
}
END_TEST

START_TEST(types_of_c)
{
    float f = 0.1F, f_few = 1e-45F, f_large = -1.6947395e+38F;
    double d = 0.1, d_few = 5e-324, d_third = 1.0 / 3;
    long double l = 0.1L, l_one = 1;
    check_shortest(FLOAT_SINGLE, &f, "0.1");
    check_shortest(FLOAT_SINGLE, &f_few, "1e-45");
    check_shortest(FLOAT_SINGLE, &f_large, "-1.6947395e+38");
    check_shortest(FLOAT_DOUBLE, &d, "0.1");
    check_shortest(FLOAT_DOUBLE, &d_few, "5e-324");
    check_shortest(FLOAT_DOUBLE, &d_third, "0.3333333333333333");
    check_shortest(FLOAT_LONG_DOUBLE, &l, "0.1");
    check_shortest(FLOAT_LONG_DOUBLE, &l_one, "1");
}
END_TEST

static void check_rounding(long double v, int rounding, long double want)
{
    uint64_t size = 0;
    long double got = float_round(v, rounding, &size);
    ck_assert_uint_eq(size, want < 1e18L ? (uint64_t)(want < 0 ? -want : want) : UINT64_MAX);
    ck_assert(got == want && !__builtin_signbit(got) == !(want < 0));
}

START_TEST(rounding)
{
    check_rounding(1.2L, FLOAT_UP, 2);
    check_rounding(-1.2L, FLOAT_UP, -1);
    check_rounding(-0.2L, FLOAT_UP, 0);
    check_rounding(1.2L, FLOAT_DOWN, 1);
    check_rounding(-1.2L, FLOAT_DOWN, -2);
    check_rounding(1.2L, FLOAT_FROM_ZERO, 2);
    check_rounding(-1.2L, FLOAT_FROM_ZERO, -2);
    check_rounding(1.8L, FLOAT_TOWARDS_ZERO, 1);
    check_rounding(-1.8L, FLOAT_TOWARDS_ZERO, -1);
    check_rounding(0.5L, FLOAT_NEAREST, 1);
    check_rounding(-2.5L, FLOAT_NEAREST, -3);
    check_rounding(2.49L, FLOAT_NEAREST, 2);
    check_rounding(-0.4L, FLOAT_NEAREST, 0);
    for (int how = FLOAT_UP; how <= FLOAT_NEAREST; how++) {
        check_rounding(0, how, 0);
        check_rounding(-7, how, -7);
        check_rounding(1e30L, how, 1e30L);
    }
}
END_TEST

/* What float_quick_text_ says of V is what %g makes of it with the fewest digits; whether it said anything. */
static bool check_quick(double v)
{
    char quick[FLOAT_TEXT], slow[FLOAT_TEXT];
    int n = float_quick_text_(quick, (long double)v, DBL_DIG, DBL_MANT_DIG), digits = DBL_DIG;
    ck_assert_int_ge(n, 0);
    ck_assert_int_lt(n, 32);
    do
        snprintf(slow, sizeof slow, "%.*g", digits, v);
    while (digits++ < DBL_DECIMAL_DIG && strtod(slow, NULL) != v);
    if (n > 0)
        check_span(((span){(unsigned char *)quick, (size_t)n}), text(slow));
    return n > 0;
}

START_TEST(quick_texts)
{
    int told = 0;
    uint64_t bits = 0x9E3779B97F4A7C15;
    double v = 0;
    for (int i = 0; i < 20000; i++) {
        bits = bits * 6364136223846793005U + 1442695040888963407U;
        memcpy(&v, &bits, sizeof v);
        told += isnormal(v) && check_quick(v);
        (void)check_quick((double)(int64_t)(bits >> 40) / 100);
    }
    ck_assert_int_gt(told, 15000);
    ck_assert(check_quick(0.1) && check_quick(-123456.789) && check_quick(3e22) && check_quick(1.5e-300));
    ck_assert(!check_quick(0.5));
    char room[FLOAT_TEXT];
    ck_assert_int_eq(float_quick_text_(room, (long double)INFINITY, DBL_DIG, DBL_MANT_DIG), 0);
    ck_assert_int_eq(float_quick_text_(room, (long double)NAN, DBL_DIG, DBL_MANT_DIG), 0);
}
END_TEST

UNIT_MAIN("float", sizes, short_ones, types_of_c, rounding, quick_texts)
