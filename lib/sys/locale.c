/* locale.c - see locale.h. */

#include "sys/locale.h"

#include <config.h>
#include <langinfo.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

static struct { int category; char const *variable; } const table[LOCALE_CATEGORIES] = {
    [LOCALE_CTYPE] = {LC_CTYPE, "LC_CTYPE"},
    [LOCALE_COLLATE] = {LC_COLLATE, "LC_COLLATE"},
    [LOCALE_MESSAGES] = {LC_MESSAGES, "LC_MESSAGES"},
    [LOCALE_NUMERIC] = {LC_NUMERIC, "LC_NUMERIC"},
    [LOCALE_TIME] = {LC_TIME, "LC_TIME"},
};

/* 0 not asked for, 1 plain C, 2 another locale. */
static signed char state[LOCALE_CATEGORIES];

static char const *value_of(char const *name)
{
    char const *v = getenv(name);
    return v && *v ? v : NULL;
}

/* The locale name that the environment gives for a category, or NULL for none. */
static char const *wanted(enum locale_category k)
{
    char const *v = value_of("LC_ALL");
    if (!v)
        v = value_of(table[k].variable);
    return v ? v : value_of("LANG");
}

static bool means_c(char const *name)
{
    return !name || strcmp(name, "C") == 0 || strcmp(name, "POSIX") == 0;
}

static void set_up(enum locale_category k)
{
    if (state[k])
        return;
    state[k] = 1;
    if (means_c(wanted(k)))
        return;
    char const *got = setlocale(table[k].category, "");
    if (got && !means_c(got))
        state[k] = 2;
}

void locale_use(enum locale_category category)
{
    if (state[category])
        return;
    if (category != LOCALE_NUMERIC)
        set_up(LOCALE_CTYPE);
    set_up(category);
}

bool locale_is_c(enum locale_category category)
{
    locale_use(category);
    return state[category] == 1;
}

zstr locale_name(enum locale_category category)
{
    locale_use(category);
    return zstr_of_c_(setlocale(table[category].category, NULL));
}

bool locale_exists(void)
{
    locale_t l = newlocale(LC_ALL_MASK, "", (locale_t)0);
    if (!l)
        return false;
    freelocale(l);
    return true;
}

enum locale_charset locale_charset(void)
{
    static signed char known;
    if (known == 0) {
        known = 1 + CHARSET_SINGLE_BYTE;
        if (!locale_is_c(LOCALE_CTYPE)) {
            if (strcmp(nl_langinfo(CODESET), "UTF-8") == 0)
                known = 1 + CHARSET_UTF8;
            else if (MB_CUR_MAX > 1)
                known = 1 + CHARSET_OTHER;
        }
    }
    return (enum locale_charset)(known - 1);
}

zstr locale_decimal_point(void)
{
    locale_use(LOCALE_NUMERIC);
    return zstr_of_c_(localeconv()->decimal_point);
}

zstr locale_thousands_separator(void)
{
    locale_use(LOCALE_NUMERIC);
    return zstr_of_c_(localeconv()->thousands_sep);
}

zstr locale_grouping(void)
{
    locale_use(LOCALE_NUMERIC);
    return zstr_of_c_(localeconv()->grouping);
}
