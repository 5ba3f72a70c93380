/* format.c - times after a format, and other calendars. */

#include "calendar/format.h"
#include "unit.h"

/* Printed is into a file, which is read back. */
static void check_format(char const *format, struct time_point t, char const *want)
{
    static char got[5000];
    struct date_printer printer = {0};
    struct zone_time local = {0};
    writer out = {0};
    fdh file = {0};
    zone_use(S("UTC0"), true);
    ck_assert(zone_local(t.sec, &local));
    ck_assert_int_eq(fd_open(&file, FDH_CWD, Z("out"), O_WRONLY | O_CREAT | O_TRUNC, 0600), 0);
    writer_open(&out, file);
    date_print(&printer, &out, text(format), t, &local);
    ck_assert_int_eq(writer_finish(&out), 0);
    int fd = open("out", O_RDONLY);
    ssize_t n = read(fd, got, sizeof got);
    close(fd);
    check_text(view(got, n < 0 ? 0 : (size_t)n), want);
}

START_TEST(directives)
{
    struct time_point t = {1078071702, 123456789};
    setenv("LC_ALL", "C", 1);
    check_format("", t, "");
    check_format("a%%b", t, "a%b");
    check_format("%F %T.%N %z", t, "2004-02-29 16:21:42.123456789 +0000");
    check_format("%a %A %b %^B %#p %P", t, "Sun Sunday Feb FEBRUARY pm pm");
    check_format("%C %g %G %V %U %W %u %w %j %q", t, "20 04 2004 09 09 08 7 0 060 1");
    check_format("%-d %_5d %05d %3N %12N|%_3S", t, "29    29 00029 123 123456789000| 42");
    check_format("%c|%x|%X|%r|%D|%R", t,
                 "Sun Feb 29 16:21:42 2004|02/29/04|16:21:42|04:21:42 PM|02/29/04|16:21");
    check_format("%i %E %5%% %", t, "%i %E    %5% %");
    check_format("%-N %-6N %-N", (struct time_point){0, 120000000}, "12 12 12");
    check_format("%:z %::z %:::z %Z", t, "+00:00 +00:00:00 +00 UTC");
    check_format("%+5Y %+F", t, "+2004 2004-02-29");
    check_format("%F %s", (struct time_point){253402300800, 0}, "+10000-01-01 253402300800");
    check_format("%Y %C %y", (struct time_point){-62198755200, 0}, "-001 -0 01");
}
END_TEST

START_TEST(languages)
{
    setenv("LC_ALL", "de_DE.iso88591", 1);
    if (!setlocale(LC_ALL, ""))
        return;
    check_format("%A %B", (struct time_point){1078071702, 0}, "Sonntag Februar");
}
END_TEST

static void check_calendar(enum calendar calendar, char const *day, int64_t year, int64_t month, int64_t of_month)
{
    struct zone_time t = {.dst = -1};
    int64_t sec = 0;
    int y = 0, m = 0, d = 0;
    ck_assert_int_eq(sscanf(day, "%d-%d-%d", &y, &m, &d), 3);
    t.year = y;
    t.month = m;
    t.day = d;
    zone_use(S("UTC0"), true);
    ck_assert(zone_second(&t, &sec));
    struct calendar_date date = calendar_date(calendar, &t);
    ck_assert_msg(date.year == year && date.month == month && date.day == of_month, "%s: %lld-%lld-%lld", day,
                  (long long)date.year, (long long)date.month, (long long)date.day);
    ck_assert(date.foreign == (calendar != CALENDAR_GREGORIAN && year != y));
}

START_TEST(calendars)
{
    check_calendar(CALENDAR_GREGORIAN, "2024-03-20", 2024, 3, 20);
    check_calendar(CALENDAR_PERSIAN, "2024-03-19", 1402, 12, 29);
    check_calendar(CALENDAR_PERSIAN, "2024-03-20", 1403, 1, 1);
    check_calendar(CALENDAR_PERSIAN, "2025-03-20", 1403, 12, 30);
    check_calendar(CALENDAR_PERSIAN, "1800-01-01", 1800, 1, 1);
    check_calendar(CALENDAR_ETHIOPIAN, "2023-09-11", 2015, 13, 6);
    check_calendar(CALENDAR_ETHIOPIAN, "2023-09-12", 2016, 1, 1);
    check_calendar(CALENDAR_THAI, "2024-02-29", 2567, 2, 29);
    check_calendar(CALENDAR_THAI, "1940-03-31", 2482, 12, 31);
    check_text(zstr_span(calendar_month(CALENDAR_PERSIAN, 12, true)), "اسفند");
    check_text(zstr_span(calendar_month(CALENDAR_ETHIOPIAN, 13, false)), "ጳጉ");
    ck_assert(zstr_is_none(calendar_month(CALENDAR_THAI, 1, true)));
}
END_TEST

START_TEST(appending)
{
    struct date_printer printer = {.longest = 600};
    struct zone_time local = {0};
    struct time_point t = {1700000000, 123456789};
    buf out = {0};
    setenv("LC_ALL", "C", 1);
    zone_use(S("XXX-5:30"), true);
    ck_assert(zone_local(t.sec, &local));
    ck_assert(date_append(&printer, &out, S("%Y-%m-%d %H:%M:%S.%N %z"), t, &local));
    check_text(buf_span(&out), "2023-11-15 03:43:20.123456789 +0530");
    ck_assert(date_append(&printer, &out, S(""), t, &local) && date_append(&printer, &out, S("|"), t, &local));
    check_text(buf_span(&out), "2023-11-15 03:43:20.123456789 +0530|");
    ck_assert(!date_append(&printer, &out, S("%99999999Y"), t, &local));
    ck_assert(!date_append(&printer, &out, S("%400Y%201Y"), t, &local));
    check_text(buf_span(&out), "2023-11-15 03:43:20.123456789 +0530|");
    buf_clear(&out);
    ck_assert(date_append(&printer, &out, S("%600Y"), t, &local));
    ck_assert(buf_len(&out) == 600 && span_ends(buf_span(&out), S("0002023")));
    struct date_printer wide = {.longest = 10000};
    buf_clear(&out);
    ck_assert(date_append(&wide, &out, S("%5000Y%_5000d"), t, &local));
    ck_assert(buf_len(&out) == 10000 && span_ends(buf_span(&out), S("  15")));
}
END_TEST

UNIT_MAIN("format", appending, directives, languages, calendars)
