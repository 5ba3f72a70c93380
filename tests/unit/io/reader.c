/* reader.c - buffered input: parts, records, short reads, errors that stay. */

#include "io/reader.h"
#include "unit.h"

/* A reader of BYTES, which come from a file; it asks for SIZE at a time. */
static void read_bytes(reader *r, span bytes, size_t size)
{
    fdh f = FDH_NONE;
    unit_write("input", bytes);
    ck_assert_int_eq(fd_open(&f, FDH_CWD, Z("input"), O_RDONLY, 0), 0);
    reader_open_sized(r, f, size);
}

START_TEST(nothing_to_read)
{
    reader r = {0};
    span part = S("x");
    bool terminated = true;
    read_bytes(&r, S(""), READER_SIZE);
    ck_assert_int_eq(reader_peek(&r, &part), 0);
    ck_assert(span_empty(part));
    ck_assert_int_eq(reader_peek_least(&r, 100, &part), 0);
    ck_assert_int_eq(reader_chunk(&r, &part), 0);
    ck_assert_int_eq(reader_records(&r, '\n', &part), 0);
    ck_assert_int_eq(reader_all(&r, &part), 0);
    ck_assert(span_empty(part));
    ck_assert(!reader_record(&r, '\n', &part, &terminated));
    mspan m = {0};
    ck_assert_int_eq(reader_chunk_mut(&r, &m), 0);
    ck_assert_uint_eq(mspan_len(m), 0);
    reader_consume(&r, 0);
    FAULTS("span prefix (1, 0)", reader_consume(&r, 1));
    ck_assert_int_eq(reader_close(&r), 0);
}
END_TEST

START_TEST(peeking_and_consuming)
{
    reader r = {0};
    span part = {0};
    read_bytes(&r, S("abcdefghij"), 4);
    ck_assert_int_eq(reader_peek(&r, &part), 0);
    check_text(part, "abcd");
    reader_consume(&r, 1);
    ck_assert_int_eq(reader_peek(&r, &part), 0);
    check_text(part, "bcd");
    FAULTS("span prefix (4, 3)", reader_consume(&r, 4));
    ck_assert_int_eq(reader_peek_least(&r, 5, &part), 0);
    check_text(part, "bcdefgh");
    ck_assert(!reader_ended(&r));
    reader_consume(&r, 7);
    ck_assert_int_eq(reader_peek(&r, &part), 0);
    check_text(part, "ij");
    ck_assert_int_eq(reader_peek_least(&r, 100, &part), 0);
    check_text(part, "ij");
    ck_assert(reader_ended(&r));
    ck_assert_int_eq(reader_chunk(&r, &part), 0);
    check_text(part, "ij");
    ck_assert_int_eq(reader_chunk(&r, &part), 0);
    ck_assert(span_empty(part));
    ck_assert_int_eq(reader_close(&r), 0);
}
END_TEST

START_TEST(chunks_can_be_changed)
{
    reader r = {0};
    mspan m = {0};
    span part = {0};
    read_bytes(&r, S("abcdef"), 4);
    ck_assert_int_eq(reader_peek(&r, &part), 0);
    reader_consume(&r, 1);
    ck_assert_int_eq(reader_chunk_mut(&r, &m), 0);
    check_text(mspan_span(m), "bcd");
    mspan_fill(m, 'X');
    ck_assert_int_eq(reader_chunk_mut(&r, &m), 0);
    check_text(mspan_span(m), "ef");
    reader_close(&r);
}
END_TEST

START_TEST(record_by_record)
{
    span wanted[] = {S("one"), S(""), S("three is longer than a read"), S("a\0b"), S("last")};
    for (size_t size = 1; size < 50; size++) {
        reader r = {0};
        span record = {0};
        bool terminated = false;
        read_bytes(&r, S("one\n\nthree is longer than a read\na\0b\nlast"), size);
        for (size_t i = 0; i < 5; i++) {
            ck_assert(reader_record(&r, '\n', &record, &terminated));
            check_span(record, wanted[i]);
            ck_assert_int_eq(terminated, i < 4);
        }
        ck_assert(!reader_record(&r, '\n', &record, &terminated));
        ck_assert(!reader_record(&r, '\n', &record, &terminated));
        ck_assert_int_eq(r.err, 0);
        reader_close(&r);
    }
}
END_TEST

START_TEST(complete_records)
{
    reader r = {0};
    span part = {0};
    read_bytes(&r, S("a\nbc\ndefghijklm\nn"), 6);
    ck_assert_int_eq(reader_records(&r, '\n', &part), 0);
    check_text(part, "a\nbc\n");
    ck_assert_int_eq(reader_records(&r, '\n', &part), 0);
    check_text(part, "defghijklm\n");
    ck_assert_int_eq(reader_records(&r, '\n', &part), 0);
    check_text(part, "n");
    ck_assert_int_eq(reader_records(&r, '\n', &part), 0);
    ck_assert(span_empty(part));
    reader_close(&r);
    read_bytes(&r, S("x\0y\0"), READER_SIZE);
    ck_assert_int_eq(reader_records(&r, 0, &part), 0);
    check_span(part, S("x\0y\0"));
    reader_close(&r);
}
END_TEST

