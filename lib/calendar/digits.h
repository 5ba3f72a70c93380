/* digits.h - the two forms of a time in digits alone that POSIX has for date(1) and touch(1). */

#ifndef CALENDAR_DIGITS_H
#define CALENDAR_DIGITS_H

#include "safe/span.h"
#include "sys/timetext.h"

enum date_digits {
    DATE_DIGITS_YEAR_LAST,      /* MMDDhhmm[[CC]YY][.ss], as date has it */
    DATE_DIGITS_YEAR_FIRST,     /* [[CC]YY]MMDDhhmm[.ss], as touch -t has it */
};

/* Read TEXT as a local time in the zone in force, of the year of NOW where it names none.  False, *SEC
   unchanged, when it has not that form or there is no such time. */
bool date_read_digits(span text, enum date_digits form, struct time_point now, int64_t *sec);

#endif
