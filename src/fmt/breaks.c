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
static inline uint64_t columns_to(fmt_breaks_view breaks, size_t i, size_t end)
{
    return AT(fmt_breaks_view, breaks, end).end - AT(fmt_breaks_view, breaks, i).begin;
}

/* The cost of beginning a line at the break I, which is not the first one, whatever its length. */
static inline uint64_t start_cost(fmt_breaks_view breaks, size_t i)
{
    unsigned word = AT(fmt_breaks_view, breaks, i + 1).is, before = AT(fmt_breaks_view, breaks, i).is;
    unsigned earlier = AT(fmt_breaks_view, breaks, i - 1).is;
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
    uint64_t from;              /* where one that reaches the goal ends */
    uint64_t least;             /* no break at their ends costs less */
};

struct fmt_choice {
    uint64_t cost;
    size_t next;
};

/* The break at the end of the longest of the lines that begin at the break I, which is in the column FROM.
   c->longest is not before it; a single word may be longer than the width. */
static inline size_t longest_line(struct fmt_candidates const *c, size_t i, uint64_t from)
{
    size_t longest = c->longest;
    while (longest > i + 1 && AT(fmt_breaks_view, c->breaks, longest).end - from > c->width)
        longest--;
    return longest;
}

/* Let C be the lines that begin at the break I, in the column INDENT. */
static inline void set_candidates(struct fmt_candidates *c, size_t i, int64_t indent)
{
    uint64_t from = AT(fmt_breaks_view, c->breaks, i).begin - bits_of_i64(indent);
    c->i = i;
    c->longest = longest_line(c, i, from);
    uint64_t shortest = AT(fmt_breaks_view, c->breaks, i + 1).end;
    if (c->longest == i + 1 && shortest - from > MOST_COLUMNS)
        from = shortest - MOST_COLUMNS;
    c->from = from + c->goal;
}

/* What a line costs that has EXCESS more columns than the goal and ends at the break END, which is there.
   Numbers here are modulo 2^64: what is less than 0 does no harm, and each step of a signed sum would be
   checked. */
static inline uint64_t line_cost(struct fmt_break const *end, uint64_t excess)
{
    return end->constant + excess * (excess * end->square - end->linear);
}

/* Whether that line and the shorter ones cannot cost less than COST: from the goal on a shorter line costs
   more and more, so that in the end even the cheapest break does not make up for it. */
static inline bool are_worse(struct fmt_candidates const *c, struct fmt_break const *end, uint64_t cost)
{
    uint64_t excess = end->end - c->from;
    return excess > INT64_MAX && SHORT * excess * excess + c->least > cost;
}

static inline void consider(struct fmt_break const *end, uint64_t from, size_t next, struct fmt_choice *best)
{
    uint64_t cost = line_cost(end, end->end - from);
    best->next = cost <= best->cost ? next : best->next;
    best->cost = cost <= best->cost ? cost : best->cost;
}

/* The best one of the line BEST, those that end at the break NEXT, and shorter ones; of two equal ones the
   shorter. */
static struct fmt_choice best_shorter(struct fmt_candidates c, size_t next, struct fmt_choice best)
{
    for (; next > c.i && !are_worse(&c, &AT(fmt_breaks_view, c.breaks, next), best.cost); next--)
        consider(&AT(fmt_breaks_view, c.breaks, next), c.from, next, &best);
    return best;
}

/* The best line.  Three are enough mostly; deciding after each one would take longer. */
static inline struct fmt_choice best_line(struct fmt_candidates const *c)
{
    enum { FEW = 3 };
    struct fmt_choice best = {.cost = UINT64_MAX};
    size_t next = c->longest;
    if (next - c->i > FEW) {
        consider(&AT(fmt_breaks_view, c->breaks, next), c->from, next, &best);
        consider(&AT(fmt_breaks_view, c->breaks, next - 1), c->from, next - 1, &best);
        consider(&AT(fmt_breaks_view, c->breaks, next - 2), c->from, next - 2, &best);
        if (are_worse(c, &AT(fmt_breaks_view, c->breaks, next - FEW), best.cost))
            return best;
        next -= FEW;
    }
    return best_shorter(*c, next, best);
}

