/* fields.c - where the fields of a line are. */

#include "join/join.h"

#include "text/onebyte.h"

/* How the separator that was asked for can be searched for. */
static enum separator separator_kind(span text)
{
    if (span_empty(text))
        return SEPARATOR_NONE;
    if (locale_charset() == CHARSET_SINGLE_BYTE || (span_len(text) == 1 && span_at(text, 0) < '0'))
        return SEPARATOR_BYTE;
    struct text_char c = {};
    text_next(&text, &c);
    if (locale_charset() != CHARSET_UTF8 || !c.valid)
        return SEPARATOR_CHAR;
    return span_len(c.bytes) == 1 ? SEPARATOR_BYTE : SEPARATOR_TEXT;
}

void join_prepare_fields(struct join_run *r)
{
    if (r->opt.has_separator)
        r->opt.separator = separator_kind(r->opt.separator_text);
    if (r->opt.fold)
        text_upper_bytes(&r->capital);
    if (r->opt.separator != SEPARATOR_BLANKS)
        return;
    text_add_class(&r->blank, TEXT_BLANK);
    byteset_add(&r->blank, '\n');
    r->begins_blank = r->blank;
    /* Those blanks of UTF-8 that have more than one byte are U+1680 and above, and below U+3001. */
    enum locale_charset charset = locale_charset();
    for (unsigned c = 0x80; charset != CHARSET_SINGLE_BYTE && c <= UCHAR_MAX; c++)
        if (charset != CHARSET_UTF8 || (c >= 0xe1 && c <= 0xe3))
            byteset_add(&r->begins_blank, low_byte(c));
    byteset odd = r->begins_blank;
    byteset_remove(&odd, ' ');
    if (r->opt.line_end == '\n')
        byteset_remove(&odd, '\n');
    byteclass_make(&r->not_single, &odd);
}

bool join_blanks_are_single(struct join_run const *r, span text)
{
    size_t len = span_len(text);
    if (span_find_class(text, &r->not_single) < len || span_search(text, S("  ")) < len)
        return false;
    if (r->opt.line_end == 0)
        return span_search(text, S(" \0")) == len && span_search(text, S("\0 ")) == len;
    return span_search(text, S(" \n")) == len && span_search(text, S("\n ")) == len;
}

/* Length of the blank at the start of TEXT, or 0; *LENGTH is that of any character there. */
static size_t blank_length(struct join_run const *r, span text, size_t *length)
{
    *length = 1;
    if (byteset_has(&r->blank, span_at(text, 0)))
        return 1;
    if (!byteset_has(&r->begins_blank, span_at(text, 0)))
        return 0;
    struct text_char c = {};
    text_next(&text, &c);
    *length = span_len(c.bytes);
    return *length > 1 && text_is(c, TEXT_BLANK) ? *length : 0;
}

static span skip_blanks(struct join_run const *r, span text)
{
    size_t len = 0;
    while (!span_empty(text) && blank_length(r, text, &len) > 0)
        text = span_drop(text, len);
    return text;
}

/* Offset of the first blank in TEXT, or len. */
static size_t find_blank(struct join_run const *r, span text)
{
    size_t at = 0, len = 0;
    for (;;) {
        at += span_find_in(span_drop(text, at), &r->begins_blank);
        if (at == span_len(text) || blank_length(r, span_drop(text, at), &len) > 0)
            return at;
        at += len;
    }
}

/* Offset of the first character of TEXT that is SEPARATOR, or len. */
static size_t find_char(span text, span separator)
{
    struct text_char c = {};
    for (span rest = text; text_next(&rest, &c);)
        if (span_eq(c.bytes, separator))
            return span_len(text) - span_len(rest) - span_len(separator);
    return span_len(text);
}

/* Length of the first field of TEXT, and in *PAST that with what parts it from the next one. */
static size_t field_length(struct join_run const *r, span text, size_t *past)
{
    size_t len = span_len(text), at = len;
    switch (r->opt.separator) {
    case SEPARATOR_BLANKS:
        at = find_blank(r, text);
        *past = len - span_len(skip_blanks(r, span_drop(text, at)));
        return at;
    case SEPARATOR_BYTE: at = span_find(text, span_at(r->opt.separator_text, 0)); break;
    case SEPARATOR_TEXT: at = span_search(text, r->opt.separator_text); break;
    case SEPARATOR_CHAR: at = find_char(text, r->opt.separator_text); break;
    case SEPARATOR_NONE: break;
    }
    *past = at < len ? at + span_len(r->opt.separator_text) : len;
    return at;
}

/* Take the first field off *REST; false when there is none.  Text after a separator is a field, even if it is
   empty: *MORE says that there is one. */
static bool next_field(struct join_run const *r, span *rest, span *field, bool *more)
{
    if (span_empty(*rest) && !*more)
        return false;
    size_t past = 0, len = field_length(r, *rest, &past);
    *field = span_first(*rest, len);
    *rest = span_drop(*rest, past);
    *more = r->opt.separator != SEPARATOR_BLANKS && past > len;
    return true;
}

/* LINE without the blanks before its first field. */
static span without_indent(struct join_run const *r, span line)
{
    return r->opt.separator == SEPARATOR_BLANKS ? skip_blanks(r, line) : line;
}

static void set_key(struct join_line *line, size_t key, size_t len)
{
    line->lacks_key = false;
    line->key = key;
    line->key_end = key + len;
}

/* The same where one byte parts fields. */
static void find_key_by_byte(struct join_side const *s, struct join_line *line, unsigned char separator)
{
    span rest = join_line_text(s, line), skipped = {};
    for (uint64_t n = s->opt.field; n > 0; n--)
        if (!span_cut(&rest, separator, &skipped))
            return;
    if (s->opt.field > 0 || !span_empty(rest))
        set_key(line, line->end - span_len(rest), span_find(rest, separator));
}

void join_find_key(struct join_run const *r, struct join_side const *s, struct join_line *line)
{
    int separator = join_separator_byte(r, s);
    line->key = line->key_end = line->end;
    line->lacks_key = true;
    if (separator >= 0) {
        find_key_by_byte(s, line, low_byte(as_uint(separator)));
        return;
    }
    span rest = without_indent(r, join_line_text(s, line)), field = {};
    bool more = false;
    for (uint64_t n = 0; n <= s->opt.field; n++) {
        size_t left = span_len(rest);
        if (!next_field(r, &rest, &field, &more))
            return;
        if (n == s->opt.field)
            set_key(line, line->end - left, span_len(field));
    }
}

/* The same as join_split where one byte parts fields. */
static void split_by_byte(struct join_side *s, span line, unsigned char separator, uint64_t most)
{
    span field = {};
    while (field_vec_len(&s->fields) < most && span_cut(&line, separator, &field))
        field_vec_push(&s->fields, field);
    if (field_vec_len(&s->fields) < most)
        field_vec_push(&s->fields, line);
}

void join_split(struct join_run const *r, struct join_side *s, span line, uint64_t most)
{
    field_vec_truncate(&s->fields, 0);
    int separator = join_separator_byte(r, s);
    if (separator >= 0 && !span_empty(line)) {
        split_by_byte(s, line, low_byte(as_uint(separator)), most);
        return;
    }
    span rest = without_indent(r, line), field = {};
    bool more = false;
    while (field_vec_len(&s->fields) < most && next_field(r, &rest, &field, &more))
        field_vec_push(&s->fields, field);
}
