/* input.c - lines of the two inputs, their groups and their order.

   Lines are looked at where they stand in the inputs' buffers, which hold a whole group of lines with one
   key and the line after it. */

#include "join/join.h"

/* ---- order ---- */

/* The order of A and B when small letters count as capital ones. */
static int compare_folded(bytemap const *capital, span a, span b)
{
    size_t n = size_min(span_len(a), span_len(b));
    for (size_t i = 0; i < n; i++) {
        int d = bytemap_get(capital, span_at(a, i)) - bytemap_get(capital, span_at(b, i));
        if (d != 0)
            return d;
    }
    return (span_len(a) > n) - (span_len(b) > n);
}

/* The order of the keys A and B, whose sort keys are these. */
SAFE_INLINE int compare(struct join_run *r, span a, struct collator_key *a_key, span b,
                        struct collator_key *b_key)
{
    if (r->collate)
        return collator_compare(&r->collator, a, a_key, b, b_key);
    return r->opt.fold ? compare_folded(&r->capital, a, b) : span_cmp(a, b);
}

int join_compare(struct join_run *r, struct join_side *one, struct join_side *two)
{
    return compare(r, join_key(one, &one->line), &one->sort_key, join_key(two, &two->line), &two->sort_key);
}

/* The order of the keys of the line of S and of the one before it. */
static int compare_with_previous(struct join_run *r, struct join_side *s)
{
    return compare(r, join_key(s, &s->line), &s->sort_key, join_key(s, &s->previous), &s->previous_sort_key);
}

static void tell_disorder(struct cli *cli, struct join_run *r, struct join_side *s)
{
    span text = join_line_text(s, &s->line);
    cli_error(cli, 0, "%s:%ju: is not sorted: %.*s", fmt_z(s->opt.name), fmt_u(s->line_number),
              fmt_s(span_first(text, span_find(text, 0))));
    s->out_of_order = true;
    r->over |= r->opt.check == CHECK_ALWAYS;
}

/* ---- lines ---- */

/* BY bytes before what LINE stands in are gone. */
static void move_line(struct join_line *line, size_t by)
{
    line->start -= by;
    line->end -= by;
    line->key -= by;
    line->key_end -= by;
}

/* Give back what is before the first line that is needed. */
static void drop_done(struct join_side *s)
{
    size_t lines = line_vec_len(&s->group);
    size_t done = lines > 0 ? AT(line_vec, &s->group, 0).start : s->has_line ? s->line.start : s->next;
    if (done == 0)
        return;
    reader_consume(&s->in.reader, done);
    s->text = span_drop(s->text, done);
    s->next -= done;
    if (s->has_line)
        move_line(&s->line, done);
    for (size_t i = 0; i < lines; i++)
        move_line(&AT(line_vec, &s->group, i), done);
}

/* Look at the blanks of what is buffered, of which the first OLD bytes were looked at before. */
static void look_at_blanks(struct join_run const *r, struct join_side *s, size_t old)
{
    if (r->opt.separator != SEPARATOR_BLANKS)
        return;
    if (s->all_read)            /* the last line may end without a line end, but not in a blank */
        s->single &= span_last(s->text) != ' ';
    else if (old > span_len(s->text) / 2)
        s->single = s->single && join_blanks_are_single(r, span_drop(s->text, old - 1));
    else
        s->single = span_peek(s->text, 0) != ' ' && join_blanks_are_single(r, s->text);
}

/* Read more of S; false at the end, and after an error, which is told. */
static bool read_more(struct cli *cli, struct join_run *r, struct join_side *s)
{
    if (s->all_read || r->over)
        return false;
    drop_done(s);
    size_t old = span_len(s->text);
    writer_sync(cli_out(cli));
    reader_peek_least(&s->in.reader, old + 1, &s->text);
    s->all_read = span_len(s->text) == old;
    if (s->in.reader.err) {
        cli_error(cli, s->in.reader.err, "read error");
        r->over = true;
    }
    look_at_blanks(r, s, old);
    return !s->all_read;
}

/* Find the next line of S; false when there is none. */
static bool find_line(struct cli *cli, struct join_run *r, struct join_side *s, struct join_line *line)
{
    size_t seen = 0, len = 0;
    for (;;) {
        span rest = span_drop(s->text, s->next);
        len = seen + span_find(span_drop(rest, seen), r->opt.line_end);
        if (len < span_len(rest))
            break;
        seen = len;
        if (!read_more(cli, r, s))
            break;
    }
    if (r->over || (len == 0 && s->next == span_len(s->text)))
        return false;
    line->start = s->next;
    line->end = s->next + len;
    s->next = size_min(line->end + 1, span_len(s->text));
    return true;
}

void join_next_line(struct cli *cli, struct join_run *r, struct join_side *s)
{
    struct join_line next = {};
    if (!find_line(cli, r, s, &next)) {
        s->has_line = false;
        return;
    }
    join_find_key(r, s, &next);
    s->line_number++;
    s->previous = s->line;
    s->line = next;
    if (r->collate)
        buf_swap(&s->sort_key.bytes, &s->previous_sort_key.bytes);
    s->previous_sort_key.made = s->sort_key.made;
    s->sort_key.made = false;
    if (join_checks(r) && s->has_line && !s->out_of_order && compare_with_previous(r, s) < 0)
        tell_disorder(cli, r, s);
    s->has_line = true;
}

void join_skip_rest(struct cli *cli, struct join_run *r, struct join_side *s)
{
    s->has_line = false;
    do
        s->next = span_len(s->text);
    while (read_more(cli, r, s));
}

/* Whether the line of S has the same key as the one before it. */
static bool goes_on(struct join_run *r, struct join_side *s)
{
    return r->collate || r->opt.fold ? compare_with_previous(r, s) == 0
                                     : span_eq(join_key(s, &s->line), join_key(s, &s->previous));
}

void join_gather(struct cli *cli, struct join_run *r, struct join_side *s)
{
    do {
        line_vec_push(&s->group, s->line);
        join_next_line(cli, r, s);
    } while (s->has_line && !r->over && goes_on(r, s));
}
