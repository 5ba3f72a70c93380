/* line.c - lines of lists: the forms, their escapes, and what is none. */

#include "digest/digest.h"
#include "digests.h"

#define MD5 "900150983cd24fb0d6963f7d28e17f72"
#define SHA1 "a9993e364706816aba3e25717850c26c9cd0d89d"
#define SHA224 "23097d223405d8228642a477bda255b32aadbce4bda0b3f7e36c9da7"

struct line_case {
    char const *line;
    bool good;
    char const *name, *digest;
};

static struct digest_list new_list(enum digest_algorithm wanted)
{
    return (struct digest_list){.wanted = wanted};
}

/* Each line on its own; a good one ends in the NAME and DIGEST given. */
static void check_lines(struct digest_list (*make)(void), struct line_case const *cases, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct digest_list list = make();
        ck_assert_msg(digest_parse_line(&list, text(cases[i].line)) == cases[i].good, "%s", cases[i].line);
        if (!cases[i].good)
            continue;
        check_text(buf_span(&list.name), cases[i].name);
        ck_assert_str_eq(hex(buf_span(&list.digest)), cases[i].digest);
        ck_assert_uint_eq(list.kind.bits, strlen(cases[i].digest) * 4);
    }
}
#define CHECK_LINES(make, cases) check_lines(make, cases, sizeof cases / sizeof *cases)

static struct digest_list for_md5(void)
{
    return new_list(DIGEST_MD5);
}

START_TEST(lines_of_one_algorithm)
{
    static struct line_case const cases[] = {
        {MD5 "  f", true, "f", MD5}, {MD5 " *f", true, "f", MD5}, {"  " MD5 "  f", true, "f", MD5},
        {MD5 " f", true, "f", MD5}, {MD5 "  a b ", true, "a b ", MD5}, {MD5 "\t f", true, "f", MD5},
        {MD5 "   f", true, " f", MD5}, {"\\" MD5 "  a\\nb\\\\c\\r", true, "a\nb\\c\r", MD5},
        {MD5 "  a\\nb", true, "a\\nb", MD5}, {"\\" MD5 "  a\\tb", false, "", ""},
        {"\\" MD5 "  a\\", false, "", ""}, {"900150983CD24FB0D6963F7D28E17F72  f", true, "f", MD5},
        {"MD5 (f) = " MD5, true, "f", MD5}, {"MD5(f)= " MD5, true, "f", MD5},
        {"MD5 (f)=" MD5, true, "f", MD5},
        {"MD5 (a) b) = " MD5, true, "a) b", MD5}, {"\\MD5 (a\\nb) = " MD5, true, "a\nb", MD5},
        {"MD5 (f) " MD5, false, "", ""}, {"MD5 (f = " MD5, false, "", ""}, {"MD5 f) = " MD5, false, "", ""},
        {"MD5 (f) = " MD5 "0", false, "", ""}, {"MD5 (f) = " MD5 " ", false, "", ""},
        {"MD5  (f) = " MD5, false, "", ""}, {"md5 (f) = " MD5, false, "", ""},
        {"SHA1 (f) = " SHA1, false, "", ""}, {SHA1 "  f", false, "", ""}, {MD5, false, "", ""},
        {MD5 " ", false, "", ""}, {MD5 "f", false, "", ""}, {"", false, "", ""}, {"#  f", false, "", ""},
        {"g00150983cd24fb0d6963f7d28e17f72  f", false, "", ""}, {MD5 "\n", false, "", ""},
    };
    CHECK_LINES(for_md5, cases);
}
END_TEST

static struct digest_list for_any(void)
{
    return (struct digest_list){.wanted = DIGEST_CRC, .any_tag = true, .base64 = true};
}

