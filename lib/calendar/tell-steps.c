/* tell-steps.c - the account of what was made of a date that was understood. */

#include "calendar/private.h"

void date_tell_zone(struct date_reader *r)
{
    if (!r->explain)
        return;
    buf_append(&r->account, S("input timezone: "));
    if (r->said.seconds) {
        buf_append(&r->account, S("'@timespec' - always UTC"));
    } else if (r->said.zones > 0) {
        buf_append(&r->account, S("parsed date/time string ("));
        date_put_offset(&r->account, r->said.zone);
        buf_push(&r->account, ')');
    } else if (r->other_zone) {
        fmt_append(&r->account, Z("TZ=\"%s\" in date string"), FMT_ARGS(fmt_s(buf_span(&r->other))));
    } else if (zstr_is_none(r->zone)) {
        buf_append(&r->account, S("system default"));
    } else {
        fmt_append(&r->account, Z("TZ=\"%s\" environment value"), FMT_ARGS(fmt_z(r->zone)));
        if (zstr_eq(r->zone, Z("UTC0")))
            buf_append(&r->account, S(" or -u"));
    }
    if (r->said.local_zones > 0 && r->said.zones == 0 && !r->said.seconds && r->said.local_dst > 0)
        buf_append(&r->account, S(", dst"));
    buf_push(&r->account, 0);
}

/* Mark a part of a time that is not the same in another one. */
static void put_mark(buf *out, bool differ, span mark)
{
    if (differ)
        buf_append(out, mark);
    else
        buf_append_fill(out, span_len(mark), ' ');
    buf_push(out, ' ');
}

static void put_marks(buf *out, struct zone_time const *a, struct zone_time const *b)
{
    enum { BEFORE_YEAR = 33 };
    buf_append_fill(out, BEFORE_YEAR, ' ');
    put_mark(out, a->year != b->year, S("----"));
    put_mark(out, a->month != b->month, S("--"));
    put_mark(out, a->day != b->day, S("--"));
    put_mark(out, a->hour != b->hour, S("--"));
    put_mark(out, a->minute != b->minute, S("--"));
    put_mark(out, a->second != b->second, S("--"));
    while (span_last(buf_span(out)) == ' ')
        buf_truncate(out, buf_len(out) - 1);
    buf_push(out, 0);
}

void date_tell_mismatch(struct date_reader *r, struct zone_time const *wrong, struct zone_time const *right,
                        bool found)
{
    if (!r->explain)
        return;
    date_tell(r, "error: invalid date/time value:");
    date_tell_time(r, Z("    user provided time: '%s'"), wrong);
    if (found) {
        struct zone_time shown = r->said.zones > 0 ? date_universal(date_universal_second(wrong)) : *right;
        date_tell_time(r, Z("       normalized time: '%s'"), &shown);
        put_marks(&r->account, wrong, &shown);
    } else {
        date_tell(r, "    time could not be normalized");
    }
    date_tell(r, "     possible reasons:");
    date_tell(r, "       nonexistent due to daylight-saving time;");
    date_tell(r, "       invalid day/month combination;");
    if (!found)
        date_tell(r, "       numeric values overflow;");
    date_tell(r, "       %s", fmt_s(r->said.zones > 0 ? S("incorrect timezone") : S("missing timezone")));
}

void date_tell_time(struct date_reader *r, zstr template, struct zone_time const *t)
{
    buf text = {};
    if (!r->explain)
        return;
    date_put_time(r, &text, t);
    date_tell_(r, template, FMT_ARGS(fmt_s(buf_span(&text))));
    buf_recycle(&text);
}

void date_tell_clock(struct date_reader *r, zstr which, struct zone_time const *t)
{
    buf text = {};
    if (!r->explain)
        return;
    date_put_clock(&text, t);
    date_tell(r, "using %s time as starting value: '%s'", fmt_z(which), fmt_s(buf_span(&text)));
    buf_recycle(&text);
}

void date_tell_day(struct date_reader *r, struct zone_time const *t)
{
    buf text = {};
    if (!r->explain)
        return;
    if (r->said.dates == 0 && r->said.weekdays == 0) {
        date_put_day(&text, t);
        date_tell(r, "using current date as starting value: '%s'", fmt_s(buf_span(&text)));
    } else if (r->said.dates > 0 && r->said.weekdays > 0) {
        date_put_weekday(r, &text);
        date_tell(r, "warning: day (%s) ignored when explicit dates are given", fmt_s(buf_span(&text)));
    }
    buf_recycle(&text);
}

void date_tell_weekday(struct date_reader *r, struct zone_time const *t, bool found)
{
    buf name = {}, text = {};
    if (!r->explain)
        return;
    date_put_weekday(r, &name);
    date_put_time(r, &text, t);
    if (found)
        date_tell(r, "new start date: '%s' is '%s'", fmt_s(buf_span(&name)), fmt_s(buf_span(&text)));
    else
        date_tell(r, "error: day '%s' (day ordinal=%d number=%d) resulted in an invalid date: '%s'",
                  fmt_s(buf_span(&name)), fmt_i(r->said.ordinal), fmt_i(r->said.weekday),
                  fmt_s(buf_span(&text)));
    buf_recycle(&name);
    buf_recycle(&text);
}

