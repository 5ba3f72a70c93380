/* format-put.c - texts and numbers with the padding and case that a directive asks for. */

#include "calendar/private.h"

#include "safe/ascii.h"
#include "text/onebyte.h"

enum { MUCH = 4096 };

void format_put_fill(struct date_printer *p, writer *out, uint64_t n, unsigned char c)
{
    if (p->longest > 0 && n > p->longest)
        n = (uint64_t)p->longest + 1;
    if (n <= MUCH || p->longest > 0) {
        buf_append_fill(&p->text, size_clamp(n), c);
        return;
    }
    writer_put(out, buf_span(&p->text));
    buf_clear(&p->text);
    for (; n > 0 && writer_ok(out); n -= size_min(size_clamp(n), MUCH))
        writer_fill(out, size_min(size_clamp(n), MUCH), c);
}

void format_case(struct date_printer *p, mspan text, bool upper)
{
    if (!p->has_maps) {
        text_upper_bytes(&p->upper);
        text_lower_bytes(&p->lower);
        p->has_maps = true;
    }
    if (upper)
        mspan_map(text, &p->upper);
    else
        mspan_map(text, &p->lower);
}

void format_put_text(struct date_printer *p, writer *out, struct directive const *d, span text)
{
    if (d->has_width && d->pad != '-' && d->width > span_len(text))
        format_put_fill(p, out, d->width - span_len(text), d->pad == '0' || d->pad == '+' ? '0' : ' ');
    size_t before = buf_len(&p->text);
    buf_append(&p->text, text);
    if (d->upper)
        format_case(p, mspan_drop(buf_mspan(&p->text), before), true);
}

/* DIGITS in those of Iran, U+06F0 and so on, where D asks for them by the O modifier. */
static span native_digits(struct date_printer *p, struct directive const *d, span digits)
{
    if (d->modifier != 'O' || d->letter == 's' || p->calendar != CALENDAR_PERSIAN || !p->date.foreign)
        return digits;
    buf_clear(&p->group);
    SPAN_FOREACH(c, digits) {
        bool digit = ascii_is_digit(c);
        if (digit)
            buf_push(&p->group, 0xDB);
        buf_push(&p->group, digit ? low_byte(0xB0u + c - '0') : c);
    }
    return buf_span(&p->group);
}

void format_put_digits(struct date_printer *p, writer *out, struct directive const *d, struct format_number n)
{
    n.digits = native_digits(p, d, n.digits);
    uint64_t width = d->has_width ? d->width : n.width;
    uint64_t used = span_len(n.digits) + (n.sign != 0);
    int pad = d->pad ? d->pad : n.pad;
    uint64_t fill = pad != '-' && width > used ? width - used : 0;
    if (fill > 0 && pad == '_')
        format_put_fill(p, out, fill, ' ');
    if (n.sign)
        buf_push(&p->text, low_byte(as_size(n.sign)));
    if (fill > 0 && pad != '_')
        format_put_fill(p, out, fill, '0');
    buf_append(&p->text, n.digits);
}

/* V with SIGN before it. */
static void put_value(struct date_printer *p, writer *out, struct directive const *d, uintmax_t v,
                      struct format_number n)
{
    buf_clear(&p->number);
    buf_append_umax(&p->number, v);
    n.digits = buf_span(&p->number);
    format_put_digits(p, out, d, n);
}

void format_put_width(struct date_printer *p, uint32_t v, unsigned width)
{
    mspan room = buf_tail(&p->text, width);
    for (size_t i = width; i-- > 0; v /= 10)
        mspan_set(room, i, low_byte('0' + v % 10));
    buf_commit(&p->text, width);
}

void format_put_number(struct date_printer *p, writer *out, struct directive const *d, int64_t value,
                       unsigned width)
{
    if (width == 2 && value >= 0 && value <= 99 && directive_is_bare(d)) {
        format_put_width(p, low_u32(as_size(value)), 2);
        return;
    }
    put_value(p, out, d, magnitude(value),
              (struct format_number){.sign = value < 0 ? '-' : 0, .width = width, .pad = '0'});
}

void format_put_spaced(struct date_printer *p, writer *out, struct directive const *d, int64_t value)
{
    put_value(p, out, d, magnitude(value), (struct format_number){.width = 2, .pad = '_'});
}

void format_put_year(struct date_printer *p, writer *out, struct directive const *d, int64_t year,
                     unsigned width)
{
    int64_t usual = width == 2 ? 99 : 9999;
    if (year >= 0 && year <= usual && directive_is_bare(d)) {
        format_put_width(p, low_u32(as_size(year)), width);
        return;
    }
    bool plus = d->pad == '+' && year >= 0 && (year > usual || (d->has_width && d->width > width));
    put_value(p, out, d, magnitude(year),
              (struct format_number){.sign = year < 0 ? '-' : plus ? '+' : 0, .width = width, .pad = '0'});
}
