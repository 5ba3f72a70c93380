/* format-parts.c - the directives that stand for one thing. */

#include "calendar/private.h"

enum { MINUTE = 60, HOUR = 3600, WEEK = 7 };

/* ---- the clock ---- */

enum { FRACTION_DIGITS = 9 };

/* The digits of a fraction that the clock can tell apart. */
static uint64_t clock_digits(void)
{
    uint64_t digits = FRACTION_DIGITS;
    for (uint32_t step = clock_resolution().nsec; digits > 1 && step > 0 && step % 10 == 0; step /= 10)
        digits--;
    return digits;
}

/* Nanoseconds: the width is the number of digits. */
static void put_fraction(struct date_printer *p, writer *out, struct directive const *d)
{
    enum { BILLION = 1000000000 };
    if (directive_is_bare(d)) {
        format_put_width(p, p->point.nsec, FRACTION_DIGITS);
        return;
    }
    bool of_clock = p->by_clock && span_eq(d->written, S("%-N"));
    uint64_t width = of_clock ? clock_digits() : d->has_width ? d->width : FRACTION_DIGITS;
    buf_clear(&p->number);
    buf_append_umax(&p->number, BILLION + (uintmax_t)p->point.nsec);
    span digits = span_at_most(span_drop(buf_span(&p->number), 1), width);
    if (d->pad == '_' || (d->pad == '-' && !of_clock))
        while (span_len(digits) > 1 && span_last(digits) == '0')
            digits = span_chop(digits, 1);
    buf_append(&p->text, digits);
    if (d->pad != '-' && width > span_len(digits))
        format_put_fill(p, out, width - span_len(digits), d->pad == '_' ? ' ' : '0');
}

static void put_two(buf *out, int64_t v)
{
    buf_push(out, ':');
    buf_push(out, low_byte(as_size('0' + v / 10)));
    buf_push(out, low_byte(as_size('0' + v % 10)));
}

/* The distance to UTC: hhmm, hh:mm, hh:mm:ss, or as much of that as is not zero. */
static void put_offset(struct date_printer *p, writer *out, struct directive const *d)
{
    int64_t offset = p->time.offset < 0 ? -p->time.offset : p->time.offset;
    int64_t hours = offset / HOUR, minutes = offset / MINUTE % 60, seconds = offset % MINUTE;
    bool minus = p->time.offset < 0 || (offset == 0 && span_starts(zstr_span(p->time.name), S("-")));
    if (directive_is_bare(d) && hours <= 99) {
        buf_push(&p->text, minus ? '-' : '+');
        format_put_width(p, low_u32(as_size(hours * 100 + minutes)), 4);
        return;
    }
    struct format_number n = {.sign = minus ? '-' : '+', .width = 5, .pad = '0'};
    int colons = d->colons < 3 ? d->colons : seconds ? 2 : minutes ? 1 : 3;
    buf_clear(&p->number);
    buf_append_umax(&p->number, as_size(colons == 0 ? hours * 100 + minutes : hours));
    if (colons == 1 || colons == 2) {
        put_two(&p->number, minutes);
        n.width += 1;
    }
    if (colons == 2) {
        put_two(&p->number, seconds);
        n.width += 3;
    }
    if (colons == 3)
        n.width = 3;
    n.digits = buf_span(&p->number);
    format_put_digits(p, out, d, n);
}

static int64_t hour_of_half(int hour)
{
    return (hour + 11) % 12 + 1;
}

bool format_put_clock(struct date_printer *p, writer *out, struct directive const *d)
{
    switch (d->letter) {
    case 'H': format_put_number(p, out, d, p->time.hour, 2); return true;
    case 'I': format_put_number(p, out, d, hour_of_half(p->time.hour), 2); return true;
    case 'k': format_put_spaced(p, out, d, p->time.hour); return true;
    case 'l': format_put_spaced(p, out, d, hour_of_half(p->time.hour)); return true;
    case 'M': format_put_number(p, out, d, p->time.minute, 2); return true;
    case 'S': format_put_number(p, out, d, p->time.second, 2); return true;
    case 's': format_put_number(p, out, d, p->point.sec, 1); return true;
    case 'N': put_fraction(p, out, d); return true;
    case 'z': put_offset(p, out, d); return true;
    default: return false;
    }
}

/* ---- the date ---- */

