/* buf.c - growing byte buffers. */

#include "safe/buf.h"
#include "unit.h"

START_TEST(all_zero_is_empty)
{
    buf b = {0};
    ck_assert_uint_eq(buf_len(&b), 0);
    ck_assert_uint_eq(buf_capacity(&b), 0);
    check_text(buf_span(&b), "");
    ck_assert_uint_eq(mspan_len(buf_mspan(&b)), 0);
    ck_assert_uint_eq(mspan_len(buf_tail(&b, 0)), 0);
    buf_append(&b, (span){0});
    buf_append_fill(&b, 0, 'x');
    buf_clear(&b);
    buf_recycle(&b);
    buf_truncate(&b, 0);
    buf_commit(&b, 0);
    ck_assert_uint_eq(buf_len(&b), 0);
    FAULTS("buffer commit (1, 0)", buf_commit(&b, 1));
    FAULTS("buffer truncate (1, 0)", buf_truncate(&b, 1));
    FAULTS("buffer drop (1, 0)", buf_drop_front(&b, 1));
}
END_TEST

START_TEST(appending)
{
    buf b = {0};
    buf_push(&b, 'a');
    buf_append(&b, S("bc\0d"));
    buf_append_fill(&b, 3, '-');
    check_span(buf_span(&b), S("abc\0d---"));
    buf_append(&b, buf_span(&b));
    check_span(buf_span(&b), S("abc\0d---abc\0d---"));
    mspan_set(buf_mspan(&b), 0, 'A');
    ck_assert_int_eq(span_at(buf_span(&b), 0), 'A');
    FAULTS("mspan index (16, 16)", mspan_set(buf_mspan(&b), 16, 'x'));
}
END_TEST

START_TEST(appending_itself_while_it_grows)
{
    buf b = {0};
    buf_push(&b, 'x');
    for (int i = 0; i < 22; i++)
        buf_append(&b, buf_span(&b));
    ck_assert_uint_eq(buf_len(&b), 1 << 22);
    ck_assert_uint_eq(span_count(buf_span(&b), 'x'), 1 << 22);
}
END_TEST

START_TEST(windows)
{
    buf b = {0};
    mspan w = buf_tail(&b, 10);
    ck_assert_uint_ge(mspan_len(w), 10);
    mspan_put(&w, S("12345"));
    ck_assert_uint_eq(buf_len(&b), 0);
    buf_commit(&b, 5);
    check_text(buf_span(&b), "12345");
    w = buf_tail(&b, 3);
    mspan_put(&w, S("678"));
    buf_commit_before(&b, w);
    check_text(buf_span(&b), "12345678");
    size_t left = buf_capacity(&b) - 8;
    ck_assert_uint_eq(mspan_len(buf_tail(&b, left)), left);
    buf_commit(&b, 0);
    buf_append_fill(&b, left, '.');
    ck_assert_uint_eq(mspan_len(buf_tail(&b, 0)), 0);
    FAULTS("buffer commit (1, 0)", buf_commit(&b, 1));
    char other[500];
    FAULTS("buffer window (500, 0)", buf_commit_before(&b, room(other, sizeof other)));
    ck_assert_uint_eq(buf_len(&b), left + 8);
}
END_TEST

START_TEST(shortening)
{
    buf b = {0};
    buf_append(&b, S("abcdef"));
    FAULTS("buffer truncate (7, 6)", buf_truncate(&b, 7));
    buf_truncate(&b, 6);
    buf_truncate(&b, 4);
    check_text(buf_span(&b), "abcd");
    FAULTS("buffer drop (5, 4)", buf_drop_front(&b, 5));
    buf_drop_front(&b, 0);
    check_text(buf_span(&b), "abcd");
    buf_drop_front(&b, 1);
    check_text(buf_span(&b), "bcd");
    buf_drop_front(&b, 3);
    check_text(buf_span(&b), "");
    buf_append(&b, S("xyz"));
    check_text(buf_span(&b), "xyz");
    size_t had = buf_capacity(&b);
    buf_clear(&b);
    ck_assert_uint_eq(buf_capacity(&b), had);
    check_text(buf_span(&b), "");
}
END_TEST

START_TEST(numbers)
{
    buf b = {0};
    buf_append_umax(&b, 0);
    buf_push(&b, ' ');
    buf_append_umax(&b, UINTMAX_MAX);
    buf_push(&b, ' ');
    buf_append_imax(&b, INTMAX_MIN);
    buf_push(&b, ' ');
    buf_append_imax(&b, INTMAX_MAX);
    buf_push(&b, ' ');
    buf_append_imax(&b, -1);
    check_text(buf_span(&b), "0 18446744073709551615 -9223372036854775808 9223372036854775807 -1");
}
END_TEST

