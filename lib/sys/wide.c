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
    locale_use(LOCALE_CTYPE);
    wint_t w = (wint_t)code;
    if (locale_is_c(LOCALE_CTYPE) && code > 0x7F)
        return false;
    switch (text_class) {
    case 0: return iswalnum(w) != 0;
    case 1: return iswalpha(w) != 0;
    case 2: return iswblank(w) != 0;
    case 3: return iswcntrl(w) != 0;
    case 4: return iswdigit(w) != 0;
    case 5: return iswgraph(w) != 0;
    case 6: return iswlower(w) != 0;
    case 7: return iswprint(w) != 0;
    case 8: return iswpunct(w) != 0;
    case 9: return iswspace(w) != 0;
    case 10: return iswupper(w) != 0;
    case 11: return iswxdigit(w) != 0;
    default: return false;
    }
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
