/* vercmp.c - the order of versions, against the order in which GNU sort -V puts these names. */

#include "vercmp/vercmp.h"
#include "unit.h"

/* Each name comes after the one before it, or is the same version. */
static struct { char const *name; bool same; } const order[] = {
    {"", false}, {".", false}, {"..", false}, {".0", false}, {"..a", false}, {".a", false},
    {".b", false}, {".x.9", false}, {"~", false}, {"1", false}, {"1.0~rc1", false}, {"1.0", false},
    {"1.0a", false}, {"2", false}, {"10", false}, {"A", false}, {"Z", false}, {"a~", false},
    {"a~.gz", false}, {"a", false}, {"a0", true}, {"a00", true}, {"a.~", false}, {"a.b~", false},
    {"a.b.~1~", false}, {"a.b.~10~", false}, {"a.c", false}, {"a.tar", false}, {"a.x1", false},
    {"a1", false}, {"a01", true}, {"a9", false}, {"a09b", false}, {"a10", false}, {"a b", false},
    {"a+b", false}, {"a-1.tar.gz", false}, {"a-1.2.tar.gz", false}, {"a-b", false}, {"a.1.x", false},
    {"a.2.tar", false}, {"a_b", false}, {"x.0001", false}, {"x.1.gz", false}, {"x.10.gz", false},
};
enum { COUNT = sizeof order / sizeof *order };

static int rank_of(size_t i)
{
    int rank = 0;
    for (; i > 0; i--)
        rank += !order[i].same;
    return rank;
}

START_TEST(each_with_each)
{
    for (size_t i = 0; i < COUNT; i++)
        for (size_t k = 0; k < COUNT; k++) {
            int got = version_cmp(text(order[i].name), text(order[k].name)), want = rank_of(i) - rank_of(k);
            ck_assert_msg((got > 0) - (got < 0) == (want > 0) - (want < 0), "[%s] with [%s]: %d",
                          order[i].name, order[k].name, got);
        }
}
END_TEST

START_TEST(keys_compare_as_names_do)
{
    for (size_t i = 0; i < COUNT; i++)
        for (size_t k = 0; k < COUNT; k++) {
            buf a = {}, b = {};
            version_append_key(&a, text(order[i].name));
            version_append_key(&b, text(order[k].name));
            int got = span_cmp(buf_span(&a), buf_span(&b)), want = rank_of(i) - rank_of(k);
            ck_assert_msg((got > 0) - (got < 0) == (want > 0) - (want < 0), "[%s] with [%s]: %d",
                          order[i].name, order[k].name, got);
            buf_recycle(&a);
            buf_recycle(&b);
        }
}
END_TEST

START_TEST(bytes_of_any_kind)
{
    ck_assert_int_gt(version_cmp(S("a\377"), S("a\376")), 0);
    ck_assert_int_gt(version_cmp(S("a\0"), S("a")), 0);
    ck_assert_int_eq(version_cmp(S("a\0b"), S("a\0b")), 0);
    ck_assert_int_lt(version_cmp(S("az"), S("a\200")), 0);
}
END_TEST

START_TEST(long_numbers)
{
    static char a[100000], b[100000];
    memset(a, '9', sizeof a);
    memset(b, '9', sizeof b);
    span s = view(a, sizeof a), t = view(b, sizeof b);
    ck_assert_int_eq(version_cmp(s, t), 0);
    b[sizeof b - 1] = '8';
    ck_assert_int_gt(version_cmp(s, t), 0);
    ck_assert_int_lt(version_cmp(span_chop(s, 1), t), 0);
    memset(a, '.', sizeof a);
    ck_assert_int_ne(version_cmp(s, t), 0);
}
END_TEST

UNIT_MAIN("versions", each_with_each, keys_compare_as_names_do, bytes_of_any_kind, long_numbers)
