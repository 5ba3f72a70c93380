/* words.c - what the words in a date mean. */

#include "calendar/private.h"
#include "diag/diag.h"
#include "safe/ascii.h"

struct word {
    zstr text;                  /* in capitals */
    int kind;
    int value;                  /* zones: minutes east of UTC */
    int unit;
};
RSPAN_DEFINE(word_table, struct word);

#define ZONE(name, minutes) {Z(name), DATE_ZONE, (minutes), 0}
#define SUMMER(name, minutes) {Z(name), DATE_SUMMER_ZONE, (minutes), 0}
#define UNIT(name, unit, count) {Z(name), DATE_UNIT, (count), (unit)}
#define SECONDS(name) {Z(name), DATE_SECONDS, 1, DATE_SECS}
#define MONTH(name, number) {Z(name), DATE_MONTH, (number), 0}
#define WEEKDAY(name, number) {Z(name), DATE_WEEKDAY, (number), 0}
#define ORDINAL(name, number) {Z(name), DATE_ORDINAL, (number), 0}
#define HOURS(n) (60 * (n))

/* In the order of bytes, for word_find.  One letter is a military zone. */
static const struct word words[] = {
    ZONE("A", HOURS(1)),
    {Z("A.M."), DATE_HALF, DATE_AM, 0},
    SUMMER("ADT", HOURS(-3)),
    {Z("AGO"), DATE_AGO, -1, 0},
    SUMMER("AKDT", HOURS(-8)),
    ZONE("AKST", HOURS(-9)),
    {Z("AM"), DATE_HALF, DATE_AM, 0},
    MONTH("APR", 4),
    MONTH("APRIL", 4),
    ZONE("ART", HOURS(-3)),
    ZONE("AST", HOURS(-4)),
    MONTH("AUG", 8),
    MONTH("AUGUST", 8),
    ZONE("B", HOURS(2)),
    SUMMER("BRST", HOURS(-2)),
    ZONE("BRT", HOURS(-3)),
    SUMMER("BST", HOURS(1)),
    ZONE("C", HOURS(3)),
    ZONE("CAT", HOURS(2)),
    SUMMER("CDT", HOURS(-5)),
    SUMMER("CEST", HOURS(2)),
    ZONE("CET", HOURS(1)),
    SUMMER("CLST", HOURS(-3)),
    ZONE("CLT", HOURS(-4)),
    ZONE("CST", HOURS(-6)),
    ZONE("D", HOURS(4)),
    UNIT("DAY", DATE_DAYS, 1),
    MONTH("DEC", 12),
    MONTH("DECEMBER", 12),
    {Z("DST"), DATE_SUMMER, 0, 0},
    ZONE("E", HOURS(5)),
    ZONE("EAT", HOURS(3)),
    SUMMER("EDT", HOURS(-4)),
    SUMMER("EEST", HOURS(3)),
    ZONE("EET", HOURS(2)),
    ORDINAL("EIGHTH", 8),
    ORDINAL("ELEVENTH", 11),
    ZONE("EST", HOURS(-5)),
    ZONE("F", HOURS(6)),
    MONTH("FEB", 2),
    MONTH("FEBRUARY", 2),
    ORDINAL("FIFTH", 5),
    ORDINAL("FIRST", 1),
    UNIT("FORTNIGHT", DATE_DAYS, 14),
    ORDINAL("FOURTH", 4),
    WEEKDAY("FRI", 5),
    WEEKDAY("FRIDAY", 5),
    ZONE("G", HOURS(7)),
    ZONE("GMT", 0),
    ZONE("GST", HOURS(10)),
    ZONE("H", HOURS(8)),
    SUMMER("HADT", HOURS(-9)),
    ZONE("HAST", HOURS(-10)),
    {Z("HENCE"), DATE_AGO, 1, 0},
    UNIT("HOUR", DATE_HOURS, 1),
    ZONE("HST", HOURS(-10)),
    ZONE("I", HOURS(9)),
    ZONE("IST", HOURS(5) + 30),
    {Z("J"), DATE_HERE, 0, 0},
    MONTH("JAN", 1),
    MONTH("JANUARY", 1),
    ZONE("JST", HOURS(9)),
    MONTH("JUL", 7),
    MONTH("JULY", 7),
    MONTH("JUN", 6),
    MONTH("JUNE", 6),
    ZONE("K", HOURS(10)),
    ZONE("KST", HOURS(9)),
    ZONE("L", HOURS(11)),
    ORDINAL("LAST", -1),
    ZONE("M", HOURS(12)),
    MONTH("MAR", 3),
    MONTH("MARCH", 3),
    MONTH("MAY", 5),
    SUMMER("MDT", HOURS(-6)),
    SUMMER("MEST", HOURS(2)),
    SUMMER("MESZ", HOURS(2)),
    ZONE("MET", HOURS(1)),
    ZONE("MEZ", HOURS(1)),
    UNIT("MIN", DATE_MINUTES, 1),
    UNIT("MINUTE", DATE_MINUTES, 1),
    WEEKDAY("MON", 1),
    WEEKDAY("MONDAY", 1),
    UNIT("MONTH", DATE_MONTHS, 1),
    SUMMER("MSD", HOURS(4)),
    ZONE("MSK", HOURS(3)),
    ZONE("MST", HOURS(-7)),
    ZONE("N", HOURS(-1)),
    SUMMER("NDT", -(HOURS(2) + 30)),
    ORDINAL("NEXT", 1),
    ORDINAL("NINTH", 9),
    MONTH("NOV", 11),
    MONTH("NOVEMBER", 11),
    {Z("NOW"), DATE_DAY, 0, 0},
    ZONE("NST", -(HOURS(3) + 30)),
    SUMMER("NZDT", HOURS(13)),
    ZONE("NZST", HOURS(12)),
    ZONE("O", HOURS(-2)),
    MONTH("OCT", 10),
    MONTH("OCTOBER", 10),
    ZONE("P", HOURS(-3)),
    {Z("P.M."), DATE_HALF, DATE_PM, 0},
    SUMMER("PDT", HOURS(-7)),
    {Z("PM"), DATE_HALF, DATE_PM, 0},
    ZONE("PST", HOURS(-8)),
    ZONE("Q", HOURS(-4)),
    ZONE("R", HOURS(-5)),
    ZONE("S", HOURS(-6)),
    ZONE("SAST", HOURS(2)),
    WEEKDAY("SAT", 6),
    WEEKDAY("SATURDAY", 6),
    SECONDS("SEC"),
    SECONDS("SECOND"),
    MONTH("SEP", 9),
    MONTH("SEPT", 9),
    MONTH("SEPTEMBER", 9),
    ORDINAL("SEVENTH", 7),
    ZONE("SGT", HOURS(8)),
    ORDINAL("SIXTH", 6),
    ZONE("SST", HOURS(-12)),
    WEEKDAY("SUN", 0),
    WEEKDAY("SUNDAY", 0),
    {Z("T"), DATE_T, HOURS(-7), 0},
    ORDINAL("TENTH", 10),
    ORDINAL("THIRD", 3),
    ORDINAL("THIS", 0),
    WEEKDAY("THU", 4),
    WEEKDAY("THUR", 4),
    WEEKDAY("THURS", 4),
    WEEKDAY("THURSDAY", 4),
    {Z("TODAY"), DATE_DAY, 0, 0},
    {Z("TOMORROW"), DATE_DAY, 1, 0},
    WEEKDAY("TUE", 2),
    WEEKDAY("TUES", 2),
    WEEKDAY("TUESDAY", 2),
    ORDINAL("TWELFTH", 12),
    ZONE("U", HOURS(-8)),
    ZONE("UT", 0),
    ZONE("UTC", 0),
    ZONE("V", HOURS(-9)),
    ZONE("W", HOURS(-10)),
    ZONE("WAT", HOURS(1)),
    WEEKDAY("WED", 3),
    WEEKDAY("WEDNES", 3),
    WEEKDAY("WEDNESDAY", 3),
    UNIT("WEEK", DATE_DAYS, 7),
    SUMMER("WEST", HOURS(1)),
    ZONE("WET", 0),
    ZONE("X", HOURS(-11)),
    ZONE("Y", HOURS(-12)),
    UNIT("YEAR", DATE_YEARS, 1),
    {Z("YESTERDAY"), DATE_DAY, -1, 0},
    ZONE("Z", 0),
};
static const word_table table = SPAN_OF(word_table, words);

