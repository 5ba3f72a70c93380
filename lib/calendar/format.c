/* format.c - see format.h.

   A directive that stands for several others (%D, %r, %x, ...) has a format of its own, partly from the
   locale, which may name such directives again; flatten replaces them before anything is printed. */

#include "calendar/private.h"

#include "safe/ascii.h"
#include "sys/locale.h"

enum { WIDEST = INT_MAX };

/* ---- reading a directive ---- */

static void take_flags(span *s, struct directive *d)
{
    for (;; *s = span_drop(*s, 1)) {
        int c = span_peek(*s, 0);
        switch (c) {
        case '_': case '-': case '+': case '0': d->pad = c; break;
        case '^': d->upper = true; break;
        case '#': d->swap = true; break;
        default: return;
        }
    }
}

static void take_width(span *s, struct directive *d)
{
    for (; ascii_is_digit(span_peek(*s, 0)); *s = span_drop(*s, 1)) {
        d->has_width = true;
        d->width = d->width * 10 + as_size(span_peek(*s, 0) - '0');
        d->width = d->width < WIDEST ? d->width : WIDEST;
    }
}

/* Letters that may not come after E, and after O. */
static bool is_letter_for(int letter, int modifier)
{
    span not_for_e = S("aAbBdDeFgGhHIjklmMNSUVwW"), not_for_o = S("aAcDFxX");
    switch (letter) {
    case 'E': case 'f': case 'i': case 'J': case 'K': case 'L': case 'o': case 'O': case 'Q': case 'v':
        return false;
    default:
        if (!ascii_is_letter(letter))
            return false;
    }
    return !(modifier == 'E' && span_has(not_for_e, low_byte(as_size(letter))))
           && !(modifier == 'O' && span_has(not_for_o, low_byte(as_size(letter))));
}

struct directive directive_take(span *format)
{
    struct directive d = {};
    d.letter = span_peek(*format, 1);
    if (is_letter_for(d.letter, 0)) {   /* as most directives are */
        d.written = span_take(format, 2);
        return d;
    }
    span rest = span_drop(*format, 1);
    take_flags(&rest, &d);
    take_width(&rest, &d);
    int next = span_peek(rest, 0);
    if (next == 'E' || next == 'O') {
        d.modifier = next;
        rest = span_drop(rest, 1);
    }
    size_t colons = 0;
    while (span_peek(rest, colons) == ':')
        colons++;
    if (colons > 0 && span_peek(rest, colons) != 'z') {
        rest = span_drop(rest, 1);
        d.letter = 0;
    } else if (colons > 3) {
        rest = span_drop(rest, colons + 1);
        d.letter = 0;
    } else {
        d.colons = as_int(as_i64(colons));
        rest = span_drop(rest, colons);
        next = span_peek(rest, 0);
        d.letter = is_letter_for(next, d.modifier) ? next : 0;
        /* A percent sign may begin another directive. */
        rest = span_drop(rest, next >= 0 && (next != '%' || span_peek(*format, 1) == '%'));
    }
    d.written = span_before(*format, rest);
    *format = rest;
    return d;
}

/* ---- directives that stand for several ---- */

/* The date as is usual where the calendar is another one. */
static span foreign_date(struct date_printer const *p)
{
    switch (p->calendar) {
    case CALENDAR_THAI: return S("%d/%m/%Y");
    case CALENDAR_PERSIAN: return S("%OY/%Om/%Od");
    default: return zstr_span(zone_format(ZONE_DATE));
    }
}

/* The format that D stands for, or an empty one. */
static span several(struct date_printer const *p, struct directive const *d)
{
    bool english = p->plain || p->c_locale;
    switch (d->letter) {
    case 'c': return english ? S("%a %b %e %H:%M:%S %Y") : (span){};
    case 'D': return S("%m/%d/%y");
    case 'r': return english || zstr_len(zone_format(ZONE_TIME_12)) == 0 ? S("%I:%M:%S %p") : (span){};
    case 'R': return S("%H:%M");
    case 'T': return S("%H:%M:%S");
    case 'x':
        if (p->date.foreign)
            return foreign_date(p);
        return english ? S("%m/%d/%y") : (span){};
    case 'X': return english ? S("%H:%M:%S") : (span){};
    default: return (span){};
    }
}

/* Append FORMAT to OUT, each of those directives replaced by what it stands for; true when there was any. */
static bool flatten_once(struct date_printer const *p, buf *out, span format)
{
    bool any = false;
    while (!span_empty(format)) {
        buf_append(out, span_take(&format, span_find(format, '%')));
        if (span_empty(format))
            break;
        struct directive d = directive_take(&format);
        span parts = several(p, &d);
        any |= !span_empty(parts);
        buf_append(out, span_empty(parts) ? d.written : parts);
    }
    return any;
}

/* FORMAT without such directives, in P->flat.  No locale nests them deeper than a few times. */
static span flatten(struct date_printer *p, span format)
{
    enum { DEEPEST = 4 };
    buf_clear(&p->flat);
    buf_append(&p->flat, format);
    for (int depth = 0; depth < DEEPEST; depth++) {
        buf_clear(&p->flatter);
        bool any = flatten_once(p, &p->flatter, buf_span(&p->flat));
        buf_swap(&p->flat, &p->flatter);
        if (!any)
            break;
    }
    return buf_span(&p->flat);
}

/* ---- printing ---- */

