/* calendars.c - the calendars of Iran, Ethiopia and Thailand.  See format.h. */

#include "calendar/format.h"
#include "safe/checked.h"
#include "safe/typed.h"

/* Days since 1 January of year 1, Gregorian, of the first day of a year. */
static int64_t days_before_year(int64_t year)
{
    year--;
    return year * 365 + year / 4 - year / 100 + year / 400;
}

/* The Persian solar year begins at the vernal equinox.  In the years at hand that is a cycle of 33 years
   with 8 leap years. */
static bool is_persian_leap(int64_t year)
{
    return (25 * year + 11) % 33 < 8;
}

static struct calendar_date persian_date(int64_t days)
{
    enum { FIRST_YEAR = 1304, FIRST_DAY = 702805, LONG_MONTHS = 6 * 31 };
    int64_t year = FIRST_YEAR, day = days - FIRST_DAY;
    for (int64_t length = 366; day >= length; length = 365 + is_persian_leap(year)) {
        day -= length;
        year++;
    }
    if (day < LONG_MONTHS)
        return (struct calendar_date){year, day / 31 + 1, day % 31 + 1, true};
    day -= LONG_MONTHS;
    return (struct calendar_date){year, day / 30 + 7, day % 30 + 1, true};
}

/* The Ethiopian year has twelve months of 30 days and one of five or six, in the cycle of four years that the
   Julian calendar has. */
static struct calendar_date ethiopian_date(int64_t days)
{
    enum { FIRST_DAY = 2430, CYCLE = 4 * 365 + 1 };
    int64_t day = days - FIRST_DAY, cycle = day / CYCLE, in_cycle = day % CYCLE;
    int64_t of_cycle = in_cycle / 365 - in_cycle / (CYCLE - 1);
    int64_t of_year = in_cycle - of_cycle * 365;
    return (struct calendar_date){4 * cycle + of_cycle, of_year / 30 + 1, of_year % 30 + 1, true};
}

/* Years since Buddha; until 1940 they began in April. */
static struct calendar_date thai_date(struct zone_time const *t)
{
    enum { SHIFT = 543, FIRST_WITH_JANUARY = 1941, APRIL = 4 };
    struct calendar_date date = {t->year + SHIFT, t->month, t->day, true};
    if (t->year < FIRST_WITH_JANUARY) {
        date.year -= t->month < APRIL;
        date.month = (t->month + 12 - APRIL) % 12 + 1;
    }
    return date;
}

struct calendar_date calendar_date(enum calendar calendar, struct zone_time const *t)
{
    int64_t days = days_before_year(t->year) + t->yearday, year = t->year;
    if (calendar == CALENDAR_PERSIAN && ((year >= 1926 && year <= 1974) || (year >= 1979 && year <= 2099)))
        return persian_date(days);
    if (calendar == CALENDAR_ETHIOPIAN && year >= 1901 && year <= 2099)
        return ethiopian_date(days);
    if (calendar == CALENDAR_THAI && year >= 1913)
        return thai_date(t);
    return (struct calendar_date){t->year, t->month, t->day, false};
}

static const zstr persian_months[] = {
    Z("فروردین"), Z("اردیبهشت"), Z("خرداد"), Z("تیر"), Z("مرداد"), Z("شهریور"),
    Z("مهر"), Z("آبان"), Z("آذر"), Z("دی"), Z("بهمن"), Z("اسفند"),
};
static const zstr ethiopian_months[] = {
    Z("መስከረም"), Z("ጥቅምት"), Z("ኅዳር"), Z("ታኅሣሥ"), Z("ጥር"), Z("የካቲት"), Z("መጋቢት"),
    Z("ሚያዝያ"), Z("ግንቦት"), Z("ሰኔ"), Z("ሐምሌ"), Z("ነሐሴ"), Z("ጳጉሜን"),
};
static const zstr short_ethiopian_months[] = {
    Z("መስ"), Z("ጥን"), Z("ኅዳ"), Z("ታህ"), Z("ጥር"), Z("የካ"), Z("መጋ"),
    Z("ሚያ"), Z("ግን"), Z("ሰኔ"), Z("ሐም"), Z("ነሐ"), Z("ጳጉ"),
};

zstr calendar_month(enum calendar calendar, int64_t month, bool full)
{
    static const zstrs persian = SPAN_OF(zstrs, persian_months), ethiopian = SPAN_OF(zstrs, ethiopian_months),
                       brief = SPAN_OF(zstrs, short_ethiopian_months);
    size_t i = as_size(month - 1);
    if (calendar == CALENDAR_PERSIAN)
        return zstrs_at(persian, i);
    if (calendar == CALENDAR_ETHIOPIAN)
        return zstrs_at(full ? ethiopian : brief, i);
    return Z_NONE;
}
