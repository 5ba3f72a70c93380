/* checked.c - arithmetic that says when it wraps, conversions that say when they do not fit. */

#include "safe/checked.h"
#include "unit.h"

#include <string.h>

#include <math.h>

START_TEST(arithmetic)
{
    size_t n = 0;
    ck_assert(!ck_add(&n, SIZE_MAX - 1, 1U) && n == SIZE_MAX);
    ck_assert(ck_add(&n, SIZE_MAX, 1U) && n == 0);
    ck_assert(!ck_sub(&n, 5U, 5U) && n == 0);
    ck_assert(ck_sub(&n, 5U, 6U) && n == SIZE_MAX);
    ck_assert(!ck_mul(&n, (size_t)1 << 32, ((size_t)1 << 32) - 1));
    ck_assert(ck_mul(&n, (size_t)1 << 32, (size_t)1 << 32) && n == 0);
    int64_t i = 0;
    ck_assert(ck_sub(&i, 0, (uint64_t)INT64_MAX + 2));
    ck_assert(!ck_sub(&i, 0, (uint64_t)INT64_MAX + 1) && i == INT64_MIN);
    ck_assert(ck_add(&i, INT64_MIN, -1));
}
END_TEST

#define CONVERTS(name, T, least, most) \
    do { \
        T v = 42; \
        intmax_t least_ = (least); \
        ck_assert(name##_from_i(0, &v) && v == 0); \
        ck_assert(name##_from_u((uintmax_t)(most), &v) && v == (most)); \
        if ((uintmax_t)(most) < UINTMAX_MAX) { \
            v = 42; \
            ck_assert(!name##_from_u((uintmax_t)(most) + 1, &v) && v == 42); \
        } \
        if (least_ > INTMAX_MIN) { \
            v = 42; \
            ck_assert(!name##_from_i(least_ - 1, &v) && v == 42); \
        } \
        ck_assert(name##_from_i(least_, &v) && v == (T)least_); \
    } while (0)

START_TEST(conversions_at_their_borders)
{
    CONVERTS(to_int, int, INT_MIN, INT_MAX);
    CONVERTS(to_uint, unsigned, 0, UINT_MAX);
    CONVERTS(to_size, size_t, 0, SIZE_MAX);
    CONVERTS(to_i64, int64_t, INT64_MIN, INT64_MAX);
    CONVERTS(to_u64, uint64_t, 0, UINT64_MAX);
    CONVERTS(to_u32, uint32_t, 0, UINT32_MAX);
    int i = 7;
    ck_assert(!to_int_from_i(INTMAX_MIN, &i) && !to_int_from_u(UINTMAX_MAX, &i) && i == 7);
    unsigned u = 7;
    ck_assert(!to_uint_from_i(-1, &u) && !to_uint_from_i((intmax_t)UINT_MAX + 1, &u) && u == 7);
    size_t s = 7;
    ck_assert(!to_size_from_i(-1, &s) && to_size_from_u(9, &s) && s == 9);
    int64_t l = 7;
    ck_assert(!to_i64_from_u(UINT64_MAX, &l) && to_i64_from_i(-3, &l) && l == -3);
    uint64_t m = 7;
    ck_assert(!to_u64_from_i(-1, &m) && to_u64_from_u(UINT64_MAX, &m) && m == UINT64_MAX);
    uint32_t w = 7;
    ck_assert(!to_u32_from_i(-1, &w) && !to_u32_from_u(1ULL << 32, &w) && w == 7);
}
END_TEST

START_TEST(low_bits)
{
    ck_assert_uint_eq(low_byte(0x1234), 0x34);
    ck_assert_uint_eq(low_u16(0x123456789), 0x6789);
    ck_assert_uint_eq(low_u32(0x123456789), 0x23456789);
    ck_assert_uint_eq(low_u32(UINTMAX_MAX), UINT32_MAX);
    ck_assert_uint_eq(bits_of_i64(-1), UINT64_MAX);
    ck_assert_uint_eq(bits_of_i64(INT64_MIN), (uint64_t)1 << 63);
    ck_assert_uint_eq(magnitude(INTMAX_MIN), (uintmax_t)INTMAX_MAX + 1);
    ck_assert_uint_eq(magnitude(-5), 5);
    ck_assert_uint_eq(magnitude(5), 5);
    ck_assert_uint_eq(magnitude(0), 0);
}
END_TEST

START_TEST(values_known_to_fit)
{
    ck_assert_int_eq(as_int(INT_MIN), INT_MIN);
    ck_assert_int_eq(as_int(INT_MAX), INT_MAX);
    FAULTS("value does not fit an int (2147483648, 2147483647)", as_int((intmax_t)INT_MAX + 1));
    FAULTS("value does not fit an int (18446744071562067967, 2147483647)", as_int((intmax_t)INT_MIN - 1));
    ck_assert_uint_eq(as_uint(UINT_MAX), UINT_MAX);
    ck_assert_uint_eq(as_uint(0), 0);
    FAULTS("value does not fit an unsigned int (18446744073709551615, 4294967295)", as_uint(-1));
    FAULTS("value does not fit an unsigned int (4294967296, 4294967295)", as_uint((intmax_t)UINT_MAX + 1));
    ck_assert_uint_eq(as_size(INTMAX_MAX), INTMAX_MAX);
    FAULTS("negative size (18446744073709551615, 9223372036854775807)", as_size(-1));
    ck_assert_int_eq(as_i64(INT64_MAX), INT64_MAX);
    FAULTS("value does not fit a signed number (9223372036854775808, 9223372036854775807)",
           as_i64((uintmax_t)INT64_MAX + 1));
}
END_TEST

START_TEST(floating_point)
{
    ck_assert(as_double(-3) == -3.0 && as_double(INTMAX_MIN) == -9223372036854775808.0);
    ck_assert(u_as_double(UINTMAX_MAX) == 18446744073709551616.0);
    uint64_t v = 7;
    ck_assert(u64_from_double(0.0, &v) && v == 0);
    ck_assert(u64_from_double(1.999, &v) && v == 1);
    ck_assert(u64_from_double(18446744073709549568.0, &v) && v == 18446744073709549568U);
    v = 7;
    ck_assert(!u64_from_double(18446744073709551616.0, &v));
    ck_assert(!u64_from_double(-1.0, &v) && !u64_from_double(-0.5, &v));
    ck_assert(!u64_from_double(NAN, &v) && !u64_from_double(INFINITY, &v) && !u64_from_double(-INFINITY, &v));
    ck_assert_uint_eq(v, 7);
}
END_TEST

START_TEST(order_of_bytes)
{
    uint16_t number = 0x0102;
    unsigned char first = 0;
    memcpy(&first, &number, 1);
    ck_assert_int_eq(machine_is_big_endian(), first == 1);
}
END_TEST

START_TEST(sizes)
{
    ck_assert_uint_eq(size_min(1, 2), 1);
    ck_assert_uint_eq(size_min(SIZE_MAX, 2), 2);
    ck_assert_uint_eq(size_max(1, SIZE_MAX), SIZE_MAX);
    ck_assert_uint_eq(size_max(3, 2), 3);
    ck_assert_uint_eq(size_clamp(5), 5);
    ck_assert_uint_eq(size_clamp(UINTMAX_MAX), SIZE_MAX);
}
END_TEST

UNIT_MAIN("checked", arithmetic, conversions_at_their_borders, low_bits, values_known_to_fit, floating_point,
          order_of_bytes, sizes)
