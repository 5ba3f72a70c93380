/* zone.c - civil time in the zone in force. */

#include "sys/zone.h"
#include "unit.h"

START_TEST(both_ways)
{
    struct zone_time t = {0};
    int64_t sec = 0;
    zone_use(S("EET-2EEST,M3.5.0/3,M10.5.0/4"), true);
    ck_assert(zone_local(1088672400, &t));
    ck_assert(t.year == 2004 && t.month == 7 && t.day == 1 && t.hour == 12 && t.dst == 1 && t.offset == 10800);
    check_text(zstr_span(t.name), "EEST");
    ck_assert(zone_local(1088672400, &t) && t.hour == 12);
    t = (struct zone_time){.year = 2004, .month = 14, .day = 0, .hour = 25, .dst = -1};
    ck_assert(zone_second(&t, &sec));
    ck_assert(t.year == 2005 && t.month == 2 && t.day == 1 && t.hour == 1 && t.yearday == 31 && t.weekday == 2);
    ck_assert_int_eq(sec, 1107212400);
    zone_use(S("UTC0\0junk"), true);
    ck_assert(zone_local(1107212400, &t) && t.day == 31 && t.offset == 0);
    zone_use((span){0}, false);
    ck_assert(zone_local(0, &t));
}
END_TEST

START_TEST(out_of_range)
{
    struct zone_time t = {.year = INT64_MAX, .month = 1, .day = 1};
    int64_t sec = 3;
    zone_use(S("UTC0"), true);
    ck_assert(!zone_second(&t, &sec) && sec == 3 && t.year == INT64_MAX);
    ck_assert(!zone_local(INT64_MAX, &t));
    t = (struct zone_time){.year = 1969, .month = 12, .day = 31, .hour = 23, .minute = 59, .second = 59};
    ck_assert(zone_second(&t, &sec) && sec == -1);
}
END_TEST

START_TEST(words)
{
    struct zone_time t = {.year = 2004, .month = 2, .day = 29, .hour = 16};
    buf out = {0};
    setenv("LC_ALL", "C", 1);
    zone_text(&out, S("Ey"), &t);
    zone_text(&out, S("p"), &t);
    check_text(buf_span(&out), "04PM");
    check_text(zstr_span(zone_word(ZONE_DAY, 6)), "Saturday");
    check_text(zstr_span(zone_word(ZONE_BARE_SHORT_MONTH, 11)), "Dec");
    check_text(zstr_span(zone_word(ZONE_HALF_DAY, 1)), "PM");
    check_text(zstr_span(zone_format(ZONE_DATE)), "%m/%d/%y");
    check_text(zstr_span(zone_format(ZONE_TIME)), "%H:%M:%S");
    buf_recycle(&out);
}
END_TEST

/* A second that no clock has is refused by whoever asks; nothing is set. */
START_TEST(the_clock)
{
    struct time_point step = clock_resolution();
    ck_assert(step.sec > 0 || step.nsec > 0);
    ck_assert_int_ne(clock_set((struct time_point){0, 2000000000}), 0);
}
END_TEST

UNIT_MAIN("zone", both_ways, out_of_range, words, the_clock)
