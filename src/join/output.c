/* output.c - the fields of lines, printed.

   Where one byte parts the fields and none is replaced, what is before and behind the key is copied as it is.
   In other cases lines are split. */

#include "join/join.h"

enum { ROOM = 16 * 1024 };

/* ---- as they are ---- */

static bool prints_as_is(struct join_run const *r, struct join_side const *s)
{
    return join_separator_byte(r, s) >= 0 && !r->opt.auto_width && choice_vec_len(&r->opt.choices) == 0
           && span_empty(r->opt.filler);
}

/* The fields of the line of S but its key, each with the separator before it; they take a byte more than the
   line at the most. */
static void put_others_as_is(struct join_side const *s, unsigned char joint, mspan *w)
{
    struct join_line line = s->shown;
    size_t before = line.lacks_key ? line.end : line.key;
    if (before > line.start) {
        mspan_push(w, joint);
        mspan_put_few(w, s->text, line.start, before - line.start - (line.lacks_key ? 0 : 1), 32);
    }
    mspan_put_few(w, s->text, line.key_end, line.end - line.key_end, 32);
}

/* ---- field by field ---- */

/* TEXT, into the window W of OUT. */
static void put_text(writer *out, mspan *w, span text)
{
    if (span_len(text) <= mspan_len(*w)) {
        mspan_put(w, text);
        return;
    }
    writer_commit_before(out, *w);
    writer_put(out, text);
    *w = writer_window(out, ROOM);
}

static void put_field(struct join_run const *r, writer *out, mspan *w, span field)
{
    put_text(out, w, span_empty(field) ? r->opt.filler : field);
}

/* Field NUMBER of those that were split, empty where there are not so many. */
static span field_at(struct join_side const *s, uint64_t number)
{
    return number < field_vec_len(&s->fields) ? field_vec_at(&s->fields, size_clamp(number)) : S("");
}

static span shown_key(struct join_side const *one, struct join_side const *two)
{
    return one->is_shown ? join_key(one, &one->shown) : join_key(two, &two->shown);
}

static void put_choices(struct join_run const *r, writer *out, mspan *w, struct join_side const *one,
                        struct join_side const *two)
{
    size_t n = choice_vec_len(&r->opt.choices);
    for (size_t i = 0; i < n; i++) {
        struct choice c = choice_vec_at(&r->opt.choices, i);
        if (i > 0)
            put_text(out, w, r->opt.joint);
        if (c.file == 0)
            put_field(r, out, w, shown_key(one, two));
        else if (c.file == 1)
            put_field(r, out, w, field_at(one, c.field));
        else
            put_field(r, out, w, field_at(two, c.field));
    }
}

/* The fields of S but its key: all of its line, or as many as "auto" wants. */
static void put_others(struct join_run const *r, writer *out, mspan *w, struct join_side const *s)
{
    uint64_t n = r->opt.auto_width ? s->width : field_vec_len(&s->fields);
    for (uint64_t i = 0; i < n; i++) {
        if (i == s->opt.field)
            continue;
        put_text(out, w, r->opt.joint);
        put_field(r, out, w, field_at(s, i));
    }
}

/* Print the lines whose fields were split. */
static void put_split(struct join_run const *r, writer *out, struct join_side const *one,
                      struct join_side const *two)
{
    mspan w = writer_window(out, ROOM);
    if (choice_vec_len(&r->opt.choices) > 0) {
        put_choices(r, out, &w, one, two);
    } else {
        put_field(r, out, &w, shown_key(one, two));
        put_others(r, out, &w, one);
        put_others(r, out, &w, two);
    }
    writer_commit_before(out, w);
    writer_byte(out, r->opt.line_end);
}

/* Split the line of S as far as its fields are needed. */
static void split_shown(struct join_run const *r, struct join_side *s)
{
    uint64_t most = r->opt.auto_width ? s->width : UINT64_MAX;
    if (choice_vec_len(&r->opt.choices) > 0)
        most = s->number == 1 ? r->opt.choices1 : r->opt.choices2;
    s->is_shown = true;
    join_split(r, s, join_line_text(s, &s->shown), most);
}

/* ---- lines ---- */

static size_t shown_length(struct join_side const *s)
{
    return s->shown.end - s->shown.start;
}

void join_put_unpaired(struct join_run const *r, writer *out, struct join_side *s, struct join_side *other)
{
    size_t most = 2 * shown_length(s) + 2;
    if (prints_as_is(r, s) && most <= ROOM) {
        mspan w = writer_window(out, most);
        mspan_put_few(&w, s->text, s->shown.key, s->shown.key_end - s->shown.key, 32);
        put_others_as_is(s, span_at(r->opt.joint, 0), &w);
        mspan_push(&w, r->opt.line_end);
        writer_commit_before(out, w);
        return;
    }
    split_shown(r, s);
    other->is_shown = false;
    field_vec_truncate(&other->fields, 0);
    if (s->number == 1)
        put_split(r, out, s, other);
    else
        put_split(r, out, other, s);
}

void join_put_pair(struct join_run const *r, writer *out, struct join_side *one, struct join_side *two)
{
    size_t most = 2 * shown_length(one) + shown_length(two) + 3;
    if (prints_as_is(r, one) && prints_as_is(r, two) && most <= ROOM) {
        mspan w = writer_window(out, most);
        mspan_put_few(&w, one->text, one->shown.key, one->shown.key_end - one->shown.key, 32);
        put_others_as_is(one, span_at(r->opt.joint, 0), &w);
        put_others_as_is(two, span_at(r->opt.joint, 0), &w);
        mspan_push(&w, r->opt.line_end);
        writer_commit_before(out, w);
        return;
    }
    split_shown(r, one);
    split_shown(r, two);
    put_split(r, out, one, two);
}
