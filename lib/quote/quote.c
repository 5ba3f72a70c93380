/* quote.c - the quoting styles.  A name is looked at once (survey), then written in the form that its
   style and contents ask for. */

#include "quote/quote.h"

#include "safe/ascii.h"
#include "sys/message.h"
#include "text/chars.h"

/* What a name holds, as far as its quoting depends on it. */
struct survey {
    bool shell_special;     /* something the shell would not take literally outside quotes */
    bool unprintable;       /* something to be escaped by number or letter */
    bool single_quote;
    bool double_safe;       /* nothing special inside the shell's double quotes, nor in a C string */
    bool escapes;           /* a double quote: a backslash alone is left as it is */
    bool also;              /* one of the caller's further characters */
};

static bool is_word_char(unsigned char c)
{
    return ascii_is_alnum(c) || span_has(S("%+,-./:@]_"), c);
}

/* Letter of the C escape for C, or 0. */
static unsigned char escape_letter(uint32_t c)
{
    switch (c) {
    case '\a': return 'a';
    case '\b': return 'b';
    case '\f': return 'f';
    case '\n': return 'n';
    case '\r': return 'r';
    case '\t': return 't';
    case '\v': return 'v';
    default: return 0;
    }
}

static bool is_printable(struct text_char c)
{
    if (c.valid && c.code < 0x80)
        return c.code >= 0x20 && c.code < 0x7F;
    return text_is(c, TEXT_PRINT);
}

/* Take the next character off *S; false at the end.  One that S ends inside of is the last, with all bytes
   that are left, though some of them could stand for themselves. */
static bool next_char(span *s, struct text_char *c)
{
    enum { LONGER_THAN_ANY = 16 };
    span here = *s;
    if (!text_next(s, c))
        return false;
    if (!c->valid && span_len(here) < LONGER_THAN_ANY && text_unfinished(here) == span_len(here)) {
        c->bytes = here;
        *s = span_tail(here, 0);
    }
    return true;
}

/* Account for the ASCII character C at offset AT of a name of LEN bytes. */
static void survey_ascii(struct survey *s, unsigned char c, size_t at, size_t len)
{
    if (is_word_char(c))
        return;
    bool special = span_has(S(" !\"$&'()*;<=>[\\^`|?\n\r\t"), c) || ((c == '#' || c == '~') && at == 0)
                   || ((c == '{' || c == '}') && len == 1);
    s->shell_special |= special;
    s->single_quote |= c == '\'';
    s->double_safe &= c == ' ' || c == '\'' || (special && span_has(S("#~{}"), c));
    s->escapes |= c == '"';
}

static struct survey look_at(span name, byteset const *also)
{
    struct survey s = {.double_safe = true, .shell_special = span_empty(name)};
    span rest = name;
    for (struct text_char c = {}; !span_empty(rest);) {
        unsigned char b = span_at(rest, 0);
        s.also |= byteset_has(also, b);
        if (b >= 0x20 && b < 0x7F) {
            survey_ascii(&s, b, span_len(name) - span_len(rest), span_len(name));
            rest = span_drop(rest, 1);
            continue;
        }
        if (b < 0x80)
            survey_ascii(&s, b, span_len(name) - span_len(rest), span_len(name));
        next_char(&rest, &c);
        if (!is_printable(c))
            s.unprintable = true;
    }
    s.double_safe &= !s.unprintable;
    return s;
}

static void append_octal(buf *out, unsigned char c)
{
    buf_push(out, '\\');
    buf_append_base(out, c, 8, 3);
}

/* The bytes of C as escapes; REST is what follows it. */
static void append_escape(buf *out, struct text_char c, span rest)
{
    unsigned char letter = c.valid ? escape_letter(c.code) : 0;
    if (letter) {
        buf_push(out, '\\');
        buf_push(out, letter);
    } else if (c.valid && c.code == 0 && !ascii_is_digit(span_peek(rest, 0))) {
        buf_append(out, S("\\0"));
    } else {
        SPAN_FOREACH(b, c.bytes)
            append_octal(out, b);
    }
}

/* How many bytes at the front of S are ASCII and stand for themselves in the C form. */
static size_t plain_length(span s, span closing, byteset const *also)
{
    size_t n = 0;
    int end = span_peek(closing, 0);
    SPAN_FOREACH(b, s) {
        if (b < 0x20 || b >= 0x7F || b == '\\' || b == end || byteset_has(also, b))
            break;
        n++;
    }
    return n;
}

/* The C form without its quotes; CLOSING is what ends it and has to be escaped inside. */
static void append_c(buf *out, span name, span closing, byteset const *also)
{
    span rest = name;
    for (struct text_char c = {};;) {
        buf_append(out, span_take(&rest, plain_length(rest, closing, also)));
        if (!span_empty(closing) && span_starts(rest, closing)) {
            buf_push(out, '\\');
            buf_append(out, span_take(&rest, span_len(closing)));
            continue;
        }
        if (!next_char(&rest, &c))
            return;
        unsigned char b = span_at(c.bytes, 0);
        if (!is_printable(c)) {
            append_escape(out, c, rest);
            continue;
        }
        if (b == '\\' || byteset_has(also, b))
            buf_push(out, '\\');
        buf_append(out, c.bytes);
    }
}

