/* numbers.c - counts of options, and offsets as operands. */

#include "od/od.h"

#include "safe/ascii.h"

/* Whether TEXT begins with 0x and a digit. */
static bool is_hex(span text)
{
    return span_peek(text, 0) == '0' && (span_peek(text, 1) == 'x' || span_peek(text, 1) == 'X')
           && ascii_digit(span_peek(text, 2), 16) < 16;
}

#define UNITS "bEGKkMmPQRTYZ"

/* The number that the letters of UNIT stand for. */
static enum num_err parse_unit(span unit, uintmax_t *out)
{
    int c = span_peek(unit, 0);
    *out = 1;
    if (c < 0)
        return NUM_OK;
    if (!ascii_is_letter(c))
        return NUM_BAD;
    return num_parse_size(unit, S(UNITS "0"), out);
}

/* Take a sign off *TEXT behind blanks: whether it was a minus. */
static bool take_sign(span *text)
{
    *text = ascii_drop_space(*text);
    int sign = span_peek(*text, 0);
    if (sign == '+' || sign == '-')
        *text = span_drop(*text, 1);
    return sign == '-';
}

enum od_count od_parse_count(span text, bool decimal, uint64_t *out)
{
    uintmax_t unit = 1;
    uint64_t v = 0;
    bool overflow = false;
    span whole = text;
    bool negative = take_sign(&text);
    bool digits = decimal ? num_take_digits(&text, &v, &overflow) : num_take_constant(&text, &v, &overflow);
    bool bare = span_len(text) == span_len(whole) && !span_empty(text);
    if (negative && (!digits || v > 0 || overflow))
        return OD_COUNT_BAD;    /* only a zero may be negative */
    if (!digits && (decimal || !bare || !span_has(S(UNITS), span_at(text, 0))))
        return OD_COUNT_BAD;
    enum num_err err = !decimal ? parse_unit(text, &unit) : span_empty(text) ? NUM_OK : NUM_BAD;
    if (err == NUM_BAD || err == NUM_EMPTY)
        return OD_COUNT_SUFFIX;
    if (!digits)
        v = 1;
    if (overflow || (v > 0 && (err == NUM_RANGE || ck_mul(&v, v, unit))) || v > INT64_MAX)
        return OD_COUNT_RANGE;
    *out = v;
    return OD_COUNT_OK;
}

/* Take a unit of blocks off *TEXT; how many bytes it is. */
static uint64_t take_block(span *text)
{
    int c = span_peek(*text, 0);
    if (c != 'b' && c != 'B')
        return 1;
    *text = span_drop(*text, 1);
    return c == 'b' ? 512 : 1024;
}

static bool take_point(span *text)
{
    bool there = span_peek(*text, 0) == '.';
    *text = span_drop(*text, there);
    return there;
}

enum num_err od_parse_offset(span text, uint64_t *out)
{
    bool overflow = false;
    uint64_t v = 0, blocks = 1;
    if (span_peek(text, 0) == '+')
        text = span_drop(text, 1);
    if (is_hex(text)) {
        text = span_drop(text, 2);
        (void)num_take_digits_of(&text, 16, &v, &overflow);
    } else {
        if (!num_take_digits_of(&text, span_has(text, '.') ? 10 : 8, &v, &overflow))
            return NUM_BAD;
        bool point = take_point(&text);
        blocks = take_block(&text);
        if (!point)
            (void)take_point(&text);
    }
    if (!span_empty(text))
        return NUM_BAD;
    if (overflow || ck_mul(&v, v, blocks) || v > INT64_MAX)
        return NUM_RANGE;
    *out = v;
    return NUM_OK;
}
