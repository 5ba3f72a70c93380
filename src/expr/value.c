/* value.c - the values of expr: texts that may be numbers, and numbers that may be large. */

#include "expr/expr.h"
#include "num/parse.h"

struct value value_of_text(span text)
{
    return (struct value){.kind = VALUE_TEXT, .text = text};
}

struct value value_of_size(size_t n)
{
    return (struct value){.kind = VALUE_NUMBER, .number = as_i64(n)};
}

bool value_is_null(struct value v)
{
    if (v.kind != VALUE_TEXT)
        return v.kind == VALUE_NUMBER && v.number == 0;
    span digits = span_drop(v.text, span_peek(v.text, 0) == '-');
    SPAN_FOREACH(c, digits)
        if (c != '0')
            return false;
    return !span_empty(digits) || span_empty(v.text);
}

span value_text(struct values *vs, struct value v)
{
    if (v.kind == VALUE_TEXT)
        return v.text;
    buf_clear(&vs->text);
    if (v.kind == VALUE_NUMBER)
        buf_append_imax(&vs->text, v.number);
    else
        bignum_append(&vs->text, &AT(bignum_vec, &vs->bigs, v.big), &vs->work);
    return arena_dup(&vs->strings, buf_span(&vs->text));
}

static bool looks_like_integer(span text)
{
    span digits = span_drop(text, span_peek(text, 0) == '-');
    SPAN_FOREACH(c, digits)
        if (c < '0' || c > '9')
            return false;
    return !span_empty(digits);
}

bool value_to_number(struct values *vs, struct value *v)
{
    if (v->kind != VALUE_TEXT)
        return true;
    if (!looks_like_integer(v->text))
        return false;
    if (num_parse_i64(v->text, &v->number) == NUM_OK) {
        v->kind = VALUE_NUMBER;
        return true;
    }
    v->kind = VALUE_BIG;
    v->big = bignum_vec_len(&vs->bigs);
    bignum_vec_extend(&vs->bigs, 1);
    return bignum_parse(&AT(bignum_vec, &vs->bigs, v->big), v->text);
}

size_t value_to_size(struct values *vs, struct value v)
{
    if (!value_to_number(vs, &v))
        return 0;
    if (v.kind == VALUE_BIG)
        return bignum_sign(&AT(bignum_vec, &vs->bigs, v.big)) < 0 ? 0 : SIZE_MAX;
    return v.number < 0 ? 0 : size_clamp(magnitude(v.number));
}
