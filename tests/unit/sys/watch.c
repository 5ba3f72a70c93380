/* watch.c - notices of files and directories, waiting, processes that others wait for. */

#include "sys/watch.h"
#include "unit.h"

#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>
#include <time.h>

static fdh opened(char const *name, int flags)
{
    fdh f = FDH_NONE;
    ck_assert_int_eq(fd_open(&f, FDH_CWD, zstr_of_c_(name), flags, 0644), 0);
    return f;
}

/* All that W tells now of the watch ID; *NAMED counts what was said of an entry NAME. */
static unsigned told(watch *w, int id, span name, int *named)
{
    unsigned what = 0;
    struct watch_event e = {0};
    oserr err = 0;
    while (watch_next(w, &e, &err)) {
        if (e.id == id)
            what |= e.what;
        if (e.id == id && e.what == WATCH_ENTRY && span_eq(e.name, name))
            ++*named;
    }
    ck_assert_int_eq(err, 0);
    return what;
}

static double seconds(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

START_TEST(files)
{
    watch w = {0};
    int id = -1, again = -1, named = 0;
    fdh f = opened("file", O_RDWR | O_CREAT | O_TRUNC);
    ck_assert_int_eq(watch_open(&w), 0);
    ck_assert_int_eq(watch_file(&w, f, true, &id), 0);
    ck_assert_int_eq(watch_file(&w, f, true, &again), 0);
    ck_assert_int_eq(id, again);
    ck_assert_uint_eq(told(&w, id, S(""), &named), 0);
    ck_assert_int_eq(fd_write_all(f, S("x")), 0);
    ck_assert_uint_eq(told(&w, id, S(""), &named), WATCH_DATA);
    ck_assert_int_eq(rename("file", "other"), 0);
    ck_assert_uint_eq(told(&w, id, S(""), &named), WATCH_STATUS);
    ck_assert_int_eq(unlink("other"), 0);
    ck_assert_uint_eq(told(&w, id, S(""), &named), WATCH_STATUS);
    ck_assert_int_eq(fd_close(&f), 0);
    ck_assert_uint_eq(told(&w, id, S(""), &named), WATCH_STATUS | WATCH_GONE);
    fdh none = {501};
    ck_assert_int_ne(watch_file(&w, none, true, &id), 0);
    ck_assert_int_eq(id, again);
    watch_close(&w);
    ck_assert(fd_is_none(w.fd));
}
END_TEST

START_TEST(data_only_and_dropped)
{
    watch w = {0};
    int id = -1, named = 0;
    fdh f = opened("file", O_RDWR | O_CREAT | O_TRUNC);
    ck_assert_int_eq(watch_open(&w), 0);
    ck_assert_int_eq(watch_file(&w, f, false, &id), 0);
    ck_assert_int_eq(rename("file", "other"), 0);
    ck_assert_uint_eq(told(&w, id, S(""), &named), 0);
    ck_assert_int_eq(fd_truncate(f, 10), 0);
    ck_assert_uint_eq(told(&w, id, S(""), &named), WATCH_DATA);
    watch_drop(&w, id);
    ck_assert_uint_eq(told(&w, id, S(""), &named), WATCH_GONE);
    ck_assert_int_eq(fd_truncate(f, 0), 0);
    ck_assert_uint_eq(told(&w, id, S(""), &named), 0);
    watch_close(&w);
    fd_close(&f);
}
END_TEST

START_TEST(directories)
{
    watch w = {0};
    int id = -1, named = 0;
    mkdir("dir", 0755);
    ck_assert_int_eq(watch_open(&w), 0);
    ck_assert_int_eq(watch_directory(&w, Z("no such directory"), &id), ENOENT);
    ck_assert_int_eq(watch_directory(&w, Z("dir"), &id), 0);
    fdh f = opened("dir/a file", O_WRONLY | O_CREAT);
    ck_assert_uint_eq(told(&w, id, S("a file"), &named), WATCH_ENTRY);
    ck_assert_int_eq(named, 1);
    ck_assert_int_eq(rename("dir/a file", "dir/b"), 0);
    told(&w, id, S("b"), &named);
    ck_assert_int_eq(named, 2);
    ck_assert_int_eq(unlink("dir/b"), 0);
    told(&w, id, S("b"), &named);
    ck_assert_int_eq(named, 3);
    fd_close(&f);
    ck_assert_int_eq(rmdir("dir"), 0);
    ck_assert(told(&w, id, S(""), &named) & WATCH_GONE);
    watch_close(&w);
}
END_TEST

START_TEST(too_much_to_tell)
{
    watch w = {0};
    int id = -1;
    bool lost = false;
    struct watch_event e = {0};
    oserr err = 0;
    ck_assert_int_eq(watch_open(&w), 0);
    mkdir("busy", 0755);
    ck_assert_int_eq(watch_directory(&w, Z("busy"), &id), 0);
    for (int i = 0; i < 20000; i++) {
        fdh f = opened(i % 2 ? "busy/a" : "busy/b", O_WRONLY | O_CREAT);
        fd_close(&f);
        unlink(i % 2 ? "busy/a" : "busy/b");
    }
    while (watch_next(&w, &e, &err))
        lost |= e.what == WATCH_LOST && e.id == -1;
    ck_assert(lost && err == 0);
    watch_close(&w);
}
END_TEST

static void do_nothing(int sig)
{
    (void)sig;
}

START_TEST(waiting)
{
    enum { MILLISECOND = 1000000 };
    fdh r = FDH_NONE, w = FDH_NONE;
    ck_assert_int_eq(fd_pipe(&r, &w), 0);
    double begin = seconds();
    signal(SIGALRM, do_nothing);
    ualarm(20000, 0);
    ck_assert_int_eq(wait_for(r, w, 60 * MILLISECOND), WAIT_TIME);
    ck_assert(seconds() - begin >= .06);
    ck_assert_int_eq(wait_for(r, w, 0), WAIT_TIME);
    ck_assert_int_eq(wait_for(FDH_NONE, FDH_NONE, MILLISECOND), WAIT_TIME);
    ck_assert_int_eq(fd_write_all(w, S("x")), 0);
    ck_assert_int_eq(wait_for(r, w, -1), WAIT_INPUT);
    ck_assert_int_eq(wait_for(r, FDH_NONE, 0), WAIT_INPUT);
    fdh other = FDH_NONE, end = FDH_NONE;
    ck_assert_int_eq(fd_pipe(&other, &end), 0);
    fd_close(&other);
    ck_assert_int_eq(wait_for(r, end, -1), WAIT_NO_READER);
    ck_assert_int_eq(wait_for(FDH_NONE, end, INT64_MAX), WAIT_NO_READER);
    fd_close(&w);
    ck_assert_int_eq(wait_for(r, FDH_NONE, -1), WAIT_INPUT);
}
END_TEST

START_TEST(file_systems)
{
    fdh f = opened("/proc/version", O_RDONLY), none = {501};
    ck_assert(!file_system_is_remote(f));
    ck_assert(file_system_is_remote(none));
    fd_close(&f);
}
END_TEST

START_TEST(processes)
{
    peer self = {0}, nobody = {0}, child = {0};
    peer_begin(&self, getpid());
    ck_assert(peer_lives(self));
    peer_begin(&nobody, 0x3fffffff);
    ck_assert(!peer_lives(nobody));
    pid_t pid = fork();
    if (pid == 0) {
        pause();
        _exit(0);
    }
    peer_begin(&child, pid);
    ck_assert(peer_lives(child));
    kill(pid, SIGKILL);
    waitpid(pid, NULL, 0);
    ck_assert(!peer_lives(child));
}
END_TEST

UNIT_MAIN("notices and waiting", files, data_only_and_dropped, directories, too_much_to_tell, waiting, file_systems,
          processes)
