/* private.h - what the parts of lib/calendar share. */

#ifndef CALENDAR_PRIVATE_H
#define CALENDAR_PRIVATE_H

#include "calendar/date.h"
#include "calendar/format.h"
#include "diag/diag.h"
#include "safe/bytes.h"
#include "safe/checked.h"

/* Tokens are letters, so that a sequence of them can be written as a string. */
enum date_kind {
    DATE_END = 0,
    DATE_UNSIGNED = 'U', DATE_SIGNED = 'S',             /* whole numbers */
    DATE_UNSIGNED_FRACTION = 'd', DATE_SIGNED_FRACTION = 'D',
    DATE_DOTTED = 'E',                                  /* dd.mm.yy */
    DATE_AT = '@', DATE_COLON = ':', DATE_SLASH = '/', DATE_COMMA = ',',
    DATE_HALF = 'A',                                    /* am, pm */
    DATE_MONTH = 'M', DATE_WEEKDAY = 'W',
    DATE_ZONE = 'Z', DATE_SUMMER_ZONE = 'z', DATE_LOCAL_ZONE = 'L', DATE_HERE = 'J', DATE_T = 'T',
    DATE_SUMMER = 'X',                                  /* dst */
    DATE_ORDINAL = 'O', DATE_UNIT = 'Y', DATE_SECONDS = 's',    /* third, days, seconds */
    DATE_DAY = 'H',                                     /* tomorrow */
    DATE_AGO = 'G',
    DATE_UNKNOWN = '?',
};
enum date_unit { DATE_YEARS, DATE_MONTHS, DATE_DAYS, DATE_HOURS, DATE_MINUTES, DATE_SECS };
enum date_half { DATE_24_HOURS, DATE_AM, DATE_PM };

/* What an item is. */
enum date_rule {
    IS_SECONDS, IS_DATE_DAY_MONTH, IS_DATE_MONTH_DAY, IS_DATE_SLASHED, IS_DATE_ISO, IS_DATE_DOTTED,
    IS_DATE_TIME, IS_TIME, IS_DAY, IS_SHIFT, IS_ZONE, IS_LOCAL_ZONE, IS_HERE, IS_NUMBER,
    IS_HYBRID,
};

enum { DATE_LONGEST_WORD = 19, NSEC = 1000000000 };

/* token.c: token I of R's text from the one that is next. */
struct date_token date_token_at(struct date_reader *r, size_t i);
/* The next N tokens are done with. */
void date_drop_tokens(struct date_reader *r, size_t n);
/* words.c: what WORD means, a text of letters and dots. */
struct date_token date_word(struct date_reader *r, span word);
/* items.c: read all of R's text into R->said; false when it has not the form of a date. */
bool date_read_items(struct date_reader *r);
/* shapes.c: the shapes of all items as a TREE, whose root is node 0.  Whether a NODE goes on; where to with a
   token of KIND, or 0; and what an item is that ends there, or false. */
void date_shapes_make(buf *tree);
bool date_shape_has_next(span tree, size_t node);
size_t date_shape_next(span tree, size_t node, int kind);
bool date_shape_rule(span tree, size_t node, enum date_rule *rule);
/* meaning.c: add the next item, of N tokens, to R->said; false when it means nothing. */
bool date_read_item(struct date_reader *r, enum date_rule rule, size_t n);
/* resolve.c: the point in time that was said. */
bool date_resolve(struct date_reader *r, struct time_point *t);
/* R->now in the zone in force. */
bool date_now(struct date_reader *r, struct zone_time *t);

/* universal.c: the second of year, month, day, hour, minute and second of T in UTC, all of which fit an int
   but may be beyond their limits; and the other way round. */
int64_t date_universal_second(struct zone_time const *t);
struct zone_time date_universal(int64_t sec);

/* ---- the account, of tell.c; all of these do nothing where none is wanted ---- */

/* One line, made of a template of lib/diag. */
#define date_tell(r, template, ...) date_tell_((r), Z(template), FMT_ARGS(__VA_ARGS__))
void date_tell_(struct date_reader *r, zstr template, fmtargs args);
/* What the item called NAME added to what was said. */
void date_tell_item(struct date_reader *r, zstr name);
/* The displacement so far. */
void date_tell_shift(struct date_reader *r, zstr name);
void date_tell_zone(struct date_reader *r);
/* Append to OUT: a date and time, with the zone where one was said; each of them; a zone, as +05:30; the
   weekday that was said. */
