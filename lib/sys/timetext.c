/* timetext.c - see timetext.h. */

#include "sys/timetext.h"

#include <config.h>
#include <errno.h>
#include <langinfo.h>
#include <locale.h>
#include <stdlib.h>
#include <time.h>

#include "strftime.h"
#include "sys/locale.h"

#if ENABLE_NLS
# include <libintl.h>
#endif

enum { FIRST_GUESS = 256, LONGEST = 1 << 24 };

/* The user's time zone; looked at once. */
static timezone_t zone(void)
{
    static timezone_t tz;
    static bool known;
    if (!known) {
        known = true;
        tz = tzalloc(getenv("TZ"));
        if (!tz)
            safe_no_memory();
    }
    return tz;
}

static bool break_down(struct time_point t, struct tm *tm)
{
    time_t sec = (time_t)t.sec;
    return sec == t.sec && localtime_rz(zone(), &sec, tm);
}

struct time_point time_now(void)
{
    struct timespec now = {0};
    clock_gettime(CLOCK_REALTIME, &now);
    return (struct time_point){now.tv_sec, (uint32_t)now.tv_nsec};
}

/* Formats whose text depends on the language have one of these directives. */
static bool is_worded(zstr format)
{
    for (char const *p = zstr_c(format); *p; p++)
        if (*p == '%' && p[strcspn(p, "aAbBhcprxXEOP+")])
            return true;
    return false;
}

bool time_append(buf *out, zstr format, struct time_point t)
{
    struct tm tm;
    if (!break_down(t, &tm))
        return false;
    if (zstr_len(format) == 0)
        return true;
    if (is_worded(format))
        locale_use(LOCALE_TIME);
    for (size_t want = FIRST_GUESS; want <= LONGEST; want *= 4) {
        mspan room = buf_tail(out, want);
        errno = 0;
        size_t n = nstrftime((char *)room.p_, room.n_, zstr_c(format), &tm, zone(), (int)t.nsec);
        if (n > 0 || errno != ERANGE) {
            buf_commit(out, n);
            return n > 0 || errno == 0;
        }
    }
    return false;
}

bool time_in_whole_minutes(struct time_point t)
{
    struct tm tm;
    return break_down(t, &tm) && tm.tm_sec == (t.sec % 60 + 60) % 60;
}

bool time_has_locale(void)
{
    return !locale_is_c(LOCALE_TIME);
}

zstr time_message(zstr format)
{
#if ENABLE_NLS
    if (time_has_locale()) {
        bindtextdomain("coreutils", LOCALEDIR);
        return zstr_of_c_(dcgettext("coreutils", zstr_c(format), LC_TIME));
    }
#endif
    return format;
}

zstr time_month_name(unsigned month)
{
    static nl_item const items[] = {ABMON_1, ABMON_2, ABMON_3, ABMON_4, ABMON_5, ABMON_6,
                                    ABMON_7, ABMON_8, ABMON_9, ABMON_10, ABMON_11, ABMON_12};
    if (month > 11)
        safe_fault("month", month, 11);
    locale_use(LOCALE_TIME);
    return zstr_of_c_(nl_langinfo(items[month]));
}
