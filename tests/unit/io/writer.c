/* writer.c - buffered output: order, sizes, the first error, the end. */

#include "io/writer.h"
#include "unit.h"

static void write_to(writer *w, zstr name)
{
    fdh f = FDH_NONE;
    ck_assert_int_eq(fd_open(&f, FDH_CWD, name, O_WRONLY | O_CREAT | O_TRUNC, 0644), 0);
    writer_open(w, f);
}

START_TEST(small_things_in_order)
{
    writer w = {0};
    write_to(&w, Z("out"));
    writer_put(&w, S("a\0b"));
    writer_putz(&w, Z(" z "));
    writer_putz(&w, Z_NONE);
    writer_put(&w, (span){0});
    writer_byte(&w, '!');
    writer_fill(&w, 3, '-');
    writer_fill(&w, 0, 'x');
    writer_umax(&w, UINTMAX_MAX);
    writer_byte(&w, ' ');
    writer_imax(&w, INTMAX_MIN);
    ck_assert(writer_ok(&w));
    ck_assert_uint_eq(span_len(unit_read("out")), 0);
    ck_assert_int_eq(writer_flush(&w), 0);
    check_span(unit_read("out"), S("a\0b z !---18446744073709551615 -9223372036854775808"));
    ck_assert_int_eq(writer_finish(&w), 0);
    ck_assert(fd_is_none(w.fd));
}
END_TEST

START_TEST(windows)
{
    writer w = {0};
    write_to(&w, Z("out"));
    mspan m = writer_window(&w, 100);
    ck_assert_uint_ge(mspan_len(m), 100);
    mspan_put(&m, S("abc"));
    writer_commit(&w, 3);
    m = writer_window(&w, 2);
    mspan_put(&m, S("de"));
    writer_commit_before(&w, m);
    m = writer_window(&w, 1000000);
    ck_assert_uint_ge(mspan_len(m), 1000000);
    mspan_fill(mspan_first(m, 1000000), 'x');
    writer_commit(&w, 1000000);
    ck_assert_int_eq(writer_finish(&w), 0);
    span all = unit_read("out");
    ck_assert_uint_eq(span_len(all), 1000005);
    check_text(span_first(all, 6), "abcdex");
}
END_TEST

START_TEST(every_size_around_the_buffer)
{
    static char bytes[3 * WRITER_SIZE];
    uint64_t seed = 6;
    for (size_t i = 0; i < sizeof bytes; i++)
        bytes[i] = (char)unit_random(&seed);
    size_t const sizes[] = {1, 100, WRITER_SIZE / 2 - 1, WRITER_SIZE / 2, WRITER_SIZE - 1, WRITER_SIZE,
                            WRITER_SIZE + 1, sizeof bytes};
    for (size_t a = 0; a < 8; a++)
        for (size_t b = 0; b < 8; b++) {
            writer w = {0};
            write_to(&w, Z("out"));
            writer_put(&w, view(bytes, sizes[a]));
            writer_put(&w, view(bytes, sizes[b]));
            writer_byte(&w, 'x');
            ck_assert_int_eq(writer_finish(&w), 0);
            span all = unit_read("out");
            check_span(span_take(&all, sizes[a]), view(bytes, sizes[a]));
            check_span(span_take(&all, sizes[b]), view(bytes, sizes[b]));
            check_text(all, "x");
        }
}
END_TEST

START_TEST(many_small_writes)
{
    writer w = {0};
    write_to(&w, Z("out"));
    for (unsigned i = 0; i < 100000; i++) {
        writer_umax(&w, i);
        writer_byte(&w, '\n');
    }
    writer_fill(&w, 200000, '.');
    ck_assert_int_eq(writer_finish(&w), 0);
    span all = unit_read("out"), line = {0};
    for (unsigned i = 0; i < 100000; i++) {
        char want[16];
        sprintf(want, "%u", i);
        ck_assert(span_cut(&all, '\n', &line) && span_eq(line, text(want)));
    }
    ck_assert_uint_eq(span_count(all, '.'), 200000);
    ck_assert_uint_eq(span_len(all), 200000);
}
END_TEST

START_TEST(the_first_error_stays)
{
    writer w = {0};
    write_to(&w, Z("/dev/full"));
    writer_put(&w, S("abc"));
    ck_assert(writer_ok(&w));
    ck_assert_int_eq(writer_flush(&w), ENOSPC);
    ck_assert(!writer_ok(&w));
    fd_close(&w.fd);
    writer_put(&w, S("more"));
    writer_fill(&w, 1000000, 'x');
    ck_assert_int_eq(writer_flush(&w), ENOSPC);
    ck_assert_int_eq(writer_finish(&w), ENOSPC);
}
END_TEST

START_TEST(an_error_is_reported_once)
{
    writer w = {0};
    write_to(&w, Z("/dev/full"));
    ck_assert_int_eq(writer_take_error(&w), 0);
    writer_put(&w, S("abc"));
    writer_flush(&w);
    ck_assert_int_eq(writer_take_error(&w), ENOSPC);
    ck_assert(!writer_ok(&w));
    writer_put(&w, S("abc"));
    ck_assert_int_eq(writer_finish(&w), 0);
}
END_TEST

