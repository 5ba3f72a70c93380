/* format.h - points in time as text, after a format with the directives of date(1): "%Y-%m-%d", "%-d %B".

   A directive is '%', flags (one of - _ 0 + for padding, ^ # for the case), a width, E or O, up to three
   colons for %z, and a letter.  What has not this form is printed as it is.  The language is that of LC_TIME,
   and so are the years, months and days where people there have a calendar of their own (fa_IR, am_ET,
   th_TH).  Padding is streamed, so a huge width takes no memory. */

#ifndef CALENDAR_FORMAT_H
#define CALENDAR_FORMAT_H

#include "io/writer.h"
#include "safe/bytes.h"
#include "sys/timetext.h"
#include "sys/zone.h"

/* Other calendars than the Gregorian one. */
enum calendar { CALENDAR_GREGORIAN, CALENDAR_PERSIAN, CALENDAR_ETHIOPIAN, CALENDAR_THAI };
struct calendar_date {
    int64_t year, month, day;   /* from 1 */
    bool foreign;               /* it is not the Gregorian date */
};

struct SAFE_OWNER date_printer {
    bool plain;                 /* English and Gregorian, whatever the locale */
    bool by_clock;              /* "%-N" stands for as many digits as the clock has */
    size_t longest;             /* for date_append: bytes that a time may take; at least 1 */
    /* The rest belongs to lib/calendar. */
    bool prepared, c_locale;
    enum calendar calendar;
    bytemap upper, lower;
    bool has_maps;
    struct zone_time time;      /* what is printed */
    struct time_point point;
    struct calendar_date date;
    buf text;                   /* output not yet written */
    buf number;                 /* digits */
    buf group;                  /* the text of a directive that stands for several, or of a word */
    buf flat, flatter;          /* its format */
};

/* Write the time T, whose local form is LOCAL, as FORMAT says. */
void date_print(struct date_printer *p, writer *out, span format, struct time_point t,
                struct zone_time const *local);

/* The same appended to OUT.  False, with nothing appended, when it is longer than P->longest. */
bool date_append(struct date_printer *p, buf *out, span format, struct time_point t,
                 struct zone_time const *local);

/* The date of T in CALENDAR; that of T itself where the calendar does not know it. */
struct calendar_date calendar_date(enum calendar calendar, struct zone_time const *t);
/* The name of a month of such a date, or none where it has the same names as the Gregorian one. */
zstr calendar_month(enum calendar calendar, int64_t month, bool full);

#endif
