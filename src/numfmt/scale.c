/* scale.c - the text of a number: in the unit that keeps it short, rounded, with its letter. */

#include "num/group.h"
#include "numfmt/numfmt.h"

enum {
    LARGEST_EXPONENT = 32,      /* of ten, in numbers that have a letter */
    SHOWN_DIGITS = 16500,       /* behind a point; all others of a long double are zeros */
};

static const uint64_t MOST_UNITS = 1000000000000000000;

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

/* A value rounded behind so many decimals. */
struct rounded {
    long double value;
    uint64_t units;             /* of the last decimal, without the sign, if they are not too many */
    size_t decimals;
};

static long double power_of_ten(size_t n)
{
    long double power = 1;
    for (; n > 0; n--)
        power *= 10;
    return power;
}

static struct rounded round_at(struct numfmt_run const *run, long double v, size_t decimals)
{
    struct rounded r = {.decimals = decimals};
    if (decimals == 0) {
        r.value = float_round(v, run->opt.rounding, &r.units);
    } else {
        long double power = power_of_ten(decimals);
        r.value = float_round(v * power, run->opt.rounding, &r.units) / power;
    }
    return r;
}

/* Append R with PRECISION decimals, as printf does; where all of them are known, without it. */
static void append_value(struct numfmt_run *run, struct rounded r, size_t precision)
{
    if (r.decimals == 1 && precision == 0 && r.units <= MOST_UNITS && r.units % 10 == 0) {
        r.units /= 10;
        r.decimals = 0;
    }
    if (r.units > MOST_UNITS || precision != r.decimals) {
        struct float_spec spec = {.group = run->opt.grouping, .conversion = 'f',
                                  .precision = as_int(as_i64(size_min(precision, SHOWN_DIGITS)))};
        (void)float_format(&run->text, spec, r.value);
        return;
    }
    uint64_t one = 1;
    for (size_t i = 0; i < r.decimals; i++)
        one *= 10;
    if (r.value < 0)
        buf_push(&run->text, '-');
    if (run->opt.grouping) {
        buf_clear(&run->digits);
        buf_append_umax(&run->digits, r.units / one);
        num_append_grouped(&run->text, buf_span(&run->digits));
    } else {
        buf_append_umax(&run->text, r.units / one);
    }
    if (r.decimals > 0) {
        buf_append(&run->text, run->point);
        buf_append_base(&run->text, r.units % one, 10, r.decimals);
    }
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
    struct rounded r = round_at(run, v, any ? absolute(v) < 10 : size_min(power * 3, size_clamp(wanted)));
    if (absolute(r.value) >= base) {
        r = (struct rounded){.value = r.value / base, .units = UINT64_MAX};
        power++;
    }
    bool decimal = r.value != 0 && absolute(r.value) < 10 && power > 0;
    append_value(run, r, any ? decimal : size_clamp(wanted));
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
    uint64_t precision = run->opt.precision == NUMFMT_ANY ? n.precision : run->opt.precision;
    bool scaled = run->opt.to != SCALE_NONE;
    bool small = absolute(v) < 1e18L && (scaled || precision == 0);
    size_t exponent = small ? 0 : exponent_of(v, 10, &unused);
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
