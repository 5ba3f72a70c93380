/* line.c - lines of lists of digests. */

#include "digest/digest.h"
#include "unit.h"

#define MD5 "b1946ac92492d2347c6235b4d2611184"

START_TEST(forms)
{
    static struct { char const *line, *name; } const rows[] = {
        {"MD5 (f) = " MD5, "f"}, {"MD5(f)= " MD5, "f"}, {"MD5 (a) = b) = " MD5, "a) = b"},
        {" \t" MD5 "  f", "f"}, {MD5 " *f", "f"}, {"\\" MD5 "  a\\nb\\\\c\\rd", "a\nb\\c\rd"},
        {MD5 "  a\\nb", "a\\nb"}, {"\\MD5 (a\\nb) = " MD5, "a\nb"}, {"sZRqySSS0jR8YjW00mERhA==  f", "f"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct digest_list list = {.wanted = DIGEST_MD5, .base64 = true};
        ck_assert(digest_parse_line(&list, text(rows[i].line)));
        check_text(buf_span(&list.name), rows[i].name);
        ck_assert_uint_eq(buf_len(&list.digest), 16);
        ck_assert_uint_eq(list.kind.bits, 128);
    }
}
END_TEST

START_TEST(malformed)
{
    static char const *const rows[] = {
        "", "MD5", "MD5 (", "MD5 (f", "MD5 (f)", "MD5 (f) =", "MD5 (f) = 00", "MD5 (f) = " MD5 " ", MD5, MD5 " ",
        "SHA1 (f) = " MD5, MD5 "0  f", "\\" MD5 "  a\\x", "\\" MD5 "  a\\", "MD5-128 (f) = " MD5,
        "MD5  (f) = " MD5, "sZRqySSS0jR8YjW00mERhA==  f",
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct digest_list list = {.wanted = DIGEST_MD5};
        ck_assert(!digest_parse_line(&list, text(rows[i])));
    }
}
END_TEST

START_TEST(any_tag)
{
    struct digest_list list = {.wanted = DIGEST_CRC, .any_tag = true, .base64 = true};
    ck_assert(digest_parse_line(&list, S("BLAKE2b-128 (f) = " MD5)));
    ck_assert(list.kind.algorithm == DIGEST_BLAKE2B && list.kind.bits == 128);
    ck_assert(!digest_parse_line(&list, S("BLAKE2b (f) = " MD5)));
    ck_assert(!digest_parse_line(&list, S("SHA3 (f) = " MD5)));
    ck_assert(!digest_parse_line(&list, S("SHA2-128 (f) = " MD5)));
    ck_assert(!digest_parse_line(&list, S(MD5 "  f")));
    ck_assert(!digest_parse_line(&list, S("BLAKE2b-99999999999999999999 (f) = " MD5)));
}
END_TEST

START_TEST(reversed_form)
{
    struct digest_list list = {.wanted = DIGEST_MD5};
    ck_assert(digest_parse_line(&list, S(MD5 " f")));
    ck_assert(digest_parse_line(&list, S(MD5 "  f")));
    check_text(buf_span(&list.name), " f");
    struct digest_list other = {.wanted = DIGEST_MD5};
    ck_assert(digest_parse_line(&other, S(MD5 "  f")));
    ck_assert(!digest_parse_line(&other, S(MD5 " f")));
}
END_TEST

START_TEST(text_of_digests)
{
    buf out = {0};
    ck_assert(digest_decode(S("00fF"), 16, false, &out));
    check_span(buf_span(&out), S("\0\xff"));
    digest_append_hex(&out, S("\x01\xab"));
    digest_append_base64(&out, S("\0"));
    check_span(buf_span(&out), S("\0\xff" "01abAA=="));
    ck_assert(!digest_decode(S("0g"), 8, false, &out));
    ck_assert(!digest_decode(S("00"), 16, false, &out));
    ck_assert_uint_eq(digest_number(S("\x01\x02")), 258);
}
END_TEST

UNIT_MAIN("line", forms, malformed, any_tag, reversed_form, text_of_digests)
