/* diag.c - filling templates, and messages on standard error. */

#include "diag/diag.h"
#include "unit.h"

#include <sys/ioctl.h>

static void check_filled(zstr template, fmtargs args, char const *want)
{
    buf out = {0};
    fmt_append(&out, template, args);
    check_text(buf_span(&out), want);
    buf_recycle(&out);
}

START_TEST(templates)
{
    fmtargs none = {0};
    check_filled(Z("plain"), none, "plain");
    check_filled(Z(""), none, "");
    check_filled(Z("100%% sure%%"), none, "100% sure%");
    check_filled(Z("%s"), none, "");
    check_filled(Z("end %"), none, "end ");
    check_filled(Z("a %s b"), FMT_ARGS(fmt_s(S("x"))), "a x b");
    check_filled(Z("%s%s"), FMT_ARGS(fmt_z(Z("x")), fmt_u(7)), "x7");
    check_filled(Z("%s"), FMT_ARGS(fmt_s(S("x")), fmt_s(S("unused"))), "x");
    check_filled(Z("%s %s"), FMT_ARGS(fmt_s(S("x"))), "x ");
    check_filled(Z("%s"), FMT_ARGS(fmt_s(S("%s %d"))), "%s %d");
}
END_TEST

START_TEST(directives_are_place_holders)
{
    check_filled(Z("%lu/%-10zd/%ju"), FMT_ARGS(fmt_u(UINTMAX_MAX), fmt_i(-5), fmt_s(S("t"))),
                 "18446744073709551615/-5/t");
    check_filled(Z("%2$s before %1$s"), FMT_ARGS(fmt_s(S("one")), fmt_s(S("two"))), "two before one");
    check_filled(Z("%1$s %1$s"), FMT_ARGS(fmt_s(S("one"))), "one one");
    check_filled(Z("%9$s|%99999999999999999999$s|"), FMT_ARGS(fmt_s(S("one"))), "||");
    check_filled(Z("%.3f"), FMT_ARGS(fmt_i(INTMAX_MIN)), "-9223372036854775808");
}
END_TEST

START_TEST(quoted_arguments)
{
    setenv("LC_ALL", "C", 1);
    check_filled(Z("%s"), FMT_ARGS(fmt_q(S("a b"))), "'a b'");
    check_filled(Z("%s"), FMT_ARGS(fmt_name(Z("plain"))), "'plain'");
    check_filled(Z("%s"), FMT_ARGS(fmt_path(S("it's"))), "\"it's\"");
    check_filled(Z("%s"), FMT_ARGS(fmt_word(Z("plain"))), "plain");
    check_filled(Z("%s"), FMT_ARGS(fmt_word(Z("a:b"))), "a:b");
    check_filled(Z("%s"), FMT_ARGS(fmt_word(Z("a b"))), "'a b'");
    check_filled(Z("%s"), FMT_ARGS(fmt_namec(Z("plain"))), "plain");
    check_filled(Z("%s"), FMT_ARGS(fmt_namec(Z("a:b"))), "'a:b'");
    check_filled(Z("%s"), FMT_ARGS(fmt_pathc(S("a\nb"))), "'a'$'\\n''b'");
}
END_TEST

START_TEST(quotation_marks_of_the_locale)
{
    if (unit_locale("en_US.UTF-8"))
        check_filled(Z("%s"), FMT_ARGS(fmt_q(S("x"))), "\342\200\230x\342\200\231");
}
END_TEST

START_TEST(to_a_writer)
{
    fdh f = FDH_NONE;
    writer w = {0};
    ck_assert_int_eq(fd_open(&f, FDH_CWD, Z("out"), O_WRONLY | O_CREAT, 0644), 0);
    writer_open(&w, f);
    fmt_write(&w, Z("%s and %s\n"), FMT_ARGS(fmt_u(1), fmt_i(-1)));
    ck_assert_int_eq(writer_finish(&w), 0);
    check_text(unit_read("out"), "1 and -1\n");
}
END_TEST

/* A struct diag whose standard output is the file "out". */
static void begin(struct diag *d)
{
    fdh f = FDH_NONE;
    ck_assert_int_eq(fd_open(&f, FDH_CWD, Z("out"), O_WRONLY | O_CREAT | O_TRUNC, 0644), 0);
    writer_open(&d->out, f);
    d->program = d->name = Z("prog");
    d->failure = 3;
}

