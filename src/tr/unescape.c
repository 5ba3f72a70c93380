/* unescape.c - operands as symbols: backslash sequences become what they stand for. */

#include "tr/tr.h"

#include "safe/checked.h"

bool tr_is_wide(span operand)
{
    for (struct text_char c = {}; !text_is_plain_ascii(operand) && text_next(&operand, &c);)
        if (span_len(c.bytes) > 1)
            return true;
    return false;
}

/* In wide sets a byte beyond ASCII is none of the characters. */
static uint32_t byte_symbol(unsigned byte, bool wide)
{
    return wide && byte >= 128 ? CODES + byte : byte;
}

static int octal_digit(span text, size_t i)
{
    int c = span_peek(text, i);
    return c >= '0' && c <= '7' ? c - '0' : -1;
}

/* One to three octal digits; two when three would exceed a byte. */
static unsigned take_octal(struct cli *cli, span *text)
{
    unsigned value = 0;
    size_t n = 0;
    for (; n < 3 && octal_digit(*text, n) >= 0; n++) {
        unsigned next = value * 8 + as_uint(octal_digit(*text, n));
        if (next > UCHAR_MAX) {
            span digits = span_first(*text, 3);
            cli_warn(cli, 0,
                     "warning: the ambiguous octal escape \\%s is being\n"
                     "\tinterpreted as the 2-byte sequence \\0%s, %s",
                     fmt_s(digits), fmt_s(span_first(digits, 2)), fmt_s(span_drop(digits, 2)));
            break;
        }
        value = next;
    }
    *text = span_drop(*text, n);
    return value;
}

/* What a backslash and C stand for. */
static unsigned char escape(unsigned char c)
{
    switch (c) {
    case 'a': return '\a';
    case 'b': return '\b';
    case 'f': return '\f';
    case 'n': return '\n';
    case 'r': return '\r';
    case 't': return '\t';
    case 'v': return '\v';
    default: return c;
    }
}

static uint32_t take_symbol(span *text, bool wide)
{
    struct text_char c = {};
    if (!wide)
        return span_at(span_take(text, 1), 0);
    span rest = *text;
    text_next(&rest, &c);
    if (c.valid && c.code < CODES) {
        *text = rest;
        return c.code;
    }
    return byte_symbol(span_at(span_take(text, 1), 0), true);
}

static struct letter take_escaped(struct cli *cli, span *text, bool wide)
{
    struct letter l = {.escaped = true};
    if (span_empty(*text)) {
        cli_warn(cli, 0, "warning: an unescaped backslash at end of string is not portable");
        return (struct letter){'\\', false};
    }
    if (octal_digit(*text, 0) >= 0) {
        l.symbol = byte_symbol(take_octal(cli, text), wide);
        return l;
    }
    l.symbol = take_symbol(text, wide);
    if (l.symbol < 128)
        l.symbol = escape(low_byte(l.symbol));
    return l;
}

void tr_unescape(struct cli *cli, span operand, bool wide, letter_vec *out)
{
    while (!span_empty(operand)) {
        struct letter l = {};
        if (span_at(operand, 0) == '\\') {
            operand = span_drop(operand, 1);
            l = take_escaped(cli, &operand, wide);
        } else {
            l.symbol = take_symbol(&operand, wide);
        }
        letter_vec_push(out, l);
    }
}

static void append_octal(buf *out, uint32_t byte)
{
    buf_push(out, '\\');
    buf_append_base(out, byte, 8, 3);
}

void tr_append_shown(buf *out, uint32_t symbol, bool wide, bool names)
{
    span letters = S("abtnvfr");
    byteset printable = {};
    text_add_class(&printable, TEXT_PRINT);
    if (wide && symbol >= 128 && symbol < CODES) {
        buf_commit(out, text_encode(symbol, buf_tail(out, 16)));
    } else if (names && symbol >= 7 && symbol <= 13) {
        buf_push(out, '\\');
        buf_push(out, span_at(letters, symbol - 7));
    } else if (symbol <= UCHAR_MAX && byteset_has(&printable, low_byte(symbol))) {
        buf_push(out, low_byte(symbol));
    } else {
        append_octal(out, symbol & UCHAR_MAX);
    }
}
