/* fd.c - descriptors: short reads and writes, interruptions, descriptors that do not block, limits. */

#include "safe/buf.h"
#include "sys/fd.h"
#include "sys/mapped.h"
#include "unit.h"

#include <sys/time.h>

static fdh opened(char const *name, int flags)
{
    fdh f = FDH_NONE;
    ck_assert_int_eq(fd_open(&f, FDH_CWD, zstr_of_c_(name), flags, 0644), 0);
    return f;
}

START_TEST(handles)
{
    fdh f = FDH_NONE;
    ck_assert(fd_is_none(f) && !fd_is_none(FDH_STDIN) && fd_number(FDH_STDERR) == 2);
    ck_assert(fd_same(FDH_STDIN, FDH_STDIN) && !fd_same(FDH_STDIN, FDH_STDOUT));
    ck_assert_int_eq(fd_close(&f), 0);
    ck_assert_int_eq(fd_open(&f, FDH_CWD, Z("no such file"), O_RDONLY, 0), ENOENT);
    ck_assert(fd_is_none(f));
    f = opened("file", O_WRONLY | O_CREAT);
    ck_assert_int_gt(fd_number(f), 2);
    ck_assert_int_eq(fcntl(fd_number(f), F_GETFD), FD_CLOEXEC);
    ck_assert_int_eq(fd_close(&f), 0);
    ck_assert(fd_is_none(f));
    fdh wrong = {501};
    ck_assert_int_eq(fd_close(&wrong), EBADF);
    ck_assert(fd_is_none(wrong));
}
END_TEST

START_TEST(never_a_standard_stream)
{
    fdh r = FDH_NONE, w = FDH_NONE, d = FDH_NONE;
    close(STDIN_FILENO);
    close(STDOUT_FILENO);
    fdh f = opened("/dev/null", O_RDONLY);
    ck_assert_int_gt(fd_number(f), 2);
    ck_assert_int_eq(fd_pipe(&r, &w), 0);
    ck_assert(fd_number(r) > 2 && fd_number(w) > 2);
    ck_assert_int_eq(fd_dup(&d, f), 0);
    ck_assert_int_gt(fd_number(d), 2);
    ck_assert(fcntl(STDIN_FILENO, F_GETFD) < 0 && fcntl(STDOUT_FILENO, F_GETFD) < 0);
    ck_assert_int_eq(fcntl(fd_number(d), F_GETFD), FD_CLOEXEC);
    ck_assert_int_eq(fd_dup(&d, FDH_STDIN), EBADF);
}
END_TEST

/* How many descriptors below the limit are open. */
static int count_open(int limit)
{
    int n = 0;
    for (int fd = 0; fd < limit; fd++)
        n += fcntl(fd, F_GETFD) >= 0;
    return n;
}

START_TEST(too_few_descriptors)
{
    fdh r = FDH_NONE, w = FDH_NONE, d = FDH_NONE;
    close(STDIN_FILENO);
    close(STDOUT_FILENO);
    struct rlimit limit = {0};
    getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = 20;
    ck_assert_int_eq(setrlimit(RLIMIT_NOFILE, &limit), 0);
    while (fcntl(STDERR_FILENO, F_DUPFD, 3) >= 0)
        continue;
    int before = count_open(20);
    ck_assert_int_eq(before, 18);
    ck_assert_int_eq(fd_pipe(&r, &w), EMFILE);
    ck_assert_int_eq(fd_dup(&d, FDH_STDERR), EMFILE);
    ck_assert_int_eq(fd_open(&d, FDH_CWD, Z("/dev/null"), O_RDONLY, 0), EMFILE);
    ck_assert(fd_is_none(r) && fd_is_none(w) && fd_is_none(d));
    close(19);
    ck_assert_int_eq(fd_pipe(&r, &w), EMFILE);
    ck_assert_int_eq(count_open(20), before - 1);
}
END_TEST