/* Let the line that begins where the candidates do be BEST.  To begin there costs START; what all costs. */
static inline uint64_t set_break(struct fmt_candidates const *c, struct fmt_choice best, uint64_t start)
{
    bool last = best.next == fmt_breaks_view_len(c->breaks) - 1;
    uint64_t excess = AT(fmt_breaks_view, c->breaks, best.next).end - c->from;
    uint64_t ragged = last ? 0 : RAGGED * excess, cost = best.cost + start;
    AT(fmt_breaks_view, c->breaks, c->i).cost = cost;
    AT(fmt_breaks_view, c->breaks, c->i).next = low_u32(best.next);
    AT(fmt_breaks_view, c->breaks, c->i).constant = cost + ragged * excess;
    AT(fmt_breaks_view, c->breaks, c->i).linear = 2 * ragged;
    AT(fmt_breaks_view, c->breaks, c->i).square = last ? SHORT : SHORT + RAGGED;
    return cost;
}

/* Nothing begins at the last break, N. */
static void set_last(struct fmt_break *last, size_t n)
{
    last->constant = last->linear = last->square = last->cost = 0;
    last->next = low_u32(n);
}

static inline uint64_t lesser(uint64_t a, uint64_t b)
{
    return a < b ? a : b;
}

/* The end of the first line, when those of the others are known.  It may be longer than the next one, and the
   line before it, which is printed, has AFTER columns. */
static size_t best_first(struct fmt_candidates const *c, int64_t indent, uint64_t after)
{
    struct fmt_choice best = {.cost = UINT64_MAX};
    uint64_t from = AT(fmt_breaks_view, c->breaks, 0).begin - bits_of_i64(indent);
    size_t next = c->longest, n = fmt_breaks_view_len(c->breaks) - 1;
    while (next < n && AT(fmt_breaks_view, c->breaks, next + 1).end - from <= c->width)
        next++;
    for (; next > 0; next--) {
        uint64_t columns = AT(fmt_breaks_view, c->breaks, next).end - from;
        if (columns > c->width && next > 1)
            continue;
        columns = lesser(columns, MOST_COLUMNS);
        uint64_t difference = after > 0 ? columns - after : 0;
        uint64_t cost = line_cost(&AT(fmt_breaks_view, c->breaks, next), columns - c->goal);
        cost += RAGGED * difference * difference;
        if (cost <= best.cost)
            best = (struct fmt_choice){cost, next};
    }
    return best.next;
}

/* Choose the lines that begin behind the first word, from the last one on.  The end of the longest one that
   could be the last of these to be chosen. */
static size_t choose_others(struct fmt_candidates c, size_t n, int64_t indent)
{
    size_t recent = n;
    uint64_t least_recent = 0, least_before = UINT64_MAX;       /* costs of breaks up to RECENT, of others */
    for (size_t i = n; i-- > 1;) {
        set_candidates(&c, i, indent);
        if (c.longest <= recent) {
            least_before = least_recent;
            least_recent = UINT64_MAX;
            recent = i;
        }
        c.least = lesser(least_recent, least_before);
        uint64_t cost = set_break(&c, best_line(&c), start_cost(c.breaks, i));
        least_recent = lesser(least_recent, cost);
    }
    return c.longest;
}

void fmt_choose_breaks(struct fmt_run *r)
{
    size_t n = fmt_words(r);
    struct fmt_candidates c = {.breaks = fmt_breaks_span(&r->breaks), .longest = n};
    c.width = bits_of_i64(r->opt.width);
    c.goal = bits_of_i64(r->opt.goal);
    set_last(&AT(fmt_breaks_view, c.breaks, n), n);
    c.longest = choose_others(c, n, r->other_indent);
    size_t first = best_first(&c, r->first_indent, lesser(as_size(r->last_line), MOST_COLUMNS));
    AT(fmt_breaks_view, c.breaks, 0).next = low_u32(first);
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
