/* output.c - lines of the index: for a screen, for roff and for TeX. */

#include "ptx/ptx.h"

struct printer {
    byteclass special;          /* bytes that are not printed as they are */
    struct layout layout;
    buf reference;              /* the automatic one of this line */
};

/* ---- texts ---- */

/* The byte C, which means something in the format, or is white space. */
static void put_special(writer *out, enum ptx_format format, unsigned char c)
{
    mspan w = writer_window(out, 16);
    if (c == '"') {
        mspan_put(&w, S("\"\""));
    } else if (c == '{' || c == '}') {
        mspan_put(&w, S("$\\"));
        mspan_push(&w, c);
        mspan_push(&w, '$');
    } else if (c == '\\') {
        mspan_put(&w, S("\\backslash{}"));
    } else if (format == FORMAT_TEX && span_has(S("$%&#_"), c)) {
        mspan_push(&w, '\\');
        mspan_push(&w, c);
    } else {
        mspan_push(&w, ' ');
    }
    writer_commit_before(out, w);
}

static void put_text(struct ptx_run const *r, struct printer const *p, writer *out, span text)
{
    while (!span_empty(text)) {
        writer_put(out, span_take(&text, span_find_class(text, &p->special)));
        unsigned char c = 0;
        if (span_next(&text, &c))
            put_special(out, r->opt.format, c);
    }
}

static void put_range(struct ptx_run const *r, struct printer const *p, writer *out, struct range range)
{
    put_text(r, p, out, ptx_text(r, range));
}

static void put_flag(struct ptx_run const *r, writer *out, bool cut)
{
    if (cut)
        writer_put(out, r->opt.flag);
}

static void put_spaces(writer *out, int64_t n)
{
    if (n > 0)
        writer_fill(out, as_size(n), ' ');
}

/* Columns of a field with its flag; less than none where white space at its start goes on beyond its end. */
static int64_t field_width(struct ptx_run const *r, struct range range, bool cut)
{
    int64_t flag = cut ? as_i64(ptx_columns(r, r->opt.flag)) : 0;
    return flag + ptx_range_columns(r, range.start, range.end);
}

/* ---- references ---- */

static bool has_reference(struct ptx_run const *r)
{
    return r->opt.auto_reference || r->opt.input_reference;
}

/* That of the occurrence with index I. */
static void make_reference(struct ptx_run const *r, struct printer *p, size_t i)
{
    buf_clear(&p->reference);
    if (r->opt.auto_reference) {
        size_t number = AT(occurrence_vec, &r->occurrences, i).context;
        struct context context = context_vec_at(&r->contexts, number);
        buf_append(&p->reference, zstr_span(file_vec_at(&r->files, context.file).name));
        buf_push(&p->reference, ':');
        buf_append_umax(&p->reference, AT(place_vec, &r->places, i).number);
    } else if (r->opt.input_reference) {
        buf_append(&p->reference, ptx_text(r, AT(place_vec, &r->places, i).reference));
    }
}

/* ---- lines ---- */

static void put_left_reference(struct ptx_run const *r, struct printer const *p, writer *out)
{
    span reference = buf_span(&p->reference);
    int64_t room = as_i64(r->reference_width) + r->opt.gap - as_i64(ptx_columns(r, reference));
    put_text(r, p, out, reference);
    if (r->opt.auto_reference)
        writer_byte(out, ':');
    put_spaces(out, room - (r->opt.auto_reference ? 1 : 0));
}

static void put_left_half(struct ptx_run const *r, struct printer const *p, writer *out,
                          struct fields const *f)
{
    int64_t room = p->layout.half - r->opt.gap - field_width(r, f->before, f->before_cut);
    if (f->tail.start < f->tail.end) {
        put_range(r, p, out, f->tail);
        put_flag(r, out, f->tail_cut);
        room -= field_width(r, f->tail, f->tail_cut);
    }
    put_spaces(out, room);
    put_flag(r, out, f->before_cut);
    put_range(r, p, out, f->before);
}

static void put_right_half(struct ptx_run const *r, struct printer const *p, writer *out,
                           struct fields const *f)
{
    int64_t room = p->layout.half - field_width(r, f->keyafter, f->keyafter_cut);
    put_range(r, p, out, f->keyafter);
    put_flag(r, out, f->keyafter_cut);
    if (f->head.start < f->head.end) {
        put_spaces(out, room - field_width(r, f->head, f->head_cut));
        put_flag(r, out, f->head_cut);
        put_range(r, p, out, f->head);
    } else if (has_reference(r) && r->opt.right_references) {
        put_spaces(out, room);
    }
}

