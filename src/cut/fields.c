/* fields.c - selecting fields. */

#include "cut/cut.h"

#include "text/chars.h"

/* ---- whole lines, fields parted by one byte ---- */

/* Where the scan of a line stands.  MARK is the number of separators at which something begins or ends. */
struct scan {
    size_t start;               /* of the line */
    size_t from;                /* of the part to be printed, when one is open */
    uint64_t seen;              /* separators in the line so far */
    uint64_t mark;
    struct range range;         /* the one that is open or comes next */
    size_t ranges;              /* those before it, and itself */
    bool open, printed;
};

/* Open the next range when it begins here, at offset AT, or set the mark to where it does. */
static void seek_range(struct cut_options const *opt, struct scan *s, size_t at)
{
    s->open = s->range.low - 1 <= s->seen;
    s->from = at;
    if (!s->open)
        s->mark = s->range.low - 1;
    else
        s->mark = opt->joint_given ? s->seen + 1 : s->range.high;
}

/* Go on to the next range; behind the last one there is one that never comes. */
static void next_range(struct cut_options const *opt, struct scan *s)
{
    struct range none = {UINT64_MAX, UINT64_MAX};
    s->range = s->ranges < range_vec_len(&opt->ranges) ? range_vec_at(&opt->ranges, s->ranges) : none;
    s->ranges++;
}

/* What the scan prints to. */
struct sink {
    mspan window;
    span lines;                 /* that are scanned */
    struct scan fresh;          /* the state at the beginning of each line */
};

static void begin_line(struct sink const *k, struct scan *s, size_t start)
{
    *s = k->fresh;
    s->start = s->from = start;
}

/* Print the open part, which ends at AT. */
static void put_part(struct cut_options const *opt, writer *out, struct sink *k, struct scan *s, size_t at)
{
    if (s->printed)
        cut_put(out, &k->window, opt->joint, 0, span_len(opt->joint));
    s->printed = true;
    cut_put(out, &k->window, k->lines, s->from, at - s->from);
}

/* A separator at AT, where something begins or ends. */
static void at_mark(struct cut_options const *opt, writer *out, struct sink *k, struct scan *s, size_t at)
{
    if (s->open) {
        put_part(opt, out, k, s, at);
        if (s->seen >= s->range.high)
            next_range(opt, s);
    }
    seek_range(opt, s, at + 1);
}

static void at_line_end(struct cut_options const *opt, writer *out, struct sink *k, struct scan *s, size_t at)
{
    if (s->seen == 0) {
        if (!opt->only_delimited)
            cut_put(out, &k->window, k->lines, s->start, at + 1 - s->start);
    } else {
        if (s->open)
            put_part(opt, out, k, s, at);
        cut_put(out, &k->window, k->lines, at, 1);
    }
    begin_line(k, s, at + 1);
}

void cut_field_lines(struct cut_run *run, writer *out, span lines)
{
    unsigned char separator = span_at(run->opt.delimiter, 0), line_end = run->opt.line_end;
    struct scan s = {};
    struct sink k = {.window = writer_window(out, WRITER_SIZE / 4), .lines = lines};
    next_range(&run->opt, &k.fresh);
    seek_range(&run->opt, &k.fresh, 0);
    begin_line(&k, &s, 0);
    for (size_t base = 0; base < span_len(lines); base += BYTEINDEX_BLOCK) {
        span block = span_at_most(span_drop(lines, base), BYTEINDEX_BLOCK);
        byteindex_make(&run->index, block, separator, line_end);
        for (size_t i = 0; i < byteindex_len(&run->index); i++) {
            size_t at = byteindex_at(&run->index, i);
            if (span_at(block, at) == line_end)
                at_line_end(&run->opt, out, &k, &s, base + at);
            else if (++s.seen == s.mark)
                at_mark(&run->opt, out, &k, &s, base + at);
        }
    }
    writer_commit_before(out, k.window);
}

/* ---- pieces of lines, any separator ---- */

static bool is_blank(struct cut_run const *run, struct text_char c)
{
    return byteset_has(&run->blank, span_at(c.bytes, 0)) || (span_len(c.bytes) > 1 && text_is(c, TEXT_BLANK));
}

/* Length of the run of blanks (or of anything else) that TEXT begins with. */
static size_t run_length(struct cut_run const *run, span text, bool blanks)
{
    if (!run->decode)
        return blanks ? span_find_not_in(text, &run->blank) : span_find_in(text, &run->blank);
    span rest = text, seen = text;
    for (struct text_char c = {}; text_next(&rest, &c) && is_blank(run, c) == blanks; seen = rest)
        continue;
    return span_len(text) - span_len(seen);
}

