/* parse.c - LS_COLORS: entries "xx=CODE" and "*END=CODE" with colons between them, and escapes in both. */

#include "colour/colour.h"

#include "safe/ascii.h"
#include "safe/checked.h"

struct fallback {
    enum colour_kind kind;
    zstr code;
};
RSPAN_DEFINE(fallbacks, struct fallback);

static const struct fallback fallback_table[] = {
    {COLOUR_LEFT, Z("\033[")}, {COLOUR_RIGHT, Z("m")}, {COLOUR_RESET, Z("0")}, {COLOUR_DIR, Z("01;34")},
    {COLOUR_LINK, Z("01;36")}, {COLOUR_FIFO, Z("33")}, {COLOUR_SOCKET, Z("01;35")},
    {COLOUR_BLOCK, Z("01;33")}, {COLOUR_CHARACTER, Z("01;33")}, {COLOUR_EXEC, Z("01;32")},
    {COLOUR_DOOR, Z("01;35")}, {COLOUR_SETUID, Z("37;41")}, {COLOUR_SETGID, Z("30;43")},
    {COLOUR_STICKY, Z("37;44")}, {COLOUR_OTHER_WRITABLE, Z("34;42")},
    {COLOUR_STICKY_OTHER_WRITABLE, Z("30;42")}, {COLOUR_CLEAR, Z("\033[K")},
};

void colour_use_defaults(colours *c)
{
    struct fallback f = {};
    colour_codes_truncate(&c->codes, 0);
    colour_codes_extend(&c->codes, COLOUR_KINDS);
    for (fallbacks rest = SPAN_OF(fallbacks, fallback_table); fallbacks_next(&rest, &f);) {
        colour_codes_set(&c->codes, (size_t)f.kind, (struct colour_code){zstr_span(f.code), true});
    }
}

bool colour_is_set(colours const *c, enum colour_kind kind)
{
    struct colour_code code = colour_codes_at(&c->codes, (size_t)kind);
    bool plain = span_empty(code.text) || span_eq(code.text, S("0")) || span_eq(code.text, S("00"));
    return code.given && !plain;
}

/* Digits in BASE at the front of *S as one byte. */
static unsigned char take_number(span *s, unsigned base)
{
    unsigned char value = 0;
    for (unsigned d = 0; (d = ascii_digit(span_peek(*s, 0), base)) < base;) {
        value = low_byte(value * base + d);
        *s = span_drop(*s, 1);
    }
    return value;
}

static unsigned char letter_value(unsigned char c)
{
    switch (c) {
    case 'a': return '\a';
    case 'b': return '\b';
    case 'e': return 033;
    case 'f': return '\f';
    case 'n': return '\n';
    case 'r': return '\r';
    case 't': return '\t';
    case 'v': return '\v';
    case '?': return 0x7F;
    case '_': return ' ';
    default: return c;
    }
}

/* What follows a backslash. */
static bool take_escape(span *s, unsigned char *value)
{
    int c = span_peek(*s, 0);
    if (c < 0)
        return false;
    if (c >= '0' && c <= '7') {
        *value = take_number(s, 8);
        return true;
    }
    *s = span_drop(*s, 1);
    *value = (c | 0x20) == 'x' ? take_number(s, 16) : letter_value(low_byte(as_size(c)));
    return true;
}

/* What follows a caret. */
static bool take_control(span *s, unsigned char *value)
{
    unsigned char c = 0;
    if (!span_next(s, &c) || !((c >= '@' && c <= '~') || c == '?'))
        return false;
    *value = c == '?' ? 0x7F : c & 0x1F;
    return true;
}

/* The text up to a colon, or an equals sign where EQUALS ends it too, without its escapes. */
static bool take_text(span *s, bool equals, buf *out)
{
    unsigned char c = 0;
    buf_clear(out);
    while (!span_empty(*s)) {
        int next = span_peek(*s, 0);
        if (next == ':' || (equals && next == '='))
            return true;
        *s = span_drop(*s, 1);
        c = low_byte(as_size(next));
        if ((c == '\\' && !take_escape(s, &c)) || (next == '^' && !take_control(s, &c)))
            return false;
        buf_push(out, c);
    }
    return true;
}

static span keep(colours *c, buf const *text)
{
    size_t at = buf_len(&c->text);
    buf_append(&c->text, buf_span(text));
    return span_drop(buf_span(&c->text), at);
}

static bool take_suffix(colours *c, span *s, buf *word)
{
    struct colour_suffix entry = {};
    if (!take_text(s, true, word))
        return false;
    entry.suffix = keep(c, word);
    if (span_peek(*s, 0) != '=')
        return false;
    *s = span_drop(*s, 1);
    if (!take_text(s, false, word))
        return false;
    entry.code = keep(c, word);
    colour_suffixes_push(&c->suffixes, entry);
    return true;
}

