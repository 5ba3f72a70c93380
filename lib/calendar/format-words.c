/* format-words.c - the directives that stand for words. */

#include "calendar/private.h"

static const zstr day_names[] = {
    Z("Sunday"), Z("Monday"), Z("Tuesday"), Z("Wednesday"), Z("Thursday"), Z("Friday"), Z("Saturday"),
};
static const zstr month_names[] = {
    Z("January"), Z("February"), Z("March"), Z("April"), Z("May"), Z("June"), Z("July"), Z("August"),
    Z("September"), Z("October"), Z("November"), Z("December"),
};
static const zstrs english_days = SPAN_OF(zstrs, day_names), english_months = SPAN_OF(zstrs, month_names);

static bool is_english(struct date_printer const *p)
{
    return p->plain || p->c_locale;
}

static span day_word(struct date_printer const *p, bool full)
{
    unsigned i = as_uint(p->time.weekday);
    if (!is_english(p))
        return zstr_span(zone_word(full ? ZONE_DAY : ZONE_SHORT_DAY, i));
    span name = zstr_span(zstrs_at(english_days, i));
    return full ? name : span_first(name, 3);
}

static span month_word(struct date_printer const *p, bool full, bool bare)
{
    zstr foreign = p->date.foreign ? calendar_month(p->calendar, p->date.month, full) : Z_NONE;
    unsigned i = as_uint(p->time.month - 1);
    if (!zstr_is_none(foreign))
        return zstr_span(foreign);
    if (is_english(p)) {
        span name = zstr_span(zstrs_at(english_months, i));
        return full ? name : span_first(name, 3);
    }
    if (bare)
        return zstr_span(zone_word(full ? ZONE_BARE_MONTH : ZONE_BARE_SHORT_MONTH, i));
    return zstr_span(zone_word(full ? ZONE_MONTH : ZONE_SHORT_MONTH, i));
}

static span half_day_word(struct date_printer const *p)
{
    unsigned i = p->time.hour >= 12;
    if (is_english(p))
        return i == 0 ? S("AM") : S("PM");
    return zstr_span(zone_word(ZONE_HALF_DAY, i));
}

/* A word in small letters, whatever D says of the case. */
static void put_small(struct date_printer *p, writer *out, struct directive const *d, span word)
{
    struct directive small = *d;
    small.upper = false;
    buf_clear(&p->group);
    buf_append(&p->group, word);
    format_case(p, buf_mspan(&p->group), false);
    format_put_text(p, out, &small, buf_span(&p->group));
}

/* The other case of a name is capitals. */
static void put_name(struct date_printer *p, writer *out, struct directive const *d, span name)
{
    struct directive other = *d;
    other.upper |= d->swap;
    format_put_text(p, out, &other, name);
}

static void put_sign(struct date_printer *p, writer *out, struct directive const *d)
{
    format_put_text(p, out, d, d->letter == 'n' ? S("\n") : S("\t"));
}

bool format_put_word(struct date_printer *p, writer *out, struct directive const *d)
{
    switch (d->letter) {
    case 'a': put_name(p, out, d, day_word(p, false)); return true;
    case 'A': put_name(p, out, d, day_word(p, true)); return true;
    case 'b': case 'h': put_name(p, out, d, month_word(p, false, d->modifier == 'O')); return true;
    case 'B': put_name(p, out, d, month_word(p, true, d->modifier == 'O')); return true;
    case 'n': case 't': put_sign(p, out, d); return true;
    case 'P': put_small(p, out, d, half_day_word(p)); return true;
    default: break;
    }
    if (d->letter != 'p' && d->letter != 'Z')
        return false;
    span word = d->letter == 'p' ? half_day_word(p) : zstr_span(p->time.name);
    if (d->swap)
        put_small(p, out, d, word);
    else
        format_put_text(p, out, d, word);
    return true;
}
