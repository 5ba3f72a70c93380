/* number.c - numbers with units: [-]DIGITS[.DIGITS][UNIT[i]].

   Values are long doubles, and come about by the same steps as in GNU's, so that numbers with more digits
   than such a one can hold are off by as much. */

#include "numfmt/numfmt.h"

enum {
    EXACT_DIGITS = 18,          /* that a long double, and 64 bits, can hold for certain */
    MOST_DIGITS = 33,
};

/* Digits in a row, with the locale's separators between them where those are allowed. */
struct digits {
    long double value;
    size_t significant;         /* without leading zeros */
    size_t len;                 /* bytes, separators among them */
};

static bool is_digit(int c)
{
    return c >= '0' && c <= '9';
}

/* Whether a separator of groups and a digit stand at the front of TEXT. */
static bool at_separator(struct numfmt_run const *run, span text)
{
    size_t len = span_len(run->thousands);
    return len > 0 && span_starts(text, run->thousands) && is_digit(span_peek(text, len));
}

/* The same as take_digits, where there are few digits and no separators; false when there are others. */
static bool take_few_digits(struct numfmt_run const *run, span *text, struct digits *out)
{
    uint64_t value = 0;
    size_t n = 0;
    int c = 0;
    for (; n < EXACT_DIGITS && is_digit(c = span_peek(*text, n)); n++)
        value = value * 10 + as_uint(c - '0');
    span rest = span_drop(*text, n);
    if (n == EXACT_DIGITS || (n > 0 && at_separator(run, rest)))
        return false;
    *text = rest;
    *out = (struct digits){.value = value, .significant = n, .len = n};
    return true;
}

/* Take digits off *TEXT. */
static void take_digits(struct numfmt_run const *run, span *text, struct digits *out)
{
    span start = *text;
    uint64_t first = 0;
    bool exact = true;
    if (take_few_digits(run, text, out))
        return;
    *out = (struct digits){};
    while (true) {
        int c = span_peek(*text, 0);
        if (!is_digit(c)) {
            if (span_len(*text) == span_len(start) || !at_separator(run, *text))
                break;
            *text = span_drop(*text, span_len(run->thousands));
            continue;
        }
        uint64_t digit = as_uint(c - '0');
        out->significant += out->significant > 0 || digit > 0;
        if (exact && out->significant > EXACT_DIGITS) {
            exact = false;
            out->value = first;
        }
        if (exact)
            first = first * 10 + digit;
        else if (out->significant <= MOST_DIGITS)
            out->value = out->value * 10 + digit;
        *text = span_drop(*text, 1);
    }
    if (exact)
        out->value = first;
    out->len = span_len(start) - span_len(*text);
}

/* BASE to the power N. */
static long double power_of(unsigned base, size_t n)
{
    long double power = 1;
    for (; n > 0; n--)
        power *= base;
    return power;
}

/* Take the number without its unit off *TEXT. */
static enum numfmt_error take_number(struct numfmt_run const *run, span *text, struct numfmt_number *out)
{
    bool negative = span_peek(*text, 0) == '-';
    struct digits whole = {}, fraction = {};
    if (negative)
        *text = span_drop(*text, 1);
    take_digits(run, text, &whole);
    bool point = span_starts(*text, run->point);
    if (whole.len == 0 && !point)
        return NUMFMT_NO_NUMBER;
    if (whole.significant > MOST_DIGITS)
        return NUMFMT_TOO_LARGE;
    if (point) {
        *text = span_drop(*text, span_len(run->point));
        take_digits(run, text, &fraction);
        if (fraction.len == 0 && !span_starts(*text, run->point))
            return NUMFMT_NO_NUMBER;
        if (fraction.significant > MOST_DIGITS)
            return NUMFMT_TOO_LARGE;
    }
    out->value = whole.value + fraction.value / power_of(10, fraction.len);
    if (negative)
        out->value = -out->value;
    out->precision = fraction.len;
    out->rounded = whole.significant > EXACT_DIGITS || fraction.significant > EXACT_DIGITS;
    return NUMFMT_OK;
}

/* ---- units ---- */

