/* usual.c - lines that are one whole number, with a letter perhaps, and nothing else.

   Such numbers are computed as integers, with the same results as those of long doubles: what is less than
   10^15 is divided by 1000 four times at most, each time off by 2^-64 at most, while a quotient that is no
   whole number of tenths is 10^-11 away from one at least; where it is one, the divisions and the
   multiplication by ten are exact. */

#include "numfmt/numfmt.h"
#include "safe/decimal.h"

enum {
    WINDOW = 16 * 1024,
    MOST_PADDING = 64,
    ROOM = MOST_PADDING + 64,   /* for a line of output */
    MOST_DIGITS = 18,
    POWERS = 4,                 /* of 1000 or 1024 that letters may stand for here */
};

static const uint64_t MOST_PLAIN = 1000000000000000000, MOST_SCALED = 1000000000000000;

struct usual {
    bool negative;
    uint64_t value;
};

/* Whether OPT leaves all numbers the form that they have without options, but for their unit and padding. */
static bool has_usual_form(struct numfmt_options const *opt)
{
    return !opt->formatted && !opt->grouping && !opt->separated && span_empty(opt->suffix) && opt->zeros == 0
           && opt->precision == NUMFMT_ANY && opt->rounding == FLOAT_FROM_ZERO
           && opt->padding <= MOST_PADDING;
}

bool numfmt_has_usual(struct numfmt_run const *run)
{
    return !run->opt.fields_given && !run->opt.delimited && run->opt.from_unit == 1 && run->opt.to_unit == 1
           && has_usual_form(&run->opt) && span_len(run->point) <= sizeof(uint64_t);
}

/* Take a letter off *TEXT, if there is one, and let *VALUE be in its unit; false when that is not usual. */
static bool take_letter(struct numfmt_run const *run, span *text, uint64_t *value)
{
    int from = run->opt.from;
    size_t power = numfmt_power_of_letter(span_peek(*text, 0));
    if (power == 0)
        return true;
    bool i = span_peek(*text, 1) == 'i' && (from == SCALE_AUTO || from == SCALE_IEC_I);
    if (power > POWERS || from == SCALE_NONE || (from == SCALE_IEC_I && !i))
        return false;
    *text = span_drop(*text, i ? 2 : 1);
    uint64_t base = from == SCALE_SI || (from == SCALE_AUTO && !i) ? 1000 : 1024, factor = 1;
    for (; power > 0; power--)
        factor *= base;
    return !ck_mul(value, *value, factor);
}

/* Take a usual line off *TEXT; false, nothing changed, when there is another one. */
static bool take_usual(struct numfmt_run const *run, span *text, struct usual *out)
{
    span rest = *text;
    bool negative = span_peek(rest, 0) == '-';
    uint64_t value = 0;
    size_t begin = negative, n = begin;
    for (unsigned digit = 0; n < span_len(rest) && (digit = span_at(rest, n) - (unsigned)'0') < 10; n++)
        value = value * 10 + digit;
    if (n == begin || n - begin > MOST_DIGITS)
        return false;
    rest = span_drop(rest, n);
    if (!take_letter(run, &rest, &value) || span_peek(rest, 0) != run->opt.line_end
        || value >= (run->opt.to == SCALE_NONE ? MOST_PLAIN : MOST_SCALED))
        return false;
    *text = span_drop(rest, 1);
    *out = (struct usual){negative && value > 0, value};
    return true;
}

/* N tenths, with the decimal. */
static void put_tenths(struct numfmt_run const *run, mspan *w, uint64_t n)
{
    mspan_put_decimal(w, n / 10);
    mspan_put(w, run->point);
    mspan_put_decimal(w, n % 10);
}

/* VALUE in the unit for it, rounded up, and that unit. */
static void put_scaled(struct numfmt_run const *run, mspan *w, uint64_t value)
{
    uint64_t base = run->opt.to == SCALE_SI ? 1000 : 1024, unit = 1;
    size_t power = 0;
    for (; value >= unit * base; power++)
        unit *= base;
    if (power == 0) {
        mspan_put_decimal(w, value);
        return;
    }
    uint64_t tenths = value < 10 * unit ? (value * 10 + unit - 1) / unit : 0;
    uint64_t whole = (value + unit - 1) / unit;
    if (whole == base) {
        tenths = 10;
        power++;
    }
    if (tenths > 0 && tenths < 100)
        put_tenths(run, w, tenths);
    else
        mspan_put_decimal(w, whole);
    mspan_push(w, run->opt.to == SCALE_SI && power == 1 ? 'k' : span_at(S("KMGTP"), power - 1));
    if (run->opt.to == SCALE_IEC_I)
        mspan_push(w, 'i');
}

static void put_usual(struct numfmt_run const *run, mspan *w, struct usual n)
{
    if (n.negative)
        mspan_push(w, '-');
    if (run->opt.to == SCALE_NONE)
        mspan_put_decimal(w, n.value);
    else
        put_scaled(run, w, n.value);
}

/* The same in the columns of --padding. */
static void put_padded(struct numfmt_run const *run, mspan *w, struct usual n)
{
    mspan room = *w, end = room;
    put_usual(run, &end, n);
    size_t len = mspan_len(room) - mspan_len(end), padding = size_clamp(run->opt.padding);
    size_t blanks = padding > len ? padding - len : 0;
    if (!run->opt.to_left)
        (void)mspan_copy(mspan_drop(room, blanks), mspan_span(mspan_first(room, len)));
    mspan_fill(mspan_sub(room, run->opt.to_left ? len : 0, blanks), ' ');
    *w = mspan_drop(room, len + blanks);
}

size_t numfmt_print_usual(struct numfmt_run const *run, writer *out, span text)
{
    struct usual n = {};
    span rest = text;
    mspan w = writer_window(out, WINDOW);
    while (mspan_len(w) >= ROOM && take_usual(run, &rest, &n)) {
        if (run->opt.padding > 0)
            put_padded(run, &w, n);
        else
            put_usual(run, &w, n);
        mspan_push(&w, run->opt.line_end);
    }
    writer_commit_before(out, w);
    return span_len(text) - span_len(rest);
}
