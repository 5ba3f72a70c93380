/* signals.c - signals held back, questions by signal, and terminals. */

#include "sys/interrupts.h"
#include "sys/meter.h"
#include "sys/terminal.h"
#include "sys/unfinished.h"
#include "unit.h"

#include <sys/ioctl.h>

START_TEST(held_back)
{
    ck_assert(!interrupts_pending());
    interrupts_hold();
    interrupts_let_go();
    raise(SIGINT);
    ck_assert(interrupts_pending());
    DIES(SIGINT, interrupts_let_go());
    DIES(SIGTERM, (interrupts_release(), raise(SIGTERM)));
}
END_TEST

START_TEST(the_first_one_counts)
{
    interrupts_hold();
    DIES(SIGTERM, (raise(SIGTERM), raise(SIGINT), interrupts_let_go()));
    DIES(SIGHUP, (raise(SIGHUP), interrupts_let_go()));
    DIES(SIGPIPE, (raise(SIGPIPE), interrupts_let_go()));
}
END_TEST

START_TEST(what_was_ignored_stays_so)
{
    signal(SIGINT, SIG_IGN);
    signal(SIGTSTP, SIG_IGN);
    interrupts_hold();
    raise(SIGINT);
    raise(SIGTSTP);
    ck_assert(!interrupts_pending());
    interrupts_release();
    raise(SIGINT);
    interrupts_let_go();
    ck_assert(!interrupts_pending());
}
END_TEST

START_TEST(stopping)
{
    pid_t child = fork();
    if (child == 0) {
        interrupts_hold();
        raise(SIGTSTP);
        bool was_pending = interrupts_pending();
        interrupts_let_go();
        _exit(was_pending && !interrupts_pending() ? 0 : 1);
    }
    int status = 0;
    ck_assert_int_eq(waitpid(child, &status, WUNTRACED), child);
    ck_assert(WIFSTOPPED(status));
    kill(child, SIGCONT);
    ck_assert_int_eq(waitpid(child, &status, 0), child);
    ck_assert_int_eq(status, 0);
}
END_TEST

START_TEST(asking_by_signal)
{
    DIES(SIGUSR1, raise(SIGUSR1));
    meter_listen();
    ck_assert(!meter_asked());
    raise(SIGUSR1);
    raise(SIGUSR1);
    ck_assert(meter_asked() && !meter_asked());
    raise(SIGUSR1);
    ck_assert(meter_asked());
}
END_TEST

START_TEST(asked_before_input_comes)
{
    fdh in = FDH_NONE, out = FDH_NONE;
    ck_assert_int_eq(fd_pipe(&in, &out), 0);
    meter_listen();
    raise(SIGUSR1);
    ck_assert(!meter_wait(in, (struct meter_event){0}) && meter_asked());
    ck_assert_int_eq(fd_write_all(out, S("x")), 0);
    ck_assert(meter_wait(in, (struct meter_event){0}) && !meter_asked());
    raise(SIGUSR1);             /* it is not left blocked */
    ck_assert(meter_asked());
    unsigned char c = 0;
    size_t got = 0;
    ck_assert_int_eq(fd_read(in, room(&c, 1), &got), 0);
    ck_assert(!meter_wait(in, (struct meter_event){.ms = 1}) && !meter_asked());
    ck_assert(meter_wait(out, (struct meter_event){.output = true, .ms = 1}));
    fd_close(&out);
    ck_assert(meter_wait(in, (struct meter_event){0}));
}
END_TEST

START_TEST(the_clock)
{
    uint64_t before = meter_clock();
    usleep(30000);
    uint64_t after = meter_clock();
    ck_assert(after >= before + 29 && after < before + 30000);
}
END_TEST

START_TEST(terminals)
{
    size_t columns = 7;
    fdh null = FDH_NONE;
    ck_assert_int_eq(fd_open(&null, FDH_CWD, Z("/dev/null"), O_RDONLY, 0), 0);
    ck_assert(!terminal_columns(null, &columns) && !terminal_columns(FDH_NONE, &columns));
    ck_assert(!terminal_has_jobs(null) && !terminal_has_jobs(FDH_NONE));
    ck_assert_uint_eq(columns, 7);
    int master = posix_openpt(O_RDWR | O_NOCTTY);
    if (master < 0)
        return;                 /* no pseudo terminals here */
    struct winsize size = {.ws_row = 25, .ws_col = 132};
    ck_assert_int_eq(ioctl(master, TIOCSWINSZ, &size), 0);
    ck_assert(terminal_columns((fdh){master + 1}, &columns));
    ck_assert_uint_eq(columns, 132);
    size.ws_col = 0;
    ioctl(master, TIOCSWINSZ, &size);
    ck_assert(!terminal_columns((fdh){master + 1}, &columns));
}
END_TEST

/* A file called NAME that is not complete yet. */
static void make_unfinished(zstr name)
{
    unit_write(zstr_c(name), S("x"));
    unfinished_add(name);
}

static bool exists(char const *name)
{
    return access(name, F_OK) == 0;
}

START_TEST(unfinished_files)
{
    zstr name = Z_NONE;
    oserr err = 0;
    unit_enter("unfinished");
    ck_assert(!unfinished_remove_last(&name, &err));
    signal(SIGHUP, SIG_IGN);
    unfinished_begin();
    for (int i = 0; i < 100; i++)
        make_unfinished(Z("many"));
    unfinished_keep();
    ck_assert(exists("many") && !unfinished_remove_last(&name, &err));
    make_unfinished(Z("a"));
    make_unfinished(Z("b"));
    raise(SIGHUP);
    ck_assert(exists("a") && exists("b"));
    ck_assert(unfinished_remove_last(&name, &err) && err == 0 && !exists("b"));
    check_text(zstr_span(name), "b");
    unfinished_add(Z("gone"));
    ck_assert(unfinished_remove_last(&name, &err) && err == 0);
    ck_assert_int_eq(mkdir("directory", 0777), 0);
    unfinished_add(Z("directory"));
    ck_assert(unfinished_remove_last(&name, &err) && err != 0 && exists("directory"));
    unfinished_pause();
    DIES(SIGTERM, (raise(SIGTERM), unlink("a") == 0 ? unfinished_resume() : _exit(1)));
    ck_assert(!exists("a"));
    make_unfinished(Z("c"));
    unfinished_resume();
    DIES(SIGTERM, raise(SIGTERM));
    ck_assert(!exists("c") && exists("many"));
}
END_TEST

UNIT_MAIN("signals", unfinished_files, held_back, the_first_one_counts, what_was_ignored_stays_so, stopping, asking_by_signal,
          asked_before_input_comes, the_clock, terminals)
