/* resolve.c - from what was said to a point in time. */

#include "calendar/private.h"

bool date_now(struct date_reader *r, struct zone_time *t)
{
    if (!r->now_known)
        r->now_valid = zone_local(r->now.sec, &r->now_local);
    r->now_known = true;
    *t = r->now_local;
    return r->now_valid;
}

/* Whether two things of a kind were said. */
static bool said_twice(struct date_reader *r)
{
    bool zones = r->said.zones + r->said.local_zones + r->said.heres > 1;
    if (r->said.times > 1)
        date_tell(r, "error: seen multiple time parts");
    if (r->said.dates > 1)
        date_tell(r, "error: seen multiple date parts");
    if (r->said.weekdays > 1)
        date_tell(r, "error: seen multiple days parts");
    if (r->said.summers > 1)
        date_tell(r, "error: seen multiple daylight-saving parts");
    if (zones)
        date_tell(r, "error: seen multiple time-zone parts");
    return r->said.times > 1 || r->said.dates > 1 || r->said.weekdays > 1 || r->said.summers > 1 || zones;
}

/* Two digits mean a year from 1969 to 2068.  A plus sign before a year, which is negative then, means it as
   it is. */
static bool set_year(struct date_reader *r, struct zone_time *t)
{
    enum { FIRST_OF_1900 = 69, LAST = INT_MAX, BASE = 1900 };
    int64_t year = r->said.year;
    bool good = true;
    if (year < 0) {
        good = !ck_sub(&year, 0, year);
    } else if (r->said.year_digits == 2) {
        year += year < FIRST_OF_1900 ? 2000 : 1900;
        date_tell(r, "warning: adjusting year value %d to %d", fmt_i(r->said.year), fmt_i(year));
    }
    t->year = year;
    t->month = r->said.month;
    t->day = r->said.day;
    good = good && year <= (int64_t)LAST + BASE;
    if (!good)
        date_tell(r, "error: out-of-range year %d", fmt_i(r->said.year));
    good = good && t->month <= LAST && t->day <= LAST;
    if (!good)
        date_tell(r, "error: year, month, or day overflow");
    return good;
}

/* The hour from 0 to 23, or -1. */
static int hour_said(struct date_said const *said)
{
    enum { NOON = 12, HOURS = 24 };
    if (said->hour < 0 || said->hour >= HOURS)
        return -1;
    if (said->half == DATE_24_HOURS)
        return as_int(said->hour);
    if (said->hour < 1 || said->hour > NOON)
        return -1;
    return as_int(said->hour % NOON + (said->half == DATE_PM ? NOON : 0));
}

/* The time of day to begin with: the one said, the present one where only a displacement was said, or
   midnight. */
static bool set_time(struct date_reader *r, struct zone_time *t)
{
    if (r->said.times > 0) {
        t->hour = hour_said(&r->said);
        if (t->hour < 0) {
            date_tell(r, "error: invalid hour %d%s", fmt_i(r->said.hour),
                      fmt_s(r->said.half == DATE_AM ? S("am") : r->said.half == DATE_PM ? S("pm") : S("")));
            return false;
        }
        if (!to_int_from_i(r->said.minute, &t->minute) || !to_int_from_i(r->said.second, &t->second)) {
            date_tell(r, "error: minute or second overflow");
            return false;
        }
        date_tell_clock(r, Z("specified"), t);
    } else if (r->said.shifts && r->said.dates == 0 && r->said.weekdays == 0) {
        r->said.nsec = r->now.nsec;
        date_tell_clock(r, Z("current"), t);
    } else {
        t->hour = t->minute = t->second = 0;
        r->said.nsec = 0;
        date_tell(r, "warning: using midnight as starting time: 00:00:00");
    }
    return true;
}

static bool same_fields(struct zone_time const *a, struct zone_time const *b)
{
    return a->year == b->year && a->month == b->month && a->day == b->day && a->hour == b->hour
           && a->minute == b->minute && a->second == b->second;
}

