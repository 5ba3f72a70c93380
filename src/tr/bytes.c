/* bytes.c - filtering byte by byte. */

#include "tr/tr.h"

#include "safe/checked.h"

static void add_members(struct set const *set, byteset *out)
{
    for (size_t i = 0; i < element_vec_len(&set->elements); i++) {
        struct element e = element_vec_at(&set->elements, i);
        /* [c*] that had no room stands for nothing. */
        for (size_t k = 0; k < e.num && (e.kind != ELEMENT_REPEAT || e.count > 0); k++) {
            struct symbols s = symbol_vec_at(&set->ranges, e.first + k);
            for (uint32_t c = s.low; c <= s.high; c++)
                byteset_add(out, low_byte(c));
        }
    }
}

static void make_map(struct tr_run const *r, bytemap *map)
{
    bytemap upper = {}, lower = {};
    bytemap_identity(map);
    text_upper_bytes(&upper);
    text_lower_bytes(&lower);
    for (size_t i = 0; i < part_vec_len(&r->parts); i++) {
        struct part p = part_vec_at(&r->parts, i);
        for (uint32_t s = p.low; s <= p.high; s++) {
            unsigned char c = low_byte(s);
            unsigned char to = p.change == CHANGE_TO_UPPER   ? bytemap_get(&upper, c)
                               : p.change == CHANGE_TO_LOWER ? bytemap_get(&lower, c)
                               : p.change == CHANGE_IN_STEP  ? low_byte(p.to + (s - p.low))
                                                             : low_byte(p.to);
            bytemap_set(map, c, to);
        }
    }
}

static void add_squeezed(struct tr_run const *r, byteset *out)
{
    if (r->opt.delete || r->opt.translate)
        add_members(&r->set2, out);
    else
        add_members(&r->set1, out);
}

oserr tr_filter_bytes(struct tr_run *r, reader *in, writer *out)
{
    byteset drop = {}, squeeze = {};
    bytemap map = {};
    if (r->opt.delete)
        add_members(&r->set1, &drop);
    if (r->opt.squeeze)
        add_squeezed(r, &squeeze);
    if (r->opt.translate)
        make_map(r, &map);
    mspan part = {};
    oserr err = 0;
    int last = -1;
    while (writer_ok(out) && (err = reader_chunk_mut(in, &part)) == 0 && mspan_len(part) > 0) {
        if (r->opt.delete)
            part = mspan_first(part, mspan_filter(part, mspan_span(part), &drop));
        if (r->opt.translate)
            mspan_map(part, &map);
        if (r->opt.squeeze)
            part = mspan_first(part, mspan_squeeze(part, mspan_span(part), &squeeze, &last));
        writer_put(out, mspan_span(part));
        writer_sync(out);
    }
    return err;
}