static bool is_usual_english(struct date_printer const *p, struct directive const *d)
{
    return p->c_locale && d->pad == 0 && p->time.year >= 1000 && p->time.year <= 9999;
}

/* What is left to libc: the era, and times and dates in the language's own form; in English, too, where their
   years are not of four digits or have flags. */
static bool is_foreign(struct date_printer const *p, struct directive const *d)
{
    if (p->plain)
        return false;
    switch (d->letter) {
    case 'c': return !is_usual_english(p, d);
    case 'X': return !p->c_locale;
    case 'r': return !p->c_locale && zstr_len(zone_format(ZONE_TIME_12)) > 0;
    case 'x': return !is_usual_english(p, d) && !p->date.foreign;
    case 'C': case 'y': case 'Y': return d->modifier == 'E';
    default: return false;
    }
}

static void put_foreign(struct date_printer *p, writer *out, struct directive const *d)
{
    buf_clear(&p->number);
    if (d->modifier == 'E')
        buf_push(&p->number, 'E');
    buf_push(&p->number, low_byte(as_size(d->letter)));
    buf_clear(&p->group);
    zone_text(&p->group, buf_span(&p->number), &p->time);
    format_put_text(p, out, d, buf_span(&p->group));
}

/* What is no directive is printed as it is, but with padding and in capitals where such are asked for. */
static void put_written(struct date_printer *p, writer *out, struct directive const *d)
{
    struct directive shown = *d;
    int last = span_last(d->written);
    shown.upper |= d->swap && (last == 'b' || last == 'B' || last == 'h');
    format_put_text(p, out, &shown, span_eq(d->written, S("%%")) ? S("%") : d->written);
}

/* Directives that stand for one thing. */
static void put_one(struct date_printer *p, writer *out, struct directive const *d)
{
    if (d->letter == 0)
        put_written(p, out, d);
    else if (is_foreign(p, d))
        put_foreign(p, out, d);
    else if (!format_put_clock(p, out, d) && !format_put_date(p, out, d))
        format_put_word(p, out, d);
}

/* Years within the parts of WHOLE are padded as that asks for. */
static void put_flat(struct date_printer *p, writer *out, span format, struct directive const *whole)
{
    while (!span_empty(format)) {
        buf_append(&p->text, span_take(&format, span_find(format, '%')));
        if (span_empty(format))
            break;
        struct directive d = directive_take(&format);
        d.upper |= whole->upper;
        if (d.pad == 0 && (d.letter == 'y' || d.letter == 'Y' || d.letter == 'C'))
            d.pad = whole->pad;
        put_one(p, out, &d);
    }
}

/* A directive that stands for several, whose text is padded as a whole. */
static void put_several(struct date_printer *p, writer *out, struct directive const *d, span parts)
{
    size_t before = buf_len(&p->text);
    put_flat(p, out, flatten(p, parts), d);
    if (!d->has_width)
        return;
    buf_clear(&p->group);
    buf_append(&p->group, span_drop(buf_span(&p->text), before));
    buf_truncate(&p->text, before);
    format_put_text(p, out, d, buf_span(&p->group));
}

static void prepare(struct date_printer *p)
{
    p->prepared = true;
    p->c_locale = locale_is_c(LOCALE_TIME);
    if (p->c_locale || p->plain)
        return;
    span name = zstr_span(locale_name(LOCALE_TIME));
    p->calendar = span_starts(name, S("fa_IR")) ? CALENDAR_PERSIAN
                  : span_starts(name, S("am_ET")) ? CALENDAR_ETHIOPIAN
                  : span_starts(name, S("th_TH")) ? CALENDAR_THAI : CALENDAR_GREGORIAN;
}

static void set_time(struct date_printer *p, struct time_point t, struct zone_time const *local)
{
    if (!p->prepared)
        prepare(p);
    p->time = *local;
    p->point = t;
    p->date = calendar_date(p->calendar, local);
    buf_clear(&p->text);
}

/* Take what is before the next directive off *FORMAT, which is often one byte or none. */
static void put_plain(struct date_printer *p, span *format)
{
    int c = span_peek(*format, 0);
    if (c != '%' && span_peek(*format, 1) == '%') {
        buf_push(&p->text, low_byte(as_size(c)));
        span_take(format, 1);
    } else if (c != '%') {
        buf_append(&p->text, span_take(format, span_find(*format, '%')));
    }
}

static void put_all(struct date_printer *p, writer *out, span format)
{
    while (!span_empty(format)) {
        put_plain(p, &format);
        if (span_empty(format))
            break;
        struct directive d = directive_take(&format);
        span parts = is_foreign(p, &d) ? (span){} : several(p, &d);
        if (span_empty(parts))
            put_one(p, out, &d);
        else
            put_several(p, out, &d, parts);
    }
}

void date_print(struct date_printer *p, writer *out, span format, struct time_point t,
                struct zone_time const *local)
{
    set_time(p, t, local);
    put_all(p, out, format);
    writer_put(out, buf_span(&p->text));
}

bool date_append(struct date_printer *p, buf *out, span format, struct time_point t,
                 struct zone_time const *local)
{
    writer none = {};           /* all padding stays in the text */
    set_time(p, t, local);
    put_all(p, &none, format);
    bool fits = buf_len(&p->text) <= p->longest;
    if (fits)
        buf_append(out, buf_span(&p->text));
    return fits;
}
