/* key.c - what of a line counts when lines are compared. */

#include "uniq/uniq.h"

#include "text/onebyte.h"

void uniq_prepare(struct uniq_run *r)
{
    r->whole_lines = !r->opt.skip_fields && !r->opt.skip_chars && r->opt.check_chars == UINT64_MAX
                     && !r->opt.ignore_case;
    if (r->whole_lines)
        return;
    r->decode = locale_charset() != CHARSET_SINGLE_BYTE;
    text_add_class(&r->blank, TEXT_BLANK);
    byteset_add(&r->blank, '\n');
    text_upper_bytes(&r->fold);
}

/* TEXT after blanks (or after anything but blanks), where characters have several bytes. */
static span skip_decoded(struct uniq_run const *r, span text, bool blanks)
{
    struct text_char c = {};
    for (span rest = text; text_next(&rest, &c); text = rest) {
        bool blank = byteset_has(&r->blank, span_at(c.bytes, 0))
                     || (span_len(c.bytes) > 1 && text_is(c, TEXT_BLANK));
        if (blank != blanks)
            break;
    }
    return text;
}

static span skip_field(struct uniq_run const *r, span text)
{
    if (r->decode)
        return skip_decoded(r, skip_decoded(r, text, true), false);
    text = span_drop(text, span_find_not_in(text, &r->blank));
    return span_drop(text, span_find_in(text, &r->blank));
}

/* TEXT without its first N characters. */
static span skip_chars(struct uniq_run const *r, span text, uint64_t n)
{
    if (!r->decode || n >= span_len(text))
        return span_drop(text, span_len(span_at_most(text, n)));
    struct text_char c = {};
    while (n-- > 0 && text_next(&text, &c))
        continue;
    return text;
}

/* What of LINE is compared. */
span uniq_key(struct uniq_run const *r, span line)
{
    span key = line;
    for (uint64_t n = r->opt.skip_fields; n > 0 && !span_empty(key); n--)
        key = skip_field(r, key);
    if (r->opt.skip_chars > 0)
        key = skip_chars(r, key, r->opt.skip_chars);
    if (r->opt.check_chars < span_len(key))
        key = span_before(key, skip_chars(r, key, r->opt.check_chars));
    return key;
}

bool uniq_same(struct uniq_run const *r, span a, span b)
{
    return r->opt.ignore_case ? span_eq_mapped(a, b, &r->fold) : span_eq(a, b);
}
