/* parse.c - see parse.h. */

#include "num/parse.h"

#include "safe/ascii.h"

bool num_take_digits_of(span *text, unsigned base, uintmax_t *out, bool *saturated)
{
    uintmax_t v = 0;
    size_t n = 0;
    *saturated = false;
    for (unsigned digit = 0; (digit = ascii_digit(span_peek(*text, n), base)) < base; n++)
        if (ck_mul(&v, v, base) || ck_add(&v, v, digit))
            *saturated = true;
    if (n == 0)
        return false;
    *text = span_drop(*text, n);
    *out = *saturated ? UINTMAX_MAX : v;
    return true;
}

bool num_take_digits(span *text, uintmax_t *out, bool *saturated)
{
    return num_take_digits_of(text, 10, out, saturated);
}

bool num_take_constant(span *text, uintmax_t *out, bool *saturated)
{
    if (span_peek(*text, 0) != '0')
        return num_take_digits(text, out, saturated);
    if (ascii_lower(span_peek(*text, 1)) == 'x') {
        span digits = span_drop(*text, 2);
        if (num_take_digits_of(&digits, 16, out, saturated)) {
            *text = digits;
            return true;
        }
    }
    return num_take_digits_of(text, 8, out, saturated);
}

/* What a number is worth that was TAKEN off its text, or was not there, REST being left. */
static enum num_err judge(bool taken, span rest, bool saturated)
{
    if (!span_empty(rest))
        return NUM_BAD;
    return !taken ? NUM_EMPTY : saturated ? NUM_RANGE : NUM_OK;
}

enum num_err num_parse_digits(span text, uintmax_t *out)
{
    bool saturated = false;
    uintmax_t v = 0;
    bool taken = num_take_digits(&text, &v, &saturated);
    enum num_err err = judge(taken, text, saturated);
    if (err == NUM_OK || err == NUM_RANGE)
        *out = v;
    return err;
}

span num_skip_plus(span text)
{
    text = ascii_drop_space(text);
    return span_peek(text, 0) == '+' ? span_drop(text, 1) : text;
}

span num_unsign_zero(span text)
{
    span rest = ascii_drop_space(text);
    if (span_peek(rest, 0) != '-' || span_peek(rest, 1) != '0')
        return text;
    rest = span_drop(rest, 1);
    span behind = rest;
    while (span_peek(behind, 0) == '0')
        behind = span_drop(behind, 1);
    return ascii_is_digit(span_peek(behind, 0)) ? text : rest;
}

/* TEXT without leading blanks and sign. */
static span unsigned_part(span text, bool *negative)
{
    text = ascii_drop_space(text);
    *negative = span_peek(text, 0) == '-';
    return *negative ? span_drop(text, 1) : num_skip_plus(text);
}

enum num_err num_parse_u64(span text, uint64_t *out)
{
    bool negative = false;
    span digits = unsigned_part(text, &negative);
    return negative ? NUM_BAD : num_parse_digits(digits, out);
}

/* V with its sign, unless ERR says that it is no number. */
static enum num_err put_sign(bool negative, uintmax_t v, enum num_err err, int64_t *out)
{
    if (err == NUM_EMPTY || err == NUM_BAD)
        return err;
    int64_t r = 0;
    bool over = negative ? ck_sub(&r, 0, v) : ck_add(&r, v, 0);
    *out = !over ? r : negative ? INT64_MIN : INT64_MAX;
    return over ? NUM_RANGE : NUM_OK;
}

enum num_err num_parse_i64(span text, int64_t *out)
{
    bool negative = false;
    uintmax_t v = 0;
    enum num_err err = num_parse_digits(unsigned_part(text, &negative), &v);
    return put_sign(negative, v, err, out);
}

enum num_err num_parse_c64(span text, int64_t *out)
{
    bool negative = false, saturated = false;
    uintmax_t v = 0;
    span rest = unsigned_part(text, &negative);
    bool taken = num_take_constant(&rest, &v, &saturated);
    return put_sign(negative, v, judge(taken, rest, saturated), out);
}

/* How often to multiply by the base for a suffix letter, or -1. */
static int power_of(int letter)
{
    switch (letter) {
    case 'k': case 'K': return 1;
    case 'm': case 'M': return 2;
    case 'g': case 'G': return 3;
    case 't': case 'T': return 4;
    case 'P': return 5;
    case 'E': return 6;
    case 'Z': return 7;
    case 'Y': return 8;
    case 'R': return 9;
    case 'Q': return 10;
    default: return -1;
    }
}

static bool scale(uintmax_t *v, unsigned base, int power)
{
    bool over = false;
    for (; power > 0; power--)
        over |= ck_mul(v, *v, base);
    if (over)
        *v = UINTMAX_MAX;
    return over;
}

/* The unit at the start of *REST: takes it off and says what one of it is: BASE to the POWER. */
static bool take_unit(span *rest, span suffixes, unsigned *base, int *power)
{
    unsigned char letter = span_at(*rest, 0);
    if (!span_has(suffixes, letter))
        return false;
    *rest = span_drop(*rest, 1);
    *base = letter == 'b' ? 512 : letter == 'w' ? 2 : letter == 'c' ? 1 : 1024;
    *power = power_of(letter) < 0 ? 1 : power_of(letter);
    if (power_of(letter) < 0 || !span_has(suffixes, '0'))
        return true;
    if (span_peek(*rest, 0) == 'i' && span_peek(*rest, 1) == 'B') {
        *rest = span_drop(*rest, 2);
    } else if (span_peek(*rest, 0) == 'B' || span_peek(*rest, 0) == 'D') {
        *rest = span_drop(*rest, 1);
        *base = 1000;
    }
    return true;
}

enum num_err num_parse_size(span text, span suffixes, uintmax_t *out)
{
    bool saturated = false, negative = false;
    uintmax_t v = 1;
    span rest = unsigned_part(text, &negative);
    if (negative)
        return NUM_BAD;
    if (!num_take_digits(&rest, &v, &saturated) && (span_empty(rest) || span_len(rest) < span_len(text)))
        return span_empty(text) ? NUM_EMPTY : NUM_BAD;
    if (!span_empty(rest)) {
        unsigned base = 1;
        int power = 0;
        if (!take_unit(&rest, suffixes, &base, &power) || !span_empty(rest))
            return NUM_BAD;
        saturated |= scale(&v, base, power);
    }
    *out = saturated && v != 0 ? UINTMAX_MAX : v;
    return saturated ? NUM_RANGE : NUM_OK;
}
