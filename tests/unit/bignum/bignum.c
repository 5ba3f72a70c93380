/* bignum.c - numbers of any size: known values, and identities for random ones of all lengths. */

#include "bignum/bignum.h"
#include "unit.h"

static struct bignum_work work;

static void parse(bignum *n, char const *digits)
{
    ck_assert_msg(bignum_parse(n, text(digits)), "%s", digits);
}

/* The digits of N; good until the next call. */
static span digits_of(bignum const *n)
{
    static buf out;
    buf_clear(&out);
    bignum_append(&out, n, &work);
    return buf_span(&out);
}

#define check_number(n, digits) check_text(digits_of(&(n)), digits)

/* N becomes random, of at most LIMBS limbs, which are often all zeros or all ones. */
static void randomize(bignum *n, size_t limbs, uint64_t *state)
{
    bignum_set_u64(n, 0);
    for (size_t i = unit_random(state) % (limbs + 1); i > 0; i--) {
        uint64_t v = unit_random(state);
        limb_vec_push(&n->limbs, v % 8 == 0 ? UINT32_MAX : v % 8 == 1 ? 0 : (uint32_t)(v >> 20));
    }
    size_t len = limb_vec_len(&n->limbs);
    if (len > 0 && limb_vec_at(&n->limbs, len - 1) == 0)
        limb_vec_set(&n->limbs, len - 1, 1);
    n->negative = len > 0 && unit_random(state) % 2;
}

START_TEST(small_values)
{
    bignum n = {0};
    int64_t i = 5;
    uint64_t u = 5;
    check_number(n, "0");
    ck_assert_int_eq(bignum_sign(&n), 0);
    ck_assert_uint_eq(bignum_bits(&n), 0);
    ck_assert(bignum_to_i64(&n, &i) && i == 0);
    bignum_set_i64(&n, INT64_MIN);
    check_number(n, "-9223372036854775808");
    ck_assert_int_eq(bignum_sign(&n), -1);
    ck_assert(bignum_to_i64(&n, &i) && i == INT64_MIN);
    ck_assert(!bignum_to_u64(&n, &u));
    n.negative = false;
    ck_assert(!bignum_to_i64(&n, &i) && i == INT64_MIN);
    ck_assert(bignum_to_u64(&n, &u) && u == UINT64_C(1) << 63);
    ck_assert_uint_eq(bignum_bits(&n), 64);
    bignum_set_u64(&n, UINT64_MAX);
    check_number(n, "18446744073709551615");
    bignum_set_i64(&n, -1);
    ck_assert(bignum_to_i64(&n, &i) && i == -1);
    bignum_set_i64(&n, INT64_MAX);
    ck_assert(bignum_to_i64(&n, &i) && i == INT64_MAX);
    bignum_set_i64(&n, -4294967296);
    check_number(n, "-4294967296");
    ck_assert_uint_eq(bignum_bits(&n), 33);
}
END_TEST

START_TEST(words)
{
    bignum n = {0}, copy = {0};
    uint64_t u = 0;
    bignum_push_word(&n, 0);
    ck_assert_int_eq(bignum_sign(&n), 0);
    bignum_push_word(&n, 1);
    bignum_push_word(&n, 2);
    check_number(n, "18446744073709551618");
    ck_assert(!bignum_to_u64(&n, &u));
    bignum_push_word(&n, UINT64_MAX);
    ck_assert_uint_eq(bignum_word(&n, 0), UINT64_MAX);
    ck_assert_uint_eq(bignum_word(&n, 1), 2);
    ck_assert_uint_eq(bignum_word(&n, 2), 1);
    ck_assert_uint_eq(bignum_word(&n, 3), 0);
    ck_assert_uint_eq(bignum_word(&n, SIZE_MAX), 0);
    ck_assert_uint_eq(bignum_bits(&n), 129);
    bignum_copy(&copy, &n);
    ck_assert_int_eq(bignum_compare(&copy, &n), 0);
    bignum_set_u64(&n, 7);
    check_number(copy, "340282366920938463518714839652896866303");
}
END_TEST