START_TEST(numbers_of_other_bases)
{
    buf b = {0};
    buf_append_base(&b, 8, 8, 3);
    buf_push(&b, ' ');
    buf_append_base(&b, 0xbeef, 16, 0);
    buf_push(&b, ' ');
    buf_append_base(&b, 5, 2, 8);
    buf_push(&b, ' ');
    buf_append_base(&b, 12345, 10, 3);
    check_text(buf_span(&b), "010 beef 00000101 12345");
    buf_clear(&b);
    buf_append_base(&b, UINTMAX_MAX, 2, 70);
    ck_assert_uint_eq(buf_len(&b), 70);
    ck_assert_uint_eq(span_count(buf_span(&b), '1'), 64);
    FAULTS("number base (1, 16)", buf_append_base(&b, 5, 1, 1));
    FAULTS("number base (17, 16)", buf_append_base(&b, 5, 17, 1));
}
END_TEST

START_TEST(ceilings)
{
    buf b = {0};
    buf_set_ceiling(&b, 100);
    buf_append_fill(&b, 100, 'x');
    ck_assert_uint_eq(buf_len(&b), 100);
    FAULTS("ceiling of a buffer (400, 100)", buf_append_fill(&b, 300, 'y'));
    FAULTS("ceiling of a buffer (1100, 100)", buf_try_reserve(&b, 1000));
    ck_assert_uint_eq(span_count(buf_span(&b), 'x'), 100);
}
END_TEST

START_TEST(want_of_memory)
{
    buf b = {0};
    buf_append(&b, S("kept"));
    ck_assert(!buf_try_reserve(&b, SIZE_MAX));
    ck_assert(!buf_try_reserve(&b, PTRDIFF_MAX));
    ck_assert(!buf_try_reserve(&b, (size_t)1 << 60));
    ck_assert(buf_try_reserve(&b, 10));
    ck_assert_uint_ge(buf_capacity(&b), 14);
    check_text(buf_span(&b), "kept");
    EXITS(1, "safe-coreutils: memory exhausted\n", buf_tail(&b, SIZE_MAX));
    EXITS(1, "safe-coreutils: memory exhausted\n", buf_tail(&b, (size_t)1 << 60));
    EXITS(1, "safe-coreutils: memory exhausted\n", buf_append_fill(&b, PTRDIFF_MAX, 'x'));
}
END_TEST

START_TEST(growing_keeps_everything)
{
    buf b = {0};
    uint64_t seed = 5, again = 5;
    for (int i = 0; i < 3000000; i++)
        buf_push(&b, (unsigned char)unit_random(&seed));
    bool kept = true;
    SPAN_FOREACH(c, buf_span(&b))
        kept &= c == (unsigned char)unit_random(&again);
    ck_assert(kept);
    ck_assert_uint_eq(buf_len(&b), 3000000);
}
END_TEST

static unsigned sum(span s)
{
    unsigned all = 0;
    SPAN_FOREACH(c, s)
        all += c;
    return all;
}

START_TEST(views_outlive_growth)
{
    buf b = {0};
    buf_append_fill(&b, 10000, 'x');
    span early = buf_span(&b);
    buf_append_fill(&b, 5000000, 'y');
    /* In bounds and mapped, whatever it holds by now; but the poison build shows who looks. */
    if (SAFE_POISON)
        DIES(SIGSEGV, _exit(sum(early) != 0));
    else
        ck_assert_uint_le(sum(early), 10000 * 255);
    ck_assert_uint_eq(span_count(span_first(buf_span(&b), 10000), 'x'), 10000);
}
END_TEST

START_TEST(views_outlive_sliding)
{
    buf b = {0};
    buf_append_fill(&b, 10000, 'x');
    buf_append_fill(&b, 10000, 'y');
    span early = span_first(buf_span(&b), 10000);
    buf_drop_front(&b, 10000);
    if (SAFE_POISON)
        DIES(SIGSEGV, _exit(sum(early) != 0));
    else
        ck_assert_uint_eq(span_count(early, 'y'), 10000);
    ck_assert_uint_eq(span_count(buf_span(&b), 'y'), 10000);
}
END_TEST

START_TEST(exchanging)
{
    buf a = {0}, b = {0};
    buf_append(&a, S("first"));
    buf_set_ceiling(&b, 1000);
    buf_swap(&a, &b);
    check_text(buf_span(&b), "first");
    check_text(buf_span(&a), "");
    FAULTS("ceiling of a buffer (1001, 1000)", buf_append_fill(&a, 1001, 'x'));
    buf_append_fill(&b, 1001, 'x');
    ck_assert_uint_eq(buf_len(&b), 1006);
    buf_swap(&b, &b);
    ck_assert_uint_eq(buf_len(&b), 1006);
}
END_TEST

START_TEST(recycling)
{
    buf a = {0}, b = {0};
    buf_append(&a, S("mine"));
    buf_recycle(&a);
    check_text(buf_span(&a), "");
    ck_assert_uint_eq(buf_capacity(&a), 0);
    /* More rounds than there is address space for the reservations of so many large buffers. */
    for (int i = 0; i < 3000; i++) {
        buf_append_fill(&b, 300000, 'x');
        buf_recycle(&b);
    }
    buf_append(&a, S("again"));
    check_text(buf_span(&a), "again");
}
END_TEST

UNIT_MAIN("buf", all_zero_is_empty, appending, appending_itself_while_it_grows, windows, shortening, numbers,
          numbers_of_other_bases, ceilings, want_of_memory, growing_keeps_everything, views_outlive_growth,
          views_outlive_sliding, exchanging, recycling)
