/* universal.c - the Gregorian calendar without zones.  Years are counted from March, so that the odd day of
   leap years is their last. */

#include "calendar/private.h"

enum { DAY = 86400, HOUR = 3600, MINUTE = 60, DAYS_OF_400_YEARS = 146097, DAYS_TO_1970 = 719468 };

/* A / B and its remainder, rounded down. */
static int64_t divide(int64_t a, int64_t b, int64_t *rest)
{
    *rest = a % b;
    if (*rest < 0)
        *rest += b;
    return (a - *rest) / b;
}

int64_t date_universal_second(struct zone_time const *t)
{
    int64_t month = 0, of_era = 0;
    int64_t year = t->year + divide(t->month - 3, 12, &month);
    int64_t era = divide(year, 400, &of_era);
    int64_t days = era * DAYS_OF_400_YEARS + of_era * 365 + of_era / 4 - of_era / 100 + (153 * month + 2) / 5
                   + t->day - 1 - DAYS_TO_1970;
    return days * DAY + t->hour * (int64_t)HOUR + t->minute * (int64_t)MINUTE + t->second;
}

struct zone_time date_universal(int64_t sec)
{
    int64_t in_day = 0, of_era = 0;
    int64_t days = divide(sec, DAY, &in_day) + DAYS_TO_1970;
    int64_t era = divide(days, DAYS_OF_400_YEARS, &of_era);
    int64_t year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    int64_t of_year = of_era - (365 * year + year / 4 - year / 100), month = (5 * of_year + 2) / 153;
    return (struct zone_time){
        .year = era * 400 + year + (month >= 10), .month = month < 10 ? month + 3 : month - 9,
        .day = of_year - (153 * month + 2) / 5 + 1, .hour = as_int(in_day / HOUR),
        .minute = as_int(in_day / MINUTE % 60), .second = as_int(in_day % MINUTE),
    };
}
