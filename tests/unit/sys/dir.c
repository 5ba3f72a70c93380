/* dir.c - directories read entry by entry, and in blocks. */

#include "sys/dir.h"
#include "sys/dirlist.h"
#include "unit.h"

enum { MANY = 1200 };            /* more than fit into one block */

/* A directory with files 0 ... COUNT - 1. */
static void fill(char const *name, int count)
{
    char path[100];
    ck_assert_int_eq(mkdir(name, 0755), 0);
    for (int i = 0; i < count; i++) {
        sprintf(path, "%s/%d", name, i);
        int fd = open(path, O_WRONLY | O_CREAT, 0644);
        close(fd);
    }
}

/* How many entries are left in D; each is one of the first COUNT numbers, once. */
static int count_entries(dirh *d, int count)
{
    arena names = {0};
    bool seen[MANY] = {0};
    int n = 0;
    struct dir_entry e = {0};
    while (dir_next(d, &names, &e) == 0 && !zstr_is_none(e.name)) {
        int i = atoi(zstr_c(e.name));
        if (i >= count || seen[i])
            ck_abort_msg("%s comes again", zstr_c(e.name));
        seen[i] = true;
        n += e.inode != 0 && (e.kind == 0 || S_ISREG(e.kind));
    }
    return n;
}

START_TEST(entries)
{
    dirh d = {0};
    fill("many", MANY);
    ck_assert(!dir_is_open(&d));
    ck_assert_int_eq(dir_open(&d, FDH_CWD, Z("many"), false), 0);
    ck_assert(dir_is_open(&d) && fd_number(dir_fd(&d)) > 2);
    ck_assert_int_eq(count_entries(&d, MANY), MANY);
    ck_assert_int_eq(count_entries(&d, MANY), 0);
    dir_rewind(&d);
    ck_assert_int_eq(count_entries(&d, MANY), MANY);
    dir_close(&d);
    ck_assert(!dir_is_open(&d));
    dir_close(&d);
}
END_TEST

START_TEST(dots_only_when_asked_for)
{
    dirh d = {0};
    arena names = {0};
    struct dir_entry e = {0};
    fill("empty", 0);
    ck_assert_int_eq(dir_open(&d, FDH_CWD, Z("empty"), true), 0);
    ck_assert_int_eq(dir_next(&d, &names, &e), 0);
    ck_assert(zstr_is_none(e.name));
    dir_rewind(&d);
    for (int i = 0; i < 2; i++) {
        ck_assert_int_eq(dir_next_all(&d, &names, &e), 0);
        ck_assert(zstr_eq(e.name, Z(".")) || zstr_eq(e.name, Z("..")));
    }
    ck_assert_int_eq(dir_next_all(&d, &names, &e), 0);
    ck_assert(zstr_is_none(e.name));
}
END_TEST

START_TEST(copies_of_a_closed_handle)
{
    dirh d = {0}, again = {0};
    arena names = {0};
    struct dir_entry e = {0};
    fill("first", 5);
    ck_assert_int_eq(dir_open(&d, FDH_CWD, Z("first"), false), 0);
    dirh copy = d;
    dir_close(&d);
    ck_assert_int_eq(dir_next(&copy, &names, &e), EBADF);
    ck_assert_int_eq(dir_open(&again, FDH_CWD, Z("first"), false), 0);
    ck_assert_int_eq(dir_next_all(&copy, &names, &e), EBADF);
    dir_rewind(&copy);
    dir_close(&copy);
    ck_assert_int_eq(count_entries(&again, 5), 5);
    ck_assert_int_eq(dir_next(&d, &names, &e), EBADF);
}
END_TEST

START_TEST(what_cannot_be_opened)
{
    dirh d = {0};
    unit_write("file", S(""));
    ck_assert_int_eq(mkdir("target", 0755), 0);
    ck_assert_int_eq(symlink("target", "link"), 0);
    ck_assert_int_eq(dir_open(&d, FDH_CWD, Z("file"), true), ENOTDIR);
    ck_assert_int_eq(dir_open(&d, FDH_CWD, Z("no"), true), ENOENT);
    oserr err = dir_open(&d, FDH_CWD, Z("link"), false);
    ck_assert(err == ENOTDIR || err == ELOOP);
    ck_assert(!dir_is_open(&d));
    ck_assert_int_eq(dir_open(&d, FDH_CWD, Z("link"), true), 0);
    dir_close(&d);
    fdh f = FDH_NONE;
    ck_assert_int_eq(fd_open(&f, FDH_CWD, Z("file"), O_RDONLY, 0), 0);
    ck_assert_int_eq(dir_from_fd(&d, &f), ENOTDIR);
    ck_assert(!dir_is_open(&d) && !fd_is_none(f));
    fd_close(&f);
    ck_assert_int_eq(fd_open(&f, FDH_CWD, Z("target"), O_RDONLY, 0), 0);
    ck_assert_int_eq(dir_from_fd(&d, &f), 0);
    ck_assert(dir_is_open(&d) && fd_is_none(f));
}
END_TEST