START_TEST(reading_and_writing)
{
    unsigned char bytes[20];
    size_t n = 7;
    fdh f = opened("rw", O_RDWR | O_CREAT | O_TRUNC);
    ck_assert_int_eq(fd_write(f, S("abc"), &n), 0);
    ck_assert_uint_eq(n, 3);
    ck_assert_int_eq(fd_write_all(f, S("defghij")), 0);
    ck_assert_int_eq(fd_write_all(f, (span){0}), 0);
    int64_t at = 0;
    ck_assert_int_eq(fd_seek(f, -4, SEEK_CUR, &at), 0);
    ck_assert_int_eq(at, 6);
    ck_assert_int_eq(fd_read(f, room(bytes, 2), &n), 0);
    check_text(view(bytes, n), "gh");
    ck_assert_int_eq(fd_read_full(f, room(bytes, 20), &n), 0);
    check_text(view(bytes, n), "ij");
    ck_assert_int_eq(fd_read(f, room(bytes, 20), &n), 0);
    ck_assert_uint_eq(n, 0);
    ck_assert_int_eq(fd_pread(f, room(bytes, 3), 1, &n), 0);
    check_text(view(bytes, n), "bcd");
    ck_assert_int_eq(fd_pread(f, room(bytes, 3), 100, &n), 0);
    ck_assert_uint_eq(n, 0);
    ck_assert_int_eq(fd_pread(f, room(bytes, 3), -1, &n), EINVAL);
    ck_assert_int_eq(fd_seek(f, -1, SEEK_SET, &at), EINVAL);
    ck_assert_int_eq(at, 6);
    ck_assert_int_eq(fd_truncate(f, 4), 0);
    ck_assert_int_eq(fd_sync(f), 0);
    struct stat st = {0};
    ck_assert_int_eq(fd_stat(f, &st), 0);
    ck_assert_int_eq(st.st_size, 4);
}
END_TEST

START_TEST(errors)
{
    unsigned char bytes[4];
    size_t n = 7;
    struct stat st = {0};
    fdh none = {501}, dir = opened("/", O_RDONLY), full = opened("/dev/full", O_WRONLY);
    ck_assert_int_eq(fd_read(none, room(bytes, 4), &n), EBADF);
    ck_assert_uint_eq(n, 0);
    ck_assert_int_eq(fd_read_full(dir, room(bytes, 4), &n), EISDIR);
    ck_assert_int_eq(fd_write(full, S("x"), &n), ENOSPC);
    ck_assert_uint_eq(n, 0);
    ck_assert_int_eq(fd_write_all(full, S("x")), ENOSPC);
    ck_assert_int_eq(fd_stat(none, &st), EBADF);
    ck_assert_int_eq(fd_truncate(full, 0), EINVAL);
    ck_assert_int_eq(fd_truncate(none, 0), EBADF);
    ck_assert_int_eq(fd_sync(none), EBADF);
    ck_assert(!fd_is_terminal(none) && !fd_is_terminal(full) && !fd_appends(none));
    fd_will_read_in_order(none);
    fd_set_pipe_size(none, 4096);
    ck_assert_int_eq(fd_splice(none, full, 1, &n), EBADF);
}
END_TEST

START_TEST(what_a_descriptor_is)
{
    fdh plain = opened("plain", O_WRONLY | O_CREAT), append = opened("plain", O_WRONLY | O_APPEND);
    ck_assert(!fd_appends(plain) && fd_appends(append));
    int master = posix_openpt(O_RDWR | O_NOCTTY);
    if (master >= 0)
        ck_assert(fd_is_terminal((fdh){master + 1}));
    fd_will_read_in_order(plain);
    fdh got = FDH_NONE;
    ck_assert(fd_inherited(0, &got) && fd_same(got, FDH_STDIN));
    ck_assert(fd_inherited(INT_MAX - 1, &got) && fd_number(got) == INT_MAX - 1 && !fd_is_terminal(got));
    ck_assert(!fd_inherited(INT_MAX, &got) && !fd_inherited(UINT64_MAX, &got));
}
END_TEST

