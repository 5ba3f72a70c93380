/* breaks.c - where lines begin and end.

   All ways to break a paragraph are compared by a sum of costs, and the least sum wins (Knuth and Plass,
   "Breaking Paragraphs into Lines", 1981, in the simplest form: from the last word to the first, with the
   best way to go on from each word at hand).  Costs are squares of columns, so that few large faults are
   worse than many small ones.  The weights give the breaks that GNU's fmt gives. */

#include "fmt/fmt.h"

enum {
    LINE = 70 * 70,             /* for each line */
    SHORT = 10 * 10,            /* times the square of the distance from the goal */
    RAGGED = SHORT / 2,         /* times the square of the difference to the next line */
    MID_STOP = 600 * 600,       /* a break after a stop that ends no sentence */
    AFTER_SENTENCE = 50 * 50,   /* taken off for a break between sentences */
    AFTER_PUNCT = 40 * 40,      /* taken off for one after other punctuation */
    BEFORE_OPENING = 40 * 40,   /* taken off for one before a bracket */
    FIRST_ALONE = 200 * 200,    /* a sentence's first word at the end of a line, over its length + 2 */
    LAST_ALONE = 150 * 150,     /* a sentence's last word at the start of a line, over its length + 2 */
    LATER_CUT = 3 * 3,          /* what each line gained before a cut is worth */
};

void fmt_set_start_cost(struct fmt_run *r, size_t i)
{
    fmt_words_view words = fmt_words_span(&r->words);
    unsigned word = AT(fmt_words_view, words, i).is, before = i > 0 ? AT(fmt_words_view, words, i - 1).is : 0;
    int64_t cost = LINE;
    if (before & FMT_STOPS)
        cost += (before & FMT_FINAL) ? -AFTER_SENTENCE : MID_STOP;
    else if (before & FMT_PUNCT)
        cost -= AFTER_PUNCT;
    else if (i > 1 && (AT(fmt_words_view, words, i - 2).is & FMT_FINAL))
        cost += FIRST_ALONE / (AT(fmt_words_view, words, i - 1).columns + 2);
    if (word & FMT_OPENS)
        cost -= BEFORE_OPENING;
    else if (word & FMT_FINAL)
        cost += LAST_ALONE / (AT(fmt_words_view, words, i).columns + 2);
    AT(fmt_breaks, &r->breaks, i).start_cost = cost;
}

/* Columns that are so many that all costs of a paragraph can be added up without overflow. */
static int64_t limited(int64_t columns)
{
    enum { MOST = 1000000 };
    return columns < MOST ? columns : MOST;
}

/* Lines that begin at a break. */
struct fmt_candidates {
    size_t longest;             /* the break at the end of the longest one */
    int64_t from;               /* what the ends of breaks are more than the columns of these lines */
    int64_t least;              /* no break at their ends costs less */
    int64_t after;              /* columns of the line before them, or 0 */
};

struct fmt_choice {
    int64_t cost;
    size_t next;
};

static void consider(struct fmt_candidates const *c, struct fmt_break const *end, size_t next,
                     struct fmt_choice *best)
{
    int64_t columns = limited(end->end - c->from);
    int64_t cost = end->constant + columns * (columns * end->square - end->linear);
    if (c->after > 0)
        cost += RAGGED * (columns - c->after) * (columns - c->after);
    best->next = cost <= best->cost ? next : best->next;
    best->cost = cost <= best->cost ? cost : best->cost;
}

/* Whether lines of COLUMNS or less cannot cost less than COST: from the goal on a shorter line costs more and
   more, so that in the end even the cheapest break does not make up for it. */
static bool are_worse(struct fmt_run const *r, struct fmt_candidates const *c, int64_t columns, int64_t cost)
{
    int64_t distance = r->opt.goal - columns;
    return distance > 0 && SHORT * distance * distance + c->least > cost;
}

/* Choose the best line from the break I on; of two equal ones the shorter. */
static struct fmt_choice best_line(struct fmt_run const *r, struct fmt_candidates const *c, size_t i)
{
    enum { AT_ONCE = 5 };       /* as many as are enough mostly; deciding after each one would take longer */
    fmt_breaks_view breaks = fmt_breaks_span(&r->breaks);
    struct fmt_choice best = {.cost = INT64_MAX};
    size_t next = c->longest;
    while (next - i > AT_ONCE) {
        for (size_t stop = next - AT_ONCE; next > stop; next--)
            consider(c, &AT(fmt_breaks_view, breaks, next), next, &best);
        if (are_worse(r, c, AT(fmt_breaks_view, breaks, next).end - c->from, best.cost))
            return best;
    }
    for (; next > i; next--)
        consider(c, &AT(fmt_breaks_view, breaks, next), next, &best);
    return best;
}

