/* date.c - dates that people write. */

#include "calendar/date.h"
#include "calendar/digits.h"
#include "unit.h"

enum { NOW = 1078071702 };      /* 2004-02-29 16:21:42 UTC, a Sunday */

static struct date_reader reader;

static void begin(char const *zone)
{
    date_begin(&reader, zone ? zstr_of_c_(zone) : Z_NONE);
}

static void check_date(char const *string, int64_t sec, uint32_t nsec)
{
    struct time_point t = {0};
    ck_assert_msg(date_read(&reader, text(string), (struct time_point){NOW, 5}, &t), "%s", string);
    ck_assert_msg(t.sec == sec, "%s: %lld", string, (long long)t.sec);
    ck_assert_uint_eq(t.nsec, nsec);
}

static void check_no_date(char const *string)
{
    struct time_point t = {1, 2};
    ck_assert_msg(!date_read(&reader, text(string), (struct time_point){NOW, 5}, &t), "%s", string);
    ck_assert_int_eq(t.sec, 1);
    ck_assert_uint_eq(t.nsec, 2);
}

START_TEST(items)
{
    begin("UTC0");
    check_date("", 1078012800, 0);
    check_date("now", NOW, 5);
    check_date("2004-03-01", 1078099200, 0);
    check_date("1.3.2004", 1078099200, 0);
    check_date("20040301 0102", 1078102920, 0);
    check_date("mar 1, 2004 1:02:03.5 am", 1078102923, 500000000);
    check_date("2004-03-01T01:02+01:00", 1078099320, 0);
    check_date("tuesday", 1078185600, 0);
    check_date("sun", 1078012800, 0);
    check_date("next sunday", 1078012800 + 7 * 86400, 0);
    check_date("1 year ago 12:00", 1046520000, 0);
    check_date("fortnight hence", NOW + 14 * 86400, 5);
    check_date("12:00 (lunch (late)) EST", 1078074000, 0);
    check_date("@-1.25", -2, 750000000);
    check_date("TZ=\"XXX-1\" 2004-03-01", 1078095600, 0);
    check_date("2004-03-01", 1078099200, 0);
}
END_TEST

START_TEST(mistakes)
{
    begin("UTC0");
    check_no_date("foo");
    check_no_date("2004-02-30");
    check_no_date("25:00");
    check_no_date("0am");
    check_no_date("mon tue");
    check_no_date("1:00 2:00");
    check_no_date("UTC Z");
    check_no_date("now @1");
    check_no_date("@1 now");
    check_no_date("TZ=\"x");
    check_no_date("TZ=\"\\x\" now");
    check_no_date("+25:00 1:00");
    check_no_date("99999999999999999999");
    check_no_date("9999999999999999 years");
    check_no_date("9223372036854775807 seconds");
}
END_TEST

START_TEST(ends_at_nul)
{
    struct time_point t = {0};
    begin("UTC0");
    ck_assert(date_read(&reader, view("@5\0x", 4), (struct time_point){NOW, 0}, &t));
    ck_assert_int_eq(t.sec, 5);
}
END_TEST

START_TEST(zones)
{
    begin("EET-2EEST,M3.5.0/3,M10.5.0/4");
    check_date("2004-07-01 12:00", 1088672400, 0);
    check_date("2004-01-01 12:00", 1072951200, 0);
    check_date("2004-10-31 03:30 EET", 1099186200, 0);
    check_date("2004-10-31 03:30 EEST", 1099182600, 0);
    check_no_date("2004-03-28 03:30");
    check_date("2004-03-28 03:30 UTC", 1080444600, 0);
}
END_TEST

START_TEST(long_texts)
{
    buf all = {0};
    struct time_point t = {0};
    begin("UTC0");
    for (int i = 0; i < 100000; i++)
        buf_append(&all, S("+1 sec "));
    ck_assert(date_read(&reader, buf_span(&all), (struct time_point){NOW, 0}, &t));
    ck_assert_int_eq(t.sec, NOW + 100000);
    buf_clear(&all);
    buf_append_fill(&all, 1000000, '(');
    ck_assert(date_read(&reader, buf_span(&all), (struct time_point){NOW, 0}, &t));
    buf_clear(&all);
    buf_append_fill(&all, 1000000, '9');
    ck_assert(!date_read(&reader, buf_span(&all), (struct time_point){NOW, 0}, &t));
    buf_recycle(&all);
}
END_TEST

START_TEST(account)
{
    begin("UTC0");
    reader.explain = true;
    check_date("2004-03-01 1 day", 1078185600, 0);
    span line = {0}, rest = buf_span(&reader.account);
    ck_assert(span_cut(&rest, 0, &line));
    check_text(line, "parsed date part: (Y-M-D) 2004-03-01");
    ck_assert(span_ends(buf_span(&reader.account), view("final: (Y-M-D) 2004-03-02 00:00:00 (UTC+00)", 44)));
    reader.explain = false;
    check_date("now", NOW, 5);
    check_text(buf_span(&reader.account), "");
}
END_TEST

static int64_t digits(char const *string, enum date_digits form)
{
    int64_t sec = -7;
    bool good = date_read_digits(text(string), form, (struct time_point){NOW, 0}, &sec);
    ck_assert(good || sec == -7);
    return sec;
}

START_TEST(digits_alone)
{
    begin("UTC0");
    ck_assert_int_eq(digits("03010102", DATE_DIGITS_YEAR_LAST), 1078102920);
    ck_assert_int_eq(digits("0301010204", DATE_DIGITS_YEAR_LAST), 1078102920);
    ck_assert_int_eq(digits("030101022004.03", DATE_DIGITS_YEAR_LAST), 1078102923);
    ck_assert_int_eq(digits("200403010102.03", DATE_DIGITS_YEAR_FIRST), 1078102923);
    ck_assert_int_eq(digits("6903010102", DATE_DIGITS_YEAR_FIRST), -26434680);
    ck_assert_int_eq(digits("200403010102.60", DATE_DIGITS_YEAR_FIRST), 1078102980);
    ck_assert_int_eq(digits("200403010102.61", DATE_DIGITS_YEAR_FIRST), -7);
    ck_assert_int_eq(digits("02300102", DATE_DIGITS_YEAR_LAST), -7);
    ck_assert_int_eq(digits("0301010", DATE_DIGITS_YEAR_LAST), -7);
    ck_assert_int_eq(digits("03010102.", DATE_DIGITS_YEAR_LAST), -7);
    ck_assert_int_eq(digits("0301010x", DATE_DIGITS_YEAR_LAST), -7);
    ck_assert_int_eq(digits("", DATE_DIGITS_YEAR_LAST), -7);
}
END_TEST

UNIT_MAIN("date", items, mistakes, ends_at_nul, zones, long_texts, account, digits_alone)
