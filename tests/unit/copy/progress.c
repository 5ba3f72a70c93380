/* progress.c - the line that tells how far a copy has come. */

#include "copy/progress.h"
#include "unit.h"

/* Standard error goes to the file "err". */
static struct diag begin(void)
{
    int err = open("err", O_WRONLY | O_CREAT | O_TRUNC, 0644);
    dup2(err, STDERR_FILENO);
    close(err);
    return (struct diag){.program = Z("cp"), .name = Z("cp")};
}

START_TEST(off)
{
    struct copy_progress p = {0};
    struct diag d = begin();
    copy_progress_start(&p, COPY_PROGRESS_NEVER);
    copy_progress_add(&p, &d, 1000);
    copy_progress_wait(&p, &d, FDH_NONE, false);
    copy_progress_finish(&p, &d);
    ck_assert_uint_eq(p.done, 0);
    check_text(unit_read("err"), "");
    DIES(SIGUSR1, raise(SIGUSR1));
}
END_TEST

START_TEST(only_on_terminals)
{
    struct copy_progress p = {.total = 10};
    struct diag d = begin();
    copy_progress_start(&p, COPY_PROGRESS_TERMINAL);
    copy_progress_add(&p, &d, 1000);
    copy_progress_finish(&p, &d);
    ck_assert_uint_eq(p.done, 1000);
    check_text(unit_read("err"), "");
}
END_TEST

START_TEST(a_line)
{
    struct copy_progress p = {.total = 12345678};
    struct diag d = begin();
    copy_progress_start(&p, COPY_PROGRESS_ALWAYS);
    usleep(250000);
    copy_progress_add(&p, &d, 0);
    check_text(unit_read("err"), "");
    copy_progress_add(&p, &d, 2500000);
    span said = unit_read("err");
    ck_assert(span_starts(said, S("cp: 2.5 MB of 12.3 MB, ")) && !span_has(said, '\n'));
    ck_assert(span_ends(said, S(" left")));
    size_t length = span_len(said);
    copy_progress_add(&p, &d, 999);
    ck_assert_uint_eq(span_len(unit_read("err")), length);
    copy_progress_finish(&p, &d);
    said = span_drop(unit_read("err"), length);
    ck_assert(span_starts(said, S("\r\033[Kcp: 2.5 MB of ")) && span_last(said) == '\n');
    copy_progress_finish(&p, &d);
    ck_assert_uint_eq(span_len(unit_read("err")), length + span_len(said));
}
END_TEST

START_TEST(nothing_to_tell)
{
    struct copy_progress p = {0};
    struct diag d = begin();
    copy_progress_start(&p, COPY_PROGRESS_ALWAYS);
    copy_progress_finish(&p, &d);
    check_text(unit_read("err"), "");
}
END_TEST

START_TEST(parts_that_turn_out_otherwise)
{
    struct copy_progress p = {0};
    struct diag d = begin();
    copy_progress_start(&p, COPY_PROGRESS_TERMINAL);
    p.total = 100;
    copy_progress_add(&p, &d, 10);
    copy_progress_settle(&p, 10, 0);            /* as planned */
    ck_assert_uint_eq(p.total, 100);
    copy_progress_settle(&p, 50, 10);           /* left out */
    ck_assert_uint_eq(p.total, 50);
    copy_progress_add(&p, &d, 30);
    copy_progress_settle(&p, 20, 10);           /* it had grown */
    ck_assert_uint_eq(p.total, 60);
    copy_progress_add(&p, &d, 1);
    copy_progress_settle(&p, UINT64_MAX - 40, 40);
    ck_assert_uint_eq(p.total, 41);
}
END_TEST

START_TEST(asked_by_a_signal)
{
    struct copy_progress p = {0};
    struct diag d = begin();
    copy_progress_start(&p, COPY_PROGRESS_TERMINAL);
    copy_progress_add(&p, &d, 5);
    raise(SIGUSR1);
    copy_progress_add(&p, &d, 5);
    span said = unit_read("err");
    ck_assert(span_starts(said, S("cp: 10 B, ")) && span_last(said) == '\n');
    ck_assert_uint_eq(span_count(said, '\n'), 1);
    copy_progress_add(&p, &d, 5);
    ck_assert_uint_eq(span_count(unit_read("err"), '\n'), 1);
    raise(SIGUSR1);
    copy_progress_finish(&p, &d);
    ck_assert_uint_eq(span_count(unit_read("err"), '\n'), 2);
}
END_TEST

START_TEST(asked_where_the_error_output_is_full)
{
    struct copy_progress p = {0};
    struct diag d = begin();
    copy_progress_start(&p, COPY_PROGRESS_TERMINAL);
    dup2(open("/dev/full", O_WRONLY), STDERR_FILENO);
    raise(SIGUSR1);
    copy_progress_add(&p, &d, 5);
    ck_assert(!d.broken);
}
END_TEST

START_TEST(asked_while_waiting)
{
    struct copy_progress p = {0};
    struct diag d = begin();
    fdh in = FDH_NONE, out = FDH_NONE;
    ck_assert_int_eq(fd_pipe(&in, &out), 0);
    copy_progress_start(&p, COPY_PROGRESS_TERMINAL);
    copy_progress_add(&p, &d, 7);
    raise(SIGUSR1);
    pid_t parent = getpid(), child = fork();
    if (child == 0) {
        usleep(50000);
        kill(parent, SIGUSR1);
        usleep(50000);
        _exit(fd_write_all(out, S("x")));
    }
    copy_progress_wait(&p, &d, in, false);
    span said = unit_read("err");
    ck_assert(span_starts(said, S("cp: 7 B, ")));
    ck_assert_uint_eq(span_count(said, '\n'), 2);
    waitpid(child, NULL, 0);
}
END_TEST

UNIT_MAIN("progress", off, only_on_terminals, a_line, nothing_to_tell, parts_that_turn_out_otherwise,
          asked_by_a_signal, asked_where_the_error_output_is_full, asked_while_waiting)
