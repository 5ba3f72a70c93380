/* print.c - one round through the format. */

#include "printf/printf.h"

#include "num/group.h"
#include "safe/checked.h"
#include "text/chars.h"

enum { LIBC_WIDTH = 1000 };

/* The argument; none, which stands for nothing or zero, behind the last one. */
static zstr argument_of(struct printf_run *run, struct printf_argument which)
{
    size_t number = which.number ? which.number : ++run->next;
    run->used = size_max(run->used, number);
    return number <= args_len(run->rest) ? args_at(run->rest, number - 1) : Z_NONE;
}

/* A width from an argument: a negative one puts the text to the left. */
static bool find_width(struct cli *cli, struct printf_run *run, struct printf_amount width,
                       struct float_spec *spec)
{
    intmax_t v = 0;
    spec->width = width.value;
    if (!width.from_argument)
        return true;
    zstr argument = argument_of(run, width.argument);
    v = printf_signed(cli, argument, run->posix);
    if (v < INT_MIN || v > INT_MAX) {
        cli_error(cli, 0, "invalid field width: %s", fmt_q(zstr_span(argument)));
        return false;
    }
    spec->left |= v < 0;
    spec->width = v >= -INT_MAX ? as_int(v < 0 ? -v : v) : PRINTF_TOO_MUCH;
    return true;
}

/* A precision from an argument: a negative one is none. */
static bool find_precision(struct cli *cli, struct printf_run *run, struct printf_amount precision,
                           struct float_spec *spec)
{
    spec->precision = precision.value == PRINTF_TOO_MUCH ? INT_MAX : precision.value;
    if (!precision.given)
        spec->precision = -1;
    if (!precision.from_argument)
        return true;
    zstr argument = argument_of(run, precision.argument);
    intmax_t v = printf_signed(cli, argument, run->posix);
    if (v > INT_MAX) {
        cli_error(cli, 0, "invalid precision: %s", fmt_q(zstr_span(argument)));
        return false;
    }
    spec->precision = v < 0 ? -1 : as_int(v);
    return true;
}

/* The parts of a text: PREFIX, zeros, BODY. */
struct parts {
    span prefix, body;
    size_t zeros;
};

/* Print PARTS, padded to the width of SPEC; false when that is more than C's printf can print.  MARKS bytes
   of the parts take no column of their own. */
static bool put_padded(writer *out, struct float_spec const *spec, bool zero_pad, struct parts parts,
                       size_t marks)
{
    size_t len = 0;
    if (ck_add(&len, span_len(parts.prefix) + parts.zeros, span_len(parts.body)) || len - marks > INT_MAX
        || spec->width == PRINTF_TOO_MUCH)
        return false;
    size_t width = as_size(spec->width), pad = width > len - marks ? width - (len - marks) : 0;
    if (!spec->left && zero_pad)
        parts.zeros += pad;
    else if (!spec->left && pad > 0)
        writer_fill(out, pad, ' ');
    writer_put(out, parts.prefix);
    if (parts.zeros > 0)
        writer_fill(out, parts.zeros, '0');
    writer_put(out, parts.body);
    if (spec->left && pad > 0)
        writer_fill(out, pad, ' ');
    return true;
}

static bool put_text(struct cli *cli, struct float_spec const *spec, span text)
{
    if (spec->precision >= 0)
        text = span_at_most(text, as_uint(spec->precision));
    return put_padded(cli_out(cli), spec, false, (struct parts){.body = text}, 0);
}

/* The digits of V, in SCRATCH. */
static void append_digits(buf *scratch, uintmax_t v, unsigned char conversion)
{
    if (conversion != 'o' && conversion != 'x' && conversion != 'X') {
        buf_append_umax(scratch, v);
        return;
    }
    buf_append_base(scratch, v, conversion == 'o' ? 8 : 16, 0);
    mspan digits = buf_mspan(scratch);
    for (size_t i = 0; conversion == 'X' && i < mspan_len(digits); i++)
        if (mspan_at(digits, i) >= 'a')
            mspan_set(digits, i, low_byte(mspan_at(digits, i) - 'a' + 'A'));
}

static span sign_of(struct float_spec const *spec, bool negative)
{
    return negative ? S("-") : spec->plus ? S("+") : spec->space ? S(" ") : (span){};
}

/* What goes before the digits of V. */
static span prefix_of(struct float_spec const *spec, uintmax_t v, bool negative)
{
    switch (spec->conversion) {
    case 'd': case 'i': return sign_of(spec, negative);
    case 'x': return spec->alternate && v != 0 ? S("0x") : (span){};
    case 'X': return spec->alternate && v != 0 ? S("0X") : (span){};
    default: return (span){};
    }
}

