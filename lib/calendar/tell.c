/* tell.c - the account of how a date was understood.  The wording is GNU date's, for those who read it by
   program. */

#include "calendar/private.h"

void date_tell_(struct date_reader *r, zstr template, fmtargs args)
{
    if (!r->explain)
        return;
    fmt_append(&r->account, template, args);
    buf_push(&r->account, 0);
}

/* V with as many zeros before it as WIDTH asks for. */
static void put_padded(buf *out, int64_t v, size_t width)
{
    uintmax_t rest = magnitude(v);
    size_t digits = 1;
    for (uintmax_t u = rest; u >= 10; u /= 10)
        digits++;
    digits += v < 0;
    if (v < 0)
        buf_push(out, '-');
    if (digits < width)
        buf_append_fill(out, width - digits, '0');
    buf_append_umax(out, rest);
}

static void put_signed(buf *out, int64_t v)
{
    if (v >= 0)
        buf_push(out, '+');
    buf_append_imax(out, v);
}

void date_put_offset(buf *out, int64_t offset)
{
    enum { MINUTE = 60, HOUR = 3600 };
    buf_push(out, offset < 0 ? '-' : '+');
    offset = offset < 0 ? -offset : offset;
    put_padded(out, offset / HOUR, 2);
    if (offset % HOUR == 0)
        return;
    buf_push(out, ':');
    put_padded(out, offset / MINUTE % 60, 2);
    if (offset % MINUTE == 0)
        return;
    buf_push(out, ':');
    put_padded(out, offset % MINUTE, 2);
}

static void put_ymd(buf *out, size_t year_width, int64_t year, int64_t month, int64_t day)
{
    put_padded(out, year, year_width);
    buf_push(out, '-');
    put_padded(out, month, 2);
    buf_push(out, '-');
    put_padded(out, day, 2);
}

static void put_hms(buf *out, int64_t hour, int64_t minute, int64_t second)
{
    put_padded(out, hour, 2);
    buf_push(out, ':');
    put_padded(out, minute, 2);
    buf_push(out, ':');
    put_padded(out, second, 2);
}

void date_put_day(buf *out, struct zone_time const *t)
{
    buf_append(out, S("(Y-M-D) "));
    put_ymd(out, 0, t->year, t->month, t->day);
}

void date_put_clock(buf *out, struct zone_time const *t)
{
    put_hms(out, t->hour, t->minute, t->second);
}

void date_put_time(struct date_reader const *r, buf *out, struct zone_time const *t)
{
    date_put_day(out, t);
    buf_push(out, ' ');
    date_put_clock(out, t);
    if (r->said.zones > 0) {
        buf_append(out, S(" TZ="));
        date_put_offset(out, r->said.zone);
    }
}

static const zstr day_names[] = {
    Z("Sun"), Z("Mon"), Z("Tue"), Z("Wed"), Z("Thu"), Z("Fri"), Z("Sat"),
};
static const zstr ordinals[] = {
    Z("last"), Z("this"), Z("next/first"), Z("(SECOND)"), Z("third"), Z("fourth"), Z("fifth"), Z("sixth"),
    Z("seventh"), Z("eight"), Z("ninth"), Z("tenth"), Z("eleventh"), Z("twelfth"),
};
static const zstrs day_table = SPAN_OF(zstrs, day_names), ordinal_table = SPAN_OF(zstrs, ordinals);

void date_put_weekday(struct date_reader const *r, buf *out)
{
    size_t which = 0;
    bool named = to_size_from_i(r->said.ordinal + 1, &which) && which < zstrs_len(ordinal_table);
    if (named && r->said.counted)
        buf_append(out, zstr_span(zstrs_at(ordinal_table, which)));
    else if (r->said.counted)
        buf_append_imax(out, r->said.ordinal);
    if (r->said.counted)
        buf_push(out, ' ');
    buf_append(out, zstr_span(zstrs_at(day_table, as_size(r->said.weekday))));
}

/* A blank before all parts of an item but the first one. */
static void separate(buf *out, bool *any)
{
    if (*any)
        buf_push(out, ' ');
    *any = true;
}

