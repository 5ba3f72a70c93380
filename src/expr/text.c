/* text.c - the operators of expr on strings, character by character of the locale. */

#include "expr/expr.h"
#include "safe/bytes.h"
#include "sys/regexp.h"
#include "text/chars.h"

static size_t count_chars(span text)
{
    if (text_is_plain_ascii(text))
        return span_len(text);
    size_t n = 0;
    for (struct text_char c = {}; text_next(&text, &c);)
        n++;
    return n;
}

struct value text_length(span text)
{
    return value_of_size(count_chars(text));
}

static bool has_char(span chars, span wanted)
{
    for (struct text_char c = {}; text_next(&chars, &c);)
        if (span_eq(c.bytes, wanted))
            return true;
    return false;
}

struct value text_index(span text, span chars)
{
    byteset bytes = {};
    SPAN_FOREACH(c, chars)
        byteset_add(&bytes, c);
    if (text_is_plain_ascii(chars) && text_is_plain_ascii(text)) {
        size_t at = span_find_in(text, &bytes);
        return value_of_size(at < span_len(text) ? at + 1 : 0);
    }
    size_t place = 1;
    for (struct text_char c = {}; text_next(&text, &c); place++)
        if (byteset_has(&bytes, span_at(c.bytes, 0)) && has_char(chars, c.bytes))
            return value_of_size(place);
    return value_of_size(0);
}

/* Take at most N characters off *TEXT. */
static span take_chars(span *text, size_t n)
{
    span whole = *text;
    if (text_is_plain_ascii(whole))
        return span_take(text, size_min(n, span_len(whole)));
    for (struct text_char c = {}; n > 0 && text_next(text, &c);)
        n--;
    return span_before(whole, *text);
}

struct value text_substr(span text, size_t position, size_t length)
{
    if (position == 0 || length == 0)
        return (struct value){};
    take_chars(&text, position - 1);
    return value_of_text(take_chars(&text, length));
}

int text_match(struct cli *cli, span text, span pattern, struct value *result)
{
    regexp r = {};
    zstr why = {};
    regexp_compile(&r, pattern, REGEXP_BASIC, false, &why);
    if (!zstr_is_none(why)) {
        cli_warn(cli, 0, "%s", fmt_z(why));
        return EXPR_INVALID;
    }
    regexp_anchor_at_ends(r);
    struct regexp_found found = {};
    oserr err = regexp_match(r, text, 0, &found);
    if (err && err != ENOENT) {
        cli_warn(cli, err, "error in regular expression matcher");
        return EXPR_FAILURE;
    }
    if (!regexp_has_group(r))
        *result = err ? value_of_size(0) : value_of_size(count_chars(span_first(text, found.end)));
    else if (err || !found.has_group)
        *result = (struct value){};
    else
        *result = value_of_text(span_sub(text, found.group_start, found.group_end - found.group_start));
    return 0;
}
