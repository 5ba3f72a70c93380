/* timetext.c - see timetext.h. */

#include "sys/timetext.h"

#include <config.h>
#include <langinfo.h>
#include <locale.h>
#include <time.h>

#include "sys/locale.h"

#if ENABLE_NLS
# include <libintl.h>
#endif

struct time_point time_now(void)
{
    struct timespec now = {0};
    clock_gettime(CLOCK_REALTIME, &now);
    return (struct time_point){now.tv_sec, (uint32_t)now.tv_nsec};
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
