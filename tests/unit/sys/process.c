/* process.c - other programs, limits, files without names, and the status of files. */

#include "sys/capability.h"
#include "sys/child.h"
#include "sys/entropy.h"
#include "sys/env.h"
#include "sys/helper.h"
#include "sys/limits.h"
#include "sys/months.h"
#include "sys/process.h"
#include "sys/status.h"
#include "sys/tempfile.h"
#include "unit.h"

START_TEST(children)
{
    child c = {0}, none = {0};
    fdh r = FDH_NONE, w = FDH_NONE, null = FDH_NONE;
    char got[20];
    size_t n = 0;
    children_begin();
    ck_assert(child_is_none(c));
    ck_assert_int_eq(fd_open(&null, FDH_CWD, Z("/dev/null"), O_RDWR, 0), 0);
    ck_assert_int_eq(fd_pipe(&r, &w), 0);
    ck_assert_int_eq(child_start(&c, Z("echo"), Z("said"), null, w), 0);
    ck_assert(!child_is_none(c));
    fd_close(&w);
    ck_assert_int_eq(fd_read_full(r, room(got, 20), &n), 0);
    check_text(view(got, n), "said\n");
    ck_assert(child_finish(&c) && child_is_none(c));
    ck_assert_int_eq(child_start(&c, Z("false"), Z_NONE, null, null), 0);
    ck_assert(!child_finish(&c));
    oserr err = child_start(&none, Z("no such program"), Z_NONE, null, null);
    ck_assert(err == ENOENT || (err == 0 && !child_finish(&none)));
}
END_TEST

START_TEST(shells)
{
    child c = {0};
    fdh r = FDH_NONE, w = FDH_NONE;
    struct child_end end = {0};
    struct { char const *command; bool by_signal; int code; } const rows[] = {
        {"exit 0", false, 0}, {"exit 7", false, 7}, {"kill -9 $$", true, SIGKILL}, {"kill -s PIPE $$", true, SIGPIPE},
        {"read a; test $0/$a/$NAME/$OTHER = sh/said/new=er/x", false, 0},
    };
    children_begin();
    setenv("NAME", "old", 1);
    setenv("OTHER", "x", 1);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        ck_assert_int_eq(fd_pipe(&r, &w), 0);
        ck_assert_int_eq(child_start_shell(&c, Z("/bin/sh"), zstr_of_c_(rows[i].command), Z("NAME=new=er"), r), 0);
        fd_close(&r);
        fd_write_all(w, S("said\n"));
        fd_close(&w);
        ck_assert_int_eq(child_wait(&c, &end), 0);
        ck_assert(child_is_none(c) && end.by_signal == rows[i].by_signal && end.code == rows[i].code);
    }
    ck_assert_str_eq(getenv("NAME"), "old");
    ck_assert_int_eq(CHILD_BROKEN_PIPE, SIGPIPE);
    ck_assert_int_eq(child_start_shell(&c, Z("/nonexistent"), Z("x"), Z("A=b"), FDH_STDIN), ENOENT);
    ck_assert(child_is_none(c));
    ck_assert_int_eq(child_wait(&(child){INT_MAX}, &end), ECHILD);
}
END_TEST

START_TEST(writing_to_nobody)
{
    fdh r = FDH_NONE, w = FDH_NONE;
    children_begin();
    ck_assert_int_eq(fd_pipe(&r, &w), 0);
    fd_close(&r);
    ck_assert_int_eq(fd_write_all(w, S("x")), EPIPE);
    DIES(SIGPIPE, (children_only_write(), _exit(fd_write_all(w, S("x")))));
}
END_TEST

START_TEST(helpers)
{
    bool ok = false;
    ck_assert_int_eq(helper_run(Z("true"), Z("x"), &ok), 0);
    ck_assert(ok);
    ck_assert_int_eq(helper_run(Z("false"), Z("x"), &ok), 0);
    ck_assert(!ok);
    oserr err = helper_run(Z("no such program"), Z("x"), &ok);
    ck_assert(err == ENOENT || !ok);
}
END_TEST

START_TEST(limits)
{
    struct limits_memory m = {0};
    limits_memory(&m);
    ck_assert(m.total > 0 && m.available <= m.total && m.allowed > 0);
    ck_assert_uint_gt(limits_descriptors(), 3);
    setenv("OMP_NUM_THREADS", "3", 1);
    unsetenv("OMP_THREAD_LIMIT");
    ck_assert_uint_eq(limits_processors(), 3);
    setenv("OMP_THREAD_LIMIT", "2", 1);
    ck_assert_uint_eq(limits_processors(), 2);
    unsetenv("OMP_NUM_THREADS");
    ck_assert_uint_ge(limits_processors(), 1);
    struct rlimit few = {20, 20};
    ck_assert_int_eq(setrlimit(RLIMIT_NOFILE, &few), 0);
    ck_assert_uint_eq(limits_descriptors(), 20);
}
END_TEST