static void append_double_quoted(buf *out, span name)
{
    byteset none = {};
    buf_push(out, '"');
    append_c(out, name, S("\""), &none);
    buf_push(out, '"');
}

/* The shell form between single quotes: a quote becomes '\'', and with ESCAPE what cannot be printed
   becomes $'...'. */
static void append_single_quoted(buf *out, span name, bool escape)
{
    bool in_escape = false;
    span rest = name;
    buf_push(out, '\'');
    for (struct text_char c = {}; next_char(&rest, &c);) {
        if (escape && !is_printable(c)) {
            if (!in_escape)
                buf_append(out, S("'$'"));
            in_escape = true;
            append_escape(out, c, S("0"));      /* the shell's \0 takes digits: always three */
        } else if (span_at(c.bytes, 0) == '\'') {
            buf_append(out, S("'\\''"));
            in_escape = false;
        } else {
            if (in_escape)
                buf_append(out, S("''"));
            in_escape = false;
            buf_append(out, c.bytes);
        }
    }
    buf_push(out, '\'');
}

static void append_shell(buf *out, span name, struct quote_options const *opt, struct survey s)
{
    bool always = opt->style == QUOTE_SHELL_ALWAYS || opt->style == QUOTE_SHELL_ESCAPE_ALWAYS;
    bool escape = opt->style == QUOTE_SHELL_ESCAPE || opt->style == QUOTE_SHELL_ESCAPE_ALWAYS;
    if (!always && !s.shell_special && !s.also && !(escape && s.unprintable))
        buf_append(out, name);
    else if (s.single_quote && s.double_safe)
        append_double_quoted(out, name);
    else
        append_single_quoted(out, name, escape);
}

/* The locale's quotation marks: its translation of "`" and "'" where there is one, else by the character
   set. */
static span quotation_mark(zstr id, enum quote_style style)
{
    zstr text = message_text(id);
    if (!zstr_eq(text, id))
        return zstr_span(text);
    if (locale_charset() == CHARSET_UTF8)
        return zstr_eq(id, Z("`")) ? S("\xe2\x80\x98") : S("\xe2\x80\x99");
    return style == QUOTE_CLOCALE ? S("\"") : S("'");
}

static void append_locale(buf *out, span name, struct quote_options const *opt)
{
    span closing = quotation_mark(Z("'"), opt->style);
    buf_append(out, quotation_mark(Z("`"), opt->style));
    append_c(out, name, closing, &opt->also);
    buf_append(out, closing);
}

static void append_literal(buf *out, span name, bool hide)
{
    if (!hide || text_is_plain_ascii(name)) {
        buf_append(out, name);
        return;
    }
    for (struct text_char c = {}; next_char(&name, &c);)
        buf_append(out, is_printable(c) ? c.bytes : S("?"));
}

static void append_c_style(buf *out, span name, struct quote_options const *opt)
{
    struct survey s = look_at(name, &opt->also);
    bool maybe = opt->style == QUOTE_C_MAYBE;
    if (maybe && !s.escapes && !s.unprintable && !s.also) {
        buf_append(out, name);
        return;
    }
    /* A further character only brings the quotes about, and needs no backslash between them. */
    byteset also = {};
    if (!maybe)
        also = opt->also;
    buf_push(out, '"');
    append_c(out, name, S("\""), &also);
    buf_push(out, '"');
}

void quote_append(buf *out, span name, struct quote_options const *opt)
{
    switch (opt->style) {
    case QUOTE_LITERAL:
        append_literal(out, name, opt->hide_unprintable);
        break;
    case QUOTE_SHELL:
    case QUOTE_SHELL_ALWAYS:
    case QUOTE_SHELL_ESCAPE:
    case QUOTE_SHELL_ESCAPE_ALWAYS:
        append_shell(out, name, opt, look_at(name, &opt->also));
        break;
    case QUOTE_C:
    case QUOTE_C_MAYBE:
        append_c_style(out, name, opt);
        break;
    case QUOTE_ESCAPE:
        append_c(out, name, (span){}, &opt->also);
        break;
    case QUOTE_LOCALE:
    case QUOTE_CLOCALE:
        append_locale(out, name, opt);
        break;
    }
}

void quote_put(writer *out, span name, struct quote_options const *opt)
{
    buf text = {};
    quote_append(&text, name, opt);
    writer_put(out, buf_span(&text));
    buf_recycle(&text);
}

bool quote_changes(span name, struct quote_options const *opt)
{
    buf text = {};
    quote_append(&text, name, opt);
    bool differs = !span_eq(buf_span(&text), name);
    buf_recycle(&text);
    return differs;
}
