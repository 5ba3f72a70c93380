/* gather.c - all inputs: as many lines as memory allows are read and sorted at a time, and written as the
   result when they are all there is, else as a run that is merged at the end. */

#include "safe/checked.h"
#include "sort/chunk.h"
#include "sys/limits.h"

enum {
    LINE_COST = 48,                     /* bytes of memory for a line besides its text and its key */
    READ_SIZE = 1 << 20,
    MOST_RUNS = 64,
    AHEAD = 16,
};

struct SAFE_OWNER gather {
    struct sort_chunk chunk;
    size_t next_input;
    fdh fd;                             /* of the input that is being read */
    zstr name;
    bool open;
    size_t limit;                       /* bytes of memory */
    size_t factor;                      /* bytes of memory for a byte of text */
    size_t most_runs;
};

/* How much memory to use when nobody said. */
static size_t default_limit(void)
{
    struct limits_memory m = {};
    limits_memory(&m);
    size_t want = size_max(m.available / 2, m.total / 8);
    /* Where the address space is limited, what grows is copied and its old place lost. */
    if (m.address_space)
        want = size_min(want, m.allowed / 12);
    return size_max(want, (size_t)1 << 18);
}

static bool read_failed(struct cli *cli, oserr err, zstr name)
{
    cli_error(cli, err, "%s: %s", fmt_s(S("read failed")), fmt_namec(name));
    return false;
}

/* Open the next input; false when there is none, or after a report (*FAILED). */
static bool open_next(struct cli *cli, struct sort_state *st, struct gather *g, bool *failed)
{
    if (g->next_input == zstr_vec_len(&st->opt.inputs))
        return false;
    struct cli_input in = {};
    g->name = zstr_vec_at(&st->opt.inputs, g->next_input++);
    oserr err = cli_open_input(cli, g->name, &in);
    if (err) {
        cli_error(cli, err, "%s: %s", fmt_s(S("open failed")), fmt_namec(g->name));
        *failed = true;
        return false;
    }
    struct stat info = {};
    g->fd = in.reader.fd;
    err = fd_stat(g->fd, &info);
    if (err) {
        cli_error(cli, err, "%s: %s", fmt_s(S("stat failed")), fmt_namec(g->name));
        *failed = true;
        return false;
    }
    g->open = true;
    fd_will_read_in_order(g->fd);
    return true;
}

/* The input ended: so does its last line. */
static void end_input(struct sort_state *st, struct gather *g)
{
    span text = buf_span(&g->chunk.text);
    if (span_len(text) > g->chunk.used && span_last(text) != st->opt.line_end) {
        buf_push(&g->chunk.text, st->opt.line_end);
        g->chunk.lines++;
    }
    if (fd_same(g->fd, FDH_STDIN))
        g->fd = FDH_NONE;
    else
        fd_close(&g->fd);
    g->open = false;
}

/* How much more text there is room for. */
static size_t room_left(struct gather const *g)
{
    size_t taken = 0;
    if (ck_mul(&taken, buf_len(&g->chunk.text), g->factor)
        || ck_add(&taken, taken, size_clamp(g->chunk.lines) * LINE_COST))
        return 0;
    return taken < g->limit ? (g->limit - taken) / g->factor + 1 : 0;
}

/* Read once.  Text that is no longer than what is there already may come in at a time. */
static bool read_some(struct cli *cli, struct sort_state *st, struct gather *g)
{
    size_t got = 0, most = size_max(size_min(room_left(g), READ_SIZE), 64);
    mspan room = buf_tail(&g->chunk.text, most);
    oserr err = fd_read(g->fd, mspan_first(room, most), &got);
    if (err)
        return read_failed(cli, err, g->name);
    g->chunk.lines += span_count(span_first(mspan_span(room), got), st->opt.line_end);
    buf_commit(&g->chunk.text, got);
    if (got == 0)
        end_input(st, g);
    return true;
}

/* Fill the chunk; *END: there is no more input. */
static bool fill(struct cli *cli, struct sort_state *st, struct gather *g, bool *end)
{
    bool failed = false;
    while (!failed) {
        if (!g->open && !open_next(cli, st, g, &failed)) {
            *end = !failed;
            g->chunk.used = buf_len(&g->chunk.text);
            return !failed;
        }
        if (g->chunk.lines > 0 && room_left(g) == 0) {
            span text = buf_span(&g->chunk.text);
            g->chunk.used = span_rfind(text, st->opt.line_end) + 1;
            return true;
        }
        failed = !read_some(cli, st, g);
    }
    return false;
}

