/* progress.c - the line that tells how far a copy has come. */

#include "copy/progress.h"
#include "unit.h"

/* Standard error goes to the file "err". */
static void begin(void)
{
    int err = open("err", O_WRONLY | O_CREAT | O_TRUNC, 0644);
    dup2(err, STDERR_FILENO);
    close(err);
}

START_TEST(off)
{
    struct copy_progress p = {0};
    begin();
    copy_progress_start(&p, Z("cp"), COPY_PROGRESS_NEVER);
    copy_progress_add(&p, 1000);
    copy_progress_clear(&p);
    copy_progress_finish(&p);
    ck_assert_uint_eq(p.done, 0);
    check_text(unit_read("err"), "");
}
END_TEST

START_TEST(only_on_terminals)
{
    struct copy_progress p = {.total = 10};
    begin();
    copy_progress_start(&p, Z("cp"), COPY_PROGRESS_TERMINAL);
    copy_progress_add(&p, 1000);
    copy_progress_finish(&p);
    ck_assert_uint_eq(p.done, 1000);
    check_text(unit_read("err"), "");
}
END_TEST

START_TEST(a_line)
{
    struct copy_progress p = {.total = 12345678};
    begin();
    copy_progress_start(&p, Z("cp"), COPY_PROGRESS_ALWAYS);
    usleep(250000);
    copy_progress_add(&p, 2500000);
    span said = unit_read("err");
    ck_assert(span_starts(said, S("cp: 2.5 MB of 12.3 MB, ")) && !span_has(said, '\n'));
    copy_progress_clear(&p);
    ck_assert(span_ends(unit_read("err"), S("\r\033[K")));
    size_t length = span_len(unit_read("err"));
    copy_progress_clear(&p);
    ck_assert_uint_eq(span_len(unit_read("err")), length);
    copy_progress_add(&p, 999);
    ck_assert_uint_eq(span_len(unit_read("err")), length);
    copy_progress_finish(&p);
    said = span_drop(unit_read("err"), length);
    ck_assert(span_starts(said, S("cp: 2.5 MB of ")) && span_last(said) == '\n');
    copy_progress_finish(&p);
    ck_assert_uint_eq(span_len(unit_read("err")), length + span_len(said));
}
END_TEST

START_TEST(asked_by_a_signal)
{
    struct copy_progress p = {0};
    begin();
    copy_progress_start(&p, Z("cp"), COPY_PROGRESS_TERMINAL);
    copy_progress_add(&p, 5);
    raise(SIGUSR1);
    copy_progress_add(&p, 5);
    span said = unit_read("err");
    ck_assert(span_starts(said, S("cp: 10 B, ")) && span_last(said) == '\n');
    ck_assert_uint_eq(span_count(said, '\n'), 1);
    copy_progress_add(&p, 5);
    ck_assert_uint_eq(span_count(unit_read("err"), '\n'), 1);
}
END_TEST

UNIT_MAIN("progress", off, only_on_terminals, a_line, asked_by_a_signal)
