/* operand.c - numbers as operands: value, width and precision. */

#include "seq/seq.h"

#include "safe/ascii.h"
#include "safe/checked.h"

/* The decimal exponent behind the 'e' of TEXT; 0 when there is none.  It saturates: more digits than
   memory do not matter. */
static intmax_t exponent_of(span text)
{
    size_t e = size_min(span_find(text, 'e'), span_find(text, 'E'));
    if (e == span_len(text))
        return 0;
    span digits = span_drop(text, e + 1);
    bool negative = span_peek(digits, 0) == '-';
    if (negative || span_peek(digits, 0) == '+')
        digits = span_drop(digits, 1);
    intmax_t v = 0;
    SPAN_FOREACH(c, digits)
        v = v < INT_MAX && ascii_is_digit(c) ? v * 10 + c - '0' : v;
    return negative ? -v : v;
}

/* Width and precision of a plain decimal number without blanks and sign '+'. */
static void measure(span text, struct seq_number *n)
{
    size_t e = size_min(span_find(text, 'e'), span_find(text, 'E'));
    span mantissa = span_first(text, e);
    size_t point = span_find(mantissa, '.');
    size_t decimals = point < span_len(mantissa) ? span_len(mantissa) - point - 1 : 0;
    intmax_t exponent = exponent_of(text), precision = as_i64(decimals) - exponent;
    size_t whole = point;
    if (exponent > 0)
        whole += as_size(exponent);
    else if (exponent < 0 && whole <= magnitude(exponent) + (span_peek(text, 0) == '-'))
        whole = 1U + (span_peek(text, 0) == '-');
    else if (exponent < 0)
        whole -= as_size(-exponent);
    /* ".5" is shown as 0.5 */
    if (exponent == 0 && (point == 0 || (point == 1 && span_peek(text, 0) == '-')))
        whole++;
    n->precision = precision < 0 ? 0 : precision < INT_MAX - 1 ? as_int(precision) : INT_MAX;
    n->width = whole + (n->precision > 0 && n->precision < INT_MAX ? 1 + as_size(n->precision) : 0);
}

static bool is_space_or_plus(int c)
{
    return c == '+' || ascii_is_space(c);
}

static bool is_plain(span text)
{
    bool plain = true;
    SPAN_FOREACH(c, text)
        plain &= ascii_is_digit(c) || c == '-';
    return plain;
}

/* Let a whole number in another notation (1e20) be written in digits, which can be counted exactly. */
static void write_out(struct cli *cli, struct seq_number *n)
{
    buf digits = {};
    if (n->precision > 0 || float_is_infinite(n->value) || is_plain(zstr_span(n->text)))
        return;
    if (float_format(&digits, (struct float_spec){.conversion = 'f'}, n->value) == 0)
        zstr_from(&cli->strings, buf_span(&digits), &n->text);
    buf_recycle(&digits);
}

bool seq_parse_number(struct cli *cli, zstr text, struct seq_number *out)
{
    size_t used = 0;
    bool fits = float_parse(text, &out->value, &used);
    if (used == 0 || used < zstr_len(text) || (!fits && (out->value > 1 || out->value < -1)))
        return cli_usage(cli, "invalid floating point argument: %s", fmt_q(zstr_span(text)));
    if (float_is_nan(out->value))
        return cli_usage(cli, "invalid %s argument: %s", fmt_q(S("not-a-number")), fmt_q(zstr_span(text)));
    while (is_space_or_plus(span_peek(zstr_span(text), 0)))
        text = zstr_drop(text, 1);
    out->text = text;
    span s = zstr_span(text);
    bool hex = span_has(s, 'x') || span_has(s, 'X');
    out->width = 0;
    out->precision = span_has(s, '.') || span_has(s, 'p') ? INT_MAX : 0;
    if (!hex && !span_has(s, 'n') && !span_has(s, 'N'))
        measure(s, out);
    write_out(cli, out);
    return true;
}