static span line_of(struct sort_source const *src, struct keyed const *r)
{
    return sort_piece_line(&AT(pieces, src->pieces, r->part), r->line);
}

/* Whether the keys of two records are equal. */
static bool same_keys(struct sort_source const *src, struct keyed const *a, struct keyed const *b,
                      struct sort_work *work)
{
    return span_eq(sort_component(src, a, 0), sort_component(src, b, 0))
           && (!src->order.open || sort_cmp_keys(&src->order, line_of(src, a), line_of(src, b), work) == 0);
}

/* The records without those whose keys equal the one before. */
static size_t drop_equal(struct sort_source const *src, keyed_view v, struct sort_work *work)
{
    size_t n = 0;
    for (size_t i = 0; i < keyed_view_len(v); i++) {
        if (n > 0 && same_keys(src, &AT(keyed_view, v, i), &AT(keyed_view, v, n - 1), work))
            continue;
        keyed_view_set(v, n++, keyed_view_at(v, i));
    }
    return n;
}

/* The line of record I; those of the next ones, which lie anywhere, are asked for meanwhile. */
static span next_line(struct sort_source const *src, keyed_view v, size_t i)
{
    if (i + AHEAD < keyed_view_len(v))
        span_prefetch(line_of(src, &AT(keyed_view, v, i + AHEAD)));
    return line_of(src, &AT(keyed_view, v, i));
}

/* The sorted lines of the chunk become a run. */
static bool write_run(struct cli *cli, struct sort_state *st, struct gather *g, keyed_view v)
{
    struct sort_sink sink = {};
    struct sort_run run = {};
    while (run_vec_len(&st->runs) >= g->most_runs)
        if (!sort_merge_lowest(cli, st))
            return false;
    if (!sort_sink_open(cli, st, &sink))
        return false;
    for (size_t i = 0; i < keyed_view_len(v) && writer_ok(&sink.out); i++)
        sort_sink_put(st, &sink, next_line(&g->chunk.src, v, i));
    if (!sort_sink_close(cli, st, &sink, &run))
        return false;
    run_vec_push(&st->runs, run);
    return true;
}

/* The sorted lines of the chunk are the result. */
static bool write_result(struct cli *cli, struct sort_state *st, struct gather *g, keyed_view v)
{
    if (!sort_output_begin(cli, st))
        return false;
    bool to_stdout = zstr_is_none(st->opt.output);
    for (size_t i = 0; i < keyed_view_len(v); i++) {
        sort_output_line(cli, st, next_line(&g->chunk.src, v, i));
        if (!(to_stdout ? writer_ok(cli_out(cli)) : writer_ok(&st->output)))
            break;
    }
    return sort_output_end(cli, st);
}

/* What was read of the next line is the beginning of the next chunk. */
static void next_chunk(struct gather *g)
{
    buf_drop_front(&g->chunk.text, g->chunk.used);
    g->chunk.used = 0;
    g->chunk.lines = 0;
}

bool sort_all(struct cli *cli, struct sort_state *st)
{
    struct gather g = {.limit = st->opt.buffer ? size_clamp(st->opt.buffer) : default_limit()};
    g.factor = !st->order.built ? 1 : st->order.collate ? 6 : 2;
    size_t spare = limits_descriptors();
    g.most_runs = spare > 8 ? size_max(2, size_min((spare - 8) / 2, MOST_RUNS)) : 2;
    for (bool end = false; !end;) {
        if (!fill(cli, st, &g, &end))
            return false;
        keyed_view v = sort_chunk_lines(st, &g.chunk);
        if (st->opt.unique)
            v = keyed_view_first(v, drop_equal(&g.chunk.src, v, &g.chunk.memory.work));
        if (end && run_vec_len(&st->runs) == 0)
            return write_result(cli, st, &g, v);
        if (keyed_view_len(v) > 0 && !write_run(cli, st, &g, v))
            return false;
        next_chunk(&g);
    }
    return sort_merge_all(cli, st);
}
