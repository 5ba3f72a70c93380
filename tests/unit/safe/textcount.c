/* textcount.c - lines, words, characters and widths: small cases by hand, random text against the plain
   forms. */

#include "safe/textcount.h"
#include "unit.h"

static byteclass class_of(span members)
{
    byteset set = {0};
    byteclass class = {0};
    SPAN_FOREACH(c, members)
        byteset_add(&set, c);
    byteclass_make(&class, &set);
    return class;
}

START_TEST(words_by_hand)
{
    byteclass space = class_of(S(" \n\t")), ask = class_of(S("\xff"));
    struct word_counts c = {0};
    ck_assert_uint_eq(span_count_words(S("one two\nthree"), &space, &ask, &c), 13);
    ck_assert(c.lines == 1 && c.words == 3 && c.in_word);
    ck_assert_uint_eq(span_count_words(S("more\n"), &space, &ask, &c), 5);
    ck_assert(c.lines == 2 && c.words == 3 && !c.in_word);
    ck_assert_uint_eq(span_count_words(S("x\xffy"), &space, &ask, &c), 1);
    ck_assert(c.lines == 2 && c.words == 4 && c.in_word);
    ck_assert_uint_eq(span_count_words((span){0}, &space, &ask, &c), 0);
    ck_assert(c.lines == 2 && c.words == 4 && c.in_word);
}
END_TEST

START_TEST(widths_by_hand)
{
    byteclass uneven = class_of(S("\t\n\xc3"));
    uint64_t column = 0, widest = 0;
    ck_assert_uint_eq(span_line_widths(S("four\nsix..."), &uneven, &column, &widest), 11);
    ck_assert(column == 6 && widest == 4);
    ck_assert_uint_eq(span_line_widths(S("\nab\tc"), &uneven, &column, &widest), 3);
    ck_assert(column == 2 && widest == 6);
    ck_assert_uint_eq(span_line_widths((span){0}, &uneven, &column, &widest), 0);
    ck_assert(column == 2 && widest == 6);
}
END_TEST

START_TEST(characters_by_hand)
{
    struct { span text; uint64_t count; } const cases[] = {
        {S(""), 0}, {S("abc"), 3}, {S("\xc3\xa4"), 1}, {S("\xe2\x82\xac"), 1}, {S("\xf0\x9f\x98\x80"), 1},
        {S("\xf8\x88\x80\x80\x80"), 1}, {S("\xfc\x84\x80\x80\x80\x80"), 1},
        {S("\xc3"), 0}, {S("\xa4"), 0}, {S("a\xc3z"), 2}, {S("\xe2\x82"), 0}, {S("\xe2\x82z"), 1},
        {S("\xc0\x80"), 0}, {S("\xc1\xbf"), 0}, {S("\xe0\x9f\xbf"), 0}, {S("\xe0\xa0\x80"), 1},
        {S("\xed\x9f\xbf"), 1}, {S("\xed\xa0\x80"), 0}, {S("\xf0\x8f\xbf\xbf"), 0},
        {S("\xf0\x90\x80\x80"), 1},
        {S("\xf4\x90\x80\x80"), 1}, {S("\xf8\x87\xbf\xbf\xbf"), 0}, {S("\xfc\x83\xbf\xbf\xbf\xbf"), 0},
        {S("\xfe"), 0}, {S("\xff"), 0}, {S("\0"), 1}, {S("\xc3\xc3\xa4"), 1},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ck_assert_msg(span_count_utf8(cases[i].text) == cases[i].count, "%s", shown(cases[i].text));
        /* The same in the middle of a long text, where the fast form looks at it. */
        for (size_t before = 100; before < 170; before++) {
            unsigned char long_text[400];
            memset(long_text, 'x', sizeof long_text);
            size_t n = span_len(cases[i].text);
            mspan_copy(room(long_text + before, n), cases[i].text);
            ck_assert_msg(span_count_utf8(view(long_text, 400)) == 400 - n + cases[i].count, "%s at %zu",
                          shown(cases[i].text), before);
        }
    }
}
END_TEST

static unsigned char bytes[40000];

/* Text of characters of each length; KIND says how much of it is broken. */
static void random_text(uint64_t *seed, unsigned broken)
{
    for (size_t i = 0; i < sizeof bytes;) {
        uint64_t r = unit_random(seed);
        size_t length = r % 3 ? 1 : (r >> 8) % 6 + 1;
        unsigned char const first[] = {0, (unsigned char)((r >> 16) % 128), 0xC4, 0xE5, 0xF1, 0xF9, 0xFD};
        bytes[i++] = (r >> 32) % 9 == 0 ? ' ' : (r >> 32) % 9 == 1 ? '\n' : first[length];
        for (; length > 1 && bytes[i - 1] >= 0x80 && i < sizeof bytes; length--, i++)
            bytes[i] = 0x80 | (unit_random(seed) & 0x3F);
    }
    for (size_t i = 0; broken && i < sizeof bytes; i += 1 + unit_random(seed) % broken)
        bytes[i] = (unsigned char)unit_random(seed);
}

static void compare_words_and_widths(span s, byteclass const *space, byteclass const *ask)
{
    struct word_counts a = {.lines = 3, .in_word = s.n_ % 2}, b = a;
    ck_assert_uint_eq(span_count_words(s, space, ask, &a), textcount_plain_words_(s, space, ask, &b));
    ck_assert(a.lines == b.lines && a.words == b.words && a.in_word == b.in_word);
    uint64_t column = 5, widest = 9, plain_column = 5, plain_widest = 9;
    ck_assert_uint_eq(span_line_widths(s, ask, &column, &widest),
                      textcount_plain_widths_(s, ask, &plain_column, &plain_widest));
    ck_assert(column == plain_column && widest == plain_widest);
}

static void compare_with(char const *tunables)
{
    setenv("GLIBC_TUNABLES", tunables, 1);
    byteclass space = class_of(S(" \n\t\r\v\f")), ask = class_of(S("\x01\xff")), never = class_of(S("\n"));
    uint64_t seed = 123;
    static unsigned const broken[] = {0, 10000, 1000, 100, 3};
    for (int k = 0; k < 25; k++) {
        random_text(&seed, broken[k % 5]);
        for (int round = 0; round < 100; round++) {
            size_t start = unit_random(&seed) % sizeof bytes;
            size_t n = unit_random(&seed) % (round % 2 ? 300 : sizeof bytes) % (sizeof bytes - start);
            span s = view(bytes + start, n);
            compare_words_and_widths(s, &space, &ask);
            compare_words_and_widths(s, &space, &never);
            ck_assert_uint_eq(span_count_utf8(s), textcount_plain_utf8_(s));
        }
    }
}

START_TEST(random_text_as_the_processor_chooses)
{
    compare_with("");
}
END_TEST

START_TEST(random_text_without_avx2)
{
    compare_with("glibc.cpu.hwcaps=-AVX2");
}
END_TEST

UNIT_MAIN("textcount", words_by_hand, widths_by_hand, characters_by_hand,
          random_text_as_the_processor_chooses, random_text_without_avx2)
