/* meaning.c - what the items of a date say.  Each reader answers false when there is no such thing. */

#include "calendar/private.h"

/* A zone as HOURS, +hmm or, where MINUTES is not negative, +h:mm. */
static bool offset_of(struct date_token hours, int64_t minutes, int64_t *offset)
{
    enum { DAY = 24 * 60 };
    int64_t n = hours.value;
    if (minutes < 0) {
        if (hours.digits <= 2 && ck_mul(&n, n, 100))
            return false;
        n = n / 100 * 60 + n % 100;
    } else if (ck_mul(&n, n, 60) || (hours.negative ? ck_sub(&n, n, minutes) : ck_add(&n, n, minutes))) {
        return false;
    }
    if (n < -DAY || n > DAY)
        return false;
    *offset = n * 60;
    return true;
}

/* The zone whose hours are token I, in an item of N tokens. */
static bool read_offset(struct date_reader *r, size_t i, size_t n, int64_t *offset)
{
    return offset_of(date_token_at(r, i), i + 2 < n ? date_token_at(r, i + 2).value : -1, offset);
}

static void set_time(struct date_reader *r, int64_t hour, int64_t minute, struct date_token second)
{
    r->said.hour = hour;
    r->said.minute = minute;
    r->said.second = second.value;
    r->said.nsec = second.nsec;
    r->said.half = DATE_24_HOURS;
    r->said.times++;
}

/* hh, hh:mm or hh:mm:ss with am, pm or a zone, from token I to N. */
static bool read_time(struct date_reader *r, size_t i, size_t n)
{
    int64_t hour = date_token_at(r, i++).value, minute = 0;
    struct date_token second = {};
    if (date_token_at(r, i).kind == DATE_COLON && i < n) {
        minute = date_token_at(r, i + 1).value;
        i += 2;
        if (i < n && date_token_at(r, i).kind == DATE_COLON) {
            second = date_token_at(r, i + 1);
            i += 2;
        }
    }
    set_time(r, hour, minute, second);
    if (i >= n)
        return true;
    if (date_token_at(r, i).kind == DATE_HALF) {
        r->said.half = as_int(date_token_at(r, i).value);
        return true;
    }
    r->said.zones++;
    return read_offset(r, i, n, &r->said.zone);
}

static bool set_date(struct date_reader *r, struct date_token year, int64_t month, int64_t day)
{
    r->said.dates++;
    r->said.day = day;
    r->said.month = month;
    r->said.year = year.value;
    r->said.year_digits = year.digits;
    return true;
}

/* The number of a token whose sign is only a dash between numbers. */
static bool undash(struct date_token *t)
{
    return t->kind == DATE_UNSIGNED || !ck_sub(&t->value, 0, t->value);
}

static bool read_iso_date(struct date_reader *r)
{
    struct date_token month = date_token_at(r, 1), day = date_token_at(r, 2);
    return undash(&month) && undash(&day) && set_date(r, date_token_at(r, 0), month.value, day.value);
}

/* A date without a year leaves what another one said of it. */
static void set_day(struct date_reader *r, int64_t month, int64_t day)
{
    r->said.dates++;
    r->said.month = month;
    r->said.day = day;
}

/* DAY MONTH or MONTH DAY; a year may follow. */
static bool read_month_date(struct date_reader *r, size_t day_at, size_t month_at, size_t n)
{
    struct date_token day = date_token_at(r, day_at), year = date_token_at(r, n - 1);
    int64_t month = date_token_at(r, month_at).value;
    if (!undash(&day))
        return false;
    if (n == 2) {
        set_day(r, month, day.value);
        return true;
    }
    return undash(&year) && set_date(r, year, month, day.value);
}

static bool read_slashed_date(struct date_reader *r, size_t n)
{
    enum { YEAR_DIGITS = 4 };
    struct date_token a = date_token_at(r, 0), b = date_token_at(r, 2);
    if (n == 3) {
        set_day(r, a.value, b.value);
        return true;
    }
    struct date_token c = date_token_at(r, 4);
    if (a.digits >= YEAR_DIGITS) {
        date_tell(r, "warning: value %d has %d digits. Assuming YYYY/MM/DD", fmt_i(a.value), fmt_u(a.digits));
        return set_date(r, a, b.value, c.value);
    }
    date_tell(r, "warning: value %d has less than 4 digits. Assuming MM/DD/YY[YY]", fmt_i(a.value));
    return set_date(r, c, a.value, b.value);
}

static bool read_dotted_date(struct date_reader *r)
{
    struct date_token t = date_token_at(r, 0);
    if (t.digits > 0)
        return set_date(r, t, t.month, t.day);
    set_day(r, t.month, t.day);
    return true;
}

static bool read_day(struct date_reader *r, size_t n)
{
    bool counted = date_token_at(r, 0).kind != DATE_WEEKDAY;
    r->said.weekdays++;
    r->said.counted = counted;
    r->said.ordinal = counted ? date_token_at(r, 0).value : 0;
    r->said.weekday = as_int(date_token_at(r, counted && n > 1 ? 1 : 0).value);
    return true;
}