START_TEST(everything)
{
    static char bytes[700000];
    uint64_t seed = 2;
    for (size_t i = 0; i < sizeof bytes; i++)
        bytes[i] = (char)unit_random(&seed);
    span all = view(bytes, sizeof bytes), part = {0};
    reader r = {0};
    read_bytes(&r, all, 1000);
    ck_assert_int_eq(reader_all(&r, &part), 0);
    check_span(part, all);
    ck_assert_int_eq(reader_all(&r, &part), 0);
    ck_assert(span_empty(part));
    reader_close(&r);
    read_bytes(&r, all, READER_SIZE);
    ck_assert_int_eq(reader_peek(&r, &part), 0);
    reader_consume(&r, 5);
    ck_assert_int_eq(reader_all(&r, &part), 0);
    check_span(part, span_drop(all, 5));
    reader_close(&r);
}
END_TEST

START_TEST(records_put_together_are_the_input)
{
    static char bytes[300000];
    uint64_t seed = 4;
    for (size_t i = 0; i < sizeof bytes; i++)
        bytes[i] = unit_random(&seed) % 5000 == 0 ? '\n' : 'x';
    span rest = view(bytes, sizeof bytes);
    reader r = {0};
    read_bytes(&r, rest, 2000);
    for (span record = {0}; span_len(rest) > 0;) {
        bool terminated = false;
        ck_assert(reader_record(&r, '\n', &record, &terminated));
        check_span(record, span_take(&rest, span_len(record)));
        if (terminated)
            ck_assert_int_eq(span_at(span_take(&rest, 1), 0), '\n');
    }
    reader_close(&r);
}
END_TEST

/* A child that writes PIECES, one byte at a time or so, into a pipe; its other end is standard input. */
static void feed_slowly(char const *bytes)
{
    int ends[2];
    ck_assert_int_eq(pipe(ends), 0);
    if (fork() == 0) {
        for (; *bytes; bytes++) {
            usleep(500);
            if (write(ends[1], bytes, 1) != 1)
                _exit(1);
        }
        _exit(0);
    }
    close(ends[1]);
    dup2(ends[0], STDIN_FILENO);
    close(ends[0]);
}

START_TEST(short_reads)
{
    reader r = {0};
    span part = {0};
    bool terminated = false;
    feed_slowly("first line\nsecond\nrest");
    reader_open(&r, FDH_STDIN);
    ck_assert(reader_record(&r, '\n', &part, &terminated));
    check_text(part, "first line");
    ck_assert_int_eq(reader_peek_least(&r, 7, &part), 0);
    check_text(span_first(part, 7), "second\n");
    reader_consume(&r, 7);
    ck_assert_int_eq(reader_all(&r, &part), 0);
    check_text(part, "rest");
    ck_assert_int_eq(reader_close(&r), 0);
}
END_TEST

START_TEST(errors_stay)
{
    reader r = {0};
    span part = S("x");
    bool terminated = true;
    mspan m = {0};
    fdh dir = FDH_NONE;
    ck_assert_int_eq(fd_open(&dir, FDH_CWD, Z("/"), O_RDONLY, 0), 0);
    reader_open(&r, dir);
    ck_assert_int_eq(reader_peek(&r, &part), EISDIR);
    ck_assert(span_empty(part) && reader_ended(&r));
    ck_assert_int_eq(reader_peek(&r, &part), EISDIR);
    ck_assert_int_eq(reader_peek_least(&r, 5, &part), EISDIR);
    ck_assert_int_eq(reader_chunk(&r, &part), EISDIR);
    ck_assert_int_eq(reader_chunk_mut(&r, &m), EISDIR);
    ck_assert_int_eq(reader_records(&r, '\n', &part), EISDIR);
    ck_assert_int_eq(reader_all(&r, &part), EISDIR);
    ck_assert(!reader_record(&r, '\n', &part, &terminated));
    ck_assert_int_eq(r.err, EISDIR);
    ck_assert_int_eq(reader_close(&r), 0);
}
END_TEST

START_TEST(standard_input_gets_unread_bytes_back)
{
    reader r = {0};
    span part = {0};
    unit_write("input", S("one\ntwo\nthree\n"));
    int fd = open("input", O_RDONLY);
    dup2(fd, STDIN_FILENO);
    close(fd);
    reader_open(&r, FDH_STDIN);
    bool terminated = false;
    ck_assert(reader_record(&r, '\n', &part, &terminated));
    ck_assert_int_eq(reader_close(&r), 0);
    char next[4] = "";
    ck_assert_int_eq(read(STDIN_FILENO, next, 3), 3);
    ck_assert_str_eq(next, "two");
    /* It is still open, so another reader can go on. */
    reader_open(&r, FDH_STDIN);
    ck_assert_int_eq(reader_all(&r, &part), 0);
    check_text(part, "\nthree\n");
    ck_assert_int_eq(reader_close(&r), 0);
}
END_TEST

START_TEST(closing)
{
    reader r = {0};
    span part = {0};
    read_bytes(&r, S("abc"), READER_SIZE);
    int number = fd_number(r.fd);
    ck_assert_int_eq(reader_peek(&r, &part), 0);
    ck_assert_int_eq(reader_close(&r), 0);
    ck_assert(fcntl(number, F_GETFD) < 0);
    ck_assert(fd_is_none(r.fd));
    close(STDIN_FILENO);
    reader_open(&r, FDH_STDIN);
    ck_assert_int_eq(reader_peek(&r, &part), EBADF);
    ck_assert_int_eq(reader_close(&r), 0);
}
END_TEST

UNIT_MAIN("reader", nothing_to_read, peeking_and_consuming, chunks_can_be_changed, record_by_record,
          complete_records, everything, records_put_together_are_the_input, short_reads, errors_stay,
          standard_input_gets_unread_bytes_back, closing)
