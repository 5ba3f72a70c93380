/* items.c - the items of a date.

   An item is a sequence of tokens of one of the shapes of
   shapes.c.  They are matched token by token: as long as a
   shape goes on, the next token is taken, so the longest shape counts, and there is no way back when it stays
   incomplete.  Therefore at most one token is looked at that belongs to the next item. */

#include "calendar/private.h"

static int kind_at(struct date_reader *r, size_t i)
{
    return date_token_at(r, i).kind;
}

static zstr rule_name(enum date_rule rule)
{
    switch (rule) {
    case IS_SECONDS: return Z("number of seconds");
    case IS_DATE_TIME: return Z("datetime");
    case IS_TIME: return Z("time");
    case IS_DAY: return Z("day");
    case IS_SHIFT: return Z("relative");
    case IS_ZONE: return Z("zone");
    case IS_LOCAL_ZONE: return Z("local_zone");
    case IS_HERE: return Z("J");
    case IS_NUMBER: return Z("number");
    case IS_HYBRID: return Z("hybrid");
    default: return Z("date");
    }
}

/* The shape of the next item; how many tokens it has, or 0 when there is none. */
static size_t next_shape(struct date_reader *r, enum date_rule *rule)
{
    span tree = buf_span(&r->shapes);
    size_t node = 0, n = 0;
    /* Where a shape cannot go on, no token is looked at. */
    while (date_shape_has_next(tree, node)) {
        size_t next = date_shape_next(tree, node, kind_at(r, n));
        if (next == 0)
            break;
        node = next;
        n++;
    }
    return date_shape_rule(tree, node, rule) ? n : 0;
}

static bool fail(struct date_reader *r, size_t left)
{
    if (left == 0)
        date_tell(r, "error: parsing failed");
    else
        date_tell(r, "error: parsing failed, stopped at '%s'", fmt_s(span_tail(r->text, left)));
    return false;
}

bool date_read_items(struct date_reader *r)
{
    bool first = true;
    date_tokens_truncate(&r->tokens, 0);
    r->done = 0;
    r->rest = r->text;
    while (kind_at(r, 0) != DATE_END) {
        if (kind_at(r, 0) == DATE_AT && !first)
            return fail(r, date_token_at(r, 0).left);
        enum date_rule rule = IS_TIME;
        size_t n = next_shape(r, &rule);
        if (n == 0 || !date_read_item(r, rule, n))
            return fail(r, date_tokens_at(&r->tokens, date_tokens_len(&r->tokens) - 1).left);
        if (rule == IS_SHIFT || rule == IS_HYBRID)
            date_tell_shift(r, rule_name(rule));
        else
            date_tell_item(r, rule_name(rule));
        date_drop_tokens(r, n);
        first = false;
        if (rule == IS_SECONDS && kind_at(r, 0) != DATE_END)
            return fail(r, date_token_at(r, 0).left);
    }
    return true;
}
