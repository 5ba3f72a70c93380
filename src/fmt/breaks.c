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
    MOST_COLUMNS = 1000000,     /* of a line, so that all costs of a paragraph can be added up */
};

/* Columns from the beginning of a line at the break I to its end at the break END. */
static uint64_t columns_to(fmt_breaks_view breaks, size_t i, size_t end)
{
    return AT(fmt_breaks_view, breaks, end).end - AT(fmt_breaks_view, breaks, i).begin;
}

/* The cost of beginning a line at the break I, whatever its length. */
static uint64_t start_cost(fmt_breaks_view breaks, size_t i)
{
    unsigned word = AT(fmt_breaks_view, breaks, i + 1).is, before = AT(fmt_breaks_view, breaks, i).is;
    unsigned earlier = i > 0 ? AT(fmt_breaks_view, breaks, i - 1).is : 0;
    uint64_t cost = LINE;
    if ((word | before | earlier) == 0)
        return cost;
    if (before & FMT_STOPS)
        cost = (before & FMT_FINAL) ? cost - AFTER_SENTENCE : cost + MID_STOP;
    else if (before & FMT_PUNCT)
        cost -= AFTER_PUNCT;
    else if (earlier & FMT_FINAL)
        cost += FIRST_ALONE / (columns_to(breaks, i - 1, i) + 2);
    if (word & FMT_OPENS)
        cost -= BEFORE_OPENING;
    else if (word & FMT_FINAL)
        cost += LAST_ALONE / (columns_to(breaks, i, i + 1) + 2);
    return cost;
}

/* Lines that begin at one break. */
struct fmt_candidates {
    fmt_breaks_view breaks;
    uint64_t width, goal;
    size_t i;                   /* where they begin */
    size_t longest;             /* the break at the end of the longest one */
    uint64_t from;              /* what the ends of breaks are more than the columns of these lines */
    uint64_t least;             /* no break at their ends costs less */
};

struct fmt_choice {
    uint64_t cost;
    size_t next;
};

/* The break at the end of the longest line from the break I on; LONGEST is not before it.  A single word may
   be longer than the width. */
static size_t longest_line(struct fmt_candidates const *c, size_t i, uint64_t from, size_t longest)
{
    while (longest > i + 1 && AT(fmt_breaks_view, c->breaks, longest).end - from > c->width)
        longest--;
    return longest;
}

/* Let C be the lines that begin at the break I, in the column INDENT. */
static void set_candidates(struct fmt_candidates *c, size_t i, int64_t indent)
{
    c->i = i;
    c->from = AT(fmt_breaks_view, c->breaks, i).begin - bits_of_i64(indent);
    c->longest = longest_line(c, i, c->from, c->longest);
    uint64_t shortest = AT(fmt_breaks_view, c->breaks, i + 1).end;
    if (c->longest == i + 1 && shortest - c->from > MOST_COLUMNS)
        c->from = shortest - MOST_COLUMNS;
}

/* Costs are computed modulo 2^64: what is less than 0 on the way does no harm, and each step of a signed sum
   would be checked. */
static uint64_t line_cost(struct fmt_break const *end, uint64_t columns)
{
    return end->constant + columns * (columns * end->square - end->linear);
}

static inline void consider(struct fmt_candidates const *c, size_t next, struct fmt_choice *best)
{
    uint64_t columns = AT(fmt_breaks_view, c->breaks, next).end - c->from;
    uint64_t cost = line_cost(&AT(fmt_breaks_view, c->breaks, next), columns);
    best->next = cost <= best->cost ? next : best->next;
    best->cost = cost <= best->cost ? cost : best->cost;
}

/* Whether the line to NEXT and the shorter ones cannot cost less than COST: from the goal on a shorter line
   costs more and more, so that in the end even the cheapest break does not make up for it. */
static bool are_worse(struct fmt_candidates const *c, size_t next, uint64_t cost)
{
    uint64_t columns = AT(fmt_breaks_view, c->breaks, next).end - c->from, distance = c->goal - columns;
    return columns < c->goal && SHORT * distance * distance + c->least > cost;
}

