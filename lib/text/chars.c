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

/* Some first bytes allow only part of the continuation bytes: no over-long forms, no surrogates. */
static struct range second_bytes(unsigned char first)
{
    int low = first == 0xE0   ? 0xA0
              : first == 0xF0 ? 0x90
              : first == 0xF8 ? 0x88
              : first == 0xFC ? 0x84
                              : 0x80;
    return (struct range){low, first == 0xED ? 0x9F : 0xBF};
}

/* How many bytes the character with the first byte B takes; 1 for a byte that begins none. */
static size_t utf8_wants(unsigned char b)
{
    if (b < 0xC2 || b > 0xFD)
        return 1;
    return b < 0xE0 ? 2 : b < 0xF0 ? 3 : b < 0xF8 ? 4 : b < 0xFC ? 5 : 6;
}

/* Whether the bytes of S behind its first one, as far as they are there, can go on the character it
   begins. */
static bool goes_on(span s, size_t length)
{
    struct range r = second_bytes(span_at(s, 0));
    for (size_t i = 1; i < length && i < span_len(s); i++, r = (struct range){0x80, 0xBF})
        if (span_at(s, i) < r.low || span_at(s, i) > r.high)
            return false;
    return true;
}

/* Length of the character at the front of S (whose first byte is not ASCII), or 0 when it is none. */
static size_t utf8_length(span s, uint32_t *code)
{
    unsigned char b = span_at(s, 0);
    size_t n = utf8_wants(b);
    if (n == 1 || span_len(s) < n || !goes_on(s, n))
        return 0;
    *code = b & (0x7FU >> n);
    for (size_t i = 1; i < n; i++)
        *code = *code << 6 | (span_at(s, i) & 0x3FU);
    return n;
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

size_t text_unfinished(span s)
{
    enum locale_charset charset = locale_charset();
    if (charset == CHARSET_SINGLE_BYTE || span_empty(s))
        return 0;
    if (charset == CHARSET_OTHER)
        return wide_unfinished(s);
    for (size_t n = 1; n <= 5 && n <= span_len(s); n++) {
        span tail = span_tail(s, n);
        unsigned char b = span_at(tail, 0);
        if (b >= 0x80 && b < 0xC0)
            continue;
        return utf8_wants(b) > n && goes_on(tail, n) ? n : 0;
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
