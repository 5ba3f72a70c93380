/* mspan.c - views that write: what they change, what they leave alone, and the faults. */

#include "unit.h"

START_TEST(reading_and_setting)
{
    char bytes[] = "abcdef";
    mspan m = room(bytes + 1, 4);
    ck_assert_uint_eq(mspan_len(m), 4);
    check_text(mspan_span(m), "bcde");
    ck_assert_int_eq(mspan_at(m, 3), 'e');
    mspan_set(m, 0, 'B');
    mspan_set(m, 3, 'E');
    ck_assert_str_eq(bytes, "aBcdEf");
    FAULTS("mspan index (4, 4)", mspan_set(m, 4, 'x'));
    FAULTS("span index (4, 4)", mspan_at(m, 4));
    FAULTS("mspan index (0, 0)", mspan_set((mspan){0}, 0, 'x'));
    ck_assert_str_eq(bytes, "aBcdEf");
}
END_TEST

START_TEST(parts)
{
    char bytes[] = "abcd";
    mspan m = room(bytes, 4), empty = {0};
    check_text(mspan_span(mspan_first(m, 2)), "ab");
    check_text(mspan_span(mspan_first(m, 4)), "abcd");
    check_text(mspan_span(mspan_drop(m, 4)), "");
    check_text(mspan_span(mspan_drop(m, 1)), "bcd");
    check_text(mspan_span(mspan_sub(m, 1, 2)), "bc");
    check_text(mspan_span(mspan_first(empty, 0)), "");
    check_text(mspan_span(mspan_drop(empty, 0)), "");
    FAULTS("mspan prefix (5, 4)", mspan_first(m, 5));
    FAULTS("mspan drop (5, 4)", mspan_drop(m, 5));
    FAULTS("mspan prefix (4, 3)", mspan_sub(m, 1, 4));
    FAULTS("mspan drop (5, 4)", mspan_sub(m, 5, 0));
}
END_TEST

START_TEST(filling_from_the_front)
{
    char bytes[] = "......";
    mspan w = room(bytes, 5);
    mspan_push(&w, 'a');
    mspan_put(&w, S("bcd"));
    mspan_put(&w, (span){0});
    ck_assert_uint_eq(mspan_len(w), 1);
    ck_assert_str_eq(bytes, "abcd..");
    FAULTS("mspan put (2, 1)", mspan_put(&w, S("xy")));
    mspan_push(&w, 'e');
    ck_assert_str_eq(bytes, "abcde.");
    FAULTS("mspan push (1, 0)", mspan_push(&w, 'x'));
    FAULTS("mspan put (1, 0)", mspan_put(&w, S("x")));
    mspan_put(&w, S(""));
    ck_assert_str_eq(bytes, "abcde.");
}
END_TEST

START_TEST(copying)
{
    char bytes[] = "abcdef";
    mspan m = room(bytes, 6);
    mspan rest = mspan_copy(m, S("123"));
    ck_assert_str_eq(bytes, "123def");
    check_text(mspan_span(rest), "def");
    rest = mspan_copy(mspan_drop(m, 1), view(bytes, 5));
    ck_assert_str_eq(bytes, "1123de");
    ck_assert_uint_eq(mspan_len(rest), 0);
    mspan_copy(m, view(bytes + 1, 5));
    ck_assert_str_eq(bytes, "123dee");
    check_text(mspan_span(mspan_copy(m, (span){0})), "123dee");
    ck_assert_uint_eq(mspan_len(mspan_copy((mspan){0}, (span){0})), 0);
    FAULTS("mspan copy (7, 6)", mspan_copy(m, S("1234567")));
}
END_TEST

START_TEST(whole_views)
{
    char bytes[] = "abcdefgh.";
    mspan_fill(room(bytes + 1, 2), 'x');
    ck_assert_str_eq(bytes, "axxdefgh.");
    mspan_fill((mspan){0}, 'x');
    mspan_store64(room(bytes, 9), 0x3837363534333231);
    ck_assert_str_eq(bytes, "12345678.");
    FAULTS("mspan prefix (8, 7)", mspan_store64(room(bytes, 7), 0));
    mspan_reverse(room(bytes, 8));
    ck_assert_str_eq(bytes, "87654321.");
    mspan_reverse(room(bytes, 3));
    ck_assert_str_eq(bytes, "67854321.");
    mspan_reverse(room(bytes, 1));
    mspan_reverse((mspan){0});
    ck_assert_str_eq(bytes, "67854321.");
}
END_TEST

UNIT_MAIN("mspan", reading_and_setting, parts, filling_from_the_front, copying, whole_views)
