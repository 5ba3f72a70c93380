/* zone.c - see zone.h.  The zone is libc's, told by TZ in the environment. */

#include "sys/zone.h"

#include <config.h>
#include <errno.h>
#include <langinfo.h>
#include <stdlib.h>
#include <time.h>

#include "safe/checked.h"
#include "sys/locale.h"

/* The one format that is built here is of a conversion of at most two bytes. */
#pragma GCC diagnostic ignored "-Wformat-nonliteral"

enum { YEAR_BASE = 1900, LONGEST_TEXT = 4096 };

/* Where libc looks by itself when TZ is not set.  With the name written out it reads the file once, and
   does not ask before each conversion whether it has changed. */
#define SYSTEM_ZONE ":/etc/localtime"

/* The last answer: a time that was read is often printed at once. */
static struct {
    bool known;
    int64_t sec;
    struct zone_time time;
} last;

static void keep(int64_t sec, struct zone_time const *t)
{
    last.known = true;
    last.sec = sec;
    last.time = *t;
}

void zone_use(span name, bool has_name)
{
    static buf entry;
    name = span_first(name, span_find(name, 0));
    buf_clear(&entry);
    buf_append(&entry, S("TZ="));
    buf_append(&entry, has_name ? name : S(SYSTEM_ZONE));
    buf_push(&entry, 0);
    if (putenv((char *)buf_mspan(&entry).p_) != 0)
        safe_no_memory();
    tzset();
    last.known = false;
}

static void from_tm(struct tm const *tm, struct zone_time *t)
{
    *t = (struct zone_time){
        .year = (int64_t)tm->tm_year + YEAR_BASE, .month = (int64_t)tm->tm_mon + 1, .day = tm->tm_mday,
        .hour = tm->tm_hour, .minute = tm->tm_min, .second = tm->tm_sec,
        .weekday = tm->tm_wday, .yearday = tm->tm_yday, .dst = tm->tm_isdst,
        .offset = tm->tm_gmtoff, .name = zstr_of_c_(tm->tm_zone),
    };
}

static bool to_tm(struct zone_time const *t, struct tm *tm)
{
    int64_t year = 0, month = 0;
    *tm = (struct tm){
        .tm_hour = t->hour, .tm_min = t->minute, .tm_sec = t->second, .tm_wday = t->weekday,
        .tm_yday = t->yearday, .tm_isdst = t->dst,
        .tm_gmtoff = (long)t->offset, .tm_zone = zstr_c(t->name),
    };
    return !ck_sub(&year, t->year, YEAR_BASE) && !ck_sub(&month, t->month, 1)
           && to_int_from_i(year, &tm->tm_year)
           && to_int_from_i(month, &tm->tm_mon) && to_int_from_i(t->day, &tm->tm_mday);
}

bool zone_local(int64_t sec, struct zone_time *t)
{
    struct tm tm;
    if (last.known && last.sec == sec) {
        *t = last.time;
        return true;
    }
    time_t at = (time_t)sec;
    if (at != sec || !localtime_r(&at, &tm))
        return false;
    from_tm(&tm, t);
    keep(sec, t);
    return true;
}

bool zone_second(struct zone_time *t, int64_t *sec)
{
    struct tm tm;
    if (!to_tm(t, &tm))
        return false;
    tm.tm_yday = -1;
    time_t at = mktime(&tm);
    if (tm.tm_yday < 0)         /* -1 alone is one second before 1970 */
        return false;
    *sec = at;
    from_tm(&tm, t);
    keep(at, t);
    return true;
}

void zone_text(buf *out, span conversion, struct zone_time const *t)
{
    /* The dot tells a text that is empty from one that does not fit. */
    char format[8] = ".%";
    struct tm tm;
    if (conversion.n_ > 2)
        safe_fault("conversion", conversion.n_, 2);
    memcpy(format + 2, conversion.p_, conversion.n_);
    locale_use(LOCALE_TIME);
    if (!to_tm(t, &tm))
        return;
    mspan room = buf_tail(out, LONGEST_TEXT);
    size_t n = strftime((char *)room.p_, LONGEST_TEXT, format, &tm);
    if (n > 0) {
        memmove(room.p_, room.p_ + 1, n - 1);
        buf_commit(out, n - 1);
    }
}

