/* parse.c - what the user asked for. */

#include "human/human.h"

#include "num/parse.h"
#include "safe/checked.h"
#include "sys/env.h"

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
    default: return 0;
    }
}

/* Whether C, with no number before it, is at least the attempt at a unit: some small letters are none. */
static bool is_unit_letter(int c)
{
    return power_of(c) > 0 || c == 'p' || c == 'e' || c == 'z' || c == 'y';
}

/* Multiply unit->block, which is too large already where OVERFLOW says so, by the unit that S is: a letter,
   and B, D (both decimal) or iB behind it.  What comes after the unit is wrong, but does not undo it. */
static enum human_err take_unit(span s, bool overflow, struct human_unit *unit)
{
    unsigned power = power_of(span_peek(s, 0));
    if (power == 0)
        return HUMAN_BAD_SUFFIX;
    s = span_drop(s, 1);
    unit->bytes = span_eq(s, S("B")) || span_eq(s, S("iB"));
    unit->decimal = span_eq(s, S("B"));
    bool thousands = span_peek(s, 0) == 'B' || span_peek(s, 0) == 'D';
    while (power-- > 0)
        overflow |= ck_mul(&unit->block, unit->block, thousands ? 1000U : 1024U);
    if (overflow)
        unit->block = UINT64_MAX;
    if (!span_empty(s) && !unit->bytes && !span_eq(s, S("D")))
        return HUMAN_BAD_SUFFIX;
    return overflow ? HUMAN_TOO_LARGE : HUMAN_OK;
}

/* unit->block becomes what could be read, 0 for nothing, whatever is wrong with the rest. */
static enum human_err parse_amount(span text, struct human_unit *unit)
{
    bool overflow = false;
    span rest = num_skip_plus(text);
    if (is_unit_letter(span_peek(text, 0))) {
        unit->letter = true;
        unit->block = 1;
        return take_unit(text, false, unit);
    }
    if (!num_take_constant(&rest, &unit->block, &overflow) || unit->block == 0)
        return HUMAN_INVALID;
    if (span_empty(rest))
        return overflow ? HUMAN_TOO_LARGE : HUMAN_OK;
    enum human_err err = take_unit(rest, overflow, unit);
    unit->bytes = false;
    unit->decimal = false;
    return err;
}

static enum human_err parse(span text, struct human_unit *unit)
{
    bool group = span_peek(text, 0) == '\'';
    if (group)
        text = span_drop(text, 1);
    enum human_err err = HUMAN_OK;
    if (!span_empty(text) && span_starts(S("human-readable"), text))
        *unit = HUMAN_BINARY;
    else if (!span_empty(text) && span_starts(S("si"), text))
        *unit = HUMAN_DECIMAL;
    else
        err = parse_amount(text, unit);
    unit->group = group;
    return err;
}

enum human_err human_parse(span text, struct human_unit *unit)
{
    struct human_unit u = {};
    enum human_err err = parse(text, &u);
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
    if (zstr_is_none(value))
        return unit;
    struct human_unit said = {};
    if (parse(zstr_span(value), &said) == HUMAN_OK)
        return said;
    return said.block > 0 ? HUMAN_BLOCKS(said.block) : unit;
}
