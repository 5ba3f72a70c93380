/* chars.c - text as characters of the locale. */

#include "text/chars.h"
#include "unit.h"

#include <wchar.h>

/* "v" for a valid character, "x" for an invalid byte, and its length. */
static char const *pattern(span s)
{
    static char form[200];
    char *to = form;
    for (struct text_char c = {0}; text_next(&s, &c);)
        to += sprintf(to, "%c%zu", c.valid ? 'v' : 'x', span_len(c.bytes));
    *to = '\0';
    return form;
}

START_TEST(the_c_locale)
{
    setenv("LC_ALL", "C", 1);
    ck_assert_str_eq(pattern(S("a\0\377")), "v1v1v1");
    ck_assert_str_eq(pattern((span){0}), "");
    ck_assert_uint_eq(text_unfinished(S("\303")), 0);
    struct text_char c = {0};
    span s = S("\377a");
    ck_assert(text_next(&s, &c) && c.code == 255);
    ck_assert(!text_is(c, TEXT_PRINT) && text_width(c) == -1);
    ck_assert(text_next(&s, &c) && text_is(c, TEXT_PRINT) && text_width(c) == 1);
    ck_assert(!text_next(&s, &c) && c.code == 'a');
    ck_assert_uint_eq(text_columns(S("ab\tc\303\244")), 3);
    unsigned char bytes[16];
    ck_assert_uint_eq(text_encode('x', room(bytes, 16)), 1);
    ck_assert_uint_eq(text_encode(200, room(bytes, 16)), 1);
    ck_assert_uint_eq(text_encode(0x20AC, room(bytes, 16)), 0);
}
END_TEST