static bool add(int64_t *sum, int64_t n, int64_t factor)
{
    return !ck_mul(&n, n, factor) && !ck_add(sum, *sum, n);
}

static bool add_shift(struct date_shift *s, struct date_token number, struct date_token unit, int64_t factor)
{
    int64_t n = number.value;
    if (ck_mul(&n, n, unit.value))
        return false;
    switch (unit.unit) {
    case DATE_YEARS: return add(&s->year, n, factor);
    case DATE_MONTHS: return add(&s->month, n, factor);
    case DATE_DAYS: return add(&s->day, n, factor);
    case DATE_HOURS: return add(&s->hour, n, factor);
    case DATE_MINUTES: return add(&s->minute, n, factor);
    default: break;
    }
    int64_t nsec = s->nsec + (int64_t)number.nsec * factor;
    if (nsec < INT32_MIN || nsec > INT32_MAX)
        return false;
    s->nsec = nsec;
    return add(&s->second, n, factor);
}

/* [NUMBER] UNIT [ago], from token I to N; or a day such as tomorrow. */
static bool read_shift(struct date_reader *r, size_t i, size_t n)
{
    struct date_token number = {.value = 1}, unit = date_token_at(r, i);
    r->said.shifts = true;
    if (unit.kind == DATE_DAY)
        return add(&r->said.shift.day, unit.value, 1);
    if (unit.kind != DATE_UNIT && unit.kind != DATE_SECONDS) {
        number = unit;
        unit = date_token_at(r, ++i);
    }
    return add_shift(&r->said.shift, number, unit, i + 1 < n ? date_token_at(r, i + 1).value : 1);
}

static bool read_zone(struct date_reader *r, size_t n)
{
    enum { HOUR = 3600 };
    struct date_token zone = date_token_at(r, 0), next = n > 1 ? date_token_at(r, 1) : (struct date_token){};
    int64_t more = 0;
    if (n == 3) {
        if (!read_shift(r, 1, n))
            return false;
        date_tell_shift(r, Z("relative"));
    } else if (next.kind == DATE_SIGNED && !read_offset(r, 1, n, &more)) {
        return false;
    }
    r->said.zones++;
    r->said.zone = zone.value + more;
    if (zone.kind == DATE_SUMMER_ZONE)
        return true;
    r->said.zone += next.kind == DATE_SUMMER ? HOUR : 0;
    return true;
}

static void read_local_zone(struct date_reader *r, size_t n)
{
    r->said.local_zones++;
    r->said.local_dst = n > 1 ? 1 : as_int(date_token_at(r, 0).value);
    r->said.summers += n > 1;
}

/* A bare number is the year of a date, a date as yyyymmdd, or a time as hh or hhmm. */
static void read_number(struct date_reader *r)
{
    struct date_token t = date_token_at(r, 0);
    if (r->said.dates > 0 && r->said.year_digits == 0 && !r->said.shifts
        && (r->said.times > 0 || t.digits > 2)) {
        r->said.year = t.value;
        r->said.year_digits = t.digits;
        r->said.late_year = true;
    } else if (t.digits > 4) {
        int64_t day = t.value % 100, month = t.value / 100 % 100;
        t.value /= 10000;
        t.digits -= 4;
        set_date(r, t, month, day);
    } else if (t.digits <= 2) {
        set_time(r, t.value, 0, (struct date_token){});
    } else {
        set_time(r, t.value / 100, t.value % 100, (struct date_token){});
    }
}

static bool read_seconds(struct date_reader *r)
{
    r->said.seconds = true;
    r->said.second = date_token_at(r, 1).value;
    r->said.nsec = date_token_at(r, 1).nsec;
    return true;
}

bool date_read_item(struct date_reader *r, enum date_rule rule, size_t n)
{
    switch (rule) {
    case IS_SECONDS: return read_seconds(r);
    case IS_DATE_DAY_MONTH: return read_month_date(r, 0, 1, n);
    case IS_DATE_MONTH_DAY: return read_month_date(r, 1, 0, n);
    case IS_DATE_SLASHED: return read_slashed_date(r, n);
    case IS_DATE_ISO: return read_iso_date(r);
    case IS_DATE_DOTTED: return read_dotted_date(r);
    case IS_DATE_TIME: return read_iso_date(r) && read_time(r, 4, n);
    case IS_TIME: return read_time(r, 0, n);
    case IS_DAY: return read_day(r, n);
    case IS_SHIFT: return read_shift(r, 0, n);
    case IS_ZONE: return read_zone(r, n);
    case IS_LOCAL_ZONE: read_local_zone(r, n); return true;
    case IS_HERE: r->said.heres++; return true;
    case IS_NUMBER: read_number(r); return true;
    default: read_number(r); return read_shift(r, 1, n);
    }
}
