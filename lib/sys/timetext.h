/* timetext.h - points in time, and what the language (LC_TIME) has for them. */

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
/* Whether LC_TIME is other than C. */
bool time_has_locale(void);
/* The translation of a format for the language of LC_TIME, or the format itself. */
zstr time_message(zstr format);
/* The abbreviated name of a month; 0 is January.  F: at most 11. */
zstr time_month_name(unsigned month);

#endif
