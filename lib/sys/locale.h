/* locale.h - the user's locale, set up category by category when it is first needed.

   Setting a locale up costs up to half of a small program's run time, so nothing here runs before somebody
   asks. A category whose variables (LC_ALL, then its own, then LANG) name no locale, C or POSIX costs
   nothing. */

#ifndef SYS_LOCALE_H
#define SYS_LOCALE_H

#include "safe/zstr.h"

enum locale_category {
    LOCALE_CTYPE, LOCALE_COLLATE, LOCALE_MESSAGES, LOCALE_NUMERIC, LOCALE_TIME, LOCALE_CATEGORIES
};

/* Make the category the user's.  MESSAGES brings CTYPE along, and so do COLLATE and TIME. */
void locale_use(enum locale_category category);
/* Whether the category is plain C (or POSIX) once set up. */
bool locale_is_c(enum locale_category category);

/* What the category's locale is called, and whether all that the environment asks for exists. */
zstr locale_name(enum locale_category category);
bool locale_exists(void);

enum locale_charset { CHARSET_SINGLE_BYTE, CHARSET_UTF8, CHARSET_OTHER };
/* How characters are encoded; sets CTYPE up.  The C locale counts as single-byte. */
enum locale_charset locale_charset(void);

/* The decimal point and the thousands separator of LC_NUMERIC ("" when it has none). */
zstr locale_decimal_point(void);
zstr locale_thousands_separator(void);
/* The grouping of digits of LC_NUMERIC, as lconv's member of that name: sizes of groups from the right. */
zstr locale_grouping(void);

#endif
