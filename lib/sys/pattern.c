/* pattern.c - see pattern.h. */

#include "sys/pattern.h"

#include <config.h>
#include <fnmatch.h>

#include "sys/locale.h"

bool pattern_matches(zstr pattern, zstr name, bool period)
{
    locale_use(LOCALE_COLLATE);             /* and so LC_CTYPE: ranges and characters are the locale's */
    return fnmatch(zstr_c(pattern), zstr_c(name), period ? FNM_PERIOD : 0) == 0;
}