static void choose_line(struct fmt_run const *r, struct fmt_candidates const *c, size_t i)
{
    fmt_breaks_view breaks = fmt_breaks_span(&r->breaks);
    size_t n = fmt_breaks_view_len(breaks) - 1;
    int64_t goal = r->opt.goal;
    struct fmt_choice best = best_line(r, c, i);
    best.cost += AT(fmt_breaks_view, breaks, i).start_cost;
    int64_t columns = limited(AT(fmt_breaks_view, breaks, best.next).end - c->from);
    int64_t ragged = best.next < n ? RAGGED : 0;
    AT(fmt_breaks_view, breaks, i).cost = best.cost;
    AT(fmt_breaks_view, breaks, i).next = best.next;
    AT(fmt_breaks_view, breaks, i).constant = best.cost + SHORT * goal * goal + ragged * columns * columns;
    AT(fmt_breaks_view, breaks, i).linear = 2 * (SHORT * goal + ragged * columns);
    AT(fmt_breaks_view, breaks, i).square = SHORT + ragged;
}

/* Shorten the longest of the candidates from the break I on to what the width allows. */
static void fit_longest(struct fmt_run const *r, struct fmt_candidates *c, size_t i)
{
    fmt_breaks_view breaks = fmt_breaks_span(&r->breaks);
    int64_t most = r->opt.width + c->from;
    while (c->longest > i + 1 && AT(fmt_breaks_view, breaks, c->longest).end > most)
        c->longest--;
}

/* The least cost of the breaks from FIRST to LAST. */
static int64_t least_cost(fmt_breaks_view breaks, size_t first, size_t last)
{
    int64_t least = INT64_MAX;
    for (size_t i = first; i <= last; i++) {
        int64_t cost = AT(fmt_breaks_view, breaks, i).cost;
        least = cost < least ? cost : least;
    }
    return least;
}

static void choose_others(struct fmt_run *r)
{
    fmt_breaks_view breaks = fmt_breaks_span(&r->breaks);
    size_t n = fmt_breaks_view_len(breaks) - 1, renew = n;
    struct fmt_candidates c = {.longest = n};
    for (size_t i = n; i-- > 1;) {
        c.from = AT(fmt_breaks_view, breaks, i).begin - r->other_indent;
        fit_longest(r, &c, i);
        if (i < renew) {
            c.least = least_cost(breaks, i + 1, c.longest);
            renew = i - size_min(i, (c.longest - i) / 2);
        }
        choose_line(r, &c, i);
        int64_t cost = AT(fmt_breaks_view, breaks, i).cost;
        c.least = cost < c.least ? cost : c.least;
    }
}

void fmt_choose_breaks(struct fmt_run *r)
{
    size_t n = fmt_words_len(&r->words);
    struct fmt_break last = fmt_breaks_at(&r->breaks, n);
    fmt_breaks_set(&r->breaks, n, (struct fmt_break){.end = last.end, .begin = last.begin, .next = n});
    choose_others(r);
    struct fmt_candidates first = {.longest = n, .least = INT64_MIN / 2, .after = limited(r->last_line)};
    first.from = AT(fmt_breaks, &r->breaks, 0).begin - r->first_indent;
    fit_longest(r, &first, 0);
    choose_line(r, &first, 0);
}

/* The best cut is before a line that is good in itself, and one near the end rather than an early one. */
size_t fmt_choose_cut(struct fmt_run *r)
{
    fmt_breaks_view breaks = fmt_breaks_span(&r->breaks);
    size_t n = fmt_breaks_view_len(breaks) - 1, cut = n;
    int64_t best = INT64_MAX - LATER_CUT;
    for (size_t i = AT(fmt_breaks_view, breaks, 0).next; i < n; i = AT(fmt_breaks_view, breaks, i).next) {
        size_t next = AT(fmt_breaks_view, breaks, i).next;
        int64_t cost = AT(fmt_breaks_view, breaks, i).cost - AT(fmt_breaks_view, breaks, next).cost;
        if (cost < best) {
            best = cost;
            cut = i;
        }
        if (best <= INT64_MAX - LATER_CUT)
            best += LATER_CUT;
    }
    return cut;
}
