/* types.c - what -t asks for. */

#include "od/od.h"

/* Columns of the longest element of an integral type. */
static unsigned integral_columns(enum od_kind kind, unsigned size)
{
    switch (kind) {
    case OD_SIGNED: return size == 1 ? 4 : size == 2 ? 6 : size == 4 ? 11 : 20;
    case OD_UNSIGNED: return size == 1 ? 3 : size == 2 ? 5 : size == 4 ? 10 : 20;
    case OD_OCTAL: return (size * 8 + 2) / 3;
    default: return size * 2;
    }
}

static unsigned float_columns(enum float_type real)
{
    return real == FLOAT_DOUBLE ? 24 : real == FLOAT_LONG_DOUBLE ? 29 : 15;
}

/* The size that a letter stands for in an integral type, or 0. */
static size_t integral_size(int letter)
{
    switch (letter) {
    case 'C': return sizeof(char);
    case 'S': return sizeof(short);
    case 'I': return sizeof(int);
    case 'L': return sizeof(long);
    default: return 0;
    }
}

static bool float_of_letter(int letter, enum float_type *real)
{
    switch (letter) {
    case 'B': *real = FLOAT_BFLOAT; return true;
    case 'H': *real = FLOAT_HALF; return true;
    case 'F': *real = FLOAT_SINGLE; return true;
    case 'D': *real = FLOAT_DOUBLE; return true;
    case 'L': *real = FLOAT_LONG_DOUBLE; return true;
    default: return false;
    }
}

static bool float_of_size(uintmax_t size, enum float_type *real)
{
    *real = size == float_size(FLOAT_HALF) ? FLOAT_HALF
          : size == float_size(FLOAT_SINGLE) ? FLOAT_SINGLE
          : size == float_size(FLOAT_DOUBLE) ? FLOAT_DOUBLE : FLOAT_LONG_DOUBLE;
    return size == float_size(*real);
}

/* Take a number off *REST; false when there is none, or after a complaint, which *BAD says. */
static bool take_size(struct cli *cli, span text, span *rest, uintmax_t *size, bool *bad)
{
    bool saturated = false;
    if (!num_take_digits(rest, size, &saturated))
        return false;
    *bad = saturated || *size > INT_MAX;
    if (*bad)
        cli_error(cli, 0, "invalid type string %s", fmt_q(text));
    return !*bad;
}

static bool no_such_size(struct cli *cli, span text, uintmax_t size, span kind)
{
    cli_error(cli, 0, "invalid type string %s;\nthis system doesn't provide a %lu-byte %s type", fmt_q(text),
              fmt_u(size), fmt_s(kind));
    return false;
}

static bool take_float(struct cli *cli, span text, span *rest, struct od_type *t)
{
    uintmax_t size = 0;
    bool bad = false;
    t->real = FLOAT_DOUBLE;
    if (float_of_letter(span_peek(*rest, 0), &t->real)) {
        *rest = span_drop(*rest, 1);
    } else if (take_size(cli, text, rest, &size, &bad) && !float_of_size(size, &t->real)) {
        return no_such_size(cli, text, size, S("floating point"));
    }
    t->size = as_uint(as_i64(float_size(t->real)));
    t->columns = float_columns(t->real);
    return !bad;
}

static bool take_integral(struct cli *cli, span text, span *rest, struct od_type *t)
{
    uintmax_t size = integral_size(span_peek(*rest, 0));
    bool bad = false;
    if (size > 0)
        *rest = span_drop(*rest, 1);
    else if (!take_size(cli, text, rest, &size, &bad))
        size = sizeof(int);
    if (size != 1 && size != 2 && size != 4 && size != 8)
        return no_such_size(cli, text, size, S("integral"));
    t->size = as_uint(as_i64(size));
    t->columns = integral_columns(t->kind, t->size);
    return !bad;
}

/* Take a type off *REST, a tail of TEXT. */
static bool take_type(struct cli *cli, span text, span *rest, struct od_type *t)
{
    span letter = span_take(rest, 1);
    switch (span_at(letter, 0)) {
    case 'a': t->kind = OD_NAMED; break;
    case 'c': t->kind = OD_CHARACTER; break;
    case 'd': t->kind = OD_SIGNED; break;
    case 'u': t->kind = OD_UNSIGNED; break;
    case 'o': t->kind = OD_OCTAL; break;
    case 'x': t->kind = OD_HEX; break;
    case 'f': t->kind = OD_FLOAT; break;
    default:
        cli_error(cli, 0, "invalid character '%c' in type string %s", fmt_s(letter), fmt_q(text));
        return false;
    }
    bool ok = true;
    if (t->kind == OD_NAMED || t->kind == OD_CHARACTER) {
        t->size = 1;
        t->columns = 3;
    } else {
        ok = t->kind == OD_FLOAT ? take_float(cli, text, rest, t) : take_integral(cli, text, rest, t);
    }
    t->trailer = ok && span_peek(*rest, 0) == 'z';
    if (t->trailer)
        *rest = span_drop(*rest, 1);
    return ok;
}

bool od_parse_types(struct cli *cli, span text, od_types *out)
{
    size_t had = od_types_len(out);
    for (span rest = text; !span_empty(rest);) {
        struct od_type t = {};
        if (!take_type(cli, text, &rest, &t)) {
            od_types_truncate(out, had);
            return false;
        }
        od_types_push(out, t);
    }
    return true;
}
