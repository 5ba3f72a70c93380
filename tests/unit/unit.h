/* unit.h - what the unit tests share, over libcheck.

   A file is one program: its tests, then UNIT_MAIN with their names.  Each test runs in a process of its own,
   so it may set the environment, close descriptors and change directory as it likes.  The working directory
   is a new one, removed at the end.

   Text that the code under test wrote is compared as spans, with check_span and check_text. */

#ifndef UNIT_H
#define UNIT_H

#include "safe/span.h"

#include <check.h>
#include <errno.h>
#include <fcntl.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

/* Whether this is the build in which old views of refilled buffers cannot be read. */
#ifndef SAFE_POISON
#define SAFE_POISON 0
#endif

/* Whether a sanitizer watches, which cannot go on itself when there is no memory. */
#ifdef __SANITIZE_ADDRESS__
# define UNIT_SANITIZED 1
#else
# define UNIT_SANITIZED 0
#endif

#define UNIT_UNUSED __attribute__((unused))

/* ---- bytes ---- */

/* The bytes of the C string S. */
UNIT_UNUSED static span text(char const *s)
{
    return (span){(unsigned char const *)s, strlen(s)};
}

/* Views of N bytes of ours, for the code under test. */
UNIT_UNUSED static span view(void const *p, size_t n)
{
    return (span){p, n};
}
UNIT_UNUSED static mspan room(void *p, size_t n)
{
    return (mspan){p, n};
}

/* S in a form to be shown: at most 200 bytes, the unprintable ones as octal numbers. */
UNIT_UNUSED static char const *shown(span s)
{
    static char forms[2][900];
    static unsigned turn;
    char *form = forms[turn++ % 2], *to = form;
    for (size_t i = 0; i < s.n_ && i < 200; i++)
        to += sprintf(to, s.p_[i] >= ' ' && s.p_[i] < 127 ? "%c" : "\\%03o", s.p_[i]);
    *to = '\0';
    return form;
}

#define check_span(got, want) \
    do { \
        span got_ = (got), want_ = (want); \
        ck_assert_msg(span_eq(got_, want_), "%s is [%s] (%zu), should be [%s] (%zu)", #got, shown(got_), \
                      span_len(got_), shown(want_), span_len(want_)); \
    } while (0)
#define check_text(got, want) check_span((got), text(want))

/* The next of a sequence of random numbers; *STATE is anything but 0 at first. */
UNIT_UNUSED static uint64_t unit_random(uint64_t *state)
{
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    return *state * 0x2545F4914F6CDD1D;
}

/* ---- processes that are to end in some way ---- */

struct unit_child {
    pid_t pid;                  /* 0 in the child itself */
    int err;                    /* its standard error */
};

UNIT_UNUSED static struct unit_child unit_fork(void)
{
    int ends[2];
    ck_assert_int_eq(pipe(ends), 0);
    struct unit_child child = {.pid = fork(), .err = ends[0]};
    ck_assert_int_ge(child.pid, 0);
    if (child.pid == 0) {
        struct rlimit none = {0};
        setrlimit(RLIMIT_CORE, &none);
        dup2(ends[1], STDERR_FILENO);
        close(ends[0]);
    }
    close(ends[1]);
    return child;
}

/* Wait for CHILD; it must have ended with the wait status WANTED and written SAID and nothing else to its
   standard error. */
UNIT_UNUSED static void unit_wait(struct unit_child child, int wanted, char const *said, int line)
{
    char got[4096];
    size_t n = 0;
    for (ssize_t more = 1; more > 0 && n < sizeof got; n += more > 0 ? (size_t)more : 0)
        more = read(child.err, got + n, sizeof got - n);
    close(child.err);
    int status = 0;
    ck_assert_int_eq(waitpid(child.pid, &status, 0), child.pid);
    ck_assert_msg(span_eq(view(got, n), text(said)), "line %d: message is [%s], should be [%s]", line,
                  shown(view(got, n)), shown(text(said)));
    ck_assert_msg(status == wanted, "line %d: wait status is %#x, should be %#x", line, (unsigned)status,
                  (unsigned)wanted);
}

#define IN_CHILD_(statement, wanted, said) \
    do { \
        struct unit_child child_ = unit_fork(); \
        if (child_.pid == 0) { \
            statement; \
            _exit(0); \
        } \
        unit_wait(child_, (wanted), (said), __LINE__); \
    } while (0)

/* STATEMENT breaks a contract: the library says MESSAGE and aborts. */
#define FAULTS(message, statement) \
    IN_CHILD_(statement, SIGABRT, "safe-coreutils: internal error: " message "\n")
/* STATEMENT ends the process with STATUS after writing SAID to standard error. */
#define EXITS(status, said, statement) IN_CHILD_(statement, (status) << 8, said)
/* STATEMENT ends by SIGNAL, silently. */
#define DIES(signal, statement) IN_CHILD_(statement, signal, "")

/* ---- files ---- */

UNIT_UNUSED static void unit_write(char const *name, span bytes)
{
    FILE *f = fopen(name, "w");
    ck_assert_ptr_nonnull(f);
    ck_assert_uint_eq(fwrite(bytes.n_ ? bytes.p_ : (void const *)"", 1, bytes.n_, f), bytes.n_);
    ck_assert_int_eq(fclose(f), 0);
}

/* What the file NAME holds, at most one MiB; good until the next call. */
UNIT_UNUSED static span unit_read(char const *name)
{
    static unsigned char bytes[1 << 20];
    FILE *f = fopen(name, "r");
    ck_assert_msg(f != NULL, "%s: %s", name, strerror(errno));
    size_t n = fread(bytes, 1, sizeof bytes, f);
    fclose(f);
    return view(bytes, n);
}

UNIT_UNUSED static bool unit_exists(char const *name)
{
    struct stat st;
    return lstat(name, &st) == 0;
}

/* A new directory NAME, and go there. */
UNIT_UNUSED static void unit_enter(char const *name)
{
    ck_assert_int_eq(mkdir(name, 0755), 0);
    ck_assert_int_eq(chdir(name), 0);
}

/* ---- locales ---- */

/* Ask for the locale NAME; false when this machine lacks it.  The library then sets it up by itself. */
UNIT_UNUSED static bool unit_locale(char const *name)
{
    if (strcmp(name, "C") != 0) {
        locale_t there = newlocale(LC_ALL_MASK, name, (locale_t)0);
        if (!there)
            return false;
        freelocale(there);
    }
    ck_assert_int_eq(setenv("LC_ALL", name, 1), 0);
    return true;
}

/* ---- the program ---- */

UNIT_UNUSED static int unit_run(char const *name, TTest const *const *tests, size_t count)
{
    char dir[] = "/tmp/unit-XXXXXX", command[64];
    if (!mkdtemp(dir) || chdir(dir) != 0) {
        perror(dir);
        return EXIT_FAILURE;
    }
    umask(022);
    Suite *suite = suite_create(name);
    TCase *all = tcase_create(name);
    for (size_t i = 0; i < count; i++)
        tcase_add_test(all, tests[i]);
    tcase_set_timeout(all, 60);
    suite_add_tcase(suite, all);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    snprintf(command, sizeof command, "chmod -R u+rwX %s; rm -rf %s", dir, dir);
    int removed = chdir("/") == 0 ? system(command) : -1;
    return failed || removed ? EXIT_FAILURE : EXIT_SUCCESS;
}

#define UNIT_MAIN(name, ...) \
    int main(void) \
    { \
        TTest const *const tests[] = {__VA_ARGS__}; \
        return unit_run(name, tests, sizeof tests / sizeof *tests); \
    }

#endif
