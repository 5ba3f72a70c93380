/* bytes.c - bytes as characters. */

#include "text/bytes.h"
#include "unit.h"

START_TEST(in_c)
{
    setenv("LC_ALL", "C", 1);
    for (unsigned i = 0; i < 256; i++) {
        unsigned char c = (unsigned char)i;
        bool lower = c >= 'a' && c <= 'z', upper = c >= 'A' && c <= 'Z';
        ck_assert_int_eq(text_byte_is(c, TEXT_ALPHA), lower || upper);
        ck_assert_int_eq(text_byte_is(c, TEXT_PRINT), c >= 32 && c < 127);
        ck_assert_int_eq(text_byte_upper(c), lower ? c - 32 : c);
    }
}
END_TEST

START_TEST(in_latin_1)
{
    if (!unit_locale("de_DE.iso88591"))
        return;
    ck_assert(text_byte_is(0xE4, TEXT_ALPHA) && text_byte_upper(0xE4) == 0xC4);
}
END_TEST

START_TEST(in_utf8)
{
    if (!unit_locale("C.UTF-8"))
        return;
    ck_assert(!text_byte_is(0xC3, TEXT_ALPHA));
    ck_assert(text_byte_upper(0xE4) == 0xE4 && text_byte_upper('a') == 'A');
}
END_TEST

UNIT_MAIN("bytes as characters", in_c, in_latin_1, in_utf8)
