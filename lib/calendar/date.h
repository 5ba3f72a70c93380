/* date.h - dates and times that people write: "2026-11-28 10:00 UTC", "next monday", "3 days ago", "@1e9".

   What is understood is what the manual of GNU coreutils, "Date input formats", describes.  A text is a
   sequence of items in any order, each one a date, a time of day, a zone, a day of the week, a displacement
   or a bare number; or it is "@" and a number of seconds.  TZ="ZONE" before everything else says in which
   zone the rest is meant.

   The text is cut into tokens (token.c, words.c); the shapes of items are a table of sequences of tokens
   (items.c); what was said is then made a point in time (resolve.c).  Nothing is kept of a text but a few
   numbers, so it may be of any length. */

#ifndef CALENDAR_DATE_H
#define CALENDAR_DATE_H

#include "safe/buf.h"
#include "safe/typed.h"
#include "sys/timetext.h"
#include "sys/zone.h"

struct date_token {
    int kind;                   /* an enum date_kind */
    int64_t value;              /* of numbers and words */
    uint32_t nsec;              /* of numbers with a fraction, which is always added */
    int unit;                   /* of units: an enum date_unit */
    int day, month;             /* of dd.mm.yy */
    bool negative;
    size_t digits;              /* in a number */
    size_t left;                /* how much text comes after it */
};
VEC_DEFINE(date_tokens, date_token_view, struct date_token);

/* A displacement. */
struct date_shift {
    int64_t year, month, day, hour, minute, second;
    int64_t nsec;
};

/* What a text says. */
struct date_said {
    int64_t year, month, day;
    size_t year_digits;         /* how the year was written; 0: not at all */
    int64_t hour, minute, second;
    uint32_t nsec;
    int half;                   /* an enum date_half */
    int64_t ordinal;            /* which of those weekdays, where it was */
    bool counted;
    int weekday;
    int64_t zone;               /* seconds east of UTC */
    int local_dst;              /* whether the name of the local zone is that of its summer time */
    struct date_shift shift;
    size_t dates, times, weekdays, zones, local_zones, heres, summers; /* how often each was said */
    bool seconds, shifts;
    bool late_year;             /* the year came as a number of its own, after the date */
};

/* Names of the local zone: that of now, and another one within a year. */
struct date_zone_name {
    zstr name;
    int dst;
};

struct SAFE_OWNER date_reader {
    bool explain;               /* keep an account of how texts are understood, as date --debug shows it */
    buf account;                /* of the last text: lines, each ending in a NUL as texts may hold newlines */
    /* The rest belongs to lib/calendar. */
    zstr zone;
    bool other_zone;            /* another one is in force */
    buf other;                  /* its name */
    span text, rest;            /* the text after TZ="..."; what of it is no token yet */
    buf word;                   /* the last word, in capitals */
    buf shapes;                 /* the tree of shapes.c */
    date_tokens tokens;         /* the last ones */
    size_t done;                /* how many of these belong to items that were read */
    struct date_said said, told;
    struct time_point now;
    bool now_known, now_valid, names_known;
    struct zone_time now_local;
    struct date_zone_name names_now, names_other;
};

/* Get ready to read: ZONE is the environment's TZ, or none.  It is put in force. */
void date_begin(struct date_reader *r, zstr zone);
/* Read TEXT, which ends at its first NUL; what it leaves open is as at NOW.  False, *T unchanged, when it is
   no date. */
bool date_read(struct date_reader *r, span text, struct time_point now, struct time_point *t);

#endif