START_TEST(files_without_names)
{
    fdh f = FDH_NONE;
    char got[8];
    size_t n = 0;
    unit_enter("temporary");
    ck_assert_int_eq(tempfile_open(&f, Z(".")), 0);
    ck_assert_int_eq(fd_write_all(f, S("abc")), 0);
    ck_assert_int_eq(fd_pread(f, room(got, 8), 0, &n), 0);
    check_text(view(got, n), "abc");
    ck_assert_int_eq(rmdir("../temporary"), 0);
    ck_assert_int_eq(tempfile_open(&f, Z("no such directory")), ENOENT);
}
END_TEST

START_TEST(random_bytes)
{
    unsigned char a[1000] = {0}, b[1000] = {0};
    ck_assert_int_eq(entropy_fill(room(a, sizeof a)), 0);
    ck_assert_int_eq(entropy_fill(room(b, sizeof b)), 0);
    ck_assert_int_ne(memcmp(a, b, sizeof a), 0);
    ck_assert_uint_lt(span_count(view(a, sizeof a), 0), 100);
    ck_assert_int_eq(entropy_fill((mspan){0}), 0);
}
END_TEST

START_TEST(parts_of_the_status)
{
    struct status s = {0};
    struct status_wish wish = {.parts = STATUS_TYPE | STATUS_MODE | STATUS_SIZE | STATUS_INODE | STATUS_TIME};
    struct stat st = {0};
    unit_write("status", S("abc"));
    ck_assert_int_eq(symlink("status", "soft") | lstat("status", &st), 0);
    ck_assert_int_eq(status_get(FDH_CWD, Z("status"), wish, &s), 0);
    ck_assert(s.size == 3 && s.mode == st.st_mode && s.inode == st.st_ino && s.has_time);
    ck_assert_int_eq(s.time.sec, st.st_mtim.tv_sec);
    ck_assert_int_eq(status_get(FDH_CWD, Z("soft"), wish, &s), 0);
    ck_assert(S_ISLNK(s.mode));
    wish.follow = true;
    ck_assert_int_eq(status_get(FDH_CWD, Z("soft"), wish, &s), 0);
    ck_assert(S_ISREG(s.mode));
    ck_assert_int_eq(status_get(FDH_CWD, Z("no"), wish, &s), ENOENT);
    ck_assert(S_ISREG(s.mode) && s.size == 3);
}
END_TEST

START_TEST(small_facts)
{
    setenv("LC_ALL", "C", 1);
    ck_assert_str_eq(zstr_c(months_short_name(0)), "Jan");
    ck_assert_str_eq(zstr_c(months_short_name(11)), "Dec");
    ck_assert_int_eq(capability_known(), capability_known());
}
END_TEST

START_TEST(signals_that_are_ignored)
{
    fdh r = FDH_NONE, w = FDH_NONE;
    DIES(SIGINT, (signal(SIGINT, SIG_DFL), raise(SIGINT)));
    EXITS(0, "", (process_ignore_interrupt(), raise(SIGINT)));
    DIES(SIGPIPE, raise(SIGPIPE));
    DIES(SIGPIPE, process_break_pipe());
    process_ignore_broken_pipe();
    process_break_pipe();
    ck_assert_int_eq(fd_pipe(&r, &w), 0);
    fd_close(&r);
    ck_assert_int_eq(fd_write_all(w, S("x")), EPIPE);
}
END_TEST

START_TEST(the_environment)
{
    clearenv();
    ck_assert_uint_eq(args_len(env_all()), 0);
    ck_assert(!env_has(Z("A")));
    setenv("A", "b=c", 1);
    setenv("EMPTY", "", 1);
    ck_assert_uint_eq(args_len(env_all()), 2);
    ck_assert_str_eq(zstr_c(args_at(env_all(), 0)), "A=b=c");
    ck_assert_str_eq(zstr_c(args_at(env_all(), 1)), "EMPTY=");
    ck_assert_str_eq(zstr_c(env_get(Z("A"))), "b=c");
    ck_assert(env_has(Z("EMPTY")) && !env_has(Z("EMPT")));
}
END_TEST

UNIT_MAIN("processes", children, shells, writing_to_nobody, helpers, limits, files_without_names, random_bytes,
          parts_of_the_status, small_facts, signals_that_are_ignored, the_environment)
