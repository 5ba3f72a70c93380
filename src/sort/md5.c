/* md5.c - see md5.h.  The names of the four functions are those of RFC 1321. */

#include "sort/md5.h"

#include "safe/checked.h"
#include "safe/typed.h"

RSPAN_DEFINE(words, uint32_t);
RSPAN_DEFINE(turns, unsigned);

/* 2^32 times the sine of 1, 2, 3, ... */
static const uint32_t sine_table[] = {
    0xD76AA478, 0xE8C7B756, 0x242070DB, 0xC1BDCEEE, 0xF57C0FAF, 0x4787C62A, 0xA8304613, 0xFD469501,
    0x698098D8, 0x8B44F7AF, 0xFFFF5BB1, 0x895CD7BE, 0x6B901122, 0xFD987193, 0xA679438E, 0x49B40821,
    0xF61E2562, 0xC040B340, 0x265E5A51, 0xE9B6C7AA, 0xD62F105D, 0x02441453, 0xD8A1E681, 0xE7D3FBC8,
    0x21E1CDE6, 0xC33707D6, 0xF4D50D87, 0x455A14ED, 0xA9E3E905, 0xFCEFA3F8, 0x676F02D9, 0x8D2A4C8A,
    0xFFFA3942, 0x8771F681, 0x6D9D6122, 0xFDE5380C, 0xA4BEEA44, 0x4BDECFA9, 0xF6BB4B60, 0xBEBFBC70,
    0x289B7EC6, 0xEAA127FA, 0xD4EF3085, 0x04881D05, 0xD9D4D039, 0xE6DB99E5, 0x1FA27CF8, 0xC4AC5665,
    0xF4292244, 0x432AFF97, 0xAB9423A7, 0xFC93A039, 0x655B59C3, 0x8F0CCC92, 0xFFEFF47D, 0x85845DD1,
    0x6FA87E4F, 0xFE2CE6E0, 0xA3014314, 0x4E0811A1, 0xF7537E82, 0xBD3AF235, 0x2AD7D2BB, 0xEB86D391,
};
static const unsigned turn_table[] = {7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21};

struct state {
    uint32_t a, b, c, d;
};

static uint32_t turn_left(uint32_t v, unsigned n)
{
    return v << n | v >> (32 - n);
}

/* What step I mixes of the three words. */
static uint32_t mix(unsigned i, uint32_t b, uint32_t c, uint32_t d)
{
    switch (i / 16) {
    case 0: return (b & c) | (~b & d);
    case 1: return (b & d) | (c & ~d);
    case 2: return b ^ c ^ d;
    default: return c ^ (b | ~d);
    }
}

/* Which of the 16 words of a block step I takes. */
static unsigned word_of(unsigned i)
{
    switch (i / 16) {
    case 0: return i;
    case 1: return (5 * i + 1) % 16;
    case 2: return (3 * i + 5) % 16;
    default: return 7 * i % 16;
    }
}

static uint32_t low_add(uint32_t a, uint32_t b)
{
    return low_u32((uint64_t)a + b);
}

static struct state add_block(struct state s, span block)
{
    words sines = SPAN_OF(words, sine_table);
    turns how_far = SPAN_OF(turns, turn_table);
    struct state t = s;
    for (unsigned i = 0; i < 64; i++) {
        uint32_t word = span_load32(span_drop(block, (size_t)4 * word_of(i)));
        uint32_t sum = low_add(low_add(t.a, mix(i, t.b, t.c, t.d)), low_add(words_at(sines, i), word));
        uint32_t next = low_add(t.b, turn_left(sum, turns_at(how_far, i / 16 * 4 + i % 4)));
        t = (struct state){t.d, next, t.b, t.c};
    }
    return (struct state){low_add(s.a, t.a), low_add(s.b, t.b), low_add(s.c, t.c), low_add(s.d, t.d)};
}

static void append_word(buf *out, uint64_t v, unsigned bytes)
{
    for (unsigned i = 0; i < bytes; i++)
        buf_push(out, low_byte(v >> 8 * i));
}

void sort_md5_append(buf *out, span salt, span text, buf *work)
{
    buf_clear(work);
    buf_append(work, salt);
    buf_append(work, text);
    uint64_t bits = 8 * (uint64_t)buf_len(work);
    buf_push(work, 0x80);
    buf_append_fill(work, (120 - buf_len(work) % 64) % 64, 0);
    append_word(work, bits, 8);
    struct state s = {0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476};
    for (span rest = buf_span(work); !span_empty(rest);)
        s = add_block(s, span_take(&rest, 64));
    append_word(out, s.a, 4);
    append_word(out, s.b, 4);
    append_word(out, s.c, 4);
    append_word(out, s.d, 4);
}