void date_put_time(struct date_reader const *r, buf *out, struct zone_time const *t);
void date_put_day(buf *out, struct zone_time const *t);
void date_put_clock(buf *out, struct zone_time const *t);
void date_put_offset(buf *out, int64_t offset);
void date_put_weekday(struct date_reader const *r, buf *out);
/* A line with T; the time of day that is begun with, and the date. */
void date_tell_time(struct date_reader *r, zstr template, struct zone_time const *t);
void date_tell_clock(struct date_reader *r, zstr which, struct zone_time const *t);
void date_tell_day(struct date_reader *r, struct zone_time const *t);
/* WRONG is no time, but would be RIGHT where that was FOUND. */
void date_tell_mismatch(struct date_reader *r, struct zone_time const *wrong, struct zone_time const *right,
                        bool found);
/* The weekday that was said is T, or was not FOUND. */
void date_tell_weekday(struct date_reader *r, struct zone_time const *t, bool found);
/* What may surprise where T is displaced. */
void date_tell_bad_habits(struct date_reader *r, struct zone_time const *t);
/* A displacement led to the date ASKED, which is T; DST was daylight saving time before. */
void date_tell_date_shift(struct date_reader *r, struct zone_time const *asked, struct zone_time const *t,
                          int dst);
/* T is second SEC; so is what comes of a displacement. */
void date_tell_second(struct date_reader *r, struct zone_time const *t, int64_t sec);
void date_tell_time_shift(struct date_reader *r, int64_t sec);
/* The date is T. */
void date_tell_result(struct date_reader *r, struct time_point t);

/* ---- formats ---- */

/* One directive. */
struct directive {
    int pad;                    /* '_', '-', '+', '0', or 0 */
    bool upper, swap;           /* ^ and # */
    bool has_width;
    uint64_t width;
    int modifier;               /* 'E', 'O', or 0 */
    int colons;
    int letter;                 /* 0 where there is no such directive */
    span written;               /* all of it */
};

/* Whether D is but a letter and perhaps a wish for its case. */
SAFE_INLINE bool directive_is_bare(struct directive const *d)
{
    return !d->has_width && d->pad == 0 && d->modifier == 0 && d->colons == 0;
}
/* Take the directive at the front of *FORMAT, which begins with '%'. */
struct directive directive_take(span *format);

/* format-put.c: append to P->text, padded as D asks for.  Padding of any length is written to OUT. */

/* A text. */
void format_put_text(struct date_printer *p, writer *out, struct directive const *d, span text);
/* Digits, with a sign or 0 before them, at least WIDTH bytes with PAD ('_' or '0') where D says nothing. */
struct format_number {
    int sign;
    span digits;
    unsigned width;
    int pad;
};
void format_put_digits(struct date_printer *p, writer *out, struct directive const *d,
                       struct format_number n);
/* A number; a year or part of one has a plus where it is wider than usual and D asks for that. */
void format_put_number(struct date_printer *p, writer *out, struct directive const *d, int64_t value,
                       unsigned width);
/* V with zeros before it, WIDTH bytes.  It has not more digits. */
void format_put_width(struct date_printer *p, uint32_t v, unsigned width);
void format_put_spaced(struct date_printer *p, writer *out, struct directive const *d, int64_t value);
void format_put_year(struct date_printer *p, writer *out, struct directive const *d, int64_t year,
                     unsigned width);
/* N times C. */
void format_put_fill(struct date_printer *p, writer *out, uint64_t n, unsigned char c);
/* TEXT in capitals or small letters. */
void format_case(struct date_printer *p, mspan text, bool upper);

/* format-parts.c: what a letter stands for.  False when it is none of theirs. */
bool format_put_clock(struct date_printer *p, writer *out, struct directive const *d);
bool format_put_date(struct date_printer *p, writer *out, struct directive const *d);
bool format_put_word(struct date_printer *p, writer *out, struct directive const *d);

#endif
