/* u128.c - numbers of 128 bits: parts, products, bits. */

#include "safe/u128.h"
#include "unit.h"

static u128 const edges[] = {
    0, 1, 2, 3, UINT32_MAX, (u128)UINT32_MAX + 1, UINT64_MAX - 1, UINT64_MAX, (u128)UINT64_MAX + 1,
    (u128)1 << 127, ~(u128)0 >> 1, ~(u128)0 - 1, ~(u128)0,
};
enum { EDGES = sizeof edges / sizeof *edges };

START_TEST(parts)
{
    for (size_t i = 0; i < EDGES; i++)
        ck_assert(u128_of(u128_high(edges[i]), u128_low(edges[i])) == edges[i]);
    ck_assert(u128_of(1, 2) == ((u128)1 << 64) + 2);
}
END_TEST

/* A * B bit by bit. */
static void slow_product(u128 a, u128 b, u128 *high, u128 *low)
{
    u128 carried = 0;
    *high = *low = 0;
    for (unsigned i = 0; i < 128; i++, carried = carried << 1 | a >> 127, a <<= 1) {
        if (!(b >> i & 1))
            continue;
        *high += carried + (*low + a < a);
        *low += a;
    }
}

static void check_product(u128 a, u128 b)
{
    u128 high = 1, wanted_high = 0, wanted_low = 0;
    slow_product(a, b, &wanted_high, &wanted_low);
    ck_assert(u128_mul_full(a, b, &high) == wanted_low);
    ck_assert(high == wanted_high);
    ck_assert(u128_mul_high(a, b) == wanted_high);
    slow_product((uint64_t)a, (uint64_t)b, &wanted_high, &wanted_low);
    ck_assert(u64_mul_full((uint64_t)a, (uint64_t)b) == wanted_low);
    ck_assert_uint_eq(u64_mul_high((uint64_t)a, (uint64_t)b), (uint64_t)(wanted_low >> 64));
}

START_TEST(products)
{
    uint64_t state = 9;
    for (size_t i = 0; i < EDGES; i++)
        for (size_t j = 0; j < EDGES; j++)
            check_product(edges[i], edges[j]);
    for (int i = 0; i < 3000; i++) {
        u128 a = u128_of(unit_random(&state), unit_random(&state));
        check_product(a, u128_of(unit_random(&state), unit_random(&state)));
    }
}
END_TEST

START_TEST(bits)
{
    ck_assert_uint_eq(u64_bits(0), 0);
    ck_assert_uint_eq(u128_bits(0), 0);
    ck_assert_uint_eq(u64_trailing_zeros(0), 64);
    ck_assert_uint_eq(u128_trailing_zeros(0), 128);
    for (unsigned i = 0; i < 128; i++) {
        u128 v = (u128)1 << i;
        ck_assert_uint_eq(u128_bits(v), i + 1);
        ck_assert_uint_eq(u128_bits(v | 1), i + 1);
        ck_assert_uint_eq(u128_trailing_zeros(v), i);
        ck_assert_uint_eq(u128_trailing_zeros(v | (u128)1 << 127), i);
        if (i < 64) {
            ck_assert_uint_eq(u64_bits((uint64_t)v), i + 1);
            ck_assert_uint_eq(u64_trailing_zeros((uint64_t)v), i);
        }
    }
}
END_TEST

START_TEST(inverses)
{
    uint64_t state = 4;
    for (int i = 0; i < 3000; i++) {
        u128 odd = u128_of(unit_random(&state), unit_random(&state)) | 1;
        ck_assert(u128_inverse(odd) * odd == 1);
        ck_assert_uint_eq(u64_inverse((uint64_t)odd) * (uint64_t)odd, 1);
    }
    ck_assert(u128_inverse(1) == 1 && u128_inverse(~(u128)0) == ~(u128)0);
}
END_TEST

UNIT_MAIN("u128", parts, products, bits, inverses)
