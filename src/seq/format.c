/* format.c - how numbers are written: the user's format, or one chosen from the operands. */

#include "seq/seq.h"

#include "num/parse.h"
#include "safe/ascii.h"
#include "safe/checked.h"

/* Take digits off *REST; too many of them saturate. */
static int take_number(span *rest)
{
    uintmax_t v = 0;
    bool saturated = false;
    (void)num_take_digits(rest, &v, &saturated);
    return v < INT_MAX ? as_int(as_i64(v)) : INT_MAX;
}

static void take_flags(span *rest, struct float_spec *spec)
{
    unsigned char c = 0;
    for (; span_has(S("-+#0 '"), low_byte(magnitude(span_peek(*rest, 0)))) && span_next(rest, &c);) {
        spec->left |= c == '-';
        spec->plus |= c == '+';
        spec->space |= c == ' ';
        spec->alternate |= c == '#';
        spec->zero |= c == '0';
        spec->group |= c == '\'';
    }
}

/* Text before the next directive, with "%%" made "%"; *REST then begins behind the '%' of it.  False when
   there is none. */
static bool take_literal(struct cli *cli, span *rest, span *literal)
{
    buf text = {};
    span part = {};
    bool directive = false;
    while (!directive && span_cut(rest, '%', &part)) {
        buf_append(&text, part);
        directive = span_peek(*rest, 0) != '%';
        if (!directive) {
            buf_push(&text, '%');
            *rest = span_drop(*rest, 1);
        }
    }
    if (!directive) {
        buf_append(&text, *rest);
        *rest = (span){};
    }
    *literal = arena_dup(&cli->strings, buf_span(&text));
    buf_recycle(&text);
    return directive;
}

bool seq_parse_format(struct cli *cli, zstr format, struct seq_layout *out)
{
    struct fmtarg whole = fmt_q(zstr_span(format));
    span rest = zstr_span(format);
    if (!take_literal(cli, &rest, &out->prefix))
        return cli_bad(cli, 0, "format %s has no %% directive", whole);
    take_flags(&rest, &out->spec);
    out->spec.width = take_number(&rest);
    out->spec.precision = -1;
    if (span_peek(rest, 0) == '.') {
        rest = span_drop(rest, 1);
        out->spec.precision = take_number(&rest);
    }
    if (span_peek(rest, 0) == 'L')
        rest = span_drop(rest, 1);
    if (span_empty(rest))
        return cli_bad(cli, 0, "format %s ends in %%", whole);
    if (!span_next(&rest, &out->spec.conversion) || !span_has(S("efgaEFGA"), out->spec.conversion)) {
        span seen = span_before(zstr_span(format), rest);
        return cli_bad(cli, 0, "format %s has unknown %%%c directive", whole, fmt_s(span_tail(seen, 1)));
    }
    if (take_literal(cli, &rest, &out->suffix))
        return cli_bad(cli, 0, "format %s has too many %% directives", whole);
    return true;
}

void seq_default_layout(struct seq_options const *opt, struct seq_layout *out)
{
    int precision = opt->first.precision > opt->step.precision ? opt->first.precision : opt->step.precision;
    *out = (struct seq_layout){.spec = {.precision = -1, .conversion = 'g'}};
    if (precision == INT_MAX || opt->last.precision == INT_MAX)
        return;
    out->spec.precision = precision;
    out->spec.conversion = 'f';
    if (!opt->equal_width)
        return;
    /* The widest number is one of the ends, written with the precision of all. */
    size_t first = opt->first.width + as_size(precision - opt->first.precision);
    size_t last = opt->last.width;
    if (opt->last.precision > precision)
        last -= as_size(opt->last.precision - precision);
    else
        last += as_size(precision - opt->last.precision);
    first += precision > 0 && opt->first.precision == 0;
    last += precision > 0 && opt->last.precision == 0;
    last -= precision == 0 && opt->last.precision > 0;
    size_t width = size_max(first, last);
    out->spec.zero = true;
    out->spec.width = width < INT_MAX ? as_int(as_i64(width)) : INT_MAX - 1;
}
