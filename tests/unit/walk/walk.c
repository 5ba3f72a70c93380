/* walk.c - visits below an operand: their order, links, cycles, depth, few descriptors, trees that change. */

#include "unit.h"
#include "walk/walk.h"

#include <time.h>

static char const letters[] = "fdeUCFSPL";

/* Each visit of NAME as its kind's letter and path, in order, one a line. */
static span visits(char const *name, struct walk_options opt)
{
    static walk w;
    static buf text;
    buf_clear(&text);
    walk_begin(&w, FDH_CWD, zstr_of_c_(name), opt);
    for (struct walk_visit v = {0}; walk_next(&w, &v);) {
        buf_push(&text, (unsigned char)letters[v.what]);
        buf_append(&text, walk_path(&w));
        buf_push(&text, '\n');
        ck_assert(!opt.status || v.err || v.has_status);
    }
    walk_end(&w);
    return buf_span(&text);
}

START_TEST(a_small_tree)
{
    struct walk_options opt = {0};
    unit_enter("small");
    mkdir("a", 0755);
    mkdir("a/b", 0755);
    unit_write("a/b/c", S(""));
    check_text(visits("a", opt), "da\nda/b\nfa/b/c\nea/b\nea\n");
    check_text(visits("a/", opt), "da/\nda/b\nfa/b/c\nea/b\nea/\n");
    check_text(visits("a///", opt), "da/\nda/b\nfa/b/c\nea/b\nea/\n");
    check_text(visits("a/b/c", opt), "fa/b/c\n");
    check_text(visits("no", opt), "Sno\n");
    check_text(visits("", opt), "S\n");
    check_text(visits("a/b/c/", opt), "Sa/b/c/\n");
    opt.status = true;
    check_text(visits("a", opt), "da\nda/b\nfa/b/c\nea/b\nea\n");
}
END_TEST

START_TEST(links)
{
    struct walk_options opt = {0};
    unit_enter("links");
    mkdir("d", 0755);
    ck_assert_int_eq(symlink("d", "to d") | symlink("nowhere", "d/dangling"), 0);
    check_text(visits("to d", opt), "fto d\n");
    check_text(visits("d", opt), "dd\nfd/dangling\ned\n");
    opt.follow = WALK_OPERAND;
    check_text(visits("to d", opt), "dto d\nfto d/dangling\neto d\n");
    opt.follow = WALK_LOGICAL;
    check_text(visits("to d", opt), "dto d\nfto d/dangling\neto d\n");
    ck_assert_int_eq(symlink("../d", "d/self") | unlink("d/dangling"), 0);
    check_text(visits("d", opt), "dd\ndd/self\nCd/self\ned\n");
    opt.status = true;
    check_text(visits("d", opt), "dd\nCd/self\ned\n");
}
END_TEST

START_TEST(skipping)
{
    walk w = {0};
    struct walk_visit v = {0};
    unit_enter("skipping");
    mkdir("a", 0755);
    unit_write("a/x", S(""));
    walk_begin(&w, FDH_CWD, Z("a"), (struct walk_options){0});
    ck_assert(walk_next(&w, &v) && v.what == WALK_DIR && v.level == 0);
    walk_skip(&w);
    ck_assert(!walk_next(&w, &v) && !walk_next(&w, &v));
    walk_begin(&w, FDH_CWD, Z("a"), (struct walk_options){0});
    ck_assert(walk_next(&w, &v) && walk_next(&w, &v) && v.what == WALK_FILE && v.level == 1);
    ck_assert_str_eq(zstr_c(v.name), "x");
    ck_assert_int_eq(unlinkat(fd_number(v.dir), "x", 0), 0);
    walk_end(&w);
    ck_assert(!walk_next(&w, &v));
    walk_end(&w);
    ck_assert(!unit_exists("a/x"));
}
END_TEST

START_TEST(what_cannot_be_read)
{
    unit_enter("unreadable");
    mkdir("a", 0755);
    mkdir("a/b", 0);
    if (geteuid() == 0)
        ck_assert(seteuid(65534) == 0);
    check_text(visits("a", (struct walk_options){0}), "da\nda/b\nUa/b\nea\n");
    if (getuid() == 0)
        ck_assert(seteuid(0) == 0);
}
END_TEST

