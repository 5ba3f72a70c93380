/* debug.c - --debug: marks below the parts of lines that were compared. */

#include "safe/checked.h"
#include "sort/sort.h"
#include "text/chars.h"

/* Columns that TEXT takes; a tab is shown as one character, and what cannot be printed counts one too,
   unless it is a control character. */
static size_t columns(span text)
{
    size_t n = 0;
    for (struct text_char c = {}; !span_empty(text);) {
        if (text_unfinished(text) == span_len(text))
            return n + 1;               /* a character whose end is missing */
        text_next(&text, &c);
        int width = text_width(c);
        if (width >= 0)
            n += as_size(width);
        else
            n += c.code == '\t' || !text_is(c, TEXT_CNTRL);
    }
    return n;
}

static void put_mark(writer *out, size_t offset, size_t width)
{
    writer_fill(out, offset, ' ');
    if (width > 0)
        writer_fill(out, width, '_');
    else
        writer_put(out, S("^ no match for key"));
    writer_byte(out, '\n');
}

/* The part of a key's TEXT that decides; *SKIPPED bytes of TEXT come before it. */
static span deciding_part(struct sort_order const *o, struct sort_key const *k, span text, size_t *skipped)
{
    size_t n = span_len(text);
    if (!k->kind.month && !sort_kind_is_number(&k->kind)) {
        *skipped = 0;
        return text;
    }
    span rest = sort_skip_blanks(o, text);
    *skipped = n - span_len(rest);
    if (k->kind.month)
        sort_month_of(rest, o, &n);
    else if (k->kind.general)
        n = sort_general_length(rest);
    else
        n = sort_number_length(rest, o, k->kind.human);
    return span_first(rest, n);
}

static void mark_key(writer *out, struct sort_order const *o, struct sort_key const *k, span line)
{
    size_t start = 0, skipped = 0;
    span part = deciding_part(o, k, sort_key_text(o, k, line, &start), &skipped);
    put_mark(out, columns(span_first(line, start + skipped)), columns(part));
}

void sort_print_marks(writer *out, struct sort_options const *opt, struct sort_order const *o, span line)
{
    SPAN_FOREACH(c, line)
        writer_byte(out, c == '\t' ? '>' : c == 0 && opt->line_end == 0 ? '\n' : c);
    writer_byte(out, '\n');
    for (size_t i = 0; i < sort_keys_len(o->keys); i++) {
        struct sort_key k = sort_keys_at(o->keys, i);
        mark_key(out, o, &k, line);
    }
    if (sort_keys_len(o->keys) == 0 || o->last_resort)
        put_mark(out, 0, columns(line));
}

