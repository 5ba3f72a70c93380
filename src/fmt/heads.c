/* heads.c - the input, and what stands before the text of its lines. */

#include "fmt/fmt.h"

#include "text/chars.h"

enum { TAB = 8, TAG_INDENT = 3 };

int fmt_peek(struct fmt_run *r)
{
    if (span_empty(r->rest) && !r->ended) {
        r->err = reader_chunk(&r->in.reader, &r->rest);
        r->ended = span_empty(r->rest);
        r->plain.block = (span){};
    }
    return span_peek(r->rest, 0);
}

static void step(struct fmt_run *r)
{
    r->rest = span_drop(r->rest, 1);
}

int64_t fmt_columns(struct fmt_run const *r, span text)
{
    if (!r->decode || text_is_plain_ascii(text))
        return as_i64(span_len(text));
    int64_t columns = 0;
    for (struct text_char c = {}; text_next(&text, &c);) {
        int width = c.valid ? text_width(c) : 1;
        columns += width < 0 ? 1 : width;
    }
    return columns;
}

int fmt_skip_blanks(struct fmt_run *r)
{
    int c = 0;
    while ((c = fmt_peek(r)) == ' ' || c == '\t') {
        r->column = c == ' ' ? r->column + 1 : (r->column / TAB + 1) * TAB;
        r->tabs |= c == '\t';
        step(r);
    }
    return c;
}

void fmt_read_head(struct fmt_run *r)
{
    span prefix = r->opt.prefix;
    r->column = 0;
    struct fmt_head head = {.first = fmt_skip_blanks(r)};
    head.indent = r->column;
    if (span_empty(prefix) && head.indent > r->opt.prefix_lead)
        head.indent = r->opt.prefix_lead;
    while (head.matched < span_len(prefix) && head.first == span_at(prefix, head.matched)) {
        head.matched++;
        step(r);
        head.first = fmt_peek(r);
    }
    if (head.matched > 0)
        r->column += fmt_columns(r, span_first(prefix, head.matched));
    if (head.matched == span_len(prefix))
        head.first = fmt_skip_blanks(r);
    head.column = r->column;
    r->head = head;
}

void fmt_set_other_indent(struct fmt_run *r, bool within)
{
    int64_t column = r->column;
    if (r->opt.split)
        r->other_indent = r->first_indent;
    else if (r->opt.crown)
        r->other_indent = within ? column : r->first_indent;
    else if (!r->opt.tagged)
        r->other_indent = r->first_indent;
    else if (within && column != r->first_indent)
        r->other_indent = column;
    else if (r->other_indent == r->first_indent)
        r->other_indent = r->first_indent == 0 ? TAG_INDENT : 0;
}
