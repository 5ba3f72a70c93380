/* onebyte.c - see onebyte.h. */

#include "text/onebyte.h"

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

void text_add_class(byteset *set, enum text_class k)
{
    buf room = {};
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