size_t numfmt_power_of_letter(int c)
{
    switch (c) {
    case 'k': case 'K': return 1;
    case 'M': return 2;
    case 'G': return 3;
    case 'T': return 4;
    case 'P': return 5;
    case 'E': return 6;
    case 'Z': return 7;
    case 'Y': return 8;
    case 'R': return 9;
    case 'Q': return 10;
    default: return 0;
    }
}

bool numfmt_is_blank(struct numfmt_run const *run, struct text_char c)
{
    bool one_byte = span_len(c.bytes) == 1 && span_at(c.bytes, 0) < 128;
    if (one_byte || !c.valid)
        return one_byte && byteset_has(&run->blank, span_at(c.bytes, 0));
    return text_is(c, TEXT_BLANK);
}

/* Whether C looks like a blank but parts no words. */
static bool is_unbreakable(struct numfmt_run const *run, struct text_char c)
{
    return run->foreign && c.valid
           && (c.code == 0xA0 || c.code == 0x2007 || c.code == 0x202F || c.code == 0x2060);
}

/* How many blanks of one byte of ASCII TEXT begins with, up to MOST. */
static size_t count_plain_blanks(struct numfmt_run const *run, span text, size_t most)
{
    size_t n = 0;
    for (int c = 0; n < most && (c = span_peek(text, n)) >= 0 && c < 128; n++)
        if (!byteset_has(&run->blank, low_byte(as_uint(c))))
            break;
    return n;
}

bool numfmt_skip_blanks(struct numfmt_run const *run, span *text, bool one)
{
    struct text_char c = {};
    size_t plain = count_plain_blanks(run, *text, one ? 1 : SIZE_MAX);
    bool some = plain > 0;
    *text = span_drop(*text, plain);
    if (span_peek(*text, 0) < 128)
        return some;
    for (span rest = *text; !(one && some) && text_next(&rest, &c); *text = rest) {
        if (!numfmt_is_blank(run, c) && !(one && is_unbreakable(run, c)))
            break;
        some = true;
    }
    return some;
}

/* What may stand between a number and its unit. */
static void skip_separator(struct numfmt_run const *run, span *text)
{
    if (run->opt.separated && span_empty(run->opt.separator))
        return;
    if (run->opt.separated && span_starts(*text, run->opt.separator))
        *text = span_drop(*text, span_len(run->opt.separator));
    else
        (void)numfmt_skip_blanks(run, text, true);
}

/* Take a unit off *TEXT, if there is one, and let *OUT be in it. */
static enum numfmt_error take_unit(struct numfmt_run const *run, span *text, struct numfmt_number *out)
{
    int from = run->opt.from;
    size_t power = numfmt_power_of_letter(span_peek(*text, 0));
    unsigned base = from == SCALE_IEC || from == SCALE_IEC_I ? 1024 : 1000;
    if (power == 0)
        return NUMFMT_BAD_SUFFIX;
    if (from == SCALE_NONE)
        return NUMFMT_SUFFIX_REJECTED;
    bool i = span_peek(*text, 1) == 'i';
    if (from == SCALE_IEC_I && !i)
        return NUMFMT_MISSING_I;
    if (from == SCALE_AUTO && i)
        base = 1024;
    *text = span_drop(*text, i && (from == SCALE_AUTO || from == SCALE_IEC_I) ? 2 : 1);
    out->value *= power_of(base, power);
    out->precision = 0;
    return NUMFMT_OK;
}

enum numfmt_error numfmt_parse_number(struct numfmt_run const *run, span text, struct numfmt_number *out,
                                      span *rest)
{
    *rest = text;
    enum numfmt_error err = take_number(run, rest, out);
    if (err != NUMFMT_OK || span_empty(*rest))
        return err;
    skip_separator(run, rest);
    span end = *rest;
    (void)numfmt_skip_blanks(run, &end, false);
    if (span_empty(end))
        return NUMFMT_OK;
    err = take_unit(run, rest, out);
    (void)numfmt_skip_blanks(run, rest, false);
    return err != NUMFMT_OK || span_empty(*rest) ? err : NUMFMT_TRAILING;
}
