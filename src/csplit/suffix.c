/* suffix.c - numbers in the names of files, by a format of printf with one directive. */

#include "csplit/csplit.h"

#include "num/group.h"
#include "num/parse.h"

enum { LARGEST = 1 << 20 };     /* width or precision: longer than any name */

/* Where the first directive of FORMAT begins, or its length. */
static size_t find_directive(span format)
{
    for (size_t i = 0; i < span_len(format); i++) {
        if (span_at(format, i) != '%')
            continue;
        if (span_peek(format, i + 1) != '%')
            return i;
        i++;
    }
    return span_len(format);
}

static void take_flags(span *rest, struct csplit_suffix *s)
{
    for (;; *rest = span_drop(*rest, 1)) {
        switch (span_peek(*rest, 0)) {
        case '-': s->left = true; break;
        case '0': s->zeros = true; break;
        case '\'': s->grouped = true; break;
        case '#': s->alternative = true; break;
        default: return;
        }
    }
}

/* The letter of the directive in *REST, and whether the flags go with it. */
static enum csplit_suffix_mistake take_letter(span *rest, struct csplit_suffix *s, unsigned char *culprit)
{
    if (!span_next(rest, culprit))
        return CSPLIT_SUFFIX_CUT;
    s->letter = *culprit;
    bool decimal = span_has(S("diu"), s->letter);
    if (!decimal && !span_has(S("oxX"), s->letter))
        return CSPLIT_SUFFIX_LETTER;
    *culprit = decimal ? '#' : '\'';
    return (decimal ? s->alternative : s->grouped) ? CSPLIT_SUFFIX_FLAG : CSPLIT_SUFFIX_FINE;
}

enum csplit_suffix_mistake csplit_parse_suffix(span format, struct csplit_suffix *s, unsigned char *culprit)
{
    bool saturated = false;
    size_t start = find_directive(format);
    *s = (struct csplit_suffix){.before = span_first(format, start)};
    if (start == span_len(format))
        return CSPLIT_SUFFIX_NONE;
    span rest = span_drop(format, start + 1);
    take_flags(&rest, s);
    num_take_digits(&rest, &s->width, &saturated);
    if (span_peek(rest, 0) == '.') {
        rest = span_drop(rest, 1);
        s->has_precision = true;
        num_take_digits(&rest, &s->precision, &saturated);
    }
    enum csplit_suffix_mistake mistake = take_letter(&rest, s, culprit);
    s->after = rest;
    if (mistake != CSPLIT_SUFFIX_FINE)
        return mistake;
    if (find_directive(rest) < span_len(rest))
        return CSPLIT_SUFFIX_MANY;
    return s->width > LARGEST || s->precision > LARGEST ? CSPLIT_SUFFIX_LARGE : CSPLIT_SUFFIX_FINE;
}

/* TEXT with % for %%. */
static void append_text(buf *out, span text)
{
    for (unsigned char c = 0; span_next(&text, &c);) {
        buf_push(out, c);
        if (c == '%')
            text = span_drop(text, 1);
    }
}

/* The digits of NUMBER, as many as the precision says. */
static void append_digits(buf *out, struct csplit_suffix const *s, uint64_t number)
{
    unsigned base = s->letter == 'o' ? 8 : s->letter == 'x' || s->letter == 'X' ? 16 : 10;
    buf digits = {};
    if (number > 0 || !s->has_precision || s->precision > 0)
        buf_append_base(&digits, number, base, size_clamp(s->precision));
    if (base == 8 && s->alternative && span_peek(buf_span(&digits), 0) != '0')
        buf_push(out, '0');
    span rest = buf_span(&digits);
    for (unsigned char c = 0; s->letter == 'X' && span_next(&rest, &c);)
        buf_push(out, c >= 'a' ? low_byte(as_uint(c - 'a' + 'A')) : c);
    if (s->grouped)
        num_append_grouped(out, rest);
    else
        buf_append(out, rest);
    buf_recycle(&digits);
}

void csplit_append_suffix(buf *out, struct csplit_suffix const *s, uint64_t number)
{
    buf digits = {};
    span sign = {};
    if (s->alternative && number > 0 && s->letter != 'o')
        sign = s->letter == 'x' ? S("0x") : S("0X");
    append_text(out, s->before);
    append_digits(&digits, s, number);
    size_t taken = buf_len(&digits) + span_len(sign);
    size_t pad = size_clamp(s->width) - size_min(taken, size_clamp(s->width));
    bool zeros = s->zeros && !s->left && !s->has_precision;
    if (!s->left && !zeros)
        buf_append_fill(out, pad, ' ');
    buf_append(out, sign);
    if (zeros)
        buf_append_fill(out, pad, '0');
    buf_append(out, buf_span(&digits));
    if (s->left)
        buf_append_fill(out, pad, ' ');
    append_text(out, s->after);
    buf_recycle(&digits);
}
