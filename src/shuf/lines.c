/* lines.c - operands, and the lines of an input that is read as a whole. */

#include "shuf/shuf.h"

#include "safe/byteindex.h"

/* Where the lines of a text begin. */
struct SAFE_OWNER lines {
    span text;
    bool small;                 /* 32 bits are enough */
    shuf_small_numbers small_starts;
    shuf_numbers starts;
};

bool shuf_nothing(struct cli *cli)
{
    cli_error(cli, 0, "no lines to repeat");
    return false;
}

/* ---- operands ---- */

static void put_operand(struct cli *cli, struct shuf_run *run, writer *out, size_t i)
{
    writer_putz(out, cli_operand(cli, i));
    writer_byte(out, run->opt.line_end);
}

static bool repeat_operands(struct cli *cli, struct shuf_run *run, writer *out)
{
    for (uint64_t i = 0; i < run->opt.count && writer_ok(out); i++) {
        uint64_t n = 0;
        if (!shuf_draw(cli, run, cli_operand_count(cli) - 1, &n))
            return false;
        put_operand(cli, run, out, n);
    }
    return true;
}

static void print_operands(struct cli *cli, struct shuf_run *run, writer *out, shuf_small_view v)
{
    uint32_t i = 0;
    while (shuf_small_view_next(&v, &i))
        put_operand(cli, run, out, i);
}

bool shuf_operands(struct cli *cli, struct shuf_run *run)
{
    shuf_small_numbers all = {};
    size_t total = cli_operand_count(cli);
    if (!shuf_begin(cli, run))
        return false;
    if (run->opt.repeat) {
        if (total == 0)
            return shuf_nothing(cli);
        if (!shuf_open_output(cli, run))
            return false;
        return zstr_is_none(run->opt.output) ? repeat_operands(cli, run, cli_out(cli))
                                             : repeat_operands(cli, run, &run->file);
    }
    size_t count = size_min(size_clamp(run->opt.count), total);
    shuf_count_up(&all, total);
    shuf_small_view v = shuf_small_numbers_span(&all);
    if (!shuf_small_shuffle(cli, run, v, count) || !shuf_open_output(cli, run))
        return false;
    v = shuf_small_view_first(v, count);
    if (zstr_is_none(run->opt.output))
        print_operands(cli, run, cli_out(cli), v);
    else
        print_operands(cli, run, &run->file, v);
    return true;
}

/* ---- lines ---- */

static size_t line_count(struct lines const *l)
{
    return l->small ? shuf_small_numbers_len(&l->small_starts) : shuf_numbers_len(&l->starts);
}

static size_t start_of(struct lines const *l, size_t i)
{
    return l->small ? shuf_small_numbers_at(&l->small_starts, i) : shuf_numbers_at(&l->starts, i);
}

/* Add a start behind each of ENDS, which are those of a block at AT. */
static void add_small_starts(struct lines *l, byteindex const *ends, size_t at)
{
    shuf_small_view starts = shuf_small_numbers_extend(&l->small_starts, byteindex_len(ends));
    for (size_t i = 0; i < byteindex_len(ends); i++)
        shuf_small_view_set(starts, i, low_u32(at + byteindex_at(ends, i) + 1));
}

static void add_great_starts(struct lines *l, byteindex const *ends, size_t at)
{
    for (size_t i = 0; i < byteindex_len(ends); i++)
        shuf_numbers_push(&l->starts, at + byteindex_at(ends, i) + 1);
}

/* Behind the last line end no line begins when the text ends there. */
static void find_lines(struct lines *l, unsigned char line_end)
{
    byteindex ends = {};
    size_t len = span_len(l->text);
    l->small = len <= UINT32_MAX;
    if (len == 0)
        return;
    if (l->small)
        shuf_small_numbers_push(&l->small_starts, 0);
    else
        shuf_numbers_push(&l->starts, 0);
    for (size_t at = 0; at < len; at += BYTEINDEX_BLOCK) {
        span block = span_at_most(span_drop(l->text, at), BYTEINDEX_BLOCK);
        if (at + span_len(block) == len)
            block = span_chop(block, 1);
        byteindex_make(&ends, block, line_end, line_end);
        if (l->small)
            add_small_starts(l, &ends, at);
        else
            add_great_starts(l, &ends, at);
    }
}

