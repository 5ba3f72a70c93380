/* members.c - the symbols of a set. */

#include "tr/tr.h"

#include "safe/checked.h"

/* Whether the symbol is in the class. */
static bool has(struct set const *set, byteset const *bytes, enum text_class class, uint32_t symbol)
{
    if (!set->wide || symbol < 128)
        return byteset_has(bytes, low_byte(symbol));
    return text_is((struct text_char){.code = symbol, .valid = true}, class);
}

size_t tr_add_class(struct set *set, enum text_class class)
{
    byteset bytes = {};
    size_t before = symbol_vec_len(&set->ranges);
    text_add_class(&bytes, class);
    bool in = false;
    for (uint32_t s = 0; s < (set->wide ? CODES : 256U); s++) {
        bool now = has(set, &bytes, class, s);
        if (now && !in)
            symbol_vec_push(&set->ranges, (struct symbols){s, s});
        else if (now)
            AT(symbol_vec, &set->ranges, symbol_vec_len(&set->ranges) - 1).high = s;
        in = now;
    }
    return symbol_vec_len(&set->ranges) - before;
}

void tr_complement(struct set *set)
{
    buf held = {};
    uint32_t end = set->wide ? SYMBOLS : 256;
    buf_append_fill(&held, end, 0);
    for (size_t i = 0; i < symbol_vec_len(&set->ranges); i++) {
        struct symbols r = symbol_vec_at(&set->ranges, i);
        mspan_fill(mspan_sub(buf_mspan(&held), r.low, r.high - r.low + 1), 1);
    }
    symbol_vec_truncate(&set->ranges, 0);
    element_vec_truncate(&set->elements, 0);
    span rest = buf_span(&held);
    while (!span_empty(rest)) {
        rest = span_drop(rest, span_find(rest, 0));
        size_t n = span_find(rest, 1);
        uint32_t low = end - low_u32(span_len(rest));
        if (n > 0)
            symbol_vec_push(&set->ranges, (struct symbols){low, low + low_u32(n) - 1});
        rest = span_drop(rest, n);
    }
    struct element all = {.kind = ELEMENT_CLASS, .class = TEXT_ALNUM, .num = symbol_vec_len(&set->ranges)};
    element_vec_push(&set->elements, all);
    buf_recycle(&held);
}

uint64_t tr_element_length(struct set const *set, struct element const *e)
{
    uint64_t n = 0;
    if (e->kind == ELEMENT_REPEAT)
        return e->count;
    for (size_t i = 0; i < e->num; i++) {
        struct symbols r = symbol_vec_at(&set->ranges, e->first + i);
        n += r.high - r.low + 1;
    }
    return n;
}

bool tr_length(struct set const *set, uint64_t *length)
{
    *length = 0;
    for (size_t i = 0; i < element_vec_len(&set->elements); i++) {
        struct element e = element_vec_at(&set->elements, i);
        if (ck_add(length, *length, tr_element_length(set, &e)) || *length == UINT64_MAX)
            return false;
    }
    return true;
}
