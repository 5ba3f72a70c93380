/* resources.c - helper programs, files without names, limits, random bytes. */

#include "sys/child.h"
#include "sys/entropy.h"
#include "sys/limits.h"
#include "sys/tempfile.h"
#include "unit.h"

START_TEST(a_file_without_a_name)
{
    fdh f = FDH_NONE;
    char back[4] = "";
    size_t got = 0;
    int64_t at = 0;
    unit_enter("tempfile");
    ck_assert_int_eq(tempfile_open(&f, Z(".")), 0);
    ck_assert_int_gt(fd_number(f), 2);
    ck_assert_int_eq(fd_write_all(f, S("abc")), 0);
    ck_assert_int_eq(fd_seek(f, 0, SEEK_SET, &at), 0);
    ck_assert_int_eq(fd_read_full(f, room(back, 4), &got), 0);
    check_span(view(back, got), S("abc"));
    ck_assert_int_eq(rmdir("../tempfile"), 0);      /* nothing is in it */
    fd_close(&f);
    ck_assert_int_eq(tempfile_open(&f, Z("/nowhere")), ENOENT);
    ck_assert(fd_is_none(f));
}
END_TEST

START_TEST(children)
{
    fdh from = FDH_NONE, to = FDH_NONE, file = FDH_NONE;
    child c = {0};
    char back[8] = "";
    size_t got = 0;
    int64_t at = 0;
    signal(SIGCHLD, SIG_IGN);
    children_begin();
    ck_assert(child_is_none(c));
    ck_assert_int_eq(tempfile_open(&file, Z("/tmp")), 0);
    ck_assert_int_eq(fd_pipe(&from, &to), 0);
    ck_assert_int_eq(child_start(&c, Z("cat"), Z("-"), from, file), 0);
    ck_assert(!child_is_none(c));
    fd_close(&from);
    ck_assert_int_eq(fd_write_all(to, S("text")), 0);
    fd_close(&to);
    ck_assert(child_finish(&c) && child_is_none(c));
    ck_assert_int_eq(fd_seek(file, 0, SEEK_SET, &at), 0);
    ck_assert_int_eq(fd_read_full(file, room(back, 8), &got), 0);
    check_span(view(back, got), S("text"));
    ck_assert_int_eq(child_start(&c, Z("false"), Z_NONE, file, file), 0);
    ck_assert(!child_finish(&c));
    ck_assert_int_eq(child_start(&c, Z("./no-such-program"), Z_NONE, file, file), ENOENT);
    ck_assert(child_is_none(c));
}
END_TEST

START_TEST(pipes_that_nobody_reads)
{
    fdh from = FDH_NONE, to = FDH_NONE;
    signal(SIGPIPE, SIG_DFL);
    children_begin();
    ck_assert_int_eq(fd_pipe(&from, &to), 0);
    fd_close(&from);
    ck_assert_int_eq(fd_write_all(to, S("x")), EPIPE);
    children_only_write();
    ck_assert(signal(SIGPIPE, SIG_DFL) == SIG_DFL);
    signal(SIGPIPE, SIG_IGN);
    children_begin();
    children_only_write();
    ck_assert(signal(SIGPIPE, SIG_DFL) == SIG_IGN);
}
END_TEST

START_TEST(limits)
{
    struct limits_memory m = {0};
    limits_memory(&m);
    ck_assert_uint_gt(m.total, 0);
    ck_assert_uint_le(m.available, m.total);
    struct rlimit r = {.rlim_cur = 50, .rlim_max = 50};
    ck_assert_int_eq(setrlimit(RLIMIT_NOFILE, &r), 0);
    ck_assert_uint_eq(limits_descriptors(), 50);
    r = (struct rlimit){.rlim_cur = (rlim_t)1 << 40, .rlim_max = (rlim_t)1 << 40};
    ck_assert_int_eq(setrlimit(RLIMIT_AS, &r), 0);
    limits_memory(&m);
    ck_assert(m.address_space && m.allowed == (size_t)1 << 40);
}
END_TEST

START_TEST(processors)
{
    unsetenv("OMP_THREAD_LIMIT");
    setenv("OMP_NUM_THREADS", "3", 1);
    ck_assert_uint_eq(limits_processors(), 3);
    setenv("OMP_NUM_THREADS", " 5 ,2", 1);
    ck_assert_uint_eq(limits_processors(), 5);
    setenv("OMP_THREAD_LIMIT", "2", 1);
    ck_assert_uint_eq(limits_processors(), 2);
    unsetenv("OMP_THREAD_LIMIT");
    setenv("OMP_NUM_THREADS", "many", 1);
    ck_assert_uint_ge(limits_processors(), 1);
}
END_TEST

START_TEST(random_bytes)
{
    char a[32] = "", b[32] = "";
    ck_assert_int_eq(entropy_fill(room(a, sizeof a)), 0);
    ck_assert_int_eq(entropy_fill(room(b, sizeof b)), 0);
    ck_assert(memcmp(a, b, sizeof a) != 0);
    ck_assert_int_eq(entropy_fill((mspan){0}), 0);
}
END_TEST

UNIT_MAIN("resources", a_file_without_a_name, children, pipes_that_nobody_reads, limits, processors, random_bytes)
