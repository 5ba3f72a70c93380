/* token.c - a text of dates cut into tokens: numbers, words and signs.  Blanks and comments in parentheses
   stand between them. */

#include "calendar/private.h"

#include "safe/ascii.h"

/* Drop a comment, with those inside it.  One without an end goes to the end of the text. */
static void skip_comment(span *s)
{
    unsigned char c = 0;
    uint64_t depth = 0;
    while (span_next(s, &c)) {
        depth += c == '(';
        depth -= c == ')';
        if (depth == 0)
            return;
    }
}

static size_t count_digits(span s)
{
    size_t n = 0;
    while (ascii_is_digit(span_peek(s, n)))
        n++;
    return n;
}

/* The value of DIGITS, counted downwards for negative numbers; false when it has no room. */
static bool digits_value(span digits, bool negative, int64_t *value)
{
    unsigned char c = 0;
    *value = 0;
    while (span_next(&digits, &c)) {
        int64_t digit = c - '0';
        if (ck_mul(value, *value, 10) || ck_add(value, *value, negative ? -digit : digit))
            return false;
    }
    return true;
}

/* Take a fraction off *S, as nanoseconds; those of negative numbers are rounded away from zero. */
static uint32_t take_fraction(span *s, bool negative)
{
    uint32_t nsec = 0, digits = 0;
    bool more = false;
    unsigned char c = 0;
    while (ascii_is_digit(span_peek(*s, 0)) && span_next(s, &c)) {
        if (digits < 9) {
            nsec = nsec * 10 + as_uint(c - '0');
            digits++;
        } else {
            more |= c != '0';
        }
    }
    for (; digits < 9; digits++)
        nsec *= 10;
    return nsec + (negative && more);
}

/* dd.mm.yy, dd.mm.yyyy or dd.mm. at the front of *S. */
static bool take_dotted(span *s, struct date_token *t)
{
    int64_t day = 0, month = 0, year = 0;
    span rest = *s;
    size_t days = count_digits(rest);
    if (days > 2 || span_peek(rest, days) != '.')
        return false;
    digits_value(span_take(&rest, days), false, &day);
    rest = span_drop(rest, 1);
    size_t months = count_digits(rest);
    if (months == 0 || months > 2 || span_peek(rest, months) != '.')
        return false;
    digits_value(span_take(&rest, months), false, &month);
    rest = span_drop(rest, 1);
    size_t years = count_digits(rest);
    if (!digits_value(span_take(&rest, years), false, &year))
        return false;
    *t = (struct date_token){.kind = DATE_DOTTED, .value = year, .digits = years, .day = as_int(day),
                             .month = as_int(month)};
    *s = rest;
    return true;
}

/* A number, at whose first digit *S stands. */
static struct date_token take_number(span *s, bool is_signed, bool negative)
{
    struct date_token t = {.kind = is_signed ? DATE_SIGNED : DATE_UNSIGNED, .negative = negative};
    if (!is_signed && take_dotted(s, &t))
        return t;
    t.digits = count_digits(*s);
    if (!digits_value(span_first(*s, t.digits), negative, &t.value))
        return (struct date_token){.kind = DATE_UNKNOWN};
    span rest = span_drop(*s, t.digits);
    int point = span_peek(rest, 0);
    if ((point == '.' || point == ',') && ascii_is_digit(span_peek(rest, 1))) {
        rest = span_drop(rest, 1);
        uint32_t nsec = take_fraction(&rest, negative);
        t.kind = is_signed ? DATE_SIGNED_FRACTION : DATE_UNSIGNED_FRACTION;
        t.nsec = negative && nsec > 0 ? NSEC - nsec : nsec;
        if (negative && nsec > 0 && ck_sub(&t.value, t.value, 1))
            return (struct date_token){.kind = DATE_UNKNOWN};
    }
    *s = rest;
    return t;
}

static span take_word(span *s)
{
    size_t n = 1;
    while (ascii_is_letter(span_peek(*s, n)) || span_peek(*s, n) == '.')
        n++;
    return span_take(s, n);
}

static struct date_token take_token(struct date_reader *r)
{
    for (;;) {
        r->rest = ascii_drop_space(r->rest);
        int c = span_peek(r->rest, 0);
        if (c == '(') {
            skip_comment(&r->rest);
            continue;
        }
        if (ascii_is_digit(c))
            return take_number(&r->rest, false, false);
        if (ascii_is_letter(c))
            return date_word(r, take_word(&r->rest));
        if (c < 0)
            return (struct date_token){.kind = DATE_END};
        r->rest = span_drop(r->rest, 1);
        if (c == '@' || c == ':' || c == '/' || c == ',')
            return (struct date_token){.kind = c};
        if (c != '+' && c != '-')
            return (struct date_token){.kind = DATE_UNKNOWN};
        r->rest = ascii_drop_space(r->rest);
        if (ascii_is_digit(span_peek(r->rest, 0)))
            return take_number(&r->rest, true, c == '-');
    }
}

static struct date_token next_token(struct date_reader *r)
{
    struct date_token t = take_token(r);
    t.left = span_len(r->rest);
    return t;
}

struct date_token date_token_at(struct date_reader *r, size_t i)
{
    while (date_tokens_len(&r->tokens) <= r->done + i)
        date_tokens_push(&r->tokens, next_token(r));
    return date_tokens_at(&r->tokens, r->done + i);
}

/* They are dropped once they are many. */
void date_drop_tokens(struct date_reader *r, size_t n)
{
    enum { MANY = 32 };
    r->done += n;
    if (r->done < MANY)
        return;
    date_token_view all = date_tokens_span(&r->tokens);
    size_t rest = date_token_view_len(all) - r->done;
    date_token_view_move(all, 0, r->done, rest);
    date_tokens_truncate(&r->tokens, rest);
    r->done = 0;
}
