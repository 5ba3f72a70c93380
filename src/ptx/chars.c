/* chars.c - characters: which make words, which are white space, how wide they are.

   In a multi-byte locale bytes that form no character count as one each. */

#include "ptx/ptx.h"

#include "text/onebyte.h"

/* Let the characters of TEXT part words, and all others be in them. */
static void take_breaks(struct ptx_run *r, span text)
{
    r->has_breaks = true;
    byteset_invert(&r->word);
    struct text_char c = {};
    while (text_next(&text, &c)) {
        if (span_len(c.bytes) == 1)
            byteset_remove(&r->word, span_at(c.bytes, 0));
        else
            keyed_vec_push(&r->breaks, (struct keyed){.key = c.code});
    }
    keyed_vec scratch = {};
    keyed_vec_extend(&scratch, keyed_vec_len(&r->breaks));
    keysort(keyed_vec_span(&r->breaks), keyed_vec_span(&scratch));
}

void ptx_prepare_chars(struct ptx_run *r, span breaks)
{
    r->decode = locale_charset() != CHARSET_SINGLE_BYTE;
    text_add_class(&r->space, TEXT_SPACE);
    if (r->opt.fold)
        text_upper_bytes(&r->capital);
    if (!zstr_is_none(r->opt.break_file))
        take_breaks(r, breaks);
    else if (r->opt.traditional)
        byteset_invert(&r->word);
    else
        text_add_class(&r->word, TEXT_ALPHA);
    if (r->opt.traditional) {
        byteset_remove(&r->word, ' ');
        byteset_remove(&r->word, '\t');
        byteset_remove(&r->word, '\n');
    }
}

static bool parts_words(struct ptx_run const *r, uint32_t code)
{
    size_t low = 0, high = keyed_vec_len(&r->breaks);
    while (low < high) {
        size_t mid = low + (high - low) / 2;
        uint64_t at = keyed_vec_at(&r->breaks, mid).key;
        if (at == code)
            return true;
        if (at < code)
            low = mid + 1;
        else
            high = mid;
    }
    return false;
}

/* Whether C, of several bytes, is in words. */
static bool is_wide_word(struct ptx_run const *r, struct text_char c)
{
    if (r->has_breaks)
        return !parts_words(r, c.code);
    return r->opt.traditional || text_is(c, TEXT_ALPHA);
}

/* Take the first character of S off; whether it is in words. */
static bool next_is_word(struct ptx_run const *r, span *s)
{
    unsigned char first = span_at(*s, 0);
    if (first < 0x80) {
        span_take(s, 1);
        return byteset_has(&r->word, first);
    }
    struct text_char c = {};
    text_next(s, &c);
    return span_len(c.bytes) == 1 ? byteset_has(&r->word, first) : is_wide_word(r, c);
}

size_t ptx_word_length(struct ptx_run const *r, span s)
{
    if (!r->decode)
        return span_find_not_in(s, &r->word);
    for (span rest = s, before = s; ; before = rest)
        if (span_empty(rest) || !next_is_word(r, &rest))
            return span_len(s) - span_len(before);
}

size_t ptx_find_word(struct ptx_run const *r, span s)
{
    if (!r->decode)
        return span_find_in(s, &r->word);
    for (span rest = s, before = s; ; before = rest)
        if (span_empty(rest) || next_is_word(r, &rest))
            return span_len(s) - span_len(before);
}

static size_t char_length(struct ptx_run const *r, span s)
{
    if (!r->decode || span_at(s, 0) < 0x80)
        return 1;
    struct text_char c = {};
    text_next(&s, &c);
    return span_len(c.bytes);
}

size_t ptx_step(struct ptx_run const *r, span s)
{
    size_t len = 0;
    struct regexp_found found = {};
    if (regexp_is_none(r->opt.word))
        len = ptx_word_length(r, s);
    else if (regexp_match(r->opt.word, s, 0, &found) == 0)
        len = found.end;
    return len > 0 ? len : char_length(r, s);
}

/* Control characters and bytes that are none take a column, as they do where bytes are characters. */
size_t ptx_columns(struct ptx_run const *r, span s)
{
    if (!r->decode)
        return span_len(s);
    size_t columns = 0;
    struct text_char c = {};
    while (!span_empty(s)) {
        int width = 1;
        if (span_at(s, 0) < 0x80)
            span_take(&s, 1);
        else if (text_next(&s, &c) && c.valid)
            width = text_width(c);
        columns += width < 0 ? 1 : as_uint(width);
    }
    return columns;
}

size_t ptx_columns_back(struct ptx_run const *r, span s, size_t columns)
{
    size_t at = span_len(s);
    if (!r->decode)
        return at > columns ? at - columns : 0;
    /* A character that takes no column may go on for ever: so many bytes are enough of them. */
    size_t bytes = 0, most = size_min(columns, SIZE_MAX / 32) * 16;
    for (size_t seen = 0; at > 0 && bytes < most; ) {
        size_t end = at;
        while (at > 0 && end - at < 4 && (span_at(s, at - 1) & 0xc0) == 0x80)
            at--;
        at -= at > 0 && end - at < 4;
        seen += ptx_columns(r, span_sub(s, at, end - at));
        bytes += end - at;
        if (seen > columns)
            return end;
    }
    return at;
}

void ptx_fold(struct ptx_run const *r, span word, buf *out)
{
    enum { ROOM = 16 };
    if (!r->opt.fold) {
        buf_append(out, word);
        return;
    }
    struct text_char c = {};
    while (!span_empty(word)) {
        if (!r->decode || span_at(word, 0) < 0x80) {
            buf_push(out, bytemap_get(&r->capital, span_at(span_take(&word, 1), 0)));
            continue;
        }
        text_next(&word, &c);
        size_t len = c.valid ? text_encode(text_upper(c.code), buf_tail(out, ROOM)) : 0;
        if (len > 0)
            buf_commit(out, len);
        else
            buf_append(out, c.bytes);
    }
}