static nl_item const day_items[] = {DAY_1, DAY_2, DAY_3, DAY_4, DAY_5, DAY_6, DAY_7};
static nl_item const short_day_items[] = {ABDAY_1, ABDAY_2, ABDAY_3, ABDAY_4, ABDAY_5, ABDAY_6, ABDAY_7};
static nl_item const month_items[] = {MON_1, MON_2, MON_3, MON_4, MON_5, MON_6,
                                      MON_7, MON_8, MON_9, MON_10, MON_11, MON_12};
static nl_item const short_month_items[] = {ABMON_1, ABMON_2, ABMON_3, ABMON_4, ABMON_5, ABMON_6,
                                            ABMON_7, ABMON_8, ABMON_9, ABMON_10, ABMON_11, ABMON_12};
#ifdef ALTMON_1
static nl_item const bare_month_items[] = {ALTMON_1, ALTMON_2, ALTMON_3, ALTMON_4, ALTMON_5, ALTMON_6,
                                           ALTMON_7, ALTMON_8, ALTMON_9, ALTMON_10, ALTMON_11, ALTMON_12};
#else
# define bare_month_items month_items
#endif
#if defined __GLIBC__ && defined ALTMON_1
static nl_item const bare_short_month_items[] = {
    _NL_ABALTMON_1, _NL_ABALTMON_2, _NL_ABALTMON_3, _NL_ABALTMON_4, _NL_ABALTMON_5, _NL_ABALTMON_6,
    _NL_ABALTMON_7, _NL_ABALTMON_8, _NL_ABALTMON_9, _NL_ABALTMON_10, _NL_ABALTMON_11, _NL_ABALTMON_12
};
#else
# define bare_short_month_items short_month_items
#endif
static nl_item const half_day_items[] = {AM_STR, PM_STR};

zstr zone_word(enum zone_word kind, unsigned i)
{
    static struct { nl_item const *items; unsigned count; } const tables[] = {
        [ZONE_DAY] = {day_items, 7}, [ZONE_SHORT_DAY] = {short_day_items, 7},
        [ZONE_MONTH] = {month_items, 12}, [ZONE_SHORT_MONTH] = {short_month_items, 12},
        [ZONE_BARE_MONTH] = {bare_month_items, 12},
        [ZONE_BARE_SHORT_MONTH] = {bare_short_month_items, 12}, [ZONE_HALF_DAY] = {half_day_items, 2},
    };
    if (i >= tables[kind].count)
        safe_fault("word of a locale", i, tables[kind].count);
    locale_use(LOCALE_TIME);
    return zstr_of_c_(nl_langinfo(tables[kind].items[i]));
}

zstr zone_format(enum zone_format kind)
{
    static nl_item const items[] = {
        [ZONE_DATE] = D_FMT, [ZONE_TIME] = T_FMT, [ZONE_TIME_12] = T_FMT_AMPM, [ZONE_DATE_AND_TIME] = D_T_FMT,
#ifdef _DATE_FMT
        [ZONE_FULL] = _DATE_FMT,
#else
        [ZONE_FULL] = D_T_FMT,
#endif
    };
    locale_use(LOCALE_TIME);
    return zstr_of_c_(nl_langinfo(items[kind]));
}

oserr clock_set(struct time_point t)
{
    struct timespec at = {.tv_sec = (time_t)t.sec, .tv_nsec = (long)t.nsec};
    if (at.tv_sec != t.sec)
        return EINVAL;
    return clock_settime(CLOCK_REALTIME, &at) == 0 ? 0 : errno;
}

struct time_point clock_resolution(void)
{
    struct timespec step = {.tv_nsec = 1};
    clock_getres(CLOCK_REALTIME, &step);
    return (struct time_point){step.tv_sec, (uint32_t)step.tv_nsec};
}