static void ignore(int signal)
{
    (void)signal;
}

/* Signals without SA_RESTART every millisecond. */
static void be_interrupted(void)
{
    struct sigaction act = {.sa_handler = ignore};
    sigaction(SIGALRM, &act, NULL);
    struct itimerval often = {{0, 1000}, {0, 1000}};
    setitimer(ITIMER_REAL, &often, NULL);
}

START_TEST(interrupted_all_the_time)
{
    fdh r = FDH_NONE, w = FDH_NONE;
    ck_assert_int_eq(fd_pipe(&r, &w), 0);
    static char bytes[1 << 20], got[1 << 20];
    uint64_t seed = 8;
    for (size_t i = 0; i < sizeof bytes; i++)
        bytes[i] = (char)unit_random(&seed);
    pid_t child = fork();
    if (child == 0) {
        fd_close(&r);
        be_interrupted();
        usleep(20000);
        _exit(fd_write_all(w, view(bytes, sizeof bytes)) != 0);
    }
    fd_close(&w);
    be_interrupted();
    size_t n = 0;
    ck_assert_int_eq(fd_read_full(r, room(got, sizeof got), &n), 0);
    ck_assert_uint_eq(n, sizeof got);
    ck_assert_int_eq(memcmp(bytes, got, sizeof got), 0);
    int status = 1;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR)
        continue;
    ck_assert_int_eq(status, 0);
}
END_TEST

START_TEST(waiting_for_what_does_not_block)
{
    fdh r = FDH_NONE, w = FDH_NONE;
    char got[4] = "";
    size_t n = 0;
    ck_assert_int_eq(fd_pipe(&r, &w), 0);
    fcntl(fd_number(r), F_SETFL, O_NONBLOCK);
    if (fork() == 0) {
        usleep(30000);
        _exit(fd_write_all(w, S("abc")) != 0);
    }
    fd_close(&w);
    ck_assert_int_eq(fd_read(r, room(got, 3), &n), 0);
    ck_assert_uint_eq(n, 3);
    ck_assert_str_eq(got, "abc");
    ck_assert_int_eq(fd_read(r, room(got, 3), &n), 0);
    ck_assert_uint_eq(n, 0);
}
END_TEST

START_TEST(splicing)
{
    fdh r = FDH_NONE, w = FDH_NONE;
    char got[8] = "";
    size_t n = 0;
    unit_write("in", S("abcdef"));
    fdh in = opened("in", O_RDONLY), out = opened("out", O_WRONLY | O_CREAT);
    ck_assert_int_eq(fd_pipe(&r, &w), 0);
    fd_set_pipe_size(w, 1 << 16);
    fd_set_pipe_size(w, SIZE_MAX);
    ck_assert_int_eq(fd_splice(in, w, 4, &n), 0);
    ck_assert_uint_eq(n, 4);
    ck_assert_int_eq(fd_read(r, room(got, 8), &n), 0);
    check_text(view(got, n), "abcd");
    ck_assert_int_eq(fd_splice(in, out, 4, &n), EINVAL);
    ck_assert_uint_eq(n, 0);
}
END_TEST

START_TEST(waiting_while_somebody_reads)
{
    fdh in = FDH_NONE, feed = FDH_NONE, reads = FDH_NONE, out = FDH_NONE, file = FDH_NONE;
    ck_assert_int_eq(fd_pipe(&in, &feed) | fd_pipe(&reads, &out), 0);
    ck_assert_int_eq(fd_write_all(feed, S("x")), 0);
    ck_assert(fd_wait_for_input(in, out));
    fd_close(&reads);
    ck_assert(fd_wait_for_input(in, out));      /* what is there comes first */
    unsigned char c = 0;
    size_t n = 0;
    ck_assert_int_eq(fd_read(in, room(&c, 1), &n), 0);
    ck_assert(!fd_wait_for_input(in, out));
    fd_close(&feed);
    ck_assert(fd_wait_for_input(in, out));      /* the end is something to read, too */
    unit_write("file", S(""));
    ck_assert_int_eq(fd_open(&file, FDH_CWD, Z("file"), O_RDWR, 0), 0);
    ck_assert(fd_wait_for_input(file, file) && fd_wait_for_input(in, file));
}
END_TEST