/* Count the visits of each kind of a tree DEEP directories deep. */
static void walk_deep(int deep, struct walk_options opt)
{
    walk w = {0};
    int counts[WALK_LOST + 1] = {0};
    walk_begin(&w, FDH_CWD, Z("deep"), opt);
    for (struct walk_visit v = {0}; walk_next(&w, &v);)
        counts[v.what]++;
    ck_assert_int_eq(counts[WALK_DIR], deep);
    ck_assert_int_eq(counts[WALK_DIR_END], deep);
    ck_assert_int_eq(counts[WALK_FILE], deep);
    ck_assert_int_eq(counts[WALK_LOST], 0);
}

START_TEST(depth_and_few_descriptors)
{
    enum { DEEP = 400 };
    char top[4096];
    unit_enter("depth");
    ck_assert_ptr_nonnull(getcwd(top, sizeof top));
    for (int i = 0; i < DEEP; i++) {
        unit_enter(i == 0 ? "deep" : "d");
        unit_write("f", S(""));
    }
    ck_assert_int_eq(chdir(top), 0);
    walk_deep(DEEP, (struct walk_options){0});
    struct rlimit few = {20, 20};
    ck_assert_int_eq(setrlimit(RLIMIT_NOFILE, &few), 0);
    walk_deep(DEEP, (struct walk_options){0});
    walk_deep(DEEP, (struct walk_options){.status = true});
}
END_TEST

START_TEST(sparing_descriptors)
{
    walk w = {0};
    unit_enter("sparing");
    ck_assert_int_eq(mkdir("a", 0755) | mkdir("a/b", 0755), 0);
    ck_assert_int_eq(mkdir("a/b/c", 0755) | mkdir("a/b/c/d", 0755), 0);
    unit_write("a/b/c/d/f", S(""));
    ck_assert(!walk_spare(&w));
    int visited = 0, spared = 0;
    walk_begin(&w, FDH_CWD, Z("a"), (struct walk_options){0});
    for (struct walk_visit v = {0}; walk_next(&w, &v); visited++) {
        ck_assert(v.what == WALK_DIR || v.what == WALK_DIR_END || v.what == WALK_FILE);
        while (walk_spare(&w))
            spared++;
    }
    ck_assert_int_eq(visited, 9);
    ck_assert_int_gt(spared, 0);
}
END_TEST

START_TEST(wide_directories)
{
    enum { WIDE = 1200 };
    walk w = {0};
    static bool seen[WIDE];
    int n = 0;
    unit_enter("wide");
    mkdir("d", 0755);
    for (int i = 0; i < WIDE; i++) {
        char name[32];
        sprintf(name, "d/%d", i);
        close(open(name, O_WRONLY | O_CREAT, 0644));
    }
    walk_begin(&w, FDH_CWD, Z("d"), (struct walk_options){0});
    for (struct walk_visit v = {0}; walk_next(&w, &v);)
        if (v.what == WALK_FILE) {
            int i = atoi(zstr_c(v.name));
            n += !seen[i];
            seen[i] = true;
        }
    ck_assert_int_eq(n, WIDE);
}
END_TEST

START_TEST(a_directory_that_moves_away)
{
    walk w = {0};
    unit_enter("moving");
    mkdir("a", 0755);
    mkdir("b", 0755);
    mkdir("a/one", 0755);
    unit_write("b/precious", S(""));
    walk_begin(&w, FDH_CWD, Z("a"), (struct walk_options){0});
    for (struct walk_visit v = {0}; walk_next(&w, &v);) {
        ck_assert(!zstr_eq(v.name, Z("precious")));
        if (v.what == WALK_DIR && zstr_eq(v.name, Z("one")))
            ck_assert(rename("a/one", "one") == 0 && symlink("../b", "a/one") == 0);
    }
    ck_assert(unit_exists("b/precious"));
}
END_TEST

UNIT_MAIN("walk", a_small_tree, links, skipping, what_cannot_be_read, depth_and_few_descriptors,
          sparing_descriptors,
          wide_directories, a_directory_that_moves_away)
