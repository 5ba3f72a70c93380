/* scale.c - the text of a number: in the unit that keeps it short, rounded, with its letter. */

#include "numfmt/numfmt.h"

enum {
    LARGEST_EXPONENT = 32,      /* of ten, in numbers that have a letter */
    SHOWN_DIGITS = 16500,       /* behind a point; all others of a long double are zeros */
};

static long double absolute(long double v)
{
    return v < 0 ? -v : v;
}

/* How often V can be divided by BASE without becoming less than 1; what is left then in *REST. */
static size_t exponent_of(long double v, unsigned base, long double *rest)
{
    size_t n = 0;
    for (; absolute(v) >= base; n++)
        v /= base;
    *rest = v;
    return n;
}

/* V rounded behind N decimals. */
static long double round_at(struct numfmt_run const *run, long double v, size_t n)
{
    long double power = 1;
    for (size_t i = 0; i < n; i++)
        power *= 10;
    return float_round(v * power, run->opt.rounding) / power;
}

/* Append V with PRECISION decimals, as printf does: where V is short, without it. */
static void append_value(struct numfmt_run *run, long double v, size_t precision)
{
    uint64_t whole = 0;
    if (precision == 0 && !run->opt.grouping && float_to_whole(v, &whole)) {
        buf_append_umax(&run->text, whole);
        return;
    }
    if (precision == 1 && !run->opt.grouping && v < 100 && float_to_whole(v * 10, &whole)
        && round_at(run, v, 1) == v) {
        buf_append_umax(&run->text, whole / 10);
        buf_append(&run->text, run->point);
        buf_push(&run->text, low_byte('0' + whole % 10));
        return;
    }
    struct float_spec spec = {.group = run->opt.grouping, .conversion = 'f',
                              .precision = as_int(as_i64(size_min(precision, SHOWN_DIGITS)))};
    (void)float_format(&run->text, spec, v);
}

/* The text of V as %Lg, for complaints. */
static void general_text(buf *out, long double v)
{
    (void)float_format(out, (struct float_spec){.conversion = 'g', .precision = -1}, v);
}

/* Complain that V is too large to be printed. */
static bool too_large(struct cli *cli, struct numfmt_run *run, long double v, size_t precision)
{
    buf_clear(&run->text);
    general_text(&run->text, v);
    struct fmtarg value = fmt_s(buf_span(&run->text));
    if (run->opt.invalid == INVALID_IGNORE)
        return false;
    if (run->opt.to != SCALE_NONE)
        cli_warn(cli, 0, "value too large to be printed: '%Lg' (cannot handle values > 999Q)", value);
    else if (precision > 0)
        cli_warn(cli, 0, "value/precision too large to be printed: '%Lg/%lu' (consider using --to)", value,
                 fmt_u(precision));
    else
        cli_warn(cli, 0, "value too large to be printed: '%Lg' (consider using --to)", value);
    return false;
}

static span letter_of_power(size_t power)
{
    return power <= 10 ? span_sub(S("KMGTPEZYRQ"), power - 1, 1) : S("(error)");
}

/* The number V in the unit for it, and that unit. */
static void append_scaled(struct numfmt_run *run, long double v, size_t *digits)
{
    unsigned base = run->opt.to == SCALE_SI ? 1000 : 1024;
    uint64_t wanted = run->opt.precision;
    size_t power = exponent_of(v, base, &v);
    bool any = wanted == NUMFMT_ANY;
    v = round_at(run, v, any ? absolute(v) < 10 : size_min(power * 3, size_clamp(wanted)));
    if (absolute(v) >= base) {
        v /= base;
        power++;
    }
    bool decimal = v != 0 && absolute(v) < 10 && power > 0;
    append_value(run, v, any ? decimal : size_clamp(wanted));
    *digits = buf_len(&run->text);
    if (power == 0)
        return;
    buf_append(&run->text, run->opt.separator);
    buf_append(&run->text, run->opt.to == SCALE_SI && power == 1 ? S("k") : letter_of_power(power));
    if (run->opt.to == SCALE_IEC_I)
        buf_push(&run->text, 'i');
}

bool numfmt_append_number(struct cli *cli, struct numfmt_run *run, struct numfmt_number n, size_t *digits,
                          uint64_t *more)
{
    long double v = n.value, unused = 0;
    if (run->opt.from_unit != 1 || run->opt.to_unit != 1)
        v = v * run->opt.from_unit / run->opt.to_unit;
    size_t exponent = exponent_of(v, 10, &unused);
    uint64_t precision = run->opt.precision == NUMFMT_ANY ? n.precision : run->opt.precision;
    bool scaled = run->opt.to != SCALE_NONE;
    buf_clear(&run->text);
    *more = 0;
    if (scaled && exponent > LARGEST_EXPONENT)
        return too_large(cli, run, v, 0);
    if (!scaled && (precision > NUMFMT_UNSCALED_DIGITS || exponent + precision > NUMFMT_UNSCALED_DIGITS))
        return too_large(cli, run, v, size_clamp(precision));
    if (scaled) {
        append_scaled(run, v, digits);
        if (run->opt.precision != NUMFMT_ANY && precision > SHOWN_DIGITS)
            *more = precision - SHOWN_DIGITS;
    } else {
        append_value(run, round_at(run, v, size_clamp(precision)), size_clamp(precision));
        *digits = buf_len(&run->text);
    }
    return true;
}