static enum colour_error take_kind(colours *c, span *s, buf *word, span *letters)
{
    enum colour_kind kind = COLOUR_KINDS;
    if (span_len(*s) < 3 || span_at(*s, 2) != '=')
        return COLOUR_BAD_VALUE;
    *letters = span_take(s, 2);
    *s = span_drop(*s, 1);
    if (!colour_from_letters(*letters, &kind))
        return COLOUR_BAD_LETTERS;
    if (!take_text(s, false, word))
        return COLOUR_BAD_VALUE;
    colour_codes_set(&c->codes, (size_t)kind, (struct colour_code){keep(c, word), true});
    return COLOUR_OK;
}

static bool ends_alike(span name, span suffix)
{
    if (span_len(suffix) > span_len(name))
        return false;
    span end = span_tail(name, span_len(suffix));
    for (size_t i = span_len(end); i > 0; i--)
        if (ascii_lower(span_at(end, i - 1)) != ascii_lower(span_at(suffix, i - 1)))
            return false;
    return true;
}

static bool same_length_alike(span a, span b)
{
    return span_len(a) == span_len(b) && ends_alike(a, b);
}

/* Of entries with the same suffix the last one in the text counts. */
static void hide_repeated(colour_suffix_view all)
{
    size_t n = colour_suffix_view_len(all);
    for (size_t i = 0; i < n; i++) {
        struct colour_suffix later = colour_suffix_view_at(all, i);
        for (size_t j = i + 1; j < n && !later.hidden; j++)
            if (span_eq(colour_suffix_view_at(all, j).suffix, later.suffix))
                AT(colour_suffix_view, all, j).hidden = true;
    }
}

/* An entry counts in either case unless one with the same letters in the other case has another code. */
static void settle_cases(colour_suffix_view all)
{
    size_t n = colour_suffix_view_len(all);
    for (size_t i = 0; i < n; i++) {
        struct colour_suffix later = colour_suffix_view_at(all, i);
        bool exact = later.exact;
        for (size_t j = i + 1; j < n && !later.hidden; j++) {
            struct colour_suffix earlier = colour_suffix_view_at(all, j);
            if (earlier.hidden || !same_length_alike(earlier.suffix, later.suffix))
                continue;
            bool hides = !exact && span_eq(earlier.code, later.code);
            exact |= !hides;
            AT(colour_suffix_view, all, j).hidden = hides;
            AT(colour_suffix_view, all, j).exact |= !hides;
        }
        AT(colour_suffix_view, all, i).exact |= exact;
    }
}

/* The last entry of the text is to be found first. */
static void finish_suffixes(colours *c)
{
    size_t n = colour_suffixes_len(&c->suffixes);
    colour_suffix_view all = colour_suffixes_span(&c->suffixes);
    for (size_t i = 0; i < n / 2; i++) {
        struct colour_suffix front = colour_suffix_view_at(all, i);
        colour_suffix_view_set(all, i, colour_suffix_view_at(all, n - 1 - i));
        colour_suffix_view_set(all, n - 1 - i, front);
    }
    hide_repeated(all);
    settle_cases(all);
}

enum colour_error colour_parse(colours *c, span text, span *letters)
{
    buf word = {};
    enum colour_error err = COLOUR_OK;
    while (err == COLOUR_OK && !span_empty(text)) {
        int first = span_peek(text, 0);
        if (first == ':' || first == '*')
            text = span_drop(text, 1);
        if (first == '*')
            err = take_suffix(c, &text, &word) ? COLOUR_OK : COLOUR_BAD_VALUE;
        else if (first != ':')
            err = take_kind(c, &text, &word, letters);
    }
    if (err == COLOUR_OK)
        finish_suffixes(c);
    c->link_as_target = span_eq(colour_code(c, COLOUR_LINK), S("target"));
    return err;
}

bool colour_of_suffix(colours const *c, span name, span *code)
{
    colour_suffix_view all = colour_suffixes_span(&c->suffixes);
    if (span_empty(name))
        return false;
    int last = ascii_lower(span_at(name, span_len(name) - 1));
    for (size_t i = 0; i < colour_suffix_view_len(all); i++) {
        struct colour_suffix s = colour_suffix_view_at(all, i);
        if (s.hidden || (!span_empty(s.suffix) && ascii_lower(span_last(s.suffix)) != last))
            continue;
        if (s.exact ? span_ends(name, s.suffix) : ends_alike(name, s.suffix)) {
            *code = s.code;
            return true;
        }
    }
    return false;
}
