/* radix.c - bases: every form against the plain one, there and back, refusals; wrapping. */

#include "safe/radix.h"
#include "unit.h"

static char const *const alphabets[] = {
    "01", "0123456789ABCDEF", "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", "0123456789ABCDEFGHIJKLMNOPQRSTUV",
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/",
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_",
    "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-:+=^!/*?&<>()[]{}@%$#",
};
enum { ALPHABETS = sizeof alphabets / sizeof *alphabets };

START_TEST(forms_agree_and_return)
{
    static unsigned char bytes[400], fast[3300], plain[3300], back[400];
    uint64_t seed = 4;
    struct radix r;
    for (int a = 0; a < ALPHABETS; a++) {
        radix_make(&r, text(alphabets[a]), false);
        for (size_t n = 0; n <= sizeof bytes; n++) {
            for (size_t i = 0; i < n; i++)
                bytes[i] = (unsigned char)unit_random(&seed);
            span s = view(bytes, n);
            size_t whole = n - n % radix_group_bytes(&r), done = 0;
            size_t digits = whole / radix_group_bytes(&r) * radix_group_digits(&r);
            ck_assert_uint_eq(radix_encode(room(fast, digits), s, &r), digits);
            ck_assert_uint_eq(radix_plain_encode_(room(plain, digits), s, &r), digits);
            check_span(view(fast, digits), view(plain, digits));
            ck_assert_uint_eq(radix_decode(room(back, whole), view(fast, digits), &r, &done), whole);
            ck_assert_uint_eq(done, digits);
            check_span(view(back, whole), view(bytes, whole));
        }
    }
}
END_TEST

/* Each byte, at each place of a text, stops every form at the same group. */
START_TEST(broken_groups)
{
    static unsigned char digits[160], a[160], b[160];
    struct radix r;
    for (int k = 0; k < ALPHABETS; k++) {
        radix_make(&r, text(alphabets[k]), k == 0);
        for (size_t i = 0; i < sizeof digits; i++)
            digits[i] = (unsigned char)alphabets[k][i % 2];
        for (size_t at = 0; at < sizeof digits; at += 3)
            for (int c = 0; c < 256; c++) {
                unsigned char saved = digits[at];
                size_t done = 0, plain_done = 0;
                digits[at] = (unsigned char)c;
                size_t n = radix_decode(room(a, 160), view(digits, 160), &r, &done);
                size_t plain_n = radix_plain_decode_(room(b, 160), view(digits, 160), &r, &plain_done);
                ck_assert_uint_eq(done, plain_done);
                check_span(view(a, n), view(b, plain_n));
                ck_assert(done > at || radix_value(&r, (unsigned char)c) == RADIX_NO_DIGIT || k == 6);
                digits[at] = saved;
            }
    }
}
END_TEST

START_TEST(either_case)
{
    struct radix r;
    unsigned char out[80];
    size_t done = 0;
    radix_make(&r, text(alphabets[1]), false);
    ck_assert_uint_eq(radix_decode(room(out, 2), S("aB1c"), &r, &done), 0);
    for (unsigned char c = 'A'; c <= 'F'; c++)
        radix_alias(&r, (unsigned char)(c + 32), c);
    ck_assert_uint_eq(radix_decode(room(out, 2), S("aB1c"), &r, &done), 2);
    check_span(view(out, 2), S("\xAB\x1C"));
}
END_TEST

START_TEST(lines)
{
    unsigned char out[64];
    size_t column = 0;
    size_t n = mspan_wrap(room(out, 64), S("abcdefgh"), 3, &column);
    check_text(view(out, n), "abc\ndef\ngh");
    ck_assert_uint_eq(column, 2);
    n = mspan_wrap(room(out, 64), S("ijk"), 3, &column);
    check_text(view(out, n), "i\njk");
    n = mspan_wrap(room(out, 64), S("l"), 3, &column);
    check_text(view(out, n), "l");
    ck_assert_uint_eq(column, 3);
    n = mspan_wrap(room(out, 64), (span){0}, 3, &column);
    ck_assert_uint_eq(n, 0);
    FAULTS("wrapped bytes (4, 3)", mspan_wrap(room(out, 3), S("abc"), 3, &column));
    FAULTS("column (3, 2)", mspan_wrap(room(out, 64), S("abc"), 2, &column));
    column = 0;
    FAULTS("column (0, 0)", mspan_wrap(room(out, 64), S(""), 0, &column));
}
END_TEST

START_TEST(every_width)
{
    static unsigned char bytes[100], out[300], plain[300];
    for (size_t i = 0; i < sizeof bytes; i++)
        bytes[i] = (unsigned char)('a' + i % 26);
    for (size_t width = 1; width < 110; width++) {
        size_t column = 0, m = 0;
        for (size_t i = 0; i < sizeof bytes; i++) {
            if (i > 0 && i % width == 0)
                plain[m++] = '\n';
            plain[m++] = bytes[i];
        }
        size_t n = mspan_wrap(room(out, m), view(bytes, 37), width, &column);
        n += mspan_wrap(room(out + n, m - n), view(bytes + 37, 63), width, &column);
        check_span(view(out, n), view(plain, m));
    }
}
END_TEST

START_TEST(refusals)
{
    struct radix r = {0};
    unsigned char out[64];
    size_t done = 0;
    FAULTS("base (0, 85)", radix_encode(room(out, 64), S("abc"), &r));
    FAULTS("base (0, 85)", radix_decode(room(out, 64), S("abcd"), &r, &done));
    FAULTS("base (3, 85)", radix_make(&r, S("abc"), false));
    radix_make(&r, text(alphabets[4]), false);
    FAULTS("encoded bytes (4, 3)", radix_encode(room(out, 3), S("abc"), &r));
    FAULTS("decoded bytes (3, 2)", radix_decode(room(out, 2), S("abcd"), &r, &done));
}
END_TEST

UNIT_MAIN("radix", forms_agree_and_return, broken_groups, either_case, lines, every_width, refusals)