static int64_t days_in_month(int64_t year, int64_t month)
{
    bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    if (month == 2)
        return leap ? 29 : 28;
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

/* A time that the local zone skips may still be one of the zone that was said. */
static bool second_in_said_zone(struct date_reader const *r, struct zone_time *t, int64_t *sec)
{
    if (r->said.zones == 0 || t->month < 1 || t->month > 12
        || t->day < 1 || t->day > days_in_month(t->year, t->month)
        || t->minute < 0 || t->minute > 59 || t->second < 0 || t->second > 59)
        return false;
    t->offset = r->said.zone;
    t->dst = 0;
    *sec = date_universal_second(t) - r->said.zone;
    return true;
}

/* The second of T, which must be a time as it is. */
static bool exact_second(struct date_reader *r, struct zone_time *t, int64_t *sec)
{
    struct zone_time wish = *t;
    bool found = zone_second(t, sec);
    if (found && same_fields(t, &wish))
        return true;
    struct zone_time right = *t;
    *t = wish;
    if (second_in_said_zone(r, t, sec))
        return true;
    date_tell_mismatch(r, &wish, &right, found);
    return false;
}

/* Go on to the weekday that was said. */
static bool go_to_weekday(struct date_reader *r, struct zone_time *t, int64_t *sec)
{
    enum { WEEK = 7 };
    int64_t weeks = r->said.ordinal - (r->said.ordinal > 0 && t->weekday != r->said.weekday), days = 0;
    int ahead = (r->said.weekday - t->weekday + WEEK) % WEEK;
    t->dst = -1;
    bool found = !ck_mul(&days, weeks, WEEK) && !ck_add(&days, days, ahead) && !ck_add(&t->day, t->day, days)
                 && zone_second(t, sec);
    date_tell_weekday(r, t, found);
    return found;
}

/* Add years, months and days. */
static bool shift_date(struct date_reader *r, struct zone_time *t, int64_t *sec, struct zone_time const *said)
{
    struct date_shift s = r->said.shift;
    struct zone_time to = *said;
    int64_t years = 0;
    int fits = 0;
    if (s.year == 0 && s.month == 0 && s.day == 0)
        return true;
    date_tell_bad_habits(r, t);
    if (ck_add(&to.year, t->year, s.year) || ck_add(&to.month, t->month, s.month)
        || ck_add(&to.day, t->day, s.day) || ck_sub(&years, to.year, 1900) || !to_int_from_i(years, &fits)) {
        date_tell(r, "error: adding relative date caused an overflow");
        return false;
    }
    struct zone_time asked = to;
    if (!zone_second(&to, sec)) {
        date_tell_time(r, Z("error: adding relative date resulted in an invalid date: '%s'"), &asked);
        return false;
    }
    date_tell_date_shift(r, &asked, &to, said->dst);
    *t = to;
    return true;
}

/* Add hours, minutes and seconds. */
static bool shift_time(struct date_reader *r, int64_t *sec, int dst)
{
    struct date_shift s = r->said.shift;
    struct zone_time t = {};
    int64_t nsec = (int64_t)r->said.nsec + s.nsec, carry = nsec / NSEC, hours = 0, minutes = 0;
    nsec %= NSEC;
    if (nsec < 0) {
        nsec += NSEC;
        carry--;
    }
    if (ck_mul(&hours, s.hour, 3600) || ck_mul(&minutes, s.minute, 60) || ck_add(sec, *sec, hours)
        || ck_add(sec, *sec, minutes) || ck_add(sec, *sec, s.second) || ck_add(sec, *sec, carry)) {
        date_tell(r, "error: adding relative time caused an overflow");
        return false;
    }
    r->said.nsec = low_u32(bits_of_i64(nsec));
    if (!r->explain || (s.hour == 0 && s.minute == 0 && s.second == 0 && s.nsec == 0))
        return true;
    date_tell_time_shift(r, *sec);
    if (dst >= 0 && zone_local(*sec, &t) && t.dst != dst)
        date_tell(r, "warning: daylight saving time changed after time adjustment");
    return true;
}

/* What T would be in the zone that was said, instead of the one in force. */
static bool apply_zone(struct date_reader *r, struct zone_time const *t, int64_t *sec)
{
    if (r->said.zones > 0 && ck_sub(sec, *sec, r->said.zone - t->offset)) {
        date_tell(r, "error: timezone %d caused time_t overflow", fmt_i(r->said.zone));
        return false;
    }
    date_tell_second(r, t, *sec);
    return true;
}

static bool find_start(struct date_reader *r, struct zone_time *t, struct zone_time *said, int64_t *sec)
{
    if (!date_now(r, t) || !set_year(r, t) || !set_time(r, t))
        return false;
    if (r->said.dates > 0 || r->said.weekdays > 0 || r->said.times > 0)
        t->dst = -1;
    if (r->said.local_zones > 0)
        t->dst = r->said.local_dst;
    *said = *t;
    if (!exact_second(r, t, sec))
        return false;
    date_tell_day(r, t);
    if (r->said.weekdays > 0 && r->said.dates == 0 && !go_to_weekday(r, t, sec))
        return false;
    date_tell_time(r, Z("starting date/time: '%s'"), t);
    return true;
}

bool date_resolve(struct date_reader *r, struct time_point *result)
{
    struct zone_time t = {}, said = {};
    int64_t sec = 0;
    date_tell_zone(r);
    if (r->said.seconds) {
        *result = (struct time_point){r->said.second, r->said.nsec};
        return true;
    }
    if (said_twice(r) || !find_start(r, &t, &said, &sec) || !shift_date(r, &t, &sec, &said)
        || !apply_zone(r, &t, &sec) || !shift_time(r, &sec, t.dst))
        return false;
    *result = (struct time_point){sec, r->said.nsec};
    return true;
}