/* Where the next separator of TEXT begins, or its length. */
static size_t find_separator(struct cut_run const *run, span text)
{
    span rest = text, seen = text;
    switch (run->opt.separator) {
    case SEPARATOR_BLANKS: return run_length(run, text, false);
    case SEPARATOR_TEXT: return span_search(text, run->opt.delimiter);
    case SEPARATOR_CHAR:
        for (struct text_char c = {}; text_next(&rest, &c); seen = rest)
            if (span_eq(c.bytes, run->opt.delimiter))
                break;
        return span_len(text) - span_len(seen);
    default: return span_find(text, span_at(run->opt.delimiter, 0));
    }
}

static bool first_is_selected(struct cut_options const *opt)
{
    return range_holds(&opt->ranges, 0, 1);
}

/* Some of the text of a field.  Whether the first field is printed is known only after its end, unless it
   is in either case. */
static void put_text(struct cut_run *run, writer *out, span text)
{
    bool selected = range_holds(&run->opt.ranges, run->line.range, run->line.position);
    if (span_empty(text))
        return;
    run->line.has_text = true;
    if (run->line.delimited || (selected && !run->opt.only_delimited)) {
        if (selected)
            writer_put(out, text);
    } else if (selected || !run->opt.only_delimited) {
        buf_append(&run->line.held, text);
    }
}

/* A separator: go on to the next field. */
static void next_field(struct cut_run *run, writer *out)
{
    if (!run->line.delimited) {
        run->line.delimited = true;
        run->line.printed = first_is_selected(&run->opt);
        if (run->line.printed)
            writer_put(out, buf_span(&run->line.held));
        buf_clear(&run->line.held);
    }
    uint64_t position = ++run->line.position;
    while (run->line.range < range_vec_len(&run->opt.ranges)
           && range_vec_at(&run->opt.ranges, run->line.range).high < position)
        run->line.range++;
    if (!range_holds(&run->opt.ranges, run->line.range, position))
        return;
    if (run->line.printed)
        writer_put(out, run->opt.joint);
    run->line.printed = true;
}

/* The blanks at the front of *TEXT.  A run of them separates where it begins; trimmed, where text follows,
   if there was some before. */
static void take_blanks(struct cut_run *run, writer *out, span *text)
{
    size_t n = run_length(run, *text, true);
    *text = span_drop(*text, n);
    if (n > 0 && !run->line.in_blanks && !run->opt.trimmed)
        next_field(run, out);
    run->line.in_blanks |= n > 0;
    if (span_empty(*text) || !run->line.in_blanks)
        return;
    if (run->opt.trimmed && run->line.has_text)
        next_field(run, out);
    run->line.in_blanks = false;
}

void cut_field_piece(struct cut_run *run, writer *out, span piece)
{
    if (run->line.position == 0)
        run->line.position = 1;
    while (!span_empty(piece)) {
        if (run->opt.separator == SEPARATOR_BLANKS)
            take_blanks(run, out, &piece);
        put_text(run, out, span_take(&piece, find_separator(run, piece)));
        if (run->opt.separator == SEPARATOR_BLANKS || span_empty(piece))
            continue;
        next_field(run, out);
        piece = span_drop(piece, span_len(run->opt.delimiter));
    }
}

void cut_end_fields(struct cut_run *run, writer *out)
{
    if (!run->line.delimited && !run->opt.only_delimited)
        writer_put(out, buf_span(&run->line.held));
    if (run->line.delimited || !run->opt.only_delimited)
        writer_byte(out, run->opt.line_end);
    buf_clear(&run->line.held);
    run->line.position = run->line.range = 0;
    run->line.begun = run->line.printed = run->line.delimited = false;
    run->line.has_text = run->line.in_blanks = false;
}

/* ---- fields that are lines ---- */

/* The line end at the very end of input separates nothing. */
oserr cut_lines_as_fields(struct cut_run *run, writer *out, reader *in)
{
    span field = {};
    bool ended = false, pending = false;
    while (writer_ok(out) && reader_record(in, run->opt.line_end, &field, &ended)) {
        if (pending)
            next_field(run, out);
        run->line.begun = true;
        run->line.position += run->line.position == 0;
        put_text(run, out, field);
        pending = ended;
    }
    /* An input of one empty line is printed even so when its first field is asked for. */
    if (pending && run->line.position == 1 && !run->line.has_text)
        run->line.delimited = first_is_selected(&run->opt);
    if (run->line.begun)
        cut_end_fields(run, out);
    return in->err;
}
