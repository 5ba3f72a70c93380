/* escape.c - backslash sequences of the format and of %b. */

#include "printf/printf.h"

#include "escape/escape.h"
#include "safe/checked.h"
#include "text/chars.h"

enum { HIGHEST_CHARACTER = 0x10FFFF, LONGEST_CHARACTER = 16 };

/* Append the character CODE, or the sequence that stands for it where the locale has no such character. */
static void append_character(buf *out, uint32_t code)
{
    bool ascii = code < 0x80;
    bool known = ascii || (code <= HIGHEST_CHARACTER
                           && (locale_charset() != CHARSET_SINGLE_BYTE || !locale_is_c(LOCALE_CTYPE)));
    size_t len = known && !ascii ? text_encode(code, buf_tail(out, LONGEST_CHARACTER)) : 0;
    if (ascii) {
        buf_push(out, low_byte(code));
    } else if (len > 0) {
        buf_commit(out, len);
    } else {
        bool short_form = code <= UINT16_MAX;
        buf_append(out, short_form ? S("\\u") : S("\\U"));
        size_t start = buf_len(out);
        buf_append_base(out, code, 16, short_form ? 4 : 8);
        mspan digits = mspan_drop(buf_mspan(out), start);
        for (size_t i = 0; i < mspan_len(digits); i++)
            if (mspan_at(digits, i) >= 'a')
                mspan_set(digits, i, low_byte(mspan_at(digits, i) - 'a' + 'A'));
    }
}

/* The same for what follows \u or \U, whose letter was taken off *REST. */
static enum printf_kind escape_character(buf *out, span *rest, unsigned char letter)
{
    size_t digits = letter == 'u' ? 4 : 8;
    uint32_t code = 0;
    if (escape_take_number(rest, 16, digits, &code) < digits)
        return PRINTF_BAD_HEX;
    if (code >= 0xD800 && code <= 0xDFFF) {
        buf_push(out, '\\');
        buf_push(out, letter);
        buf_append_base(out, code, 16, digits);
        return PRINTF_BAD_CHARACTER;
    }
    append_character(out, code);
    return PRINTF_TEXT;
}

/* The same for an octal number at the front of *REST. */
static void escape_octal(buf *out, span *rest, bool in_string)
{
    uint32_t value = 0;
    if (in_string && span_peek(*rest, 0) == '0')
        *rest = span_drop(*rest, 1);
    escape_take_number(rest, 8, 3, &value);
    buf_push(out, low_byte(value));
}

enum printf_kind printf_escape(buf *out, span *rest, bool in_string)
{
    unsigned char c = 0;
    uint32_t value = 0;
    int first = span_peek(*rest, 0), simple = first == '"' ? '"' : escape_letter(first);
    if (first >= '0' && first <= '7') {
        escape_octal(out, rest, in_string);
        return PRINTF_TEXT;
    }
    if (!span_next(rest, &c)) {
        buf_push(out, '\\');
        return PRINTF_TEXT;
    }
    if (c == 'c')
        return PRINTF_STOP;
    if (c == 'u' || c == 'U')
        return escape_character(out, rest, c);
    if (c == 'x' && escape_take_number(rest, 16, 2, &value) == 0)
        return PRINTF_BAD_HEX;
    if (c != 'x' && simple < 0)
        buf_push(out, '\\');
    buf_push(out, c == 'x' ? low_byte(value) : simple < 0 ? c : low_byte(as_uint(simple)));
    return PRINTF_TEXT;
}
