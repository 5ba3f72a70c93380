/* zone.h - the time zone in force, and civil time in it; and the machine's clock.

   The rules of a zone are read once, when it is put in force. */

#ifndef SYS_ZONE_H
#define SYS_ZONE_H

#include "safe/buf.h"
#include "safe/span.h"
#include "safe/zstr.h"
#include "sys/error.h"
#include "sys/timetext.h"

/* A point in time as people say it. */
struct zone_time {
    int64_t year, month, day;   /* months and days from 1 */
    int hour, minute, second;
    int weekday, yearday;       /* from 0; Sunday is 0 */
    int dst;                    /* daylight saving time: 1 yes, 0 no, -1 not known */
    int64_t offset;             /* seconds east of UTC */
    zstr name;                  /* of the zone at that time: "CET" */
};

/* Put a zone in force, named as TZ names it, or the machine's own where HAS_NAME is not set.  A name is cut
   at its first NUL. */
void zone_use(span name, bool has_name);
/* Second SEC since 1970 in the zone in force.  False when its year is out of range. */
bool zone_local(int64_t sec, struct zone_time *t);
/* The second that T is in the zone in force; of year, month, day, hour, minute, second and dst, which may be
   beyond their limits and are then set right, as is everything else.  False, T unchanged, when there is no
   such time. */
bool zone_second(struct zone_time *t, int64_t *sec);

/* The text that LC_TIME has for T and one conversion of strftime(3), such as "c", "EY" or "Od", appended
   to OUT.  F: CONVERSION has at most 2 bytes. */
void zone_text(buf *out, span conversion, struct zone_time const *t);

enum zone_word { ZONE_DAY, ZONE_SHORT_DAY, ZONE_MONTH, ZONE_SHORT_MONTH, ZONE_BARE_MONTH,
                 ZONE_BARE_SHORT_MONTH, ZONE_HALF_DAY };
/* The word of LC_TIME for a day (0 to 6), month (0 to 11; bare: as it stands without a day) or half of a day
   (0 and 1).  F: I is in range. */
zstr zone_word(enum zone_word kind, unsigned i);
enum zone_format { ZONE_DATE, ZONE_TIME, ZONE_TIME_12, ZONE_DATE_AND_TIME, ZONE_FULL };
/* LC_TIME's format for a date or time, with directives of strftime(3); ZONE_FULL is the one of date(1) and
   may be empty. */
zstr zone_format(enum zone_format kind);

/* Set the machine's clock. */
oserr clock_set(struct time_point t);
/* The smallest step of the clock. */
struct time_point clock_resolution(void);

#endif
