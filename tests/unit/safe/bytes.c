/* bytes.c - sets and maps of bytes, and the loops over them. */

#include "safe/bytes.h"
#include "unit.h"

START_TEST(sets)
{
    byteset s = {0};
    ck_assert_uint_eq(byteset_count(&s), 0);
    byteset_add(&s, 0);
    byteset_add(&s, 255);
    byteset_add(&s, 255);
    ck_assert(byteset_has(&s, 0) && byteset_has(&s, 255) && !byteset_has(&s, 1));
    ck_assert_uint_eq(byteset_count(&s), 2);
    byteset_remove(&s, 0);
    byteset_remove(&s, 17);
    ck_assert(!byteset_has(&s, 0) && byteset_count(&s) == 1);
    byteset_invert(&s);
    ck_assert(byteset_has(&s, 0) && !byteset_has(&s, 255) && byteset_count(&s) == 255);
    byteset_invert(&s);
    ck_assert_uint_eq(byteset_count(&s), 1);
}
END_TEST

START_TEST(maps)
{
    bytemap m = {0};
    ck_assert_int_eq(bytemap_get(&m, 200), 0);
    bytemap_identity(&m);
    for (unsigned i = 0; i < 256; i++)
        ck_assert_uint_eq(bytemap_get(&m, (unsigned char)i), i);
    bytemap_set(&m, 'a', 'A');
    bytemap_set(&m, 255, 0);
    char bytes[] = "banana\xff.";
    mspan_map(room(bytes, 7), &m);
    check_span(view(bytes, 8), S("bAnAnA\0."));
    mspan_map((mspan){0}, &m);
}
END_TEST

START_TEST(equal_when_mapped)
{
    bytemap m = {0};
    bytemap_identity(&m);
    bytemap_set(&m, 'a', 'A');
    ck_assert(span_eq_mapped(S("baNana"), S("bANanA"), &m));
    ck_assert(!span_eq_mapped(S("ba"), S("baa"), &m));
    ck_assert(!span_eq_mapped(S("ba"), S("Ba"), &m));
    ck_assert(span_eq_mapped((span){0}, (span){0}, &m));
}
END_TEST

START_TEST(replacing)
{
    char text[100];
    for (size_t n = 0; n <= 99; n++) {
        memset(text, 'a', sizeof text);
        if (n > 0)
            text[n / 2] = 'b';
        mspan_replace(room(text, n), 'a', 'c');
        for (size_t i = 0; i < sizeof text; i++)
            ck_assert_int_eq(text[i], i >= n ? 'a' : i == n / 2 ? 'b' : 'c');
    }
    mspan_replace((mspan){0}, 'a', 'c');
}
END_TEST

START_TEST(finding_members)
{
    byteset digits = {0};
    for (unsigned char c = '0'; c <= '9'; c++)
        byteset_add(&digits, c);
    ck_assert_uint_eq(span_find_in(S("ab3c"), &digits), 2);
    ck_assert_uint_eq(span_find_in(S("abc"), &digits), 3);
    ck_assert_uint_eq(span_find_in((span){0}, &digits), 0);
    ck_assert_uint_eq(span_find_not_in(S("12x"), &digits), 2);
    ck_assert_uint_eq(span_find_not_in(S("123"), &digits), 3);
    ck_assert_uint_eq(span_find_not_in((span){0}, &digits), 0);
}
END_TEST

START_TEST(classes_are_their_sets)
{
    uint64_t seed = 11;
    for (int round = 0; round < 50; round++) {
        byteset set = {0};
        for (uint64_t n = unit_random(&seed) % 300; n > 0; n--)
            byteset_add(&set, (unsigned char)unit_random(&seed));
        byteclass class = {0};
        byteclass_make(&class, &set);
        for (unsigned i = 0; i < 256; i++) {
            unsigned char c = (unsigned char)i, line[64];
            ck_assert(byteclass_has(&class, c) == byteset_has(&set, c));
            memset(line, c, sizeof line);
            ck_assert_uint_eq(span_find_class(view(line, 64), &class), byteset_has(&set, c) ? 0 : 64);
        }
    }
    byteclass none = {0};
    ck_assert_uint_eq(span_find_class((span){0}, &none), 0);
}
END_TEST

