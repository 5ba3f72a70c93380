/* terminal.c - names that are quoted for people only. */

#include "quote/terminal.h"
#include "unit.h"

/* Put a name with a blank on standard output, after asking how. */
static void put_name(bool raw)
{
    struct diag d = {.program = Z("prog"), .name = Z("prog"), .failure = 1};
    writer_open(&d.out, FDH_STDOUT);
    struct quote_terminal how = quote_for_terminal(&d, raw);
    quote_put_terminal(&d.out, S("a b"), &how);
    writer_finish(&d.out);
    _exit(d.status);
}

/* The master of a new pseudo terminal, or -1. */
static int open_terminal(int *slave)
{
    int master = posix_openpt(O_RDWR | O_NOCTTY);
    if (master < 0 || grantpt(master) != 0 || unlockpt(master) != 0)
        return -1;
    *slave = open(ptsname(master), O_RDWR | O_NOCTTY);
    return *slave < 0 ? -1 : master;
}

static void check_read(int master, char const *want)
{
    char got[100];
    ssize_t n = read(master, got, sizeof got);
    ck_assert_int_ge(n, 0);
    check_text(view(got, (size_t)n), want);
}

START_TEST(to_a_file)
{
    int out = open("out", O_WRONLY | O_CREAT, 0644);
    dup2(out, STDOUT_FILENO);
    EXITS(0, "", put_name(false));
    check_text(unit_read("out"), "a b");
}
END_TEST

START_TEST(to_a_terminal)
{
    int slave = -1, master = open_terminal(&slave);
    if (master < 0)
        return;                 /* no pseudo terminals here */
    setenv("LC_ALL", "C", 1);
    dup2(slave, STDOUT_FILENO);
    unsetenv("QUOTING_STYLE");
    EXITS(0, "", put_name(false));
    check_read(master, "'a b'");
    EXITS(0, "", put_name(true));
    check_read(master, "a b");
    setenv("QUOTING_STYLE", "c", 1);
    EXITS(0, "", put_name(false));
    check_read(master, "\"a b\"");
    setenv("QUOTING_STYLE", "x", 1);
    EXITS(0, "prog: ignoring invalid value of environment variable QUOTING_STYLE: 'x'\n", put_name(false));
    check_read(master, "'a b'");
}
END_TEST

UNIT_MAIN("quoting for terminals", to_a_file, to_a_terminal)
