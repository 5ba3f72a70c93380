/* number.c - numbers as bytes that compare as the numbers do.

   A number of any length becomes: a byte that says on which side of zero it is and how many digits its
   integer part has, the digits in pairs without zeros at either end, and a final zero byte; all bytes are
   inverted for numbers below zero.  */

#include "safe/ascii.h"
#include "safe/checked.h"
#include "sort/sort.h"
#include "sys/float.h"

enum { ZERO = 0x80, LONG = 0x7E };      /* the byte of zero; digits that do not fit into the first byte */

/* The parts of a number in a text. */
struct digits {
    bool negative;
    size_t whole;                       /* significant digits of the integer part */
    span integer;                       /* from its first significant digit on, may hold separators */
    span fraction;                      /* up to its last digit that is not zero */
};

/* Take the integer part off S. */
static void take_integer(span *s, struct digits *d, int separator)
{
    while (!span_empty(*s) && (span_at(*s, 0) == '0' || span_at(*s, 0) == separator))
        *s = span_drop(*s, 1);
    size_t n = 0;
    span rest = *s;
    SPAN_FOREACH(c, rest) {
        if (ascii_is_digit(c))
            d->whole++;
        else if (c != separator)
            break;
        n++;
    }
    d->integer = span_take(s, n);
}

static struct digits parse(span text, struct sort_order const *order)
{
    struct digits d = {};
    span s = sort_skip_blanks(order, text);
    d.negative = span_peek(s, 0) == '-';
    if (d.negative)
        s = span_drop(s, 1);
    take_integer(&s, &d, order->thousands);
    if (!span_empty(s) && span_at(s, 0) == order->decimal) {
        s = span_drop(s, 1);
        size_t n = 0, keep = 0;
        while (ascii_is_digit(span_peek(s, n))) {
            n++;
            if (span_at(s, n - 1) != '0')
                keep = n;
        }
        d.fraction = span_first(s, keep);
    }
    return d;
}

/* Digits in pairs: a pair is one byte from 1 to 100, and a half pair is filled up with a zero. */
struct pairs {
    mspan out;
    unsigned high;
    bool half;
};

static void put_digit(struct pairs *p, unsigned digit)
{
    if (p->half)
        mspan_push(&p->out, low_byte(p->high * 10 + digit + 1));
    p->high = digit;
    p->half = !p->half;
}

/* The integer part without the zeros at its end, which count only by its length. */
static span without_zeros(span integer)
{
    while (!span_empty(integer) && (span_last(integer) == '0' || !ascii_is_digit(span_last(integer))))
        integer = span_chop(integer, 1);
    return integer;
}

static void put_digits(mspan *out, struct digits const *d)
{
    struct pairs p = {.out = *out};
    span integer = span_empty(d->fraction) ? without_zeros(d->integer) : d->integer;
    SPAN_FOREACH(c, integer)
        if (ascii_is_digit(c))
            put_digit(&p, c - (unsigned)'0');
    span fraction = d->fraction;
    SPAN_FOREACH(c, fraction)
        put_digit(&p, c - (unsigned)'0');
    if (p.half)
        put_digit(&p, 0);
    mspan_push(&p.out, 0);
    *out = p.out;
}

static void put_length(mspan *out, size_t whole)
{
    bool fits = whole < LONG - 1;
    mspan_push(out, low_byte(ZERO + 1 + (fits ? whole : LONG - 1)));
    for (unsigned shift = 64; !fits && shift > 0; shift -= 8)
        mspan_push(out, low_byte((uint64_t)whole >> (shift - 8)));
}

static void append_digits(buf *out, struct digits const *d)
{
    if (d->whole == 0 && span_empty(d->fraction)) {
        buf_push(out, ZERO);
        return;
    }
    size_t before = buf_len(out);
    mspan w = buf_tail(out, span_len(d->integer) + span_len(d->fraction) + 16);
    put_length(&w, d->whole);
    put_digits(&w, d);
    buf_commit_before(out, w);
    if (!d->negative)
        return;
    mspan made = mspan_drop(buf_mspan(out), before);
    for (size_t i = 0; i < mspan_len(made); i++)
        mspan_set(made, i, low_byte(~(unsigned)mspan_at(made, i)));
}

void sort_append_number(buf *out, span text, struct sort_order const *order)
{
    struct digits d = parse(text, order);
    append_digits(out, &d);
}

/* How large the unit LETTER is, or 0. */
static unsigned unit_size(int letter)
{
    span units = S("KMGTPEZYRQ");
    if (letter == 'k')
        return 1;
    size_t at = letter < 0 ? span_len(units) : span_find(units, low_byte(as_size(letter)));
    return at < span_len(units) ? as_uint(as_i64(at)) + 1 : 0;
}

/* Length of digits with single separators between them and a fraction.  *ANY: there is a digit; *SOME: one
   that is not zero. */
static size_t raw_length(span s, struct sort_order const *order, bool *any, bool *some)
{
    size_t i = 0;
    while (ascii_is_digit(span_peek(s, i))) {
        *any = true;
        *some |= span_at(s, i) != '0';
        i++;
        if (order->thousands >= 0 && span_peek(s, i) == order->thousands)
            i++;                        /* one, and more end the number */
    }
    if (order->thousands >= 0 && i > 0 && span_at(s, i - 1) == order->thousands)
        return i - 1;
    if (span_peek(s, i) != order->decimal)
        return i;
    i++;
    while (ascii_is_digit(span_peek(s, i))) {
        *any = true;
        *some |= span_at(s, i) != '0';
        i++;
    }
    return i;
}

void sort_append_human(buf *out, span text, struct sort_order const *order)
{
    span s = sort_skip_blanks(order, text);
    bool negative = span_peek(s, 0) == '-', any = false, some = false;
    if (negative)
        s = span_drop(s, 1);
    size_t n = raw_length(s, order, &any, &some);
    unsigned unit = some ? unit_size(span_peek(s, n)) : 0;
    buf_push(out, low_byte(negative ? 64 - unit : 64 + unit));
    sort_append_number(out, text, order);
}

size_t sort_number_length(span text, struct sort_order const *order, bool human)
{
    size_t sign = span_peek(text, 0) == '-';
    bool any = false, some = false;
    size_t n = sign + raw_length(span_drop(text, sign), order, &any, &some);
    if (!any)
        return 0;
    return human && unit_size(span_peek(text, n)) > 0 ? n + 1 : n;
}

void sort_append_general(buf *out, span text)
{
    size_t used = 0;
    long double v = float_scan(text, &used);
    if (used == 0)
        buf_push(out, 0);
    else
        float_append_key(out, v);
}

size_t sort_general_length(span text)
{
    size_t used = 0;
    float_scan(text, &used);
    return used;
}
