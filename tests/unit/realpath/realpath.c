/* realpath.c - where names lead. */

#include "realpath/realpath.h"
#include "unit.h"

static struct realpath_how const all = {REALPATH_ALL, false}, most = {REALPATH_ALL_BUT_LAST, false},
                                 none = {REALPATH_NOTHING, false}, lexical = {REALPATH_ALL_BUT_LAST, true};

/* NAME must lead to WANT below the working directory. */
static void check_find(char const *name, struct realpath_how how, char const *want)
{
    char full[8192];
    buf out = {0};
    buf_append(&out, S("cleared"));
    ck_assert_ptr_nonnull(getcwd(full, 4096));
    ck_assert_msg(realpath_find(zstr_of_c_(name), how, &out) == 0, "%s", name);
    strcat(full, want);
    check_text(buf_span(&out), full);
}

static oserr error_of(char const *name, struct realpath_how how)
{
    buf out = {0};
    return realpath_find(zstr_of_c_(name), how, &out);
}

static void begin(char const *name)
{
    unit_enter(name);
    ck_assert_int_eq(mkdir("d", 0755) | mkdir("d/e", 0755), 0);
    unit_write("d/f", S(""));
    ck_assert_int_eq(symlink("d/e", "link") | symlink("loop", "loop") | symlink("gone", "dangling"), 0);
}

START_TEST(what_exists)
{
    begin("exists");
    check_find(".", all, "");
    check_find("d//./e/../f", all, "/d/f");
    check_find("link/..", all, "/d");
    check_find("link/../f", all, "/d/f");
    ck_assert_int_eq(error_of("", all), ENOENT);
    ck_assert_int_eq(error_of("d/x", all), ENOENT);
    ck_assert_int_eq(error_of("d/f/x", all), ENOTDIR);
    ck_assert_int_eq(error_of("loop", all), ELOOP);
    ck_assert_int_eq(error_of("dangling", all), ENOENT);
    buf out = {0};
    ck_assert_int_eq(realpath_find(Z("/.."), all, &out), 0);
    check_text(buf_span(&out), "/");
}
END_TEST

START_TEST(what_may_be_missing)
{
    begin("missing");
    check_find("d/x", most, "/d/x");
    check_find("dangling", most, "/gone");
    ck_assert_int_eq(error_of("no/x", most), ENOENT);
    ck_assert_int_eq(error_of("loop", most), ELOOP);
    check_find("no/x/../y", none, "/no/y");
    check_find("d/f/x", none, "/d/f/x");
    check_find("loop/x", none, "/loop/x");
    ck_assert_int_eq(error_of("", none), ENOENT);
    check_find("link/../f", lexical, "/f");
    check_find("link", lexical, "/link");
}
END_TEST

START_TEST(names_of_any_length)
{
    static char name[40001];
    begin("length");
    for (size_t i = 0; i + 2 < sizeof name; i += 2)
        memcpy(name + i, "./", 3);
    check_find(name, all, "");
}
END_TEST

START_TEST(relative_ways)
{
    static char const *const cases[][3] = {
        {"/a/b", "/a", "b"}, {"/a", "/a/b", ".."}, {"/a", "/a", "."}, {"/a/x", "/b/y", "../../a/x"},
        {"/", "/a/b", "../.."}, {"/a", "/", "a"}, {"/ab", "/a", "../ab"}, {"/", "/", "."},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        buf out = {0};
        realpath_relative(text(cases[i][0]), text(cases[i][1]), &out);
        check_text(buf_span(&out), cases[i][2]);
    }
}
END_TEST

START_TEST(what_is_below)
{
    ck_assert(realpath_below(S("/a/b"), S("/a")) && realpath_below(S("/a"), S("/a")));
    ck_assert(realpath_below(S("/a"), S("/")) && realpath_below(S("/"), S("/")));
    ck_assert(!realpath_below(S("/ab"), S("/a")) && !realpath_below(S("/a"), S("/a/b")));
    ck_assert(!realpath_below(S("/"), S("/a")));
}
END_TEST

UNIT_MAIN("realpath", what_exists, what_may_be_missing, names_of_any_length, relative_ways, what_is_below)
