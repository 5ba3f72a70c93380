/* format.c - the format of --format: text around one directive, %[0]['][-][N][.][N]f. */

#include "numfmt/numfmt.h"

/* A directive while it is taken apart. */
struct directive {
    bool zero;
    bool negative;
    uint64_t width;
};

static bool is_digit(int c)
{
    return c >= '0' && c <= '9';
}

/* Take blanks, zeros and quotes off *TEXT. */
static void take_flags(span *text, struct directive *d, bool *grouping)
{
    for (int c = 0; (c = span_peek(*text, 0)) == ' ' || c == '0' || c == '\'';) {
        d->zero |= c == '0';
        *grouping |= c == '\'';
        *text = span_drop(*text, 1);
    }
}

static void take_width(span *text, struct directive *d)
{
    int sign = span_peek(*text, 0);
    bool saturated = false;
    span digits = sign == '-' || sign == '+' ? span_drop(*text, 1) : *text;
    if (!num_take_digits(&digits, &d->width, &saturated))
        return;
    d->width = d->width < INT64_MAX ? d->width : INT64_MAX;
    d->negative = sign == '-';
    *text = digits;
}

/* The precision behind a point. */
static bool take_precision(struct cli *cli, zstr format, span *text, uint64_t *precision)
{
    bool saturated = false;
    int c = span_peek(*text, 0);
    *precision = 0;
    if (!is_digit(c) && (c == ' ' || c == '+' || c == '-' || (c >= '\t' && c <= '\r')))
        saturated = true;
    else
        (void)num_take_digits(text, precision, &saturated);
    if (saturated || *precision > INT64_MAX)
        return cli_bad(cli, 0, "invalid precision in format %s", fmt_q(zstr_span(format)));
    return true;
}

/* Look for the directive; where it begins in FORMAT.  Each %% before it makes the text that is printed before
   the number a byte shorter, as in GNU's. */
static bool find_directive(struct cli *cli, zstr format, size_t *at, size_t *doubled)
{
    span text = zstr_span(format);
    *at = *doubled = 0;
    for (; span_peek(text, *at) != '%' || span_peek(text, *at + 1) == '%'; *at += 1) {
        if (*at >= span_len(text))
            return cli_bad(cli, 0, "format %s has no %% directive", fmt_q(text));
        if (span_peek(text, *at) == '%') {
            *at += 1;
            *doubled += 1;
        }
    }
    return true;
}

/* Whether another directive follows in TEXT. */
static bool has_directive(span text)
{
    for (unsigned char c = 0; span_next(&text, &c);)
        if (c == '%' && !(span_peek(text, 0) == '%' && span_next(&text, &c)))
            return true;
    return false;
}

bool numfmt_parse_format(struct cli *cli, zstr format, struct numfmt_options *opt)
{
    span text = zstr_span(format);
    struct directive d = {};
    size_t at = 0, doubled = 0;
    if (!find_directive(cli, format, &at, &doubled))
        return false;
    opt->before = span_first(text, at - doubled);
    text = span_drop(text, at + 1);
    take_flags(&text, &d, &opt->grouping);
    take_width(&text, &d);
    if (d.width > 0 && opt->debug && opt->padded && !(d.zero && !d.negative))
        cli_warn(cli, 0, "--format padding overriding --padding");
    if (span_empty(text))
        return cli_bad(cli, 0, "format %s ends in %%", fmt_q(zstr_span(format)));
    if (span_peek(text, 0) == '.') {
        text = span_drop(text, 1);
        if (!take_precision(cli, format, &text, &opt->precision))
            return false;
    }
    if (span_peek(text, 0) != 'f')
        return cli_bad(cli, 0, "invalid format %s, directive must be %%[0]['][-][N][.][N]f",
                       fmt_q(zstr_span(format)));
    opt->after = span_drop(text, 1);
    if (has_directive(opt->after))
        return cli_bad(cli, 0, "format %s has too many %% directives", fmt_q(zstr_span(format)));
    if (d.zero && !d.negative) {
        opt->zeros = d.width;
    } else if (d.width > 0) {
        opt->padded = true;
        opt->padding = d.width;
        opt->to_left = d.negative;
    }
    return true;
}
