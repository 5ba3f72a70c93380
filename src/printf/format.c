/* format.c - the format as pieces.

       directive  = "%%" | "%" [POSITION "$"] ("b" | "q" | conversion)
       conversion = FLAGS amount ["." amount] LENGTHS LETTER
       amount     = DIGITS | "*" [POSITION "$"] | nothing */

#include "printf/printf.h"

#include "num/parse.h"
#include "safe/bytes.h"
#include "safe/checked.h"

/* Take a position and its "$" off *REST; 0, nothing taken, when there is none. */
static struct printf_argument take_position(span *rest)
{
    span after = *rest;
    uintmax_t number = 0;
    bool saturated = false;
    if (!num_take_digits(&after, &number, &saturated) || number == 0 || span_peek(after, 0) != '$')
        return (struct printf_argument){};
    *rest = span_drop(after, 1);
    return (struct printf_argument){.number = size_clamp(number)};
}

static struct printf_amount take_amount(span *rest)
{
    struct printf_amount amount = {};
    uintmax_t number = 0;
    bool saturated = false;
    if (span_peek(*rest, 0) == '*') {
        *rest = span_drop(*rest, 1);
        amount.given = amount.from_argument = true;
        amount.argument = take_position(rest);
    } else if (num_take_digits(rest, &number, &saturated)) {
        amount.given = true;
        if (!to_int_from_u(number, &amount.value))
            amount.value = PRINTF_TOO_MUCH;
    }
    return amount;
}

/* Take the flags off *REST. */
static void take_flags(span *rest, struct float_spec *spec)
{
    for (;; *rest = span_drop(*rest, 1)) {
        switch (span_peek(*rest, 0)) {
        case '-': spec->left = true; break;
        case '+': spec->plus = true; break;
        case ' ': spec->space = true; break;
        case '#': spec->alternate = true; break;
        case '0': spec->zero = true; break;
        case '\'': spec->group = true; break;
        case 'I': spec->own_digits = true; break;
        default: return;
        }
    }
}

/* What the letter C converts, or PRINTF_BAD_DIRECTIVE. */
static enum printf_kind conversion_kind(int c)
{
    switch (c) {
    case 'c': return PRINTF_BYTE;
    case 's': return PRINTF_STRING;
    case 'd': case 'i': return PRINTF_SIGNED;
    case 'o': case 'u': case 'x': case 'X': return PRINTF_UNSIGNED;
    case 'a': case 'A': case 'e': case 'E': case 'f': case 'F': case 'g': case 'G': return PRINTF_FLOAT;
    default: return PRINTF_BAD_DIRECTIVE;
    }
}

static bool is_one_of(int c, span letters)
{
    return c >= 0 && span_has(letters, low_byte(as_uint(c)));
}

/* Whether flags and precision make sense with the conversion C. */
static bool is_allowed(struct float_spec const *spec, bool precision, int c)
{
    return ((!spec->group && !spec->own_digits) || is_one_of(c, S("diufFgG")))
           && !(spec->alternate && is_one_of(c, S("cdisu"))) && !(spec->zero && is_one_of(c, S("cs")))
           && !(precision && c == 'c');
}

/* Take a directive off *REST, behind its "%". */
static struct printf_piece take_directive(span *rest)
{
    struct printf_piece piece = {.argument = take_position(rest)};
    int c = span_peek(*rest, 0);
    if (c == 'b' || c == 'q') {
        piece.kind = c == 'b' ? PRINTF_ESCAPED : PRINTF_QUOTED;
        *rest = span_drop(*rest, 1);
        return piece;
    }
    take_flags(rest, &piece.spec);
    piece.width = take_amount(rest);
    if (span_peek(*rest, 0) == '.') {
        *rest = span_drop(*rest, 1);
        piece.precision = take_amount(rest);
        piece.precision.given = true;
    }
    while (is_one_of(span_peek(*rest, 0), S("hjlLtz")))
        *rest = span_drop(*rest, 1);
    c = span_peek(*rest, 0);
    piece.kind = conversion_kind(c);
    if (!is_allowed(&piece.spec, piece.precision.given, c))
        piece.kind = PRINTF_BAD_DIRECTIVE;
    piece.spec.conversion = c < 0 ? 0 : low_byte(as_uint(c));
    *rest = span_drop(*rest, c >= 0);
    return piece;
}

/* Make a piece of the text that was gathered from START on, unless there is none. */
static void end_text(struct printf_format *f, size_t start)
{
    size_t len = buf_len(&f->bytes) - start;
    if (len > 0)
        printf_piece_vec_push(&f->pieces,
                              (struct printf_piece){.kind = PRINTF_TEXT, .start = start, .len = len});
}

/* Add the text at the front of *REST up to the next directive; false when it ends the format. */
static bool add_text(struct printf_format *f, span *rest)
{
    size_t start = buf_len(&f->bytes);
    while (!span_empty(*rest)) {
        buf_append(&f->bytes, span_take(rest, span_find2(*rest, '\\', '%')));
        size_t before = buf_len(&f->bytes);
        if (span_starts(*rest, S("%%"))) {
            buf_push(&f->bytes, '%');
            *rest = span_drop(*rest, 2);
            continue;
        }
        if (span_peek(*rest, 0) != '\\')
            break;
        *rest = span_drop(*rest, 1);
        enum printf_kind kind = printf_escape(&f->bytes, rest, false);
        if (kind == PRINTF_TEXT)
            continue;
        size_t len = buf_len(&f->bytes) - before;
        if (before > start)
            printf_piece_vec_push(&f->pieces, (struct printf_piece){.start = start, .len = before - start});
        printf_piece_vec_push(&f->pieces, (struct printf_piece){.kind = kind, .start = before, .len = len});
        return false;
    }
    end_text(f, start);
    return !span_empty(*rest);
}

void printf_parse(struct printf_format *f, span format)
{
    while (add_text(f, &format)) {
        span written = format;
        format = span_drop(format, 1);
        struct printf_piece piece = take_directive(&format);
        written = span_before(written, format);
        piece.start = buf_len(&f->bytes);
        piece.len = span_len(written);
        buf_append(&f->bytes, written);
        printf_piece_vec_push(&f->pieces, piece);
        if (piece.kind == PRINTF_BAD_DIRECTIVE)
            return;
    }
}
