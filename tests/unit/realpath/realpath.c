/* realpath.c - ways between names, and where names lead. */

#include "realpath/realpath.h"
#include "unit.h"

static void way(span to, span base, span want)
{
    buf out = {0};
    realpath_relative(to, base, &out);
    check_span(buf_span(&out), want);
}

START_TEST(ways)
{
    way(S("/a/b"), S("/a"), S("b"));
    way(S("/a"), S("/a/b"), S(".."));
    way(S("/a/c"), S("/a/b"), S("../c"));
    way(S("/a/bc"), S("/a/b"), S("../bc"));
    way(S("/a/b"), S("/a/bc/d"), S("../../b"));
    way(S("/a"), S("/a"), S("."));
    way(S("/"), S("/"), S("."));
    way(S("/"), S("/a"), S(".."));
    way(S("/a"), S("/"), S("a"));
}
END_TEST

START_TEST(below)
{
    ck_assert(realpath_below(S("/a"), S("/")));
    ck_assert(realpath_below(S("/"), S("/")));
    ck_assert(realpath_below(S("/a/b"), S("/a")));
    ck_assert(!realpath_below(S("/ab"), S("/a")));
    ck_assert(!realpath_below(S("/a"), S("/a/b")));
}
END_TEST

START_TEST(answers)
{
    buf out = {0};
    struct realpath_how all = {.need = REALPATH_ALL}, none = {.need = REALPATH_NOTHING};
    ck_assert_int_eq(realpath_find(Z(""), none, &out), ENOENT);
    ck_assert_int_eq(realpath_find(Z("//"), all, &out), 0);
    check_span(buf_span(&out), S("/"));
    ck_assert_int_eq(realpath_find(Z("/nosuch/x/../y/"), none, &out), 0);
    check_span(buf_span(&out), S("/nosuch/y"));
    ck_assert_int_eq(realpath_find(Z("/nosuch"), all, &out), ENOENT);
    ck_assert_int_eq(realpath_find(Z("/nosuch"), (struct realpath_how){.keep_links = true}, &out), 0);
    check_span(buf_span(&out), S("/nosuch"));
}
END_TEST

UNIT_MAIN("answers of realpath", ways, below, answers)
