/* digits.c - see digits.h. */

#include "calendar/digits.h"

#include "num/parse.h"
#include "safe/checked.h"
#include "sys/zone.h"

/* Take two digits off *S, which is known to have them. */
static int take_pair(span *s)
{
    int tens = span_at(*s, 0) - '0', ones = span_at(*s, 1) - '0';
    *s = span_drop(*s, 2);
    return tens * 10 + ones;
}

/* The year in S, of no digits, two or four. */
static bool take_year(span *s, size_t digits, struct time_point now, int64_t *year)
{
    enum { FIRST_OF_1900 = 69 };
    struct zone_time t = {};
    if (digits == 0) {
        bool known = zone_local(now.sec, &t);
        *year = t.year;
        return known;
    }
    *year = take_pair(s);
    if (digits == 4)
        *year = *year * 100 + take_pair(s);
    else
        *year += *year < FIRST_OF_1900 ? 2000 : 1900;
    return true;
}

/* The second of T where that is a time as it stands. */
static bool second_of(struct zone_time const *t, int64_t *sec)
{
    struct zone_time same = *t;
    int64_t found = 0;
    if (!zone_second(&same, &found) || same.month != t->month || same.day != t->day || same.hour != t->hour
        || same.minute != t->minute || same.second != t->second)
        return false;
    *sec = found;
    return true;
}

static bool is_all_digits(span s)
{
    uintmax_t value = 0;
    enum num_err err = num_parse_digits(s, &value);
    return err == NUM_OK;
}

bool date_read_digits(span text, enum date_digits form, struct time_point now, int64_t *sec)
{
    enum { WITHOUT_YEAR = 8, LEAP_SECOND = 60 };
    struct zone_time t = {.dst = -1};
    span digits = span_first(text, span_find(text, '.')), rest = span_drop(text, span_len(digits));
    size_t n = span_len(digits);
    if ((n != 8 && n != 10 && n != 12) || !is_all_digits(digits))
        return false;
    if (!span_empty(rest)) {
        rest = span_drop(rest, 1);
        if (span_len(rest) != 2 || !is_all_digits(rest))
            return false;
        t.second = take_pair(&rest);
    }
    if (form == DATE_DIGITS_YEAR_FIRST && !take_year(&digits, n - WITHOUT_YEAR, now, &t.year))
        return false;
    t.month = take_pair(&digits);
    t.day = take_pair(&digits);
    t.hour = take_pair(&digits);
    t.minute = take_pair(&digits);
    if (form == DATE_DIGITS_YEAR_LAST && !take_year(&digits, n - WITHOUT_YEAR, now, &t.year))
        return false;
    bool leap = t.second == LEAP_SECOND;
    if (second_of(&t, sec))
        return true;
    t.second -= leap;
    int64_t before = 0;
    if (!leap || !second_of(&t, &before))
        return false;
    *sec = before + 1;
    return true;
}
