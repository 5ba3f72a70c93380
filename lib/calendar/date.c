/* date.c - see date.h. */

#include "calendar/private.h"

#include "safe/ascii.h"

static void enter_zone(struct date_reader *r, span name, bool has_name)
{
    zone_use(name, has_name);
    r->now_known = r->names_known = false;
}

void date_begin(struct date_reader *r, zstr zone)
{
    r->zone = zone;
    r->other_zone = false;
    enter_zone(r, zstr_span(zone), !zstr_is_none(zone));
}

/* The zone of TZ="ZONE" at the front of *TEXT, taken off; in ZONE a backslash stands before a quote or
   another backslash.  False, nothing changed, when there is none. */
static bool take_zone(span *text, buf *zone)
{
    span rest = *text;
    unsigned char c = 0;
    buf_clear(zone);
    if (!span_starts(rest, S("TZ=\"")))
        return false;
    rest = span_drop(rest, 4);
    while (span_next(&rest, &c)) {
        if (c == '"') {
            *text = rest;
            return true;
        }
        if (c == '\\' && (!span_next(&rest, &c) || (c != '"' && c != '\\')))
            return false;
        buf_push(zone, c);
    }
    return false;
}

static void set_now(struct date_reader *r, struct time_point now)
{
    if (now.sec != r->now.sec)
        r->now_known = r->names_known = false;
    r->now = now;
}

/* Read R->text, which is not to be empty, in the zone in force. */
static bool read_text(struct date_reader *r, struct time_point *t)
{
    r->said = r->told = (struct date_said){};
    struct zone_time now = {};
    if (!date_now(r, &now))
        return false;
    r->said.year = now.year;
    r->said.month = now.month;
    r->said.day = now.day;
    if (!date_read_items(r) || !date_resolve(r, t))
        return false;
    date_tell_result(r, *t);
    return true;
}

bool date_read(struct date_reader *r, span text, struct time_point now, struct time_point *t)
{
    if (buf_len(&r->shapes) == 0)
        date_shapes_make(&r->shapes);
    buf_clear(&r->account);
    set_now(r, now);
    text = span_first(text, span_find(text, 0));
    text = ascii_drop_space(text);
    r->other_zone = take_zone(&text, &r->other);
    text = ascii_drop_space(text);
    r->text = span_empty(text) ? S("0") : text;
    if (!r->other_zone)
        return read_text(r, t);
    enter_zone(r, buf_span(&r->other), true);
    bool good = read_text(r, t);
    enter_zone(r, zstr_span(r->zone), !zstr_is_none(r->zone));
    return good;
}