START_TEST(counting_in_a_mapping)
{
    enum { MIB = 1 << 20 };
    fdh f = FDH_NONE;
    uint64_t count = 1;
    int64_t at = 0;
    buf text = {};
    buf_append_fill(&text, 5 * MIB, '\n');
    buf_append(&text, S("ab\n"));
    unit_write("file", buf_span(&text));
    ck_assert_int_eq(fd_open(&f, FDH_CWD, Z("file"), O_RDWR, 0), 0);
    ck_assert_uint_eq(mapped_count(f, '\n', &count), 4 * MIB);
    ck_assert_uint_eq(count, 4 * MIB + 1);
    ck_assert(fd_seek(f, 0, SEEK_CUR, &at) == 0 && at == 4 * MIB);
    ck_assert_uint_eq(mapped_count(f, '\n', &count), 0);        /* what is left is too little */
    ck_assert_int_eq(fd_seek(f, 5, SEEK_SET, &at), 0);
    ck_assert_uint_eq(mapped_count(f, '\n', &count), 4 * MIB - 5);      /* not from the start of a page */
    ck_assert(fd_seek(f, 0, SEEK_CUR, &at) == 0 && at == 4 * MIB);
    ck_assert_int_eq(fd_truncate(f, 0) | fd_truncate(f, 8 * MIB) | fd_seek(f, 0, SEEK_SET, &at), 0);
    ck_assert_uint_eq(mapped_count(f, 0, &count), 0);           /* a hole */
    ck_assert_uint_eq(mapped_count((fdh){501}, 0, &count), 0);
    ck_assert_uint_eq(count, 8 * MIB - 4);
    buf_recycle(&text);
}
END_TEST

/* Characters of three bytes do not end where parts do, wherever the count starts. */
START_TEST(counting_characters_in_a_mapping)
{
    enum { CHARACTERS = 2 << 20 };
    fdh f = FDH_NONE;
    int64_t at = 0;
    buf text = {};
    for (size_t i = 0; i < CHARACTERS; i++)
        buf_append(&text, S("\xE2\x82\xAC"));
    unit_write("file", buf_span(&text));
    ck_assert_int_eq(fd_open(&f, FDH_CWD, Z("file"), O_RDONLY, 0), 0);
    for (int64_t from = 0; from < 7; from++) {
        uint64_t count = 0;
        ck_assert_int_eq(fd_seek(f, from, SEEK_SET, &at), 0);
        uint64_t bytes = mapped_count_utf8(f, &count);
        ck_assert_uint_gt(bytes, 4 << 20);
        ck_assert_uint_eq(((uint64_t)from + bytes) % 3, 0);
        ck_assert_uint_eq(count, bytes / 3);
        ck_assert(fd_seek(f, 0, SEEK_CUR, &at) == 0 && at == from + (int64_t)bytes);
    }
    /* A run of continuation bytes only is cut somewhere. */
    uint64_t count = 0;
    buf_clear(&text);
    buf_append_fill(&text, 5 << 20, 0x80);
    unit_write("bytes", buf_span(&text));
    ck_assert_int_eq(fd_open(&f, FDH_CWD, Z("bytes"), O_RDONLY, 0), 0);
    ck_assert_uint_eq(mapped_count_utf8(f, &count), 4 << 20);
    ck_assert_uint_eq(count, 0);
    buf_recycle(&text);
}
END_TEST

UNIT_MAIN("descriptors", handles, never_a_standard_stream, too_few_descriptors, reading_and_writing, errors,
          what_a_descriptor_is, interrupted_all_the_time, waiting_for_what_does_not_block, splicing,
          waiting_while_somebody_reads, counting_in_a_mapping, counting_characters_in_a_mapping)
