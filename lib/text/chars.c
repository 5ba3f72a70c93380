/* chars.c - decoding.  ASCII is answered without asking the locale. */

#include "text/chars.h"

#include "safe/checked.h"
#include "sys/wide.h"

static bool take(span *s, struct text_char *c, size_t n, uint32_t code, bool valid)
{
    c->bytes = span_take(s, n);
    c->code = code;
    c->valid = valid;
    return true;
}

/* The bytes that may follow a first byte, inclusive. */
struct range {
    int low, high;
};

/* Some first bytes allow only part of the continuation bytes: no over-long forms, no surrogates, no code
   above U+10FFFF. */
static struct range second_bytes(unsigned char first)
{
    int low = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
    int high = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
    return (struct range){low, high};
}

/* Whether byte I of S is in the range; its six bits are added to *CODE. */
static bool continues(span s, size_t i, uint32_t *code, struct range second)
{
    int b = span_peek(s, i);
    if (b < second.low || b > second.high)
        return false;
    *code = *code << 6 | (span_at(s, i) & 0x3FU);
    return true;
}

/* Length of the character at the front of S (whose first byte is not ASCII), or 0 when it is none. */
static size_t utf8_length(span s, uint32_t *code)
{
    struct range any = {0x80, 0xBF};
    unsigned char b = span_at(s, 0);
    if (b < 0xC2 || b > 0xF4)
        return 0;
    if (b < 0xE0) {
        *code = b & 0x1FU;
        return continues(s, 1, code, any) ? 2 : 0;
    }
    *code = b < 0xF0 ? b & 0x0FU : b & 0x07U;
    if (!continues(s, 1, code, second_bytes(b)) || !continues(s, 2, code, any))
        return 0;
    if (b < 0xF0)
        return 3;
    return continues(s, 3, code, any) ? 4 : 0;
}

bool text_next_utf8(span *s, struct text_char *c)
{
    if (span_empty(*s))
        return false;
    unsigned char b = span_at(*s, 0);
    if (b < 0x80)
        return take(s, c, 1, b, true);
    uint32_t code = 0;
    size_t n = utf8_length(*s, &code);
    return n ? take(s, c, n, code, true) : take(s, c, 1, b, false);
}

bool text_next(span *s, struct text_char *c)
{
    if (span_empty(*s))
        return false;
    unsigned char b = span_at(*s, 0);
    enum locale_charset charset = locale_charset();
    if (charset == CHARSET_UTF8)
        return text_next_utf8(s, c);
    uint32_t code = 0;
    size_t n = wide_decode(*s, &code);
    return n ? take(s, c, n, code, true) : take(s, c, 1, b, false);
}

/* How many bytes the UTF-8 character with the first byte B takes; 1 for a byte that begins none. */
static size_t utf8_wants(unsigned char b)
{
    return b < 0xC2 || b > 0xF4 ? 1 : b < 0xE0 ? 2 : b < 0xF0 ? 3 : 4;
}

size_t text_unfinished(span s)
{
    enum locale_charset charset = locale_charset();
    if (charset == CHARSET_SINGLE_BYTE || span_empty(s))
        return 0;
    if (charset == CHARSET_OTHER)
        return wide_unfinished(s);
    for (size_t n = 1; n <= 3 && n <= span_len(s); n++) {
        span tail = span_tail(s, n);
        unsigned char b = span_at(tail, 0);
        if (b >= 0x80 && b < 0xC0)
            continue;
        if (utf8_wants(b) <= n)
            return 0;
        /* What is there has to be the beginning of a character, not of an invalid sequence. */
        struct range r = second_bytes(b);
        return n > 1 && (span_at(tail, 1) < r.low || span_at(tail, 1) > r.high) ? 0 : n;
    }
    return 0;
}

/* Both enumerations are in the order of <wctype.h>'s names in the alphabet. */
static int class_number(enum text_class k)
{
    return as_int(k);
}

bool text_is(struct text_char c, enum text_class k)
{
    return c.valid && wide_is(c.code, class_number(k));
}

int text_width(struct text_char c)
{
    if (!c.valid)
        return -1;
    if (c.code >= 0x20 && c.code < 0x7F)
        return 1;
    return wide_width(c.code);
}

size_t text_columns(span s)
{
    size_t n = 0;
    for (struct text_char c = {}; text_next(&s, &c);)
        n += as_size(text_width(c) > 0 ? text_width(c) : 0);
    return n;
}

uint32_t text_upper(uint32_t code)
{
    return wide_upper(code);
}

uint32_t text_lower(uint32_t code)
{
    return wide_lower(code);
}

size_t text_encode(uint32_t code, mspan room)
{
    return wide_encode(code, room);
}

bool text_is_plain_ascii(span s)
{
    bool plain = true;
    SPAN_FOREACH(c, s)
        plain &= c >= 0x20 && c < 0x7F;
    return plain;
}