void date_tell_bad_habits(struct date_reader *r, struct zone_time const *t)
{
    enum { NOON = 12, MIDDLE = 15 };
    if ((r->said.shift.year != 0 || r->said.shift.month != 0) && t->day != MIDDLE)
        date_tell(r, "warning: when adding relative months/years, it is recommended to specify the 15th of "
                     "the months");
    if (r->said.shift.day != 0 && t->hour != NOON)
        date_tell(r, "warning: when adding relative days, it is recommended to specify noon");
}

/* N with its sign, as one more argument. */
static void put_count(buf *out, int64_t n, span unit)
{
    if (n >= 0)
        buf_push(out, '+');
    buf_append_imax(out, n);
    buf_append(out, unit);
}

static void put_date(buf *out, span before, int64_t year, int64_t month, int64_t day)
{
    buf_append(out, before);
    buf_append_imax(out, year);
    buf_append(out, month < 10 && month >= 0 ? S(" 0") : S(" "));
    buf_append_imax(out, month);
    buf_append(out, day < 10 && day >= 0 ? S(" 0") : S(" "));
    buf_append_imax(out, day);
    buf_push(out, 0);
}

/* The month has no such day. */
static void tell_month_end(struct date_reader *r, struct zone_time const *asked, struct zone_time const *t)
{
    date_tell(r, "warning: month/year adjustment resulted in shifted dates:");
    put_date(&r->account, S("     adjusted Y M D: "), asked->year, asked->month, asked->day);
    put_date(&r->account, S("   normalized Y M D: "), t->year, t->month, t->day);
}

void date_tell_date_shift(struct date_reader *r, struct zone_time const *asked, struct zone_time const *t,
                          int dst)
{
    struct date_shift s = r->said.shift;
    if (!r->explain)
        return;
    buf_append(&r->account, S("after date adjustment ("));
    put_count(&r->account, s.year, S(" years, "));
    put_count(&r->account, s.month, S(" months, "));
    put_count(&r->account, s.day, S(" days),"));
    buf_push(&r->account, 0);
    date_tell_time(r, Z("    new date/time = '%s'"), t);
    if (dst >= 0 && t->dst != dst)
        date_tell(r, "warning: daylight saving time changed after date adjustment");
    if (s.day == 0 && (t->day != asked->day || (s.month == 0 && t->month != asked->month)))
        tell_month_end(r, asked, t);
}

void date_tell_time_shift(struct date_reader *r, int64_t sec)
{
    struct date_shift s = r->said.shift;
    buf_append(&r->account, S("after time adjustment ("));
    put_count(&r->account, s.hour, S(" hours, "));
    put_count(&r->account, s.minute, S(" minutes, "));
    put_count(&r->account, s.second, S(" seconds, "));
    put_count(&r->account, s.nsec, S(" ns),"));
    buf_push(&r->account, 0);
    date_tell(r, "    new time = %d epoch-seconds", fmt_i(sec));
}

void date_tell_second(struct date_reader *r, struct zone_time const *t, int64_t sec)
{
    buf text = {};
    if (!r->explain)
        return;
    date_put_time(r, &text, t);
    date_tell(r, "'%s' = %d epoch-seconds", fmt_s(buf_span(&text)), fmt_i(sec));
    buf_recycle(&text);
}

/* A time and how far it is from UTC. */
static void tell_final_time(struct date_reader *r, struct zone_time const *t, bool local)
{
    buf text = {};
    date_put_day(&text, t);
    buf_push(&text, ' ');
    date_put_clock(&text, t);
    buf_append(&text, S(" (UTC"));
    if (local)
        date_put_offset(&text, t->offset);
    buf_push(&text, ')');
    date_tell(r, "final: %s", fmt_s(buf_span(&text)));
    buf_recycle(&text);
}

void date_tell_result(struct date_reader *r, struct time_point t)
{
    enum { BILLION = 1000000000 };
    struct zone_time local = {};
    buf fraction = {};
    if (!r->explain)
        return;
    span name = r->other_zone ? buf_span(&r->other) : zstr_span(r->zone);
    if (!r->other_zone && zstr_is_none(r->zone))
        date_tell(r, "timezone: system default");
    else if (span_eq(name, S("UTC0")))
        date_tell(r, "timezone: Universal Time");
    else
        date_tell(r, "timezone: TZ=\"%s\" environment value", fmt_s(name));
    buf_append_umax(&fraction, BILLION + (uintmax_t)t.nsec);
    date_tell(r, "final: %d.%s (epoch-seconds)", fmt_i(t.sec), fmt_s(span_drop(buf_span(&fraction), 1)));
    buf_recycle(&fraction);
    if (!zone_local(t.sec, &local))
        return;
    struct zone_time utc = date_universal(t.sec);
    tell_final_time(r, &utc, false);
    tell_final_time(r, &local, true);
}