static bool word_find(span text, struct word *found)
{
    size_t from = 0, to = word_table_len(table);
    while (from < to) {
        size_t middle = from + (to - from) / 2;
        *found = word_table_at(table, middle);
        int order = span_cmp(text, zstr_span(found->text));
        if (order == 0)
            return true;
        if (order < 0)
            to = middle;
        else
            from = middle + 1;
    }
    return false;
}

static bool is_unit(int kind)
{
    return kind == DATE_UNIT || kind == DATE_SECONDS;
}

static bool is_zone(struct word w)
{
    return (w.kind == DATE_ZONE || w.kind == DATE_SUMMER_ZONE) && zstr_len(w.text) > 1;
}

/* Words that no zone can take the place of. */
static bool is_reserved(struct word w)
{
    return w.kind == DATE_HALF || w.kind == DATE_MONTH || w.kind == DATE_WEEKDAY
           || (w.kind == DATE_ZONE && (zstr_eq(w.text, Z("GMT")) || zstr_eq(w.text, Z("UT"))
                                       || zstr_eq(w.text, Z("UTC"))));
}

/* Learn what the local zone is called now, and in another season. */
static void learn_names(struct date_reader *r)
{
    enum { QUARTER = 90 * 24 * 60 * 60 };
    struct zone_time t = {};
    r->names_known = true;
    r->names_now = r->names_other = (struct date_zone_name){};
    if (!date_now(r, &t))
        return;
    r->names_now = (struct date_zone_name){t.name, t.dst};
    for (int quarter = 1; quarter <= 3; quarter++) {
        int64_t then = 0;
        if (ck_add(&then, r->now.sec, quarter * (int64_t)QUARTER) || !zone_local(then, &t))
            return;
        if (t.dst != r->names_now.dst) {
            r->names_other = (struct date_zone_name){t.name, t.dst};
            if (zstr_eq(t.name, r->names_now.name))
                r->names_now.dst = -1;          /* one name for both */
            return;
        }
    }
}

