/* link.c - links that take the place of something else. */

#include "link/link.h"
#include "sys/dir.h"
#include "unit.h"

static struct stat status(char const *name)
{
    struct stat st = {0};
    ck_assert_int_eq(lstat(name, &st), 0);
    return st;
}

START_TEST(making)
{
    struct link_source hard = {.dir = FDH_CWD, .name = Z("f")}, soft = {.name = Z("f"), .symbolic = true};
    unit_enter("making");
    unit_write("f", S("x"));
    ck_assert_int_eq(link_make(&hard, FDH_CWD, Z("h")), 0);
    ck_assert_uint_eq(status("h").st_ino, status("f").st_ino);
    ck_assert_int_eq(link_make(&soft, FDH_CWD, Z("s")), 0);
    ck_assert(S_ISLNK(status("s").st_mode));
    ck_assert_int_eq(link_make(&hard, FDH_CWD, Z("h")), EEXIST);
    ck_assert_int_eq(link_make(&soft, FDH_CWD, Z("h")), EEXIST);
    struct link_source followed = {.dir = FDH_CWD, .name = Z("s"), .follow = true};
    ck_assert_int_eq(link_make(&followed, FDH_CWD, Z("t")), 0);
    ck_assert_uint_eq(status("t").st_ino, status("f").st_ino);
}
END_TEST

START_TEST(replacing)
{
    arena a = {0};
    struct link_source hard = {.dir = FDH_CWD, .name = Z("f")};
    struct link_source soft = {.name = Z("nowhere"), .symbolic = true};
    struct link_source missing = {.dir = FDH_CWD, .name = Z("no")};
    unit_enter("replacing");
    unit_write("f", S("x"));
    unit_write("g", S("old"));
    ck_assert_int_eq(link_replace(&a, &missing, FDH_CWD, Z("g")), ENOENT);
    check_text(unit_read("g"), "old");
    ck_assert_int_eq(link_replace(&a, &hard, FDH_CWD, Z("g")), 0);
    ck_assert_uint_eq(status("g").st_ino, status("f").st_ino);
    ck_assert_int_eq(link_replace(&a, &soft, FDH_CWD, Z("g")), 0);
    ck_assert(S_ISLNK(status("g").st_mode));
    ck_assert_int_eq(link_replace(&a, &hard, FDH_CWD, Z("new")), 0);
    dirh d = {0};
    int n = 0;
    ck_assert_int_eq(dir_open(&d, FDH_CWD, Z("."), false), 0);
    for (struct dir_entry e = {0}; dir_next(&d, &a, &e) == 0 && !zstr_is_none(e.name);)
        n++;
    ck_assert_int_eq(n, 3);     /* f, g and new: nothing else is left behind */
}
END_TEST

UNIT_MAIN("links", making, replacing)
