/* chars.c - filtering character by character. */

#include "tr/tr.h"

#include "safe/checked.h"
#include "text/part.h"

/* A byte for each symbol, 1 for the members of SET. */
static void make_members(struct set const *set, buf *held)
{
    buf_append_fill(held, SYMBOLS, 0);
    for (size_t i = 0; i < element_vec_len(&set->elements); i++) {
        struct element e = element_vec_at(&set->elements, i);
        for (size_t k = 0; k < e.num && (e.kind != ELEMENT_REPEAT || e.count > 0); k++) {
            struct symbols s = symbol_vec_at(&set->ranges, e.first + k);
            mspan_fill(mspan_sub(buf_mspan(held), s.low, s.high - s.low + 1), 1);
        }
    }
}

VEC_DEFINE(symbol_map, symbol_map_view, uint32_t);

static uint32_t changed(struct part const *p, uint32_t s)
{
    switch (p->change) {
    case CHANGE_TO_UPPER: return text_upper(s);
    case CHANGE_TO_LOWER: return text_lower(s);
    case CHANGE_IN_STEP: return p->to + (s - p->low);
    default: return p->to;
    }
}

static void make_map(struct tr_run const *r, symbol_map *map)
{
    symbol_map_view to = symbol_map_extend(map, SYMBOLS);
    for (uint32_t s = 0; s < SYMBOLS; s++)
        symbol_map_view_set(to, s, s);
    for (size_t i = 0; i < part_vec_len(&r->parts); i++) {
        struct part p = part_vec_at(&r->parts, i);
        for (uint32_t s = p.low; s <= p.high; s++)
            symbol_map_view_set(to, s, changed(&p, s));
    }
}

/* What a run keeps between characters. */
struct SAFE_OWNER wide {
    buf drop, squeeze;
    symbol_map map;
    uint32_t last;
};

static void put_symbol(writer *out, uint32_t symbol)
{
    if (symbol < 128) {
        writer_byte(out, low_byte(symbol));
    } else if (symbol >= CODES) {
        writer_byte(out, low_byte(symbol - CODES));
    } else {
        mspan w = writer_window(out, 16);
        writer_commit(out, text_encode(symbol, w));
    }
}

static void take_symbol(struct tr_run const *r, struct wide *w, writer *out, uint32_t s)
{
    if (r->opt.delete && span_at(buf_span(&w->drop), s))
        return;
    if (r->opt.translate)
        s = symbol_map_at(&w->map, s);
    bool again = r->opt.squeeze && s == w->last && span_at(buf_span(&w->squeeze), s);
    w->last = s;
    if (!again)
        put_symbol(out, s);
}

static void take_text(struct tr_run const *r, struct wide *w, writer *out, span text)
{
    for (struct text_char c = {}; text_next(&text, &c);) {
        if (c.valid && c.code < CODES) {
            take_symbol(r, w, out, c.code);
        } else {
            SPAN_FOREACH(byte, c.bytes)
                take_symbol(r, w, out, CODES + byte);
        }
    }
}

static void make_squeeze(struct tr_run const *r, buf *held)
{
    if (r->opt.delete || r->opt.translate)
        make_members(&r->set2, held);
    else
        make_members(&r->set1, held);
}

oserr tr_filter_chars(struct tr_run *r, reader *in, writer *out)
{
    struct wide w = {.last = UINT32_MAX};
    if (r->opt.delete)
        make_members(&r->set1, &w.drop);
    if (r->opt.squeeze)
        make_squeeze(r, &w.squeeze);
    if (r->opt.translate)
        make_map(r, &w.map);
    span part = {};
    oserr err = 0;
    while (writer_ok(out) && (err = text_peek_part(in, true, &part)) == 0 && !span_empty(part)) {
        take_text(r, &w, out, part);
        reader_consume(in, span_len(part));
        writer_sync(out);
    }
    return err;
}