/* Print the whole number whose size is V. */
static bool put_whole(struct cli *cli, struct printf_run *run, struct float_spec const *spec, uintmax_t v,
                      bool negative)
{
    buf_clear(&run->scratch);
    if (v != 0 || spec->precision != 0)
        append_digits(&run->scratch, v, spec->conversion);
    struct parts parts = {.prefix = prefix_of(spec, v, negative), .body = buf_span(&run->scratch)};
    size_t least = spec->precision < 0 ? 0 : as_size(spec->precision), digits = span_len(parts.body);
    if (spec->conversion == 'o' && spec->alternate && span_peek(parts.body, 0) != '0')
        least = size_max(least, digits + 1);
    parts.zeros = least > digits ? least - digits : 0;
    return spec->precision < INT_MAX
           && put_padded(cli_out(cli), spec, spec->zero && spec->precision < 0, parts, 0);
}

/* How many bytes of TEXT do not begin a character. */
static size_t count_marks(span text)
{
    size_t n = span_len(text);
    for (struct text_char c = {}; text_next(&text, &c);)
        n--;
    return n;
}

/* The same with groups of digits; the width counts characters. */
static bool put_grouped(struct cli *cli, struct printf_run *run, struct float_spec const *spec, uintmax_t v,
                        bool negative)
{
    size_t least = spec->precision < 0 ? 0 : as_size(spec->precision);
    buf digits = {};
    if (spec->precision == INT_MAX)
        return false;
    if (v != 0 || spec->precision != 0)
        buf_append_base(&digits, v, 10, least);
    buf_clear(&run->scratch);
    num_append_grouped(&run->scratch, buf_span(&digits));
    buf_recycle(&digits);
    struct parts parts = {.prefix = prefix_of(spec, v, negative), .body = buf_span(&run->scratch)};
    return put_padded(cli_out(cli), spec, spec->zero && spec->precision < 0, parts, count_marks(parts.body));
}

/* Print what libc made of a number, in the scratch buffer; ALONE is how it was told to do that, and SPEC what
   is wanted. */
static bool put_made(struct cli *cli, struct printf_run *run, struct float_spec const *spec,
                     struct float_spec const *alone, bool zero_pad)
{
    span text = buf_span(&run->scratch);
    struct float_spec whole = *spec;
    if (alone->width > 0) {
        whole.width = 0;
        return put_padded(cli_out(cli), &whole, false, (struct parts){.body = text}, 0);
    }
    int c = span_peek(text, 0);
    size_t prefix = c == '-' || c == '+' || c == ' ';
    if (zero_pad && (spec->conversion == 'a' || spec->conversion == 'A'))
        prefix += 2;
    struct parts parts = {.prefix = span_first(text, prefix), .body = span_drop(text, prefix)};
    return put_padded(cli_out(cli), spec, zero_pad, parts, 0);
}

/* How libc is told: it pads to small widths itself, as it knows the columns of what it writes. */
static struct float_spec for_libc(struct float_spec const *spec)
{
    struct float_spec alone = *spec;
    if (spec->width == PRINTF_TOO_MUCH || (spec->width > LIBC_WIDTH && !spec->own_digits))
        alone.width = 0;
    return alone;
}

/* Print a whole number in the locale's own digits. */
static bool put_own_digits(struct cli *cli, struct printf_run *run, struct float_spec const *spec,
                           uintmax_t bits)
{
    struct float_spec alone = for_libc(spec);
    buf_clear(&run->scratch);
    return float_format_whole(&run->scratch, alone, bits) == 0 && put_made(cli, run, spec, &alone, false);
}

static bool put_float(struct cli *cli, struct printf_run *run, struct float_spec const *spec, long double v)
{
    struct float_spec alone = for_libc(spec);
    bool finite = !float_is_nan(v) && !float_is_infinite(v);
    buf_clear(&run->scratch);
    return float_format(&run->scratch, alone, v) == 0
           && put_made(cli, run, spec, &alone, spec->zero && finite);
}

/* Whether nothing but the number itself is to be printed. */
static bool is_plain(struct float_spec const *spec)
{
    return spec->width == 0 && spec->precision < 0 && !spec->plus && !spec->space && !spec->group
           && !spec->own_digits;
}

static bool put_signed(struct cli *cli, struct printf_run *run, struct float_spec const *spec, intmax_t v)
{
    if (is_plain(spec)) {
        writer_imax(cli_out(cli), v);
        return true;
    }
    if (spec->own_digits)
        return put_own_digits(cli, run, spec, bits_of_i64(v));
    if (spec->group)
        return put_grouped(cli, run, spec, magnitude(v), v < 0);
    return put_whole(cli, run, spec, magnitude(v), v < 0);
}