START_TEST(a_descriptor_closed_from_the_start)
{
    close(STDOUT_FILENO);
    writer quiet = {0}, loud = {0};
    writer_open(&quiet, FDH_STDOUT);
    ck_assert_int_eq(writer_finish(&quiet), 0);
    writer_open(&loud, FDH_STDOUT);
    writer_put(&loud, S("x"));
    ck_assert_int_eq(writer_finish(&loud), EBADF);
}
END_TEST

START_TEST(large_output_to_a_closed_descriptor)
{
    static char bytes[WRITER_SIZE * 2];
    close(STDOUT_FILENO);
    writer w = {0};
    writer_open(&w, FDH_STDOUT);
    writer_put(&w, view(bytes, sizeof bytes));
    ck_assert(!writer_ok(&w));
    ck_assert_int_eq(writer_finish(&w), EBADF);
}
END_TEST

/* Copy what comes through the descriptor IN to the file "out", in small pieces and after some waiting. */
static void drain_slowly(int in)
{
    char piece[700];
    FILE *out = fopen("out", "w");
    for (ssize_t n = 1; n > 0;) {
        usleep(100);
        n = read(in, piece, sizeof piece);
        if (n > 0)
            fwrite(piece, 1, (size_t)n, out);
    }
    fclose(out);
    _exit(0);
}

START_TEST(a_slow_pipe_that_does_not_block)
{
    int ends[2];
    ck_assert_int_eq(pipe2(ends, O_NONBLOCK), 0);
    fcntl(ends[0], F_SETFL, 0);
    pid_t child = fork();
    if (child == 0) {
        close(ends[1]);
        drain_slowly(ends[0]);
    }
    close(ends[0]);
    writer w = {0};
    writer_open(&w, (fdh){ends[1] + 1});
    for (unsigned i = 0; i < 40000; i++)
        writer_put(&w, S("0123456789"));
    ck_assert_int_eq(writer_finish(&w), 0);
    ck_assert_int_eq(waitpid(child, NULL, 0), child);
    ck_assert_uint_eq(span_len(unit_read("out")), 400000);
}
END_TEST

START_TEST(sync_is_for_terminals)
{
    writer file = {0}, terminal = {0};
    write_to(&file, Z("out"));
    writer_put(&file, S("abc"));
    writer_sync(&file);
    ck_assert_uint_eq(span_len(unit_read("out")), 0);
    ck_assert_int_eq(writer_finish(&file), 0);
    int master = posix_openpt(O_RDWR | O_NOCTTY);
    if (master < 0 || grantpt(master) != 0 || unlockpt(master) != 0)
        return;                 /* no pseudo terminals here */
    int slave = open(ptsname(master), O_RDWR | O_NOCTTY);
    ck_assert_int_ge(slave, 0);
    writer_open(&terminal, (fdh){slave + 1});
    ck_assert(writer_is_terminal(&terminal) && !writer_is_terminal(&file));
    writer_put(&terminal, S("abc"));
    writer_sync(&terminal);
    char got[4] = "";
    ck_assert_int_eq(read(master, got, 3), 3);
    ck_assert_str_eq(got, "abc");
    ck_assert_int_eq(writer_finish(&terminal), 0);
}
END_TEST

START_TEST(copying)
{
    writer w = {0};
    int ends[2];
    uint64_t n = 5;
    char rest[8] = "";
    ck_assert_int_eq(pipe(ends), 0);
    ck_assert_int_eq(write(ends[1], "abcdefgh", 8), 8);
    fdh in = FDH_NONE;
    ck_assert_int_eq(fd_open(&in, FDH_CWD, Z("/dev/zero"), O_RDONLY, 0), 0);
    ck_assert_int_ge(dup2(ends[0], fd_number(in)), 0);
    write_to(&w, Z("out"));
    writer_put(&w, S("<"));
    ck_assert_int_eq(writer_copy(&w, in, &n), 0);
    ck_assert_uint_eq(n, 0);
    ck_assert_int_eq(read(ends[0], rest, sizeof rest), 3);
    ck_assert_str_eq(rest, "fgh");
    ck_assert_int_eq(write(ends[1], "ij", 2), 2);
    close(ends[1]);
    n = UINT64_MAX;
    ck_assert_int_eq(writer_copy(&w, in, &n), 0);
    ck_assert_uint_eq(n, UINT64_MAX - 2);
    ck_assert_int_eq(writer_finish(&w), 0);
    check_span(unit_read("out"), S("<abcdeij"));
    fd_close(&in);
    close(ends[0]);
}
END_TEST

UNIT_MAIN("writer", small_things_in_order, windows, every_size_around_the_buffer, many_small_writes,
          the_first_error_stays, an_error_is_reported_once, a_descriptor_closed_from_the_start,
          large_output_to_a_closed_descriptor, a_slow_pipe_that_does_not_block, sync_is_for_terminals, copying)
