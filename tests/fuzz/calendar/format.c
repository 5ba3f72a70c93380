/* format.c - formats of dates against strftime(3), for the directives that both know; others may be anything. */

#include "calendar/format.h"
#include "fuzz/fuzz.h"
#include "sys/fd.h"

#include <fcntl.h>
#include <time.h>
#include <unistd.h>

/* What is printed after FORMAT. */
static span print(span format, struct time_point t, struct zone_time const *local)
{
    static unsigned char got[1 << 16];
    static struct date_printer printer = {.plain = true};
    static fdh file;
    static int number = -1;
    static writer out;
    fdh again = {0};
    if (number < 0) {
        REQUIRE(fd_open(&file, FDH_CWD, Z("/dev/shm/fuzz-date-format"), O_RDWR | O_CREAT | O_TRUNC, 0600) == 0);
        number = open("/dev/shm/fuzz-date-format", O_RDWR);
        unlink("/dev/shm/fuzz-date-format");
    }
    REQUIRE(ftruncate(number, 0) == 0 && fd_seek(file, 0, SEEK_SET, &(int64_t){0}) == 0);
    REQUIRE(fd_dup(&again, file) == 0);
    writer_open(&out, again);
    date_print(&printer, &out, format, t, local);
    REQUIRE(writer_finish(&out) == 0);
    ssize_t n = pread(number, got, sizeof got, 0);
    REQUIRE(n >= 0);
    return (span){got, (size_t)n};
}

int LLVMFuzzerTestOneInput(uint8_t const *data, size_t size)
{
    fuzz f = {data, size};
    struct time_point t = {(int64_t)(fuzz_u64(&f) % 253402300800), (uint32_t)(fuzz_u64(&f) % 1000000000)};
    struct zone_time local = {0};
    zone_use(S("UTC0"), true);
    REQUIRE(zone_local(t.sec, &local));
    char const letters[] = "aAbBdeFgGhHIjklmMpPRsSTuUVwWyYzC";
    char known[4] = {'%', letters[fuzz_byte(&f) % (sizeof letters - 1)], 0, 0}, want[100];
    struct tm tm;
    time_t sec = (time_t)t.sec;
    REQUIRE(gmtime_r(&sec, &tm));
    REQUIRE(strftime(want, sizeof want, known, &tm) > 0);
    REQUIRE(span_eq(print((span){(unsigned char *)known, 2}, t, &local), (span){(unsigned char *)want, strlen(want)}));
    span rest = fuzz_rest(&f);
    if (rest.n_ < 100)
        print(rest, t, &local);
    return 0;
}