static bool put_unsigned(struct cli *cli, struct printf_run *run, struct float_spec const *spec, uintmax_t v)
{
    if (spec->own_digits)
        return put_own_digits(cli, run, spec, v);
    if (spec->group)
        return put_grouped(cli, run, spec, v, false);
    return put_whole(cli, run, spec, v, false);
}

/* Convert ARGUMENT as SPEC says; false when the text would be too long. */
static bool convert(struct cli *cli, struct printf_run *run, struct float_spec const *spec, zstr argument,
                    enum printf_kind kind)
{
    switch (kind) {
    case PRINTF_BYTE:           /* an empty argument has the NUL at its end */
        return put_text(cli, spec, zstr_len(argument) > 0 ? span_first(zstr_span(argument), 1) : S("\0"));
    case PRINTF_STRING: return put_text(cli, spec, zstr_span(argument));
    case PRINTF_SIGNED: return put_signed(cli, run, spec, printf_signed(cli, argument, run->posix));
    case PRINTF_UNSIGNED: return put_unsigned(cli, run, spec, printf_unsigned(cli, argument, run->posix));
    default: return put_float(cli, run, spec, printf_float(cli, argument, run->posix));
    }
}

/* Print a directive of the C kind; false after a mistake. */
static bool put_conversion(struct cli *cli, struct printf_run *run, struct printf_piece const *piece)
{
    struct float_spec spec = piece->spec;
    if (!find_width(cli, run, piece->width, &spec) || !find_precision(cli, run, piece->precision, &spec))
        return false;
    zstr argument = argument_of(run, piece->argument);
    if (!convert(cli, run, &spec, argument, piece->kind))
        run->overflow = true;
    return true;
}

/* Report the end of the output that the text of a sequence is; false unless it is none. */
static bool end_at(struct cli *cli, enum printf_kind kind, span written)
{
    if (kind == PRINTF_BAD_HEX)
        cli_error(cli, 0, "missing hexadecimal number in escape");
    else if (kind == PRINTF_BAD_CHARACTER)
        cli_error(cli, 0, "invalid universal character name %s", fmt_s(written));
    return kind == PRINTF_TEXT;
}

/* Print an argument of %b. */
static bool put_escaped(struct cli *cli, struct printf_run *run, span text, bool *stopped)
{
    for (span plain = {}; span_cut(&text, '\\', &plain);) {
        writer_put(cli_out(cli), plain);
        buf_clear(&run->scratch);
        enum printf_kind kind = printf_escape(&run->scratch, &text, true);
        *stopped = kind == PRINTF_STOP;
        if (!end_at(cli, kind, buf_span(&run->scratch)))
            return false;
        writer_put(cli_out(cli), buf_span(&run->scratch));
    }
    writer_put(cli_out(cli), text);
    return true;
}

static void put_quoted(struct cli *cli, zstr argument)
{
    struct quote_options style = {.style = QUOTE_SHELL_ESCAPE};
    if (!zstr_is_none(argument))
        quote_put(cli_out(cli), zstr_span(argument), &style);
}

/* A width or precision of a bad directive is still looked at, as it comes before the mistake. */
static bool refuse(struct cli *cli, struct printf_run *run, struct printf_piece const *piece, span written)
{
    struct float_spec spec = {};
    if (find_width(cli, run, piece->width, &spec) && find_precision(cli, run, piece->precision, &spec))
        cli_error(cli, 0, "%s: invalid conversion specification", fmt_s(written));
    return false;
}

static bool put_piece(struct cli *cli, struct printf_run *run, struct printf_format const *f, size_t i,
                      bool *stopped)
{
    struct printf_piece piece = printf_piece_vec_at(&f->pieces, i);
    span written = span_sub(buf_span(&f->bytes), piece.start, piece.len);
    switch (piece.kind) {
    case PRINTF_TEXT:
        writer_put(cli_out(cli), written);
        return true;
    case PRINTF_STOP:
        *stopped = true;
        return false;
    case PRINTF_BAD_HEX: case PRINTF_BAD_CHARACTER: return end_at(cli, piece.kind, written);
    case PRINTF_BAD_DIRECTIVE: return refuse(cli, run, &piece, written);
    case PRINTF_ESCAPED:
        return put_escaped(cli, run, zstr_span(argument_of(run, piece.argument)), stopped);
    case PRINTF_QUOTED:
        put_quoted(cli, argument_of(run, piece.argument));
        return true;
    default: return put_conversion(cli, run, &piece);
    }
}

bool printf_round(struct cli *cli, struct printf_run *run, struct printf_format const *f, bool *stopped)
{
    for (size_t i = 0; i < printf_piece_vec_len(&f->pieces) && writer_ok(cli_out(cli)); i++)
        if (!put_piece(cli, run, f, i, stopped))
            return false;
    return true;
}