START_TEST(lines_with_any_tag)
{
    static struct line_case const cases[] = {
        {"MD5 (f) = " MD5, true, "f", MD5}, {"SHA1 (f) = " SHA1, true, "f", SHA1},
        {"SHA224 (f) = " SHA224, true, "f", SHA224}, {"BLAKE2b-8 (f) = 6b", true, "f", "6b"},
        {"BLAKE2b-64 (f) = d8bb14d833d59559", true, "f", "d8bb14d833d59559"},
        {"SHA2-224 (f) = " SHA224, true, "f", SHA224},
        {"MD5 (f) = kAFQmDzST7DWlj99KOF/cg==", true, "f", MD5},
        {"BLAKE2b-7 (f) = 6b", false, "", ""}, {"BLAKE2b-0 (f) = 6b", false, "", ""},
        {"BLAKE2b-08 (f) = 6b", false, "", ""}, {"BLAKE2b-520 (f) = 6b", false, "", ""},
        {"BLAKE2b- (f) = 6b", false, "", ""}, {"BLAKE2b-99999999999999999999999 (f) = 6b", false, "", ""},
        {"BLAKE2b (f) = 6b", false, "", ""}, {"SHA2 (f) = " SHA224, false, "", ""},
        {"SHA3-232 (f) = " SHA224, false, "", ""}, {"CRC (f) = 12345678", false, "", ""},
        {"NONE (f) = " MD5, false, "", ""}, {MD5 "  f", false, "", ""},
    };
    CHECK_LINES(for_any, cases);
}
END_TEST

static struct digest_list for_sha2(void)
{
    return new_list(DIGEST_SHA2);
}

START_TEST(lines_of_sha2)
{
    static struct line_case const cases[] = {
        {SHA224 "  f", true, "f", SHA224}, {"SHA224 (f) = " SHA224, true, "f", SHA224},
        {"SHA2-224 (f) = " SHA224, true, "f", SHA224}, {"SHA3-224 (f) = " SHA224, false, "", ""},
        {MD5 "  f", false, "", ""}, {"SHA1 (f) = " SHA1, false, "", ""},
    };
    CHECK_LINES(for_sha2, cases);
}
END_TEST

static struct digest_list for_blake2b(void)
{
    return (struct digest_list){.wanted = DIGEST_BLAKE2B, .base64 = true};
}

START_TEST(lines_of_any_length)
{
    static struct line_case const cases[] = {
        {"6b  f", true, "f", "6b"}, {SHA224 "  f", true, "f", SHA224}, {"Zm9v  f", true, "f", "666f6f"},
        {"6bf  f", false, "", ""}, {"  f", false, "", ""},
    };
    CHECK_LINES(for_blake2b, cases);
}
END_TEST

/* The first untagged line decides how the others are read. */
START_TEST(the_form_of_the_first_line)
{
    struct digest_list list = new_list(DIGEST_MD5);
    ck_assert(digest_parse_line(&list, S(MD5 " f")) && list.form_known && list.reversed);
    check_text(buf_span(&list.name), "f");
    ck_assert(digest_parse_line(&list, S(MD5 "  f")));
    check_text(buf_span(&list.name), " f");
    struct digest_list other = new_list(DIGEST_MD5);
    ck_assert(digest_parse_line(&other, S(MD5 "  f")) && other.form_known && !other.reversed);
    ck_assert(!digest_parse_line(&other, S(MD5 " f")));
    ck_assert(digest_parse_line(&other, S(MD5 " *f")));
    check_text(buf_span(&other.name), "f");
}
END_TEST

/* Names end at a NUL byte, and nothing of random bytes does harm. */
START_TEST(odd_bytes)
{
    struct digest_list list = new_list(DIGEST_MD5);
    uint64_t seed = 99;
    ck_assert(digest_parse_line(&list, S(MD5 "  f\0g")));
    check_text(buf_span(&list.name), "f");
    for (int round = 0; round < 20000; round++) {
        unsigned char line[] = "\\SHA3-256 (name) = " MD5 MD5;
        struct digest_list any = round % 2 ? for_any() : for_blake2b();
        for (int i = 0; i < round % 6; i++)
            line[unit_random(&seed) % sizeof line] = (unsigned char)(unit_random(&seed) % 130);
        size_t start = unit_random(&seed) % 20;
        bool good = digest_parse_line(&any, view(line + start, unit_random(&seed) % (sizeof line - start)));
        ck_assert(!good || any.kind.bits <= DIGEST_MOST_BITS);
        buf_recycle(&any.name);
        buf_recycle(&any.digest);
    }
}
END_TEST

UNIT_MAIN("lines of digests", lines_of_one_algorithm, lines_with_any_tag, lines_of_sha2, lines_of_any_length,
          the_form_of_the_first_line, odd_bytes)