START_TEST(what_is_a_number)
{
    static char const *const bad[] = {"", "-", "+1", " 1", "1 ", "--1", "1-", "0x1", "a", "1\n", "9/", "9:"};
    bignum n = {0};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        bignum_set_u64(&n, 5);
        ck_assert_msg(!bignum_parse(&n, text(bad[i])), "[%s]", bad[i]);
        ck_assert_int_eq(bignum_sign(&n), 0);
    }
    ck_assert(!bignum_parse(&n, S("1\0")));
    parse(&n, "-0");
    check_number(n, "0");
    parse(&n, "000000000000000000000000000000000000000000012");
    check_number(n, "12");
    parse(&n, "-1000000000000000000000000000000000001");
    check_number(n, "-1000000000000000000000000000000000001");
}
END_TEST

START_TEST(known_results)
{
    bignum a = {0}, b = {0}, r = {0}, q = {0};
    parse(&a, "98782897298723498732987928734");
    parse(&b, "98782897298723498732987928735");
    bignum_add(&r, &a, &b);
    check_number(r, "197565794597446997465975857469");
    bignum_mul(&r, &a, &b, &work);
    check_number(r, "9758060798730154302876482828124348356960410232492450771490");
    bignum_divide(&q, &b, &r, &a, &work);
    check_number(q, "98782897298723498732987928735");
    check_number(b, "0");
    bignum_set_u64(&a, 1);
    bignum_set_u64(&b, 1);
    for (uint64_t i = 2; i <= 50; i++) {
        bignum_set_u64(&q, i);
        bignum_mul(&r, &a, &q, &work);
        bignum_copy(&a, &r);
    }
    check_number(a, "30414093201713378043612608166064768844377641568960512000000000000");
    ck_assert_uint_eq(bignum_remainder_small(&a, 53), 26);
    ck_assert_uint_eq(bignum_divide_small(&a, 1000000007), 318608048);
}
END_TEST

START_TEST(signs_of_quotients)
{
    static struct { int64_t a, b, quotient, remainder; } const rows[] = {
        {7, 2, 3, 1}, {-7, 2, -3, -1}, {7, -2, -3, 1}, {-7, -2, 3, -1}, {1, 5, 0, 1}, {-1, 5, 0, -1},
        {-6, 3, -2, 0}, {0, -3, 0, 0}, {INT64_MIN, 10, -922337203685477580, -8}, {3, INT64_MIN, 0, 3},
    };
    bignum a = {0}, b = {0}, q = {0}, r = {0};
    int64_t i = 0;
    for (size_t k = 0; k < sizeof rows / sizeof *rows; k++) {
        bignum_set_i64(&a, rows[k].a);
        bignum_set_i64(&b, rows[k].b);
        bignum_divide(&q, &r, &a, &b, &work);
        ck_assert(bignum_to_i64(&q, &i) && i == rows[k].quotient);
        ck_assert(bignum_to_i64(&r, &i) && i == rows[k].remainder);
    }
    bignum_set_i64(&a, -7);
    ck_assert_uint_eq(bignum_divide_small(&a, 2), 1);
    check_number(a, "-3");
    ck_assert_uint_eq(bignum_divide_small(&a, 5), 3);
    check_number(a, "0");
    ck_assert_int_eq(bignum_sign(&a), 0);
    bignum_set_u64(&b, 0);
    ck_assert(!bignum_divide(&q, &r, &a, &b, &work));
    check_number(r, "3");
    bignum_set_u64(&a, 7);
    ck_assert_uint_eq(bignum_remainder_small(&a, 0), 0);
    ck_assert_uint_eq(bignum_divide_small(&a, 0), 0);
    check_number(a, "0");
}
END_TEST

