/* onebyte.c - classes and case of bytes, in the locales that are there. */

#include "text/onebyte.h"
#include "unit.h"

#include <ctype.h>

START_TEST(plain_c)
{
    setenv("LC_ALL", "C", 1);
    byteset digits = {0}, blanks = {0}, alpha = {0};
    text_add_class(&digits, TEXT_DIGIT);
    text_add_class(&blanks, TEXT_BLANK);
    text_add_class(&alpha, TEXT_ALPHA);
    ck_assert_uint_eq(byteset_count(&digits), 10);
    ck_assert_uint_eq(byteset_count(&blanks), 2);
    ck_assert_uint_eq(byteset_count(&alpha), 52);
    text_add_class(&digits, TEXT_BLANK);
    ck_assert_uint_eq(byteset_count(&digits), 12);
    bytemap upper = {0}, lower = {0};
    text_upper_bytes(&upper);
    text_lower_bytes(&lower);
    for (unsigned i = 0; i < 256; i++) {
        unsigned char c = (unsigned char)i;
        bool small = c >= 'a' && c <= 'z', capital = c >= 'A' && c <= 'Z';
        ck_assert_uint_eq(bytemap_get(&upper, c), small ? c - 32U : c);
        ck_assert_uint_eq(bytemap_get(&lower, c), capital ? c + 32U : c);
    }
}
END_TEST

/* In plain C the classes are those of libc without a locale. */
START_TEST(classes_of_plain_c)
{
    setenv("LC_ALL", "POSIX", 1);
    static struct { enum text_class k; int (*is)(int); } const rows[] = {
        {TEXT_ALNUM, isalnum}, {TEXT_ALPHA, isalpha}, {TEXT_BLANK, isblank}, {TEXT_CNTRL, iscntrl},
        {TEXT_DIGIT, isdigit}, {TEXT_GRAPH, isgraph}, {TEXT_LOWER, islower}, {TEXT_PRINT, isprint},
        {TEXT_PUNCT, ispunct}, {TEXT_SPACE, isspace}, {TEXT_UPPER, isupper}, {TEXT_XDIGIT, isxdigit},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        byteset set = {0};
        text_add_class(&set, rows[i].k);
        for (int c = 0; c < 256; c++)
            ck_assert_msg(byteset_has(&set, (unsigned char)c) == (rows[i].is(c) != 0), "class %zu, byte %d", i, c);
    }
}
END_TEST

/* Parts of longer characters are no characters. */
START_TEST(utf8)
{
    setenv("LC_ALL", "C.UTF-8", 1);
    byteset alpha = {0};
    text_add_class(&alpha, TEXT_ALPHA);
    ck_assert(byteset_has(&alpha, 'z') && !byteset_has(&alpha, 0xE9));
    bytemap upper = {0};
    text_upper_bytes(&upper);
    ck_assert_uint_eq(bytemap_get(&upper, 0xE9), 0xE9);
    ck_assert_uint_eq(bytemap_get(&upper, 'q'), 'Q');
}
END_TEST

START_TEST(latin1)
{
    setenv("LC_ALL", "sv_SE", 1);
    if (locale_charset() != CHARSET_SINGLE_BYTE || locale_is_c(LOCALE_CTYPE))
        return;
    byteset lower = {0};
    text_add_class(&lower, TEXT_LOWER);
    ck_assert(byteset_has(&lower, 0xE9) && !byteset_has(&lower, 0xC9));
    bytemap upper = {0};
    text_upper_bytes(&upper);
    ck_assert_uint_eq(bytemap_get(&upper, 0xE9), 0xC9);
    /* Its capital has no byte here. */
    ck_assert_uint_eq(bytemap_get(&upper, 0xFF), 0xFF);
}
END_TEST

UNIT_MAIN("onebyte", plain_c, classes_of_plain_c, utf8, latin1)
