/* base58.c - messages as one number, by libgmp and without it. */

#include "encode/encode.h"
#include "sys/bignum.h"
#include "unit.h"

static void check_pair(span bytes, char const *digits)
{
    buf text_form = {0}, back = {0};
    buf_append(&text_form, S("<"));
    buf_append(&back, S("<"));
    base58_append(&text_form, bytes);
    check_text(span_drop(buf_span(&text_form), 1), digits);
    ck_assert(base58_decode(&back, text(digits)));
    check_span(span_drop(buf_span(&back), 1), bytes);
    ck_assert(span_starts(buf_span(&back), S("<")) && span_starts(buf_span(&text_form), S("<")));
}

/* The first three are those of the Internet draft on Base58. */
static void known_answers(void)
{
    unsigned char pattern[60];
    for (size_t i = 0; i < sizeof pattern; i++)
        pattern[i] = (unsigned char)i;
    check_pair(S("Hello World!"), "2NEpo7TZRRrLZSi2U");
    check_pair(S("The quick brown fox jumps over the lazy dog."),
               "USm3fpXnKG5EUBx2ndxBDMPVciP5hGey2Jh4NDv6gmeo1LkMeiKrLJUUBk6Z");
    check_pair(S("\0\0\x28\x7f\xb4\xcd"), "11233QC4");
    check_pair(view(pattern, sizeof pattern),
               "13M8BTbsntPXS4Jc3nR9gshdMfLQpgXwMuXFKoDid8g79Qnb25uB7r8VHpFbZnDT22tzyaXxtbdPd5n6e");
    check_pair(S(""), "");
    check_pair(S("\0"), "1");
    check_pair(S("\0\0\0\0"), "1111");
    check_pair(S("\1\2\3"), "Ldp");
    check_pair(S("\x39"), "z");
    check_pair(S("\x3a"), "21");
}

static void there_and_back(void)
{
    unsigned char bytes[300];
    uint64_t seed = 8;
    for (size_t n = 0; n < sizeof bytes; n++) {
        buf digits = {0}, back = {0};
        for (size_t i = 0; i < n; i++)
            bytes[i] = i < n % 5 ? 0 : (unsigned char)(unit_random(&seed) >> 9);
        base58_append(&digits, view(bytes, n));
        ck_assert(base58_decode(&back, buf_span(&digits)));
        check_span(buf_span(&back), view(bytes, n));
    }
}

START_TEST(with_the_library)
{
    known_answers();
    there_and_back();
}
END_TEST

START_TEST(in_plain_c)
{
    /* No library can be opened where no file can. */
    struct rlimit few = {0};
    ck_assert_int_eq(getrlimit(RLIMIT_NOFILE, &few), 0);
    few.rlim_cur = 0;
    ck_assert_int_eq(setrlimit(RLIMIT_NOFILE, &few), 0);
    buf digits = {0};
    ck_assert(!bignum_to_digits(S("\1"), 58, &digits));
    known_answers();
    there_and_back();
}
END_TEST

START_TEST(no_digits)
{
    static char const *const wrong[] = {"0", "O", "I", "l", "2NEp ", "+", "2NEp\n", "11\xff"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        buf out = {0};
        buf_append(&out, S("kept"));
        ck_assert_msg(!base58_decode(&out, text(wrong[i])), "%s", wrong[i]);
        check_text(buf_span(&out), "kept");
    }
}
END_TEST

UNIT_MAIN("base58", with_the_library, in_plain_c, no_digits)
