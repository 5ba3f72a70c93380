/* parse.c - what the user asked for. */

#include "human/human.h"

#include "safe/checked.h"
#include "sys/env.h"

/* Digits in base ten, or by their beginning eight or sixteen.  False when there are none. */
static bool take_number(span *s, uint64_t *out, bool *overflow)
{
    while (span_peek(*s, 0) == ' ' || (span_peek(*s, 0) >= '\t' && span_peek(*s, 0) <= '\r'))
        *s = span_drop(*s, 1);
    if (span_peek(*s, 0) == '+')
        *s = span_drop(*s, 1);
    unsigned base = span_peek(*s, 0) == '0' ? 8 : 10;
    if (base == 8 && (span_peek(*s, 1) == 'x' || span_peek(*s, 1) == 'X')) {
        base = 16;
        *s = span_drop(*s, 2);
    }
    size_t had = span_len(*s);
    for (int c = span_peek(*s, 0); c >= 0; c = span_peek(*s, 0)) {
        unsigned digit = c >= '0' && c <= '9' ? as_uint(c - '0') : base;
        if (base == 16 && ((c | 0x20) >= 'a' && (c | 0x20) <= 'f'))
            digit = as_uint((c | 0x20) - 'a' + 10);
        if (digit >= base)
            break;
        *overflow |= ck_mul(out, *out, base) || ck_add(out, *out, digit);
        *s = span_drop(*s, 1);
    }
    return span_len(*s) < had;
}

/* The power that the letter C stands for, 0 for none. */
static unsigned power_of(int c)
{
    switch (c) {
    case 'k': case 'K': return 1;
    case 'm': case 'M': return 2;
    case 'g': case 'G': return 3;
    case 't': case 'T': return 4;
    case 'P': return 5;
    case 'E': return 6;
    case 'Z': return 7;
    case 'Y': return 8;
    case 'R': return 9;
    case 'Q': return 10;
    default: return 0;
    }
}

/* A unit: a letter, and B or iB behind it. */
static enum human_err take_unit(span s, uint64_t number, bool overflow, struct human_unit *unit)
{
    unsigned power = power_of(span_peek(s, 0));
    if (power == 0)
        return HUMAN_BAD_SUFFIX;
    s = span_drop(s, 1);
    bool decimal = span_eq(s, S("B"));
    if (!decimal && !span_empty(s) && !span_eq(s, S("iB")))
        return HUMAN_BAD_SUFFIX;
    while (power-- > 0)
        overflow |= ck_mul(&number, number, decimal ? 1000U : 1024U);
    if (overflow)
        return HUMAN_TOO_LARGE;
    unit->block = number;
    unit->decimal = decimal;
    unit->bytes = !span_empty(s);
    return HUMAN_OK;
}

static enum human_err parse_amount(span text, struct human_unit *unit)
{
    uint64_t number = 0;
    bool overflow = false;
    enum human_err err = HUMAN_OK;
    span rest = text;
    if (power_of(span_peek(text, 0)) > 0) {
        unit->letter = true;
        return take_unit(text, 1, false, unit);
    }
    if (!take_number(&rest, &number, &overflow))
        return HUMAN_INVALID;
    unit->block = number;
    if (!span_empty(rest)) {
        err = take_unit(rest, number, overflow, unit);
        unit->bytes = false;
        unit->decimal = false;
    }
    if (err)
        return err;
    if (overflow)
        return HUMAN_TOO_LARGE;
    return unit->block ? HUMAN_OK : HUMAN_INVALID;
}

enum human_err human_parse(span text, struct human_unit *unit)
{
    struct human_unit u = {};
    if (span_peek(text, 0) == '\'') {
        u.group = true;
        text = span_drop(text, 1);
    }
    bool group = u.group;
    enum human_err err = HUMAN_OK;
    if (!span_empty(text) && span_starts(S("human-readable"), text))
        u = HUMAN_BINARY;
    else if (!span_empty(text) && span_starts(S("si"), text))
        u = HUMAN_DECIMAL;
    else
        err = parse_amount(text, &u);
    u.group = group;
    if (err == HUMAN_OK)
        *unit = u;
    return err;
}

struct human_unit human_from_environment(zstr own, bool *named)
{
    struct human_unit unit = HUMAN_BLOCKS(env_has(Z("POSIXLY_CORRECT")) ? 512 : 1024);
    zstr value = zstr_is_none(own) ? own : env_get(own);
    if (zstr_is_none(value))
        value = env_get(Z("BLOCK_SIZE"));
    *named = !zstr_is_none(value);
    if (zstr_is_none(value))
        value = env_get(Z("BLOCKSIZE"));
    if (!zstr_is_none(value))
        human_parse(zstr_span(value), &unit);
    return unit;
}