static void put_said_time(buf *out, struct date_said const *said)
{
    put_hms(out, said->hour, said->minute, said->second);
    if (said->nsec > 0) {
        buf_push(out, '.');
        put_padded(out, said->nsec, 9);
    }
    if (said->half == DATE_PM)
        buf_append(out, S("pm"));
}

static void put_said_weekday(struct date_reader const *r, buf *out)
{
    date_put_weekday(r, out);
    buf_append(out, S(" (day ordinal="));
    buf_append_imax(out, r->said.ordinal);
    buf_append(out, S(" number="));
    buf_append_imax(out, r->said.weekday);
    buf_push(out, ')');
}

static void put_said_zones(struct date_reader *r, buf *out, bool *any)
{
    if (r->said.local_zones > 0 && r->told.local_zones == 0) {
        separate(out, any);
        buf_append(out, S("isdst="));
        buf_append_imax(out, r->said.local_dst);
        buf_append(out, r->said.summers > 0 ? S(" DST") : S(""));
        r->told.local_zones = 1;
    }
    if (r->said.zones > 0 && r->told.zones == 0) {
        separate(out, any);
        buf_append(out, S("UTC"));
        date_put_offset(out, r->said.zone);
        r->told.zones = 1;
    }
}

static void put_said_date(struct date_reader *r, buf *out, bool *any)
{
    if (r->said.dates > 0 && r->told.dates == 0) {
        separate(out, any);
        buf_append(out, S("(Y-M-D) "));
        put_ymd(out, 4, r->said.year, r->said.month, r->said.day);
        r->told.dates = 1;
        r->told.late_year = r->said.late_year;
    } else if (r->told.late_year != r->said.late_year) {
        separate(out, any);
        buf_append(out, S("year: "));
        put_padded(out, r->said.year, 4);
        r->told.late_year = r->said.late_year;
    }
}

static void put_said(struct date_reader *r, buf *out)
{
    bool any = false;
    put_said_date(r, out, &any);
    if (r->said.times > 0 && r->told.times == 0) {
        separate(out, &any);
        put_said_time(out, &r->said);
        r->told.times = 1;
    }
    if (r->said.weekdays > 0 && r->told.weekdays == 0) {
        separate(out, &any);
        put_said_weekday(r, out);
        r->told.weekdays = 1;
    }
    put_said_zones(r, out, &any);
    if (r->said.seconds) {
        separate(out, &any);
        buf_append(out, S("number of seconds: "));
        buf_append_imax(out, r->said.second);
    }
}

void date_tell_item(struct date_reader *r, zstr name)
{
    if (!r->explain)
        return;
    buf_append(&r->account, S("parsed "));
    buf_append(&r->account, zstr_span(name));
    buf_append(&r->account, S(" part: "));
    put_said(r, &r->account);
    buf_push(&r->account, 0);
}

static void put_shift(buf *out, bool *any, int64_t n, span unit)
{
    if (n == 0)
        return;
    separate(out, any);
    put_signed(out, n);
    buf_push(out, ' ');
    buf_append(out, unit);
}

void date_tell_shift(struct date_reader *r, zstr name)
{
    struct date_shift s = r->said.shift;
    bool any = false;
    if (!r->explain)
        return;
    buf_append(&r->account, S("parsed "));
    buf_append(&r->account, zstr_span(name));
    buf_append(&r->account, S(" part: "));
    put_shift(&r->account, &any, s.year, S("year(s)"));
    put_shift(&r->account, &any, s.month, S("month(s)"));
    put_shift(&r->account, &any, s.day, S("day(s)"));
    put_shift(&r->account, &any, s.hour, S("hour(s)"));
    put_shift(&r->account, &any, s.minute, S("minutes"));
    put_shift(&r->account, &any, s.second, S("seconds"));
    put_shift(&r->account, &any, s.nsec, S("nanoseconds"));
    buf_append(&r->account, any ? S("") : S("today/this/now"));
    buf_push(&r->account, 0);
}