/* The best line; of two equal ones the shorter. */
static struct fmt_choice best_line(struct fmt_candidates const *c)
{
    struct fmt_choice best = {.cost = UINT64_MAX};
    size_t next = c->longest;
    /* Three at once are enough mostly; deciding after each one would take longer. */
    for (; next - c->i > 3; next -= 3) {
        consider(c, next, &best);
        consider(c, next - 1, &best);
        consider(c, next - 2, &best);
        if (are_worse(c, next - 3, best.cost))
            return best;
    }
    for (; next > c->i; next--)
        consider(c, next, &best);
    return best;
}

/* The best line when the line before it, which is printed, has AFTER columns. */
static struct fmt_choice best_after(struct fmt_candidates const *c, uint64_t after)
{
    struct fmt_choice best = {.cost = UINT64_MAX};
    for (size_t next = c->longest; next > c->i; next--) {
        uint64_t columns = AT(fmt_breaks_view, c->breaks, next).end - c->from, difference = columns - after;
        uint64_t cost = line_cost(&AT(fmt_breaks_view, c->breaks, next), columns);
        cost += RAGGED * difference * difference;
        if (cost <= best.cost)
            best = (struct fmt_choice){cost, next};
    }
    return best;
}

/* Let a line begin at the break where those of C do, and go as BEST says. */
static void set_break(struct fmt_break *at, struct fmt_candidates const *c, struct fmt_choice best)
{
    bool last = best.next == fmt_breaks_view_len(c->breaks) - 1;
    uint64_t columns = AT(fmt_breaks_view, c->breaks, best.next).end - c->from, ragged = last ? 0 : RAGGED;
    at->cost = best.cost + start_cost(c->breaks, c->i);
    at->next = low_u32(best.next);
    at->constant = at->cost + SHORT * c->goal * c->goal + ragged * columns * columns;
    at->linear = 2 * (SHORT * c->goal + ragged * columns);
    at->square = SHORT + ragged;
}

/* Nothing begins at the last break, N. */
static void set_last(struct fmt_break *last, size_t n)
{
    last->constant = last->linear = last->square = last->cost = 0;
    last->next = low_u32(n);
}

static uint64_t lesser(uint64_t a, uint64_t b)
{
    return a < b ? a : b;
}

void fmt_choose_breaks(struct fmt_run *r)
{
    size_t n = fmt_words(r), recent = n;
    struct fmt_candidates c = {.breaks = fmt_breaks_span(&r->breaks), .longest = n};
    c.width = bits_of_i64(r->opt.width);
    c.goal = bits_of_i64(r->opt.goal);
    int64_t indent = r->other_indent;
    uint64_t after = 0;
    uint64_t least_recent = 0, least_before = UINT64_MAX;       /* costs of breaks up to RECENT, of others */
    set_last(&AT(fmt_breaks_view, c.breaks, n), n);
    for (size_t i = n; i-- > 0;) {
        if (i == 0) {           /* this line may be longer than the next one */
            indent = r->first_indent;
            after = size_min(as_size(r->last_line), MOST_COLUMNS);
            c.longest = n;
            least_before = 0;
        }
        set_candidates(&c, i, indent);
        if (c.longest <= recent) {
            least_before = least_recent;
            least_recent = UINT64_MAX;
            recent = i;
        }
        c.least = lesser(least_recent, least_before);
        set_break(&AT(fmt_breaks_view, c.breaks, i), &c, after > 0 ? best_after(&c, after) : best_line(&c));
        least_recent = lesser(least_recent, AT(fmt_breaks_view, c.breaks, i).cost);
    }
}

/* The best cut is before a line that is good in itself, and one near the end rather than an early one. */
size_t fmt_choose_cut(struct fmt_run *r)
{
    fmt_breaks_view breaks = fmt_breaks_span(&r->breaks);
    size_t n = fmt_breaks_view_len(breaks) - 1, cut = n;
    uint64_t best = UINT64_MAX;
    for (size_t i = AT(fmt_breaks_view, breaks, 0).next; i < n; i = AT(fmt_breaks_view, breaks, i).next) {
        size_t next = AT(fmt_breaks_view, breaks, i).next;
        uint64_t cost = AT(fmt_breaks_view, breaks, i).cost - AT(fmt_breaks_view, breaks, next).cost;
        if (cost < best) {
            best = cost;
            cut = i;
        }
        best += LATER_CUT;
    }
    return cut;
}
