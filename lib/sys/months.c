/* months.c - see months.h. */

#include "sys/months.h"

#include <config.h>
#include <langinfo.h>
#include <stdlib.h>

#include "sys/locale.h"

zstr months_short_name(unsigned m)
{
    static nl_item const items[] = {ABMON_1, ABMON_2, ABMON_3, ABMON_4,  ABMON_5,  ABMON_6,
                                    ABMON_7, ABMON_8, ABMON_9, ABMON_10, ABMON_11, ABMON_12};
    if (m >= sizeof items / sizeof *items)
        safe_fault("month", m, sizeof items / sizeof *items);
    locale_use(LOCALE_TIME);
    return zstr_of_c_(nl_langinfo(items[m]));
}
