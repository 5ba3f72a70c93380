/* ranges.c - see ranges.h. */

#include "ranges/ranges.h"

#include "num/parse.h"
#include "safe/ascii.h"
#include "safe/checked.h"

static bool complain_zero(struct cli *cli, struct ranges_rules rules)
{
    if (rules.fields)
        return cli_usage(cli, "fields are numbered from 1");
    return cli_usage(cli, "byte/character positions are numbered from 1");
}

static bool complain_range(struct cli *cli, struct ranges_rules rules)
{
    if (rules.fields)
        return cli_usage(cli, "invalid field range");
    return cli_usage(cli, "invalid byte or character range");
}

static bool complain_value(struct cli *cli, span text, struct ranges_rules rules)
{
    if (rules.fields)
        return cli_usage(cli, "invalid field value %s", fmt_q(text));
    return cli_usage(cli, "invalid byte/character position %s", fmt_q(text));
}

static bool complain_large(struct cli *cli, span digits, struct ranges_rules rules)
{
    if (rules.fields)
        return cli_usage(cli, "field number %s is too large", fmt_q(digits));
    return cli_usage(cli, "byte/character offset %s is too large", fmt_q(digits));
}

/* Digits at the front of *TEXT, if there are any.  The largest number of all stands for the end of the
   line, so it cannot be asked for. */
static bool take_number(struct cli *cli, span *text, struct ranges_rules rules, uint64_t *n, bool *there)
{
    span from = *text;
    bool saturated = false;
    *there = num_take_digits(text, n, &saturated);
    if (*there && (saturated || *n == UINT64_MAX))
        return complain_large(cli, span_before(from, *text), rules);
    return true;
}

static bool is_separator(int c)
{
    return c == ',' || ascii_is_blank(c);
}

/* "-M" or "-" behind what may be a number. */
static bool take_end(struct cli *cli, span *text, struct ranges_rules rules, bool open_start, struct range *r)
{
    bool there = false;
    r->high = UINT64_MAX;
    *text = span_drop(*text, 1);
    if (!take_number(cli, text, rules, &r->high, &there))
        return false;
    if (span_peek(*text, 0) == '-')
        return complain_range(cli, rules);
    bool alone = span_empty(*text) || is_separator(span_peek(*text, 0));
    if (!there && open_start && alone && !rules.dash_is_all)
        return cli_usage(cli, "invalid range with no endpoint: -");
    return true;
}

/* One range off the front of *TEXT. */
static bool take_range(struct cli *cli, span *text, struct ranges_rules rules, struct range *r)
{
    bool start = false;
    *r = (struct range){};
    if (!take_number(cli, text, rules, &r->low, &start))
        return false;
    bool dash = span_peek(*text, 0) == '-';
    if (dash && start && r->low == 0)
        return complain_zero(cli, rules);
    if (dash && !start)
        r->low = 1;
    if (dash && !take_end(cli, text, rules, !start, r))
        return false;
    if (!span_empty(*text) && !is_separator(span_peek(*text, 0)))
        return complain_value(cli, *text, rules);
    if (!dash)
        r->high = r->low;
    if (r->low == 0)
        return complain_zero(cli, rules);
    if (r->high < r->low)
        return cli_usage(cli, "invalid decreasing range");
    return true;
}

/* Heap sort by the lower ends: no list is so long or so arranged that it would take more than moments. */
static void sift_down(range_vec *v, size_t at, size_t end)
{
    for (size_t child = 2 * at + 1; child < end; at = child, child = 2 * at + 1) {
        if (child + 1 < end && range_vec_at(v, child).low < range_vec_at(v, child + 1).low)
            child++;
        struct range upper = range_vec_at(v, at), lower = range_vec_at(v, child);
        if (upper.low >= lower.low)
            return;
        range_vec_set(v, at, lower);
        range_vec_set(v, child, upper);
    }
}

static void sort(range_vec *v)
{
    size_t n = range_vec_len(v);
    for (size_t i = n / 2; i > 0; i--)
        sift_down(v, i - 1, n);
    for (size_t end = n; end > 1; end--) {
        struct range first = range_vec_at(v, 0);
        range_vec_set(v, 0, range_vec_at(v, end - 1));
        range_vec_set(v, end - 1, first);
        sift_down(v, 0, end - 1);
    }
}

/* Make one of neighbours that overlap or, with REACH 1, touch. */
static void merge(range_vec *v, uint64_t reach)
{
    size_t kept = 0;
    for (size_t i = 0; i < range_vec_len(v); i++) {
        struct range r = range_vec_at(v, i);
        struct range last = kept > 0 ? range_vec_at(v, kept - 1) : (struct range){};
        if (kept > 0 && (last.high == UINT64_MAX || r.low <= last.high + reach))
            range_vec_set(v, kept - 1, (struct range){last.low, r.high > last.high ? r.high : last.high});
        else
            range_vec_set(v, kept++, r);
    }
    range_vec_truncate(v, kept);
}

/* Turn V into what lies between its ranges, and before and behind them. */
static void complement(range_vec *v)
{
    uint64_t next = 1;
    size_t n = 0;
    bool open = false;
    for (size_t i = 0; i < range_vec_len(v); i++) {
        struct range r = range_vec_at(v, i);
        if (next < r.low)
            range_vec_set(v, n++, (struct range){next, r.low - 1});
        open = r.high == UINT64_MAX;
        next = open ? next : r.high + 1;
    }
    range_vec_truncate(v, n);
    if (!open)
        range_vec_push(v, (struct range){next, UINT64_MAX});
}

bool ranges_parse(struct cli *cli, span list, struct ranges_rules rules, range_vec *out)
{
    for (bool more = true; more;) {
        struct range r = {};
        if (!take_range(cli, &list, rules, &r))
            return false;
        range_vec_push(out, r);
        more = !span_empty(list);
        if (more)
            list = span_drop(list, 1);
    }
    sort(out);
    merge(out, 0);
    if (rules.complement)
        complement(out);
    return true;
}

void ranges_join(range_vec *ranges)
{
    merge(ranges, 1);
}
