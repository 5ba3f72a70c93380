/* path.c - parts of names. */

#include "path/path.h"
#include "unit.h"

static char const *const cases[][4] = {
    /* name, without slashes, last component, what stands before */
    {"a", "a", "a", "."}, {"a/b", "a/b", "b", "a"}, {"a/b//", "a/b", "b", "a"}, {"a//b", "a//b", "b", "a"},
    {"/", "/", "/", "/"}, {"/a", "/a", "a", "/"}, {"a/", "a", "a", "."}, {"", "", "", "."},
    {"/a/b/", "/a/b", "b", "/a"}, {"..", "..", "..", "."},
};

START_TEST(parts)
{
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        check_text(path_strip(text(cases[i][0])), cases[i][1]);
        check_text(path_base(text(cases[i][0])), cases[i][2]);
        check_text(path_dir(text(cases[i][0])), cases[i][3]);
    }
    check_text(path_base(S("///")), "/");
}
END_TEST

START_TEST(below)
{
    arena a = {0};
    check_text(zstr_span(path_below(&a, Z("a"), Z("b"))), "a/b");
    check_text(zstr_span(path_below(&a, Z("a/"), Z("b"))), "a/b");
    check_text(zstr_span(path_below(&a, Z("x/a///"), Z("b"))), "x/a/b");
    check_text(zstr_span(path_below(&a, Z("/"), Z("b"))), "/b");
    check_text(zstr_span(path_below(&a, Z("//"), Z("b"))), "//b");
    check_text(zstr_span(path_below(&a, Z(""), Z("b"))), "b");
}
END_TEST

UNIT_MAIN("paths", parts, below)
