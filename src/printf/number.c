/* number.c - arguments as numbers: as C writes them, or 'X for the number of the character X. */

#include "printf/printf.h"

#include "num/parse.h"
#include "safe/ascii.h"
#include "safe/checked.h"
#include "text/chars.h"

struct whole {
    uintmax_t size;
    bool negative;
    bool too_large;             /* `size` is the largest there is */
    size_t used;                /* bytes of the text; 0: it does not begin with a number */
};

/* The whole number at the front of TEXT, as strtoimax with base 0 has it. */
static struct whole take_whole(span text)
{
    struct whole w = {};
    span rest = ascii_drop_space(text);
    int sign = span_peek(rest, 0);
    w.negative = sign == '-';
    rest = span_drop(rest, sign == '-' || sign == '+');
    if (num_take_constant(&rest, &w.size, &w.too_large))
        w.used = span_len(span_before(text, rest));
    return w;
}

/* When ARGUMENT is 'X or "X: the number of the character X, in *CODE.  Where each byte is a character it is
   that of the byte, not of what it stands for in Unicode. */
static bool take_character(struct cli *cli, zstr argument, bool posix, uintmax_t *code)
{
    span rest = zstr_span(argument);
    struct text_char c = {};
    int quote = span_peek(rest, 0);
    if ((quote != '\'' && quote != '"') || span_len(rest) < 2)
        return false;
    rest = span_drop(rest, 1);
    text_next(&rest, &c);
    *code = locale_charset() == CHARSET_SINGLE_BYTE ? span_at(c.bytes, 0) : c.code;
    if (!span_empty(rest) && !posix)
        cli_warn(cli, 0, "warning: %s: character(s) following character constant have been ignored",
                 fmt_s(rest));
    return true;
}

/* Report what is wrong with the number in ARGUMENT, of which USED bytes were taken. */
static void check(struct cli *cli, zstr argument, size_t used, bool in_range)
{
    span text = zstr_span(argument);
    if (!in_range)
        cli_error(cli, ERANGE, "%s", fmt_q(text));
    else if (used == 0)
        cli_error(cli, 0, "%s: expected a numeric value", fmt_q(text));
    else if (used < span_len(text))
        cli_error(cli, 0, "%s: value not completely converted", fmt_q(text));
}

intmax_t printf_signed(struct cli *cli, zstr argument, bool posix)
{
    uintmax_t code = 0;
    intmax_t v = 0;
    if (zstr_is_none(argument))
        return 0;
    if (take_character(cli, argument, posix, &code))
        return as_i64(code);
    struct whole w = take_whole(zstr_span(argument));
    bool fits = !w.too_large && !(w.negative ? ck_sub(&v, 0, w.size) : ck_add(&v, 0, w.size));
    check(cli, argument, w.used, fits);
    if (!fits)
        return w.negative ? INTMAX_MIN : INTMAX_MAX;
    return v;
}

uintmax_t printf_unsigned(struct cli *cli, zstr argument, bool posix)
{
    uintmax_t v = 0;
    if (zstr_is_none(argument))
        return 0;
    if (take_character(cli, argument, posix, &v))
        return v;
    struct whole w = take_whole(zstr_span(argument));
    check(cli, argument, w.used, !w.too_large);
    return w.negative && !w.too_large ? 0 - w.size : w.size;
}

long double printf_float(struct cli *cli, zstr argument, bool posix)
{
    uintmax_t code = 0;
    long double v = 0;
    size_t used = 0;
    if (zstr_is_none(argument))
        return 0;
    if (take_character(cli, argument, posix, &code))
        return code;
    bool in_range = float_parse(argument, &v, &used);
    check(cli, argument, used, in_range);
    return v;
}