START_TEST(utf8_by_hand)
{
    if (!unit_locale("C.UTF-8"))
        return;
    ck_assert_str_eq(pattern(S("a\303\244\342\202\254\360\237\230\200")), "v1v2v3v4");
    ck_assert_str_eq(pattern(S("\303")), "x1");
    ck_assert_str_eq(pattern(S("\342\202")), "x1x1");
    ck_assert_str_eq(pattern(S("\342\202z")), "x1x1v1");
    ck_assert_str_eq(pattern(S("\300\200\377\355\240\200")), "x1x1x1x1x1x1");
    ck_assert_str_eq(pattern(S("\0\303\0")), "v1x1v1");
    ck_assert_str_eq(pattern(S("\370\210\200\200\200\374\204\200\200\200\200")), "v5v6");
    struct { span text; size_t unfinished; } const cases[] = {
        {S("\303"), 1}, {S("a\342\202"), 2}, {S("\360\237\230"), 3}, {S("\342\202\254"), 0}, {S("\377"), 0},
        {S("\200"), 0}, {S(""), 0}, {S("\355\240"), 0}, {S("\340\237"), 0}, {S("\374\204\200\200\200"), 5},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        ck_assert_msg(text_unfinished(cases[i].text) == cases[i].unfinished, "%s", shown(cases[i].text));
}
END_TEST

/* Decode S as libc does and compare. */
static void compare_with_libc(span s)
{
    bool same = true;
    for (struct text_char c = {0}; span_len(s) > 0;) {
        mbstate_t state = {0};
        wchar_t w = 0;
        size_t n = mbrtowc(&w, (char const *)s.p_, s.n_, &state);
        bool valid = n <= s.n_;
        span before = s;
        same &= text_next(&s, &c) && c.valid == valid;
        same &= span_len(c.bytes) == (valid && n > 0 ? n : 1) && c.bytes.p_ == before.p_;
        same &= c.code == (valid ? (uint32_t)w : before.p_[0]);
        ck_assert_msg(same, "%s", shown(span_at_most(before, 8)));
    }
}

static void compare_random(char const *locale)
{
    if (!unit_locale(locale))
        return;
    locale_use(LOCALE_CTYPE);
    static unsigned char bytes[6000];
    uint64_t seed = 13;
    for (int round = 0; round < 8; round++) {
        for (size_t i = 0; i < sizeof bytes; i++) {
            uint64_t r = unit_random(&seed);
            uint64_t any = r >> 8, inner = 0x80 | (any & 0x3F), first = 0xC0 | r >> 58;
            bytes[i] = (unsigned char)(r % 4 == 0 ? any : r % 4 == 1 ? inner : first);
        }
        compare_with_libc(view(bytes, sizeof bytes));
    }
}

START_TEST(utf8_like_libc)
{
    compare_random("C.UTF-8");
}
END_TEST

START_TEST(euc_like_libc)
{
    compare_random("ja_JP.eucjp");
}
END_TEST

START_TEST(latin_1_like_libc)
{
    compare_random("de_DE.iso88591");
}
END_TEST

START_TEST(classes_and_widths)
{
    if (!unit_locale("en_US.UTF-8"))
        return;
    span s = S("\303\244\343\201\202\314\201\t5\377");
    int const widths[] = {1, 2, 0, -1, 1, -1};
    struct text_char c = {0};
    for (size_t i = 0; i < 6; i++) {
        ck_assert(text_next(&s, &c));
        ck_assert_int_eq(text_width(c), widths[i]);
        ck_assert_int_eq(text_is(c, TEXT_ALPHA), i < 2);
        ck_assert_int_eq(text_is(c, TEXT_DIGIT), i == 4);
        ck_assert_int_eq(text_is(c, TEXT_BLANK), i == 3);
        ck_assert_int_eq(text_is(c, TEXT_PRINT), i != 3 && i != 5);
    }
    ck_assert_uint_eq(text_columns(S("\303\244\343\201\202x\t")), 4);
    ck_assert_uint_eq(text_upper(0xE4), 0xC4);
    ck_assert_uint_eq(text_lower(0xC4), 0xE4);
    ck_assert_uint_eq(text_upper('5'), '5');
    unsigned char bytes[16];
    ck_assert_uint_eq(text_encode(0x20AC, room(bytes, 16)), 3);
    check_span(view(bytes, 3), S("\342\202\254"));
}
END_TEST

START_TEST(every_class_of_ascii)
{
    setenv("LC_ALL", "C", 1);
    for (unsigned b = 0; b < 128; b++) {
        struct text_char c = {.code = b, .valid = true};
        ck_assert_int_eq(text_is(c, TEXT_UPPER), b >= 'A' && b <= 'Z');
        ck_assert_int_eq(text_is(c, TEXT_LOWER), b >= 'a' && b <= 'z');
        ck_assert_int_eq(text_is(c, TEXT_CNTRL), b < 32 || b == 127);
        ck_assert_int_eq(text_is(c, TEXT_GRAPH), b > 32 && b < 127);
        ck_assert_int_eq(text_is(c, TEXT_SPACE), b == ' ' || (b >= 9 && b <= 13));
        ck_assert_int_eq(text_is(c, TEXT_XDIGIT), b && strchr("0123456789abcdefABCDEF", (int)b) != NULL);
        ck_assert_int_eq(text_is(c, TEXT_ALNUM), text_is(c, TEXT_ALPHA) || text_is(c, TEXT_DIGIT));
        ck_assert_int_eq(text_is(c, TEXT_PUNCT), text_is(c, TEXT_GRAPH) && !text_is(c, TEXT_ALNUM));
    }
}
END_TEST

START_TEST(utf8_whatever_the_locale)
{
    setenv("LC_ALL", "C", 1);
    struct text_char c = {0};
    span s = S("\342\202\254\377");
    ck_assert(text_next_utf8(&s, &c) && c.valid && c.code == 0x20AC);
    ck_assert(text_next_utf8(&s, &c) && !c.valid && c.code == 0xFF);
    ck_assert(!text_next_utf8(&s, &c));
    ck_assert(text_is_plain_ascii(S("plain ~")) && text_is_plain_ascii((span){0}));
    ck_assert(!text_is_plain_ascii(S("a\t")) && !text_is_plain_ascii(S("\177")));
    ck_assert(!text_is_plain_ascii(S("\200")));
}
END_TEST

UNIT_MAIN("characters", the_c_locale, utf8_by_hand, utf8_like_libc, euc_like_libc, latin_1_like_libc,
          classes_and_widths, every_class_of_ascii, utf8_whatever_the_locale)
