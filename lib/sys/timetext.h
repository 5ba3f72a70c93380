/* timetext.h - points in time as text, in the user's time zone (TZ) and language (LC_TIME). */

#ifndef SYS_TIMETEXT_H
#define SYS_TIMETEXT_H

#include "safe/buf.h"
#include "safe/zstr.h"

struct time_point {
    int64_t sec;            /* since 1970 */
    uint32_t nsec;
};

/* Now. */
struct time_point time_now(void);
/* Append the local time T as FORMAT says, which has the directives of date(1).  False, with nothing
   appended, when the year is out of range or the text would be too long. */
bool time_append(buf *out, zstr format, struct time_point t);
/* Whether the local time of T has the same seconds as T modulo a minute, so that all times in its minute
   have the same text but for the seconds. */
bool time_in_whole_minutes(struct time_point t);
/* Whether LC_TIME is other than C. */
bool time_has_locale(void);
/* The translation of a format for the language of LC_TIME, or the format itself. */
zstr time_message(zstr format);
/* The abbreviated name of a month; 0 is January.  F: at most 11. */
zstr time_month_name(unsigned month);

#endif
