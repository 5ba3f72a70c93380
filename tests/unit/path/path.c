/* path.c - where the last component of a name is. */

#include "path/path.h"
#include "unit.h"

static void all(span name, span strip, span base, span dir)
{
    check_span(path_strip(name), strip);
    check_span(path_base(name), base);
    check_span(path_dir(name), dir);
}

START_TEST(names)
{
    all(S("a/b"), S("a/b"), S("b"), S("a"));
    all(S("a//b//"), S("a//b"), S("b"), S("a"));
    all(S("b"), S("b"), S("b"), S("."));
    all(S("/b"), S("/b"), S("b"), S("/"));
    all(S("//b/"), S("//b"), S("b"), S("/"));
    all(S("./a"), S("./a"), S("a"), S("."));
}
END_TEST

START_TEST(nothing_but_slashes)
{
    all(S(""), S(""), S(""), S("."));
    all(S("/"), S("/"), S("/"), S("/"));
    all(S("///"), S("/"), S("/"), S("/"));
}
END_TEST

UNIT_MAIN("names", names, nothing_but_slashes)