START_TEST(filtering)
{
    byteset drop = {0};
    byteset_add(&drop, 'a');
    char to[] = "........", same[] = "banana";
    ck_assert_uint_eq(mspan_filter(room(to, 6), S("banana"), &drop), 3);
    check_span(view(to, 3), S("bnn"));
    ck_assert_str_eq(to + 6, "..");
    ck_assert_uint_eq(mspan_filter(room(same, 6), view(same, 6), &drop), 3);
    check_span(view(same, 3), S("bnn"));
    ck_assert_uint_eq(mspan_filter((mspan){0}, (span){0}, &drop), 0);
    ck_assert_uint_eq(mspan_filter(room(to, 6), S("aaa"), &drop), 0);
    FAULTS("filter output (6, 5)", mspan_filter(room(to, 5), S("banana"), &drop));
}
END_TEST

START_TEST(squeezing)
{
    byteset set = {0};
    byteset_add(&set, ' ');
    byteset_add(&set, 'x');
    char to[20] = "";
    int last = -1;
    size_t n = mspan_squeeze(room(to, 20), S("  a  xx bb "), &set, &last);
    check_span(view(to, n), S(" a x bb "));
    ck_assert_int_eq(last, ' ');
    n = mspan_squeeze(room(to, 20), S("  c"), &set, &last);
    check_span(view(to, n), S("c"));
    ck_assert_int_eq(last, 'c');
    ck_assert_uint_eq(mspan_squeeze(room(to, 20), (span){0}, &set, &last), 0);
    ck_assert_int_eq(last, 'c');
    char same[] = "xxxyyx";
    n = mspan_squeeze(room(same, 6), view(same, 6), &set, &last);
    check_span(view(same, n), S("xyyx"));
    FAULTS("squeeze output (3, 2)", mspan_squeeze(room(to, 2), S("abc"), &set, &last));
}
END_TEST

START_TEST(expanding)
{
    byteexpand e = {0};
    for (unsigned i = 0; i < 256; i++) {
        unsigned char c = (unsigned char)i;
        byteexpand_set(&e, c, view(&c, 1));
    }
    byteexpand_set(&e, '\t', S("^I"));
    byteexpand_set(&e, 0, S("1234567"));
    byteexpand_set(&e, 'x', (span){0});
    char to[64];
    memset(to, '.', sizeof to);
    size_t n = mspan_expand(room(to, 48), S("a\tx\0bx"), &e);
    check_span(view(to, n), S("a^I1234567b"));
    ck_assert_int_eq(to[48], '.');
    n = mspan_expand(room(to, 16), S("\0\0"), &e);
    check_span(view(to, n), S("12345671234567"));
    ck_assert_uint_eq(mspan_expand((mspan){0}, (span){0}, &e), 0);
    FAULTS("expansion text (8, 7)", byteexpand_set(&e, 0, S("12345678")));
    FAULTS("expansion output (2, 1)", mspan_expand(room(to, 15), S("ab"), &e));
}
END_TEST

START_TEST(expanding_few)
{
    byteexpand e = {0};
    byteset set = {0};
    byteclass few = {0};
    for (unsigned i = 0; i < 256; i++) {
        unsigned char c = (unsigned char)i;
        byteexpand_set(&e, c, view(&c, 1));
    }
    byteexpand_set(&e, '\n', S("$\n"));
    byteset_add(&set, '\n');
    byteclass_make(&few, &set);
    char to[1024];
    size_t n = mspan_expand_few(room(to, 16), S("a\n"), &e, &few);
    check_span(view(to, n), S("a$\n"));
    n = mspan_expand_few(room(to, 1024), S("0123456789\n0123456789012345678901234567890123456789\n\n"), &e, &few);
    check_span(view(to, n), S("0123456789$\n0123456789012345678901234567890123456789$\n$\n"));
    ck_assert_uint_eq(mspan_expand_few((mspan){0}, (span){0}, &e, &few), 0);
    FAULTS("expansion output (2, 1)", mspan_expand_few(room(to, 15), S("ab"), &e, &few));
}
END_TEST

UNIT_MAIN("bytes", sets, maps, equal_when_mapped, replacing, finding_members, classes_are_their_sets, filtering,
          squeezing, expanding, expanding_few)
