/* width.c - the length of the longest line, in columns of a terminal. */

#include "wc/wc.h"

static void end_line(uint64_t *column, uint64_t *widest)
{
    if (*column > *widest)
        *widest = *column;
    *column = 0;
}

static void add_char(struct text_char c, uint64_t *column, uint64_t *widest)
{
    if (c.valid && (c.code == '\n' || c.code == '\r' || c.code == '\f'))
        end_line(column, widest);
    else if (c.valid && c.code == '\t')
        *column += 8 - *column % 8;
    else if (text_width(c) > 0)
        *column += as_size(text_width(c));
}

void wc_count_width(span part, struct wc_tables const *t, uint64_t *column, uint64_t *widest)
{
    struct text_char c = {};
    while (!span_empty(part)) {
        part = span_drop(part, span_line_widths(part, &t->uneven, column, widest));
        /* Characters of other scripts come in rows: no search between them. */
        while (!span_empty(part) && byteclass_has(&t->uneven, span_at(part, 0)) && text_next(&part, &c))
            add_char(c, column, widest);
    }
}