/* The line of TEXT that begins at START. */
static inline void put_line(writer *out, span text, size_t start, unsigned char line_end)
{
    span rest = span_drop(text, start);
    size_t n = span_find(rest, line_end);
    if (n < span_len(rest)) {
        writer_put(out, span_first(rest, n + 1));
        return;
    }
    writer_put(out, rest);
    writer_byte(out, line_end);
}

static bool repeat_lines(struct cli *cli, struct shuf_run *run, writer *out, struct lines const *l)
{
    for (uint64_t i = 0; i < run->opt.count && writer_ok(out); i++) {
        uint64_t n = 0;
        if (!shuf_draw(cli, run, line_count(l) - 1, &n))
            return false;
        put_line(out, l->text, start_of(l, n), run->opt.line_end);
    }
    return true;
}

/* Lines lie anywhere in memory: those to come are asked for in time. */
enum { AHEAD = 32 };

static inline void ask_for(span text, size_t start)
{
    enum { SEARCH = 32 };       /* what a search looks at together, and may be part of another cache line */
    span rest = span_drop(text, start);
    span_prefetch(rest);
    if (span_len(rest) > SEARCH)
        span_prefetch(span_drop(rest, SEARCH));
}

static void print_small(writer *out, span text, shuf_small_view starts, unsigned char line_end)
{
    size_t count = shuf_small_view_len(starts), asked = size_min(AHEAD, count);
    for (size_t i = 0; i < count && writer_ok(out); i++) {
        if (i + asked < count)
            ask_for(text, shuf_small_view_at(starts, i + asked));
        put_line(out, text, shuf_small_view_at(starts, i), line_end);
    }
}

static void print_great(writer *out, span text, shuf_number_view starts, unsigned char line_end)
{
    size_t count = shuf_number_view_len(starts), asked = size_min(AHEAD, count);
    for (size_t i = 0; i < count && writer_ok(out); i++) {
        if (i + asked < count)
            ask_for(text, shuf_number_view_at(starts, i + asked));
        put_line(out, text, shuf_number_view_at(starts, i), line_end);
    }
}

static void print_lines(struct shuf_run *run, writer *out, struct lines const *l, size_t count)
{
    if (l->small)
        print_small(out, l->text, shuf_small_view_first(shuf_small_numbers_span(&l->small_starts), count),
                    run->opt.line_end);
    else
        print_great(out, l->text, shuf_number_view_first(shuf_numbers_span(&l->starts), count),
                    run->opt.line_end);
}

static bool shuffle_lines(struct cli *cli, struct shuf_run *run, struct lines *l)
{
    size_t count = size_min(size_clamp(run->opt.count), line_count(l));
    bool good = l->small ? shuf_small_shuffle(cli, run, shuf_small_numbers_span(&l->small_starts), count)
                         : shuf_numbers_shuffle(cli, run, shuf_numbers_span(&l->starts), count);
    if (!good || !shuf_open_output(cli, run))
        return false;
    if (zstr_is_none(run->opt.output))
        print_lines(run, cli_out(cli), l, count);
    else
        print_lines(run, &run->file, l, count);
    return true;
}

bool shuf_lines(struct cli *cli, struct shuf_run *run, reader *in)
{
    struct lines l = {};
    oserr err = reader_all(in, &l.text);
    if (err) {
        cli_error(cli, err, "read error");
        return false;
    }
    find_lines(&l, run->opt.line_end);
    if (!shuf_begin(cli, run))
        return false;
    if (!run->opt.repeat)
        return shuffle_lines(cli, run, &l);
    if (line_count(&l) == 0)
        return shuf_nothing(cli);
    if (!shuf_open_output(cli, run))
        return false;
    return zstr_is_none(run->opt.output) ? repeat_lines(cli, run, cli_out(cli), &l)
                                         : repeat_lines(cli, run, &run->file, &l);
}