static bool is_local_zone(struct date_reader *r, span word, int *dst)
{
    if (!r->names_known)
        learn_names(r);
    bool now = !zstr_is_none(r->names_now.name) && span_eq(word, zstr_span(r->names_now.name));
    bool other = !zstr_is_none(r->names_other.name) && span_eq(word, zstr_span(r->names_other.name));
    *dst = now ? r->names_now.dst : r->names_other.dst;
    return now || other;
}

static struct date_token word_token(struct word w)
{
    bool zone = w.kind == DATE_ZONE || w.kind == DATE_SUMMER_ZONE || w.kind == DATE_T;
    int64_t value = zone ? w.value * (int64_t)60 : w.value;
    return (struct date_token){.kind = w.kind, .value = value, .unit = w.unit};
}

/* The name of a zone without its dots. */
static bool find_undotted(struct date_reader *r, buf *word, struct date_token *t)
{
    struct word w = {};
    int dst = 0;
    mspan to = buf_mspan(word);
    byteset dot = {};
    byteset_add(&dot, '.');
    size_t n = mspan_filter(to, buf_span(word), &dot);
    bool dots = n < buf_len(word);
    buf_truncate(word, n);
    if (!dots)
        return false;
    bool found = word_find(buf_span(word), &w) && is_zone(w);
    if (!(found && is_reserved(w)) && is_local_zone(r, buf_span(word), &dst)) {
        *t = (struct date_token){.kind = DATE_LOCAL_ZONE, .value = dst};
        return true;
    }
    *t = word_token(w);
    return found;
}

/* The meaning of WORD, which is in capitals. */
static bool find(struct date_reader *r, span word, struct date_token *t)
{
    struct word w = {};
    int dst = 0;
    bool found = word_find(word, &w);
    if (!found && span_len(word) == 4 && span_at(word, 3) == '.')
        found = word_find(span_chop(word, 1), &w) && (w.kind == DATE_MONTH || w.kind == DATE_WEEKDAY);
    if (!(found && is_reserved(w)) && is_local_zone(r, word, &dst)) {
        *t = (struct date_token){.kind = DATE_LOCAL_ZONE, .value = dst};
        return true;
    }
    if (!found && span_ends(word, S("S")))
        found = word_find(span_chop(word, 1), &w) && is_unit(w.kind);
    *t = word_token(w);
    return found;
}

struct date_token date_word(struct date_reader *r, span word)
{
    struct date_token t = {};
    buf_clear(&r->word);
    SPAN_FOREACH(c, span_at_most(word, DATE_LONGEST_WORD))
        buf_push(&r->word, low_byte(as_size(ascii_upper(c))));
    if (find(r, buf_span(&r->word), &t) || find_undotted(r, &r->word, &t))
        return t;
    date_tell(r, "error: unknown word '%s'", fmt_s(buf_span(&r->word)));
    return (struct date_token){.kind = DATE_UNKNOWN};
}