static void put_plain_line(struct ptx_run const *r, struct printer const *p, writer *out,
                           struct fields const *f)
{
    if (!r->opt.right_references)
        put_left_reference(r, p, out);
    put_left_half(r, p, out, f);
    put_spaces(out, r->opt.gap);
    put_right_half(r, p, out, f);
    if (has_reference(r) && r->opt.right_references) {
        put_spaces(out, r->opt.gap);
        put_text(r, p, out, buf_span(&p->reference));
    }
}

static void put_roff_line(struct ptx_run const *r, struct printer const *p, writer *out,
                          struct fields const *f)
{
    writer_byte(out, '.');
    writer_put(out, r->opt.macro);
    writer_put(out, S(" \""));
    put_range(r, p, out, f->tail);
    put_flag(r, out, f->tail_cut);
    writer_put(out, S("\" \""));
    put_flag(r, out, f->before_cut);
    put_range(r, p, out, f->before);
    writer_put(out, S("\" \""));
    put_range(r, p, out, f->keyafter);
    put_flag(r, out, f->keyafter_cut);
    writer_put(out, S("\" \""));
    put_flag(r, out, f->head_cut);
    put_range(r, p, out, f->head);
    writer_byte(out, '"');
    if (has_reference(r)) {
        writer_put(out, S(" \""));
        put_text(r, p, out, buf_span(&p->reference));
        writer_byte(out, '"');
    }
}

static void put_braced(struct ptx_run const *r, struct printer const *p, writer *out, span text)
{
    writer_byte(out, '{');
    put_text(r, p, out, text);
    writer_byte(out, '}');
}

static void put_tex_line(struct ptx_run const *r, struct printer const *p, writer *out,
                         struct fields const *f)
{
    span keyafter = ptx_text(r, f->keyafter);
    size_t key = span_empty(keyafter) ? 0 : ptx_step(r, keyafter);
    writer_byte(out, '\\');
    writer_put(out, r->opt.macro);
    writer_byte(out, ' ');
    put_braced(r, p, out, ptx_text(r, f->tail));
    put_braced(r, p, out, ptx_text(r, f->before));
    put_braced(r, p, out, span_first(keyafter, key));
    put_braced(r, p, out, span_drop(keyafter, key));
    put_braced(r, p, out, ptx_text(r, f->head));
    if (has_reference(r))
        put_braced(r, p, out, buf_span(&p->reference));
}

static void prepare(struct ptx_run const *r, struct printer *p)
{
    byteset special = r->space;
    byteset_remove(&special, ' ');
    if (r->opt.format == FORMAT_ROFF)
        byteset_add(&special, '"');
    if (r->opt.format == FORMAT_TEX)
        SPAN_FOREACH(c, S("{}\\$%&#_"))
            byteset_add(&special, c);
    byteclass_make(&p->special, &special);
    p->layout = ptx_layout(r);
}

/* Lines follow one another in an order that is not that of the text.  So ask for the memory of later ones in
   time: first for what tells where their text is, then for that. */
static void prefetch(struct ptx_run const *r, size_t i)
{
    enum { AHEAD = 8 };
    size_t n = keyed_vec_len(&r->order);
    occurrence_view all = occurrence_vec_span(&r->occurrences);
    if (i + 2 * AHEAD < n) {
        size_t index = ptx_index(keyed_vec_at(&r->order, i + 2 * AHEAD));
        occurrence_view_prefetch(all, index);
        if (has_reference(r))
            place_view_prefetch(place_vec_span(&r->places), index);
    }
    if (i + AHEAD < n) {
        struct occurrence o = occurrence_view_at(all, ptx_index(keyed_vec_at(&r->order, i + AHEAD)));
        context_view_prefetch(context_vec_span(&r->contexts), o.context);
        span_prefetch(span_drop(buf_span(&r->text), o.key.start));
    }
}

void ptx_put_all(struct ptx_run const *r, writer *out)
{
    struct printer p = {};
    prepare(r, &p);
    size_t n = keyed_vec_len(&r->order);
    for (size_t i = 0; i < n && writer_ok(out); i++) {
        prefetch(r, i);
        size_t index = ptx_index(keyed_vec_at(&r->order, i));
        struct occurrence o = occurrence_vec_at(&r->occurrences, index);
        struct fields f = {};
        ptx_define_fields(r, &p.layout, &o, &f);
        make_reference(r, &p, index);
        switch (r->opt.format) {
        case FORMAT_PLAIN: put_plain_line(r, &p, out, &f); break;
        case FORMAT_ROFF: put_roff_line(r, &p, out, &f); break;
        case FORMAT_TEX: put_tex_line(r, &p, out, &f); break;
        }
        writer_byte(out, '\n');
    }
}