START_TEST(order)
{
    static char const *const sorted[] = {
        "-100000000000000000000000000000", "-99999999999999999999", "-18446744073709551616", "-4294967296",
        "-4294967295", "-1", "0", "1", "4294967295", "4294967296", "18446744073709551616",
        "99999999999999999999", "100000000000000000000000000000",
    };
    enum { COUNT = sizeof sorted / sizeof *sorted };
    bignum a = {0}, b = {0};
    for (size_t i = 0; i < COUNT; i++)
        for (size_t k = 0; k < COUNT; k++) {
            parse(&a, sorted[i]);
            parse(&b, sorted[k]);
            int got = bignum_compare(&a, &b);
            ck_assert_int_eq((got > 0) - (got < 0), (i > k) - (i < k));
        }
}
END_TEST

/* a = q b + r with |r| < |b|; (a + b) - b = a; (a + b) c = a c + b c. */
static void check_identities(size_t limbs, int times, uint64_t *state)
{
    bignum a = {0}, b = {0}, c = {0}, q = {0}, r = {0}, s = {0}, t = {0};
    for (int i = 0; i < times; i++) {
        randomize(&a, limbs, state);
        randomize(&b, unit_random(state) % 2 ? limbs : limbs / 2, state);
        randomize(&c, limbs / 3 + 1, state);
        bignum_add(&s, &a, &b);
        bignum_sub(&t, &s, &b);
        ck_assert_int_eq(bignum_compare(&t, &a), 0);
        bignum_sub(&t, &b, &s);
        t.negative = bignum_sign(&t) > 0;
        ck_assert_int_eq(bignum_compare(&t, &a), 0);
        bignum_mul(&t, &s, &c, &work);
        bignum_mul(&q, &a, &c, &work);
        bignum_mul(&r, &c, &b, &work);
        bignum_add(&s, &q, &r);
        ck_assert_int_eq(bignum_compare(&t, &s), 0);
        if (bignum_sign(&b) == 0)
            continue;
        bignum_divide(&q, &r, &a, &b, &work);
        bignum_mul(&s, &q, &b, &work);
        bignum_add(&t, &s, &r);
        ck_assert_int_eq(bignum_compare(&t, &a), 0);
        ck_assert(bignum_sign(&r) == 0 || bignum_sign(&r) == bignum_sign(&a));
        r.negative = b.negative;
        ck_assert(b.negative ? bignum_compare(&r, &b) > 0 || bignum_sign(&r) == 0 : bignum_compare(&r, &b) < 0);
    }
}

START_TEST(identities)
{
    uint64_t state = 12345;
    check_identities(3, 400, &state);
    check_identities(12, 400, &state);
    check_identities(150, 400, &state);
    check_identities(700, 400, &state);
    check_identities(4000, 10, &state);
}
END_TEST

START_TEST(digits_there_and_back)
{
    uint64_t state = 77;
    bignum a = {0}, b = {0};
    for (size_t limbs = 1; limbs < 4000; limbs = limbs * 3 / 2 + 1) {
        randomize(&a, limbs, &state);
        ck_assert(bignum_parse(&b, digits_of(&a)));
        ck_assert_int_eq(bignum_compare(&a, &b), 0);
    }
}
END_TEST

/* (10^n - 1)^2 = 99...9800...01, with either kind of conversion. */
static void check_square_of_nines(size_t n)
{
    static unsigned char digits[30000], want[60000];
    bignum a = {0}, square = {0};
    memset(digits, '9', n);
    ck_assert(bignum_parse(&a, view(digits, n)));
    bignum_mul(&square, &a, &a, &work);
    memset(want, '9', n - 1);
    want[n - 1] = '8';
    memset(want + n, '0', n - 1);
    want[2 * n - 1] = '1';
    check_span(digits_of(&square), view(want, 2 * n));
}

START_TEST(nines)
{
    for (size_t n = 1; n < 200; n++)
        check_square_of_nines(n);
    check_square_of_nines(2000);
    check_square_of_nines(9999);
    check_square_of_nines(10000);
    check_square_of_nines(30000);
}
END_TEST

UNIT_MAIN("numbers of any size", small_values, words, what_is_a_number, known_results, signs_of_quotients, order,
          identities, digits_there_and_back, nines)
