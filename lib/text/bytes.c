/* bytes.c - see bytes.h. */

#include "text/bytes.h"

#include "safe/arena.h"
#include "safe/checked.h"
#include "safe/buf.h"
#include "sys/wide.h"

/* The code of the character that C is by itself. */
static bool code_of(unsigned char c, uint32_t *code)
{
    if (c < 0x80 || locale_is_c(LOCALE_CTYPE)) {
        *code = c;
        return true;
    }
    if (locale_charset() != CHARSET_SINGLE_BYTE)
        return false;
    buf one = {};
    buf_push(&one, c);
    bool ok = wide_decode(buf_span(&one), code) == 1;
    buf_recycle(&one);
    return ok;
}

bool text_byte_is(unsigned char c, enum text_class k)
{
    uint32_t code = 0;
    return code_of(c, &code) && wide_is(code, as_int(k));
}

unsigned char text_byte_upper(unsigned char c)
{
    uint32_t code = 0;
    if (!code_of(c, &code))
        return c;
    if (c < 0x80)
        return c >= 'a' && c <= 'z' ? low_byte(c - 32U) : c;
    buf one = {};
    size_t n = wide_encode(wide_upper(code), mspan_first(buf_tail(&one, 16), 16));
    buf_commit(&one, n);
    unsigned char up = n == 1 ? span_at(buf_span(&one), 0) : c;
    buf_recycle(&one);
    return up;
}
