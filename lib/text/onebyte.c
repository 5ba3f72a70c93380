/* onebyte.c - see onebyte.h. */

#include "text/onebyte.h"

#include "safe/ascii.h"
#include "safe/buf.h"
#include "safe/checked.h"

/* Bytes beyond ASCII are characters of their own in this locale, and not those of plain C. */
static bool more_than_ascii(void)
{
    return locale_charset() == CHARSET_SINGLE_BYTE && !locale_is_c(LOCALE_CTYPE);
}

static struct text_char decode(buf *room, unsigned char byte)
{
    struct text_char c = {};
    buf_clear(room);
    buf_push(room, byte);
    span rest = buf_span(room);
    text_next(&rest, &c);
    return c;
}

/* Whether the byte C is in the class in plain C: to ask libc about each takes part of a program's start. */
static bool is_in_c(int c, enum text_class k)
{
    bool graph = c > ' ' && c < 0x7f;
    switch (k) {
    case TEXT_ALNUM: return ascii_is_alnum(c);
    case TEXT_ALPHA: return ascii_is_letter(c);
    case TEXT_BLANK: return ascii_is_blank(c);
    case TEXT_CNTRL: return c < ' ' || c == 0x7f;
    case TEXT_DIGIT: return ascii_is_digit(c);
    case TEXT_GRAPH: return graph;
    case TEXT_LOWER: return c >= 'a' && c <= 'z';
    case TEXT_PRINT: return graph || c == ' ';
    case TEXT_PUNCT: return graph && !ascii_is_alnum(c);
    case TEXT_SPACE: return ascii_is_space(c);
    case TEXT_UPPER: return c >= 'A' && c <= 'Z';
    case TEXT_XDIGIT: return ascii_digit(c, 16) < 16;
    }
    return false;
}

void text_add_class(byteset *set, enum text_class k)
{
    buf room = {};
    for (int c = 0; c < 128 && locale_is_c(LOCALE_CTYPE); c++)
        if (is_in_c(c, k))
            byteset_add(set, low_byte(bits_of_i64(c)));
    if (locale_is_c(LOCALE_CTYPE))
        return;
    unsigned end = more_than_ascii() ? 256 : 128;
    for (unsigned i = 0; i < end; i++)
        if (text_is(decode(&room, low_byte(i)), k))
            byteset_add(set, low_byte(i));
    buf_recycle(&room);
}

static void map_case(bytemap *map, uint32_t (*other)(uint32_t))
{
    buf room = {};
    bytemap_identity(map);
    unsigned end = more_than_ascii() ? 256 : 128;
    for (unsigned i = 0; i < end; i++) {
        struct text_char c = decode(&room, low_byte(i));
        mspan encoded = buf_tail(&room, 16);
        if (c.valid && text_encode(other(c.code), encoded) == 1)
            bytemap_set(map, low_byte(i), mspan_at(encoded, 0));
    }
    buf_recycle(&room);
}

void text_upper_bytes(bytemap *map)
{
    map_case(map, text_upper);
}

void text_lower_bytes(bytemap *map)
{
    map_case(map, text_lower);
}
