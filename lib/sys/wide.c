/* wide.c - see wide.h. */

#include "sys/wide.h"

#include <config.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>
#include <wctype.h>

#include "sys/locale.h"

size_t wide_decode(span s, uint32_t *code)
{
    locale_use(LOCALE_CTYPE);
    if (locale_is_c(LOCALE_CTYPE)) {
        *code = span_at(s, 0);          /* the C locale of POSIX: every byte is a character */
        return 1;
    }
    mbstate_t state = {0};
    wchar_t w = 0;
    size_t n = mbrtowc(&w, (char const *)s.p_, s.n_, &state);
    if (n == (size_t)-1 || n == (size_t)-2)
        return 0;
    *code = (uint32_t)w;
    return n ? n : 1;                   /* NUL */
}

size_t wide_unfinished(span s)
{
    locale_use(LOCALE_CTYPE);
    mbstate_t state = {0};
    while (s.n_ > 0) {
        wchar_t w = 0;
        size_t n = mbrtowc(&w, (char const *)s.p_, s.n_, &state);
        if (n == (size_t)-2)
            return s.n_;
        if (n == (size_t)-1) {
            memset(&state, 0, sizeof state);
            n = 1;
        }
        s = span_drop(s, n ? n : 1);
    }
    return 0;
}

bool wide_is(uint32_t code, int text_class)
{
    /* By name: a call of a function of each class would make each program look up twelve at its start. */
    static char const names[][8] = {"alnum", "alpha", "blank", "cntrl", "digit", "graph",
                                    "lower", "print", "punct", "space", "upper", "xdigit"};
    static wctype_t types[sizeof names / sizeof names[0]];
    if (text_class < 0 || (size_t)text_class >= sizeof names / sizeof names[0])
        return false;
    locale_use(LOCALE_CTYPE);
    if (locale_is_c(LOCALE_CTYPE) && code > 0x7F)
        return false;
    if (types[text_class] == 0)
        types[text_class] = wctype(names[text_class]);
    return iswctype((wint_t)code, types[text_class]) != 0;
}

int wide_width(uint32_t code)
{
    locale_use(LOCALE_CTYPE);
    if (locale_is_c(LOCALE_CTYPE))
        return code >= 0x20 && code < 0x7F ? 1 : -1;
    return wcwidth((wchar_t)code);
}

uint32_t wide_upper(uint32_t code)
{
    locale_use(LOCALE_CTYPE);
    return (uint32_t)towupper((wint_t)code);
}

uint32_t wide_lower(uint32_t code)
{
    locale_use(LOCALE_CTYPE);
    return (uint32_t)towlower((wint_t)code);
}

size_t wide_encode(uint32_t code, mspan room)
{
    locale_use(LOCALE_CTYPE);
    if (locale_is_c(LOCALE_CTYPE) && code <= UCHAR_MAX) {
        mspan_set(room, 0, (unsigned char)code);
        return 1;
    }
    char bytes[MB_LEN_MAX];
    mbstate_t state = {0};
    size_t n = wcrtomb(bytes, (wchar_t)code, &state);
    if (n == (size_t)-1)
        return 0;
    mspan_copy(room, (span){(unsigned char const *)bytes, n});
    return n;
}
