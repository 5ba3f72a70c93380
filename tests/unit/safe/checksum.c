/* checksum.c - the CRCs and sums: known answers, bit by bit, and each fast form against the plain one. */

#include "safe/checksum.h"
#include "unit.h"

/* The definitions, one bit at a time. */
static uint32_t posix_by_bits(uint32_t crc, span s)
{
    SPAN_FOREACH(c, s) {
        crc ^= (uint32_t)c << 24;
        for (int i = 0; i < 8; i++)
            crc = crc << 1 ^ (crc >> 31 ? 0x04C11DB7 : 0);
    }
    return crc;
}

static uint32_t ethernet_by_bits(uint32_t crc, span s)
{
    SPAN_FOREACH(c, s) {
        crc ^= c;
        for (int i = 0; i < 8; i++)
            crc = crc >> 1 ^ (crc & 1 ? 0xEDB88320 : 0);
    }
    return crc;
}

START_TEST(known_answers)
{
    span digits = S("123456789"), none = {0};
    ck_assert_uint_eq(~crc_posix(0, digits), 0x765E7680);
    ck_assert_uint_eq(~crc_ethernet(UINT32_MAX, digits), 0xCBF43926);
    ck_assert_uint_eq(crc_posix(0x12345678, none), 0x12345678);
    ck_assert_uint_eq(crc_ethernet(0x12345678, none), 0x12345678);
    ck_assert_uint_eq(span_sum(none), 0);
    ck_assert_uint_eq(span_sum(S("\xff\x01")), 256);
    ck_assert_uint_eq(span_sum(S("abc")), 294);
    ck_assert_uint_eq(span_rotating_sum(none, 7), 7);
    ck_assert_uint_eq(span_rotating_sum(S("abc"), 0), 16556);
    ck_assert_uint_eq(span_rotating_sum(S("\0"), 1), 0x8000);
    ck_assert_uint_eq(span_rotating_sum(S("\x02"), UINT16_MAX), 1);
}
END_TEST

static unsigned char bytes[40000];

static void compare(span s, uint32_t crc)
{
    ck_assert_uint_eq(crc_posix(crc, s), checksum_plain_posix_(crc, s));
    ck_assert_uint_eq(crc_ethernet(crc, s), checksum_plain_ethernet_(crc, s));
    ck_assert_uint_eq(span_sum(s), checksum_plain_sum_(s));
}

static void compare_with(char const *tunables)
{
    setenv("GLIBC_TUNABLES", tunables, 1);
    uint64_t seed = 77;
    for (size_t i = 0; i < sizeof bytes; i++)
        bytes[i] = (unsigned char)unit_random(&seed);
    for (size_t n = 0; n < 2200; n++) {
        span s = view(bytes + n % 65, n);
        compare(s, (uint32_t)unit_random(&seed));
        if (n % 7 == 0) {
            ck_assert_uint_eq(crc_posix(0, s), posix_by_bits(0, s));
            ck_assert_uint_eq(crc_ethernet(UINT32_MAX, s), ethernet_by_bits(UINT32_MAX, s));
        }
    }
    for (int round = 0; round < 1000; round++) {
        size_t start = unit_random(&seed) % sizeof bytes, n = unit_random(&seed) % (sizeof bytes - start);
        span s = view(bytes + start, n), head = span_first(s, unit_random(&seed) % (n + 1));
        span tail = span_drop(s, span_len(head));
        compare(s, (uint32_t)unit_random(&seed));
        /* Registers go on from part to part. */
        ck_assert_uint_eq(crc_posix(crc_posix(9, head), tail), crc_posix(9, s));
        ck_assert_uint_eq(crc_ethernet(crc_ethernet(9, head), tail), crc_ethernet(9, s));
        ck_assert_uint_eq(span_rotating_sum(tail, span_rotating_sum(head, 9)), span_rotating_sum(s, 9));
    }
    memset(bytes, 0xFF, sizeof bytes);
    ck_assert_uint_eq(span_sum(view(bytes, sizeof bytes)), 255 * sizeof bytes);
}

START_TEST(as_the_processor_chooses)
{
    compare_with("");
}
END_TEST

START_TEST(without_avx512)
{
    compare_with("glibc.cpu.hwcaps=-AVX512F");
}
END_TEST

START_TEST(without_wide_multiplication)
{
    compare_with("glibc.cpu.hwcaps=-VPCLMULQDQ");
}
END_TEST

START_TEST(plain)
{
    compare_with("glibc.cpu.hwcaps=-AVX2,-PCLMULQDQ");
}
END_TEST

UNIT_MAIN("checksum", known_answers, as_the_processor_chooses, without_avx512, without_wide_multiplication,
          plain)