START_TEST(many_at_once)
{
    dirh d[100] = {0};
    fill("shared", 7);
    for (int i = 0; i < 100; i++)
        ck_assert_int_eq(dir_open(&d[i], FDH_CWD, Z("shared"), false), 0);
    for (int i = 0; i < 100; i += 2)
        dir_close(&d[i]);
    for (int i = 1; i < 100; i += 2)
        ck_assert_int_eq(count_entries(&d[i], 7), 7);
}
END_TEST

START_TEST(removed_while_open)
{
    dirh d = {0};
    arena names = {0};
    struct dir_entry e = {0};
    fill("gone", 0);
    ck_assert_int_eq(dir_open(&d, FDH_CWD, Z("gone"), false), 0);
    ck_assert_int_eq(rmdir("gone"), 0);
    ck_assert_int_eq(dir_next(&d, &names, &e), 0);
    ck_assert(zstr_is_none(e.name));
}
END_TEST

START_TEST(in_blocks)
{
    static char block[DIRLIST_ROOM];
    dirlist d = {0};
    size_t got = 0;
    int n = 0, dots = 0;
    fill("listed", MANY);
    ck_assert(!dirlist_is_open(&d));
    ck_assert_int_eq(dirlist_open(&d, FDH_CWD, Z("listed"), false), 0);
    ck_assert(dirlist_is_open(&d) && !fd_is_none(dirlist_fd(&d)));
    FAULTS("room for directory entries (32767, 32768)", dirlist_read(&d, room(block,
        DIRLIST_ROOM - 1), &got));
    for (got = 1; got > 0;) {
        ck_assert_int_eq(dirlist_read(&d, room(block, sizeof block), &got), 0);
        span records = view(block, got);
        for (struct dir_entry e = {0}; dirlist_next(&records, &e);) {
            dots += span_at(zstr_span(e.name), 0) == '.';
            n += atoi(zstr_c(e.name)) < MANY && e.inode != 0;
        }
        ck_assert(span_empty(records));
    }
    ck_assert_int_eq(n, MANY + 2);
    ck_assert_int_eq(dots, 2);
    dirlist_close(&d);
    ck_assert(!dirlist_is_open(&d));
    ck_assert_int_eq(dirlist_read(&d, room(block, sizeof block), &got), EBADF);
    ck_assert_int_eq(dirlist_open(&d, FDH_CWD, Z("no"), true), ENOENT);
    ck_assert_int_eq(symlink("listed", "listed link"), 0);
    oserr err = dirlist_open(&d, FDH_CWD, Z("listed link"), false);
    ck_assert(err == ELOOP || err == ENOTDIR);
    ck_assert(!dirlist_is_open(&d));
    ck_assert_int_eq(dirlist_open(&d, FDH_CWD, Z("listed link"), true), 0);
    dirlist_close(&d);
    ck_assert(!dirlist_is_open(&d));
}
END_TEST

START_TEST(broken_blocks)
{
    unsigned char block[64] = {0};
    struct dir_entry e = {.inode = 7};
    span records = (span){0};
    ck_assert(!dirlist_next(&records, &e));
    records = view(block, 19);
    ck_assert(!dirlist_next(&records, &e));
    records = view(block, 64);
    ck_assert(!dirlist_next(&records, &e));      /* length 0 */
    block[16] = 65;
    ck_assert(!dirlist_next(&records, &e));      /* longer than what there is */
    block[16] = 24;
    memset(block + 19, 'x', 45);
    ck_assert(!dirlist_next(&records, &e));      /* no NUL */
    ck_assert_uint_eq(e.inode, 7);
    block[23] = 0;
    ck_assert(dirlist_next(&records, &e));
    ck_assert_str_eq(zstr_c(e.name), "xxxx");
    ck_assert_uint_eq(span_len(records), 40);
}
END_TEST

UNIT_MAIN("directories", entries, dots_only_when_asked_for, copies_of_a_closed_handle, what_cannot_be_opened,
          many_at_once, removed_while_open, in_blocks, broken_blocks)
