/* tabs.c - see tabs.h. */

#include "tabs/tabs.h"

#include "num/parse.h"
#include "safe/ascii.h"
#include "text/chars.h"

/* A list while it is read. */
struct list {
    span rest;
    uint64_t number;
    bool has_number;
    unsigned char prefix;       /* '/' or '+' when that was seen: it stays for the numbers behind it */
};

void tabs_add(struct tabs *t, uint64_t stop)
{
    tabs_vec_push(&t->stops, stop);
}

/* The number that was read is complete. */
static bool take_number(struct cli *cli, struct tabs *t, struct list *l)
{
    if (!l->has_number)
        return true;
    l->has_number = false;
    if (l->prefix == 0) {
        tabs_add(t, l->number);
        return true;
    }
    if ((l->prefix == '/' ? t->multiples : t->steps) != 0) {
        if (l->prefix == '/')
            return cli_bad(cli, 0, "'/' specifier only allowed with the last value");
        return cli_bad(cli, 0, "'+' specifier only allowed with the last value");
    }
    if (l->prefix == '/')
        t->multiples = l->number;
    else
        t->steps = l->number;
    return true;
}

static bool take_digits(struct cli *cli, struct list *l)
{
    bool saturated = false;
    span before = l->rest;
    num_take_digits(&l->rest, &l->number, &saturated);
    l->has_number = true;
    if (saturated || l->number > INT64_MAX)
        return cli_bad(cli, 0, "tab stop is too large %s", fmt_q(span_before(before, l->rest)));
    return true;
}

static bool take_prefix(struct cli *cli, struct list *l)
{
    l->prefix = span_at(l->rest, 0);
    if (l->has_number) {
        if (l->prefix == '/')
            return cli_bad(cli, 0, "'/' specifier not at start of number: %s", fmt_q(l->rest));
        return cli_bad(cli, 0, "'+' specifier not at start of number: %s", fmt_q(l->rest));
    }
    l->rest = span_drop(l->rest, 1);
    return true;
}

bool tabs_parse(struct cli *cli, struct tabs *t, span text)
{
    struct list l = {.rest = text};
    struct text_char c = {};
    bool ok = true;
    while (ok && !span_empty(l.rest)) {
        span rest = l.rest;
        unsigned char first = span_at(rest, 0);
        text_next(&rest, &c);
        if (first == ',' || (c.valid && text_is(c, TEXT_BLANK))) {
            ok = take_number(cli, t, &l);
            l.rest = rest;
        } else if (ascii_is_digit(first)) {
            ok = take_digits(cli, &l);
        } else if (first == '/' || first == '+') {
            ok = take_prefix(cli, &l);
        } else {
            ok = cli_bad(cli, 0, "tab size contains invalid character(s): %s", fmt_q(l.rest));
        }
    }
    return ok && take_number(cli, t, &l);
}

bool tabs_finish(struct cli *cli, struct tabs *t)
{
    enum { USUAL = 8 };
    tabs_view stops = tabs_vec_span(&t->stops);
    uint64_t before = 0, stop = 0;
    while (tabs_view_next(&stops, &stop)) {
        if (stop == 0)
            return cli_bad(cli, 0, "tab size cannot be 0");
        if (stop <= before)
            return cli_bad(cli, 0, "tab sizes must be ascending");
        before = stop;
    }
    if (t->multiples != 0 && t->steps != 0)
        return cli_bad(cli, 0, "'/' specifier is mutually exclusive with '+'");
    uint64_t behind = t->multiples ? t->multiples : t->steps;
    if (tabs_vec_len(&t->stops) == 0)
        t->size = behind ? behind : USUAL;
    else if (tabs_vec_len(&t->stops) == 1 && behind == 0)
        t->size = tabs_vec_at(&t->stops, 0);
    return true;
}

/* The next of the stops that are DISTANCE apart; 0 when it is beyond all numbers. */
static uint64_t step(uint64_t column, uint64_t from, uint64_t distance)
{
    uint64_t next = 0;
    return ck_add(&next, column, distance - (column - from) % distance) ? 0 : next;
}

uint64_t tabs_next(struct tabs const *t, uint64_t column, size_t *hint)
{
    if (t->size)
        return step(column, 0, t->size);
    size_t n = tabs_vec_len(&t->stops);
    for (; *hint < n; ++*hint)
        if (tabs_vec_at(&t->stops, *hint) > column)
            return tabs_vec_at(&t->stops, *hint);
    if (t->multiples)
        return step(column, 0, t->multiples);
    return t->steps ? step(column, tabs_vec_at(&t->stops, n - 1), t->steps) : 0;
}
