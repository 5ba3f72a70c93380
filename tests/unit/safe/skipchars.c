/* skipchars.c - skipping characters of UTF-8 against the plain form, on right and on broken text. */

#include "safe/textcount.h"
#include "unit.h"

enum { SIZE = 400 };

/* Mostly characters, now and then bytes that make trouble. */
static size_t fill(unsigned char *to, uint64_t *seed, unsigned trouble)
{
    static char const *const pieces[] = {"a", "b", "\xC3\xA9", "\xE2\x82\xAC", "\xF0\x9F\x98\x80",
                                         "\xE0\xA4\x85", "\xED\x95\x9C", "\xEF\xBF\xBD", "\n"};
    static unsigned char const odd[] = {0x80, 0xBF, 0xC0, 0xC1, 0xC3, 0xE0, 0xE2, 0xED, 0xF0, 0xF4, 0xF8, 0xFC, 0xFF,
                                        0x9F, 0xA0};
    size_t n = 0;
    while (n < SIZE - 8) {
        if (unit_random(seed) % 100 < trouble) {
            to[n++] = odd[unit_random(seed) % sizeof odd];
        } else {
            char const *piece = pieces[unit_random(seed) % (unit_random(seed) % 2 ? 2 : 9)];
            size_t len = strlen(piece);
            memcpy(to + n, piece, len);
            n += len;
        }
    }
    return n;
}

static void compare_all(uint64_t seed)
{
    unsigned char bytes[SIZE];
    for (unsigned round = 0; round < 600; round++) {
        size_t n = fill(bytes, &seed, round % 4 == 0 ? 0 : round % 4 == 1 ? 50 : 4);
        span s = view(bytes, n - unit_random(&seed) % 70);
        for (uint64_t want = 0; want < 300; want++) {
            uint64_t plain_left = want, left = want;
            size_t at = textcount_plain_skip_(s, &plain_left);
            ck_assert_uint_eq(span_skip_utf8(s, &left), at);
            ck_assert_uint_eq(left, plain_left);
        }
    }
}

START_TEST(with_vectors)
{
    compare_all(3);
}
END_TEST

START_TEST(without_vectors)
{
    setenv("GLIBC_TUNABLES", "glibc.cpu.hwcaps=-AVX2", 1);
    compare_all(4);
}
END_TEST

START_TEST(counts_as_said)
{
    uint64_t n = 2;
    ck_assert_uint_eq(span_skip_utf8(S("\xC3\xA9\xFFz"), &n), 3);
    ck_assert_uint_eq(n, 0);
    n = 9;
    ck_assert_uint_eq(span_skip_utf8(S("a\xE2\x82"), &n), 3);
    ck_assert_uint_eq(n, 6);
    ck_assert_uint_eq(span_skip_utf8((span){0}, &n), 0);
}
END_TEST

UNIT_MAIN("skipchars", with_vectors, without_vectors, counts_as_said)