START_TEST(messages)
{
    struct diag d = {0};
    begin(&d);
    setenv("LC_ALL", "C", 1);
    EXITS(0, "prog: cannot do 'x'\n", diag_warn(&d, 0, "cannot do %s", fmt_q(S("x"))); _exit(d.status));
    EXITS(0, "prog: x: No such file or directory\n", diag_warn(&d, ENOENT, "%s",
        fmt_z(Z("x"))); _exit(d.status));
    EXITS(3, "prog: plain: Is a directory\n", diag_error(&d, EISDIR, "plain"); _exit(d.status));
    ck_assert_int_eq(d.status, 0);
}
END_TEST

START_TEST(output_comes_before_messages)
{
    struct diag d = {0};
    begin(&d);
    int err = open("err", O_WRONLY | O_CREAT, 0644);
    dup2(err, STDERR_FILENO);
    writer_put(&d.out, S("before\n"));
    diag_error(&d, 0, "message");
    check_text(unit_read("out"), "before\n");
    check_text(unit_read("err"), "prog: message\n");
    ck_assert(!d.broken);
    ck_assert_int_eq(d.status, 3);
}
END_TEST

START_TEST(standard_error_that_takes_nothing)
{
    struct diag d = {0};
    begin(&d);
    int full = open("/dev/full", O_WRONLY);
    dup2(full, STDERR_FILENO);
    diag_warn(&d, 0, "lost");
    ck_assert(d.broken);
    ck_assert_int_eq(d.status, 0);
    struct diag closed = {0};
    begin(&closed);
    close(STDERR_FILENO);
    diag_error(&closed, 0, "lost");
    ck_assert(closed.broken);
    ck_assert_int_eq(closed.status, 3);
}
END_TEST

START_TEST(a_line_that_is_taken_away)
{
    struct diag d = {0};
    begin(&d);
    int err = open("err", O_WRONLY | O_CREAT | O_TRUNC, 0644);
    dup2(err, STDERR_FILENO);
    diag_clear_line(&d);
    check_text(unit_read("err"), "");
    diag_show_line(&d, S("1 of 2"));
    diag_show_line(&d, S("2 of 2"));
    check_text(unit_read("err"), "prog: 1 of 2\r\033[Kprog: 2 of 2");
    writer_put(&d.out, S("done\n"));
    diag_sync(&d);              /* no terminal: nothing comes between */
    diag_warn(&d, 0, "message");
    diag_clear_line(&d);
    check_text(unit_read("err"), "prog: 1 of 2\r\033[Kprog: 2 of 2\r\033[Kprog: message\n");
    check_text(unit_read("out"), "done\n");
}
END_TEST

/* What was written to the pseudo terminal MASTER. */
static span seen(int master)
{
    static char text[200];
    ssize_t n = read(master, text, sizeof text);
    return view(text, n < 0 ? 0 : (size_t)n);
}

START_TEST(a_line_on_a_terminal)
{
    struct diag d = {.name = Z("prog")};
    int master = posix_openpt(O_RDWR | O_NOCTTY);
    if (master < 0 || grantpt(master) != 0 || unlockpt(master) != 0)
        return;                 /* no pseudo terminals here */
    int terminal = open(ptsname(master), O_RDWR | O_NOCTTY);
    struct winsize size = {.ws_row = 25, .ws_col = 12};
    ck_assert_int_eq(ioctl(master, TIOCSWINSZ, &size), 0);
    dup2(terminal, STDERR_FILENO);
    writer_open(&d.out, (fdh){terminal + 1});
    diag_show_line(&d, S("1 of 20"));
    check_text(seen(master), "prog: 1 of ");
    writer_put(&d.out, S("done\n"));
    diag_sync(&d);
    ck_assert(!d.line);
    diag_show_line(&d, S("2"));
    check_text(seen(master), "\r\033[Kdone\r\nprog: 2");
}
END_TEST

UNIT_MAIN("diagnostics", templates, directives_are_place_holders, quoted_arguments,
          quotation_marks_of_the_locale,
          to_a_writer, messages, output_comes_before_messages, standard_error_that_takes_nothing,
          a_line_that_is_taken_away, a_line_on_a_terminal)