static bool is_leap(int64_t year)
{
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

/* Days from the Monday that begins the first ISO week of T's year to T; negative when T is before it. */
static int64_t days_of_iso_year(int yearday, int weekday)
{
    enum { BIG = 371, THURSDAY = 4 };   /* a multiple of WEEK */
    int64_t since_thursday = yearday - weekday + THURSDAY + BIG;
    return yearday - since_thursday % WEEK + THURSDAY - 1;
}

struct iso_week {
    int64_t year, week;
};

static struct iso_week iso_week(struct zone_time const *t)
{
    struct iso_week w = {.year = t->year};
    int64_t days = days_of_iso_year(t->yearday, t->weekday);
    if (days < 0) {
        w.year--;
        days = days_of_iso_year(t->yearday + 365 + is_leap(w.year), t->weekday);
    } else {
        int64_t of_next = days_of_iso_year(t->yearday - 365 - is_leap(w.year), t->weekday);
        if (of_next >= 0) {
            w.year++;
            days = of_next;
        }
    }
    w.week = days / WEEK + 1;
    return w;
}

/* The last two digits, which for years before Christ are those of the number without its sign. */
static int64_t year_of_century(int64_t year)
{
    int64_t of = year % 100;
    return of < 0 ? (year < 0 ? -of : of + 100) : of;
}

static void put_century(struct date_printer *p, writer *out, struct directive const *d)
{
    int64_t year = p->time.year, century = year / 100;
    if (year >= 0 || century != 0) {
        format_put_year(p, out, d, century, 2);
        return;
    }
    struct format_number minus_zero = {.sign = '-', .digits = S("0"), .width = 2, .pad = '0'};
    format_put_digits(p, out, d, minus_zero);
}

/* The ISO date.  A width and padding are the year's; without them it has a plus from 10000 on. */
static void put_iso_date(struct date_printer *p, writer *out, struct directive const *d)
{
    enum { MONTH_AND_DAY = 6 };
    struct directive part = {.has_width = true, .pad = d->pad ? d->pad : '0'};
    part.width = d->has_width && d->width > MONTH_AND_DAY ? d->width - MONTH_AND_DAY : 0;
    if (!d->has_width && d->pad == 0)
        part = (struct directive){.has_width = true, .pad = '+', .width = 4};
    format_put_year(p, out, &part, p->date.year, 4);
    part = (struct directive){};
    buf_push(&p->text, '-');
    format_put_number(p, out, &part, p->date.month, 2);
    buf_push(&p->text, '-');
    format_put_number(p, out, &part, p->date.day, 2);
}

static int from_monday(struct zone_time const *t)
{
    return (t->weekday + 6) % WEEK;
}

/* Which week of the year T is in, when that began DAYS_BEFORE T; week 0 is before the first such day. */
static int64_t week_of_year(struct zone_time const *t, int days_before)
{
    return (t->yearday - days_before + WEEK) / WEEK;
}

bool format_put_date(struct date_printer *p, writer *out, struct directive const *d)
{
    switch (d->letter) {
    case 'C': put_century(p, out, d); return true;
    case 'd': format_put_number(p, out, d, p->date.day, 2); return true;
    case 'e': format_put_spaced(p, out, d, p->date.day); return true;
    case 'F': put_iso_date(p, out, d); return true;
    case 'g': format_put_year(p, out, d, year_of_century(iso_week(&p->time).year), 2); return true;
    case 'G': format_put_year(p, out, d, iso_week(&p->time).year, 4); return true;
    case 'j': format_put_number(p, out, d, p->time.yearday + 1, 3); return true;
    case 'm': format_put_number(p, out, d, p->date.month, 2); return true;
    case 'q': format_put_number(p, out, d, (p->time.month - 1) / 3 + 1, 1); return true;
    case 'u': format_put_number(p, out, d, from_monday(&p->time) + 1, 1); return true;
    case 'U': format_put_number(p, out, d, week_of_year(&p->time, p->time.weekday), 2); return true;
    case 'V': format_put_number(p, out, d, iso_week(&p->time).week, 2); return true;
    case 'w': format_put_number(p, out, d, p->time.weekday, 1); return true;
    case 'W': format_put_number(p, out, d, week_of_year(&p->time, from_monday(&p->time)), 2); return true;
    case 'y': format_put_year(p, out, d, year_of_century(p->time.year), 2); return true;
    case 'Y': format_put_year(p, out, d, p->date.year, 4); return true;
    default: return false;
    }
}
