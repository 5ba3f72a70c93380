/* merge.c - merging sorted inputs and runs, a batch at a time. */

#include "sort/sort.h"
#include "sys/limits.h"

/* One input of a merge and the line it stands at. */
struct SAFE_OWNER source {
    struct sort_line line;
    reader reader;
    span part;                          /* lines that were read and not taken */
    child unpacker;
    zstr name;                          /* for messages */
    uint64_t expected, got;             /* bytes from the unpacker */
    bool plain_file;                    /* the descriptor belongs to the run */
};
VEC_DEFINE(source_vec, source_view, struct source);
VEC_DEFINE(index_vec, index_view, size_t);

struct SAFE_OWNER merger {
    source_vec sources;
    index_vec order;                    /* of sources that still have a line, the first line first */
    struct sort_line last;              /* what was written last, where only one of equals is */
    buf last_text;
    bool have_last;
    struct sort_work work;
};

/* Go to the next line of S; false at the end, or after an error (*FAILED). */
static bool next_line(struct cli *cli, struct sort_state *st, struct source *s, bool *failed)
{
    if (span_empty(s->part)) {
        oserr err = reader_records(&s->reader, st->opt.line_end, &s->part);
        if (err) {
            cli_error(cli, err, "%s: %s", fmt_s(S("read failed")), fmt_namec(s->name));
            *failed = true;
        }
        s->got += span_len(s->part);
        if (err || span_empty(s->part))
            return false;
    }
    span line = s->part;
    if (!span_cut(&s->part, st->opt.line_end, &line))
        s->part = (span){};
    sort_expect_lines(&st->order, ++st->lines_read);
    sort_line_set(&s->line, &st->order, line);
    return true;
}

/* Whether source A's line comes before B's; of equal lines the earlier source's. */
static bool before(struct sort_state *st, struct merger *m, size_t a, size_t b)
{
    source_view v = source_vec_span(&m->sources);
    int d = sort_line_cmp(&AT(source_view, v, a).line, &AT(source_view, v, b).line, &st->order, &m->work);
    if (d == 0 && st->order.last_resort) {
        sort_line_prepare_last(&AT(source_view, v, a).line, &st->order);
        sort_line_prepare_last(&AT(source_view, v, b).line, &st->order);
        d = sort_line_cmp_last(&AT(source_view, v, a).line, &AT(source_view, v, b).line, &st->order,
                               &m->work);
    }
    return d ? d < 0 : a < b;
}

/* Put source I, at the front of the order, where its line belongs. */
static void settle(struct sort_state *st, struct merger *m, size_t i)
{
    size_t low = 1, high = index_vec_len(&m->order), probe = 1;
    while (low < high) {
        if (before(st, m, i, index_vec_at(&m->order, probe)))
            high = probe;
        else
            low = probe + 1;
        probe = low + (high - low) / 2;
    }
    index_view v = index_vec_span(&m->order);
    index_view_move(v, 0, 1, low - 1);
    index_view_set(v, low - 1, i);
}

/* Whether LINE is to be written: all are, unless one of equal lines is enough. */
static bool wanted(struct sort_state *st, struct merger *m, struct sort_line *line)
{
    if (!st->opt.unique)
        return true;
    if (m->have_last && sort_line_cmp(&m->last, line, &st->order, &m->work) == 0)
        return false;
    buf_clear(&m->last_text);
    buf_append(&m->last_text, line->text);
    sort_line_set(&m->last, &st->order, buf_span(&m->last_text));
    m->have_last = true;
    return true;
}

/* Where a merge writes: a run, or the output where it is the last one. */
struct SAFE_OWNER target {
    struct sort_sink sink;
    bool final;
};

static bool target_ok(struct cli *cli, struct sort_state *st, struct target *t)
{
    if (!t->final)
        return writer_ok(&t->sink.out);
    return zstr_is_none(st->opt.output) ? writer_ok(cli_out(cli)) : writer_ok(&st->output);
}

static void put(struct cli *cli, struct sort_state *st, struct target *t, span line)
{
    if (t->final) {
        sort_output_line(cli, st, line);
        return;
    }
    sort_sink_put(st, &t->sink, line);
}

/* Write the lines of all sources in order. */
static bool write_merged(struct cli *cli, struct sort_state *st, struct merger *m, struct target *t)
{
    bool failed = false;
    for (size_t i = 0; i < source_vec_len(&m->sources) && !failed; i++) {
        if (!next_line(cli, st, &AT(source_vec, &m->sources, i), &failed))
            continue;
        /* A place in front of the others, from which it finds its own. */
        index_vec_push(&m->order, 0);
        index_view v = index_vec_span(&m->order);
        index_view_move(v, 1, 0, index_view_len(v) - 1);
        settle(st, m, i);
    }
    while (index_vec_len(&m->order) > 0 && !failed && target_ok(cli, st, t)) {
        size_t i = index_vec_at(&m->order, 0);
        if (wanted(st, m, &AT(source_vec, &m->sources, i).line))
            put(cli, st, t, AT(source_vec, &m->sources, i).line.text);
        if (next_line(cli, st, &AT(source_vec, &m->sources, i), &failed)) {
            settle(st, m, i);
            continue;
        }
        index_view v = index_vec_span(&m->order);
        size_t left = index_view_len(v) - 1;
        index_view_move(v, 0, 1, left);
        index_vec_truncate(&m->order, left);
    }
    return !failed;
}

/* FINISHED: all of it was wanted.  What comes out of packing and unpacking has to be what went in, even
   where the program says that all is well. */
static bool close_source(struct cli *cli, struct sort_state *st, struct source *s, bool finished)
{
    if (s->plain_file)
        s->reader.fd = FDH_NONE;        /* the run is closed by itself */
    reader_close(&s->reader);
    buf_recycle(&s->line.key);
    buf_recycle(&s->line.late);
    buf_recycle(&s->line.work.a);
    buf_recycle(&s->line.work.b);
    buf_recycle(&s->line.work.text);
    if (child_is_none(s->unpacker))
        return true;
    bool ended_well = child_finish(&s->unpacker);
    if (!finished || (ended_well && s->got == s->expected))
        return true;
    cli_error(cli, 0, "%s [-d] terminated abnormally", fmt_name(st->opt.compress));
    return false;
}

/* Open up to COUNT runs from FIRST on; how many there was room for, or 0 after a report. */
static size_t open_sources(struct cli *cli, struct sort_state *st, struct merger *m, size_t first,
                           size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct sort_run run = run_vec_at(&st->runs, first + i);
        fdh from = FDH_NONE;
        child unpacker = {};
        oserr err = sort_run_open(cli, st, &run, &from, &unpacker);
        if (err == EMFILE && i >= 2)
            return i;
        if (err && zstr_is_none(run.name)) {
            cli_error(cli, err, "could not run %s", fmt_name(st->opt.compress));
            return 0;
        }
        if (err) {
            cli_error(cli, err, "%s: %s", fmt_s(S("open failed")), fmt_namec(run.name));
            return 0;
        }
        source_vec_extend(&m->sources, 1);
        AT(source_vec, &m->sources, i).unpacker = unpacker;
        AT(source_vec, &m->sources, i).expected = run.bytes;
        AT(source_vec, &m->sources, i).name = zstr_is_none(run.name) ? Z("temporary file") : run.name;
        AT(source_vec, &m->sources, i).plain_file = zstr_is_none(run.name) && !run.packed;
        reader_open(&AT(source_vec, &m->sources, i).reader, from);
    }
    return count;
}

static bool close_sources(struct cli *cli, struct sort_state *st, struct merger *m, bool finished)
{
    bool ok = true;
    for (size_t i = 0; i < source_vec_len(&m->sources); i++)
        ok &= close_source(cli, st, &AT(source_vec, &m->sources, i), finished);
    return ok;
}

/* The COUNT runs from FIRST on become the one run NEW. */
static void replace_runs(struct sort_state *st, size_t first, size_t count, struct sort_run new)
{
    size_t n = run_vec_len(&st->runs);
    for (size_t i = first; i < first + count; i++)
        fd_close(&AT(run_vec, &st->runs, i).file);
    run_view v = run_vec_span(&st->runs);
    run_view_set(v, first, new);
    run_view_move(v, first + 1, first + count, n - first - count);
    run_vec_truncate(&st->runs, n - count + 1);
}

/* Merge up to COUNT runs from FIRST on into one. */
static bool merge_some(struct cli *cli, struct sort_state *st, size_t first, size_t count)
{
    struct merger m = {};
    struct target t = {};
    struct sort_run run = {};
    unsigned level = run_vec_at(&st->runs, first).level;
    if (!sort_sink_open(cli, st, &t.sink))
        return false;
    size_t n = open_sources(cli, st, &m, first, count);
    bool ok = n > 0 && write_merged(cli, st, &m, &t);
    ok = close_sources(cli, st, &m, ok && target_ok(cli, st, &t)) && ok;
    ok = sort_sink_close(cli, st, &t.sink, &run) && ok;
    run.level = level + 1;
    if (ok)
        replace_runs(st, first, n, run);
    return ok;
}

bool sort_merge_lowest(struct cli *cli, struct sort_state *st)
{
    unsigned lowest = UINT_MAX;
    for (size_t i = 0; i < run_vec_len(&st->runs); i++)
        if (run_vec_at(&st->runs, i).level < lowest)
            lowest = run_vec_at(&st->runs, i).level;
    for (size_t i = 0; i < run_vec_len(&st->runs); i++) {
        size_t n = 0;
        while (i + n < run_vec_len(&st->runs) && n < st->opt.batch
               && run_vec_at(&st->runs, i + n).level == lowest)
            n++;
        if (n > 1 && !merge_some(cli, st, i, n))
            return false;
        if (n == 1)
            AT(run_vec, &st->runs, i).level++;
    }
    return true;
}

/* Open all runs at once; *ENOUGH is how many there was room for. */
static bool try_final(struct cli *cli, struct sort_state *st, size_t *enough)
{
    struct merger m = {};
    struct target t = {.final = true};
    size_t n = run_vec_len(&st->runs), opened = open_sources(cli, st, &m, 0, n);
    *enough = opened;
    bool ok = opened == n;
    if (ok)
        ok = sort_output_begin(cli, st) && write_merged(cli, st, &m, &t);
    return close_sources(cli, st, &m, ok && target_ok(cli, st, &t)) && ok;
}

/* How many runs may wait with their files open, besides those being merged. */
static size_t most_waiting(size_t batch)
{
    size_t limit = limits_descriptors(), enough = 3 * batch + 16;
    return limit > enough ? (limit - enough) / 2 : 0;
}

/* Merge batches, as many as bring the number of runs down to one batch. */
static bool merge_batches(struct cli *cli, struct sort_state *st)
{
    size_t n = run_vec_len(&st->runs), batch = st->opt.batch, most = most_waiting(batch);
    for (size_t i = 0; n > batch && i + 1 < n; i = i < most ? i + 1 : 0) {
        size_t some = n - batch + 1 < batch ? n - batch + 1 : batch;
        if (!merge_some(cli, st, i, some < n - i ? some : n - i))
            return false;
        n = run_vec_len(&st->runs);
    }
    return true;
}

/* Whether the next merge may write to the output: not while that is still to be read. */
static bool may_finish(struct sort_state const *st)
{
    size_t n = run_vec_len(&st->runs);
    if (st->output_is_input)
        return n == 1 && zstr_is_none(run_vec_at(&st->runs, 0).name);
    return n <= st->opt.batch;
}

bool sort_merge_all(struct cli *cli, struct sort_state *st)
{
    for (;;) {
        size_t n = run_vec_len(&st->runs), opened = 0;
        if (n == 0)
            return sort_output_begin(cli, st) && sort_output_end(cli, st);
        if (n > st->opt.batch) {
            if (!merge_batches(cli, st))
                return false;
            continue;
        }
        if (may_finish(st)) {
            if (try_final(cli, st, &opened))
                return sort_output_end(cli, st);
            if (opened == n || opened == 0)
                return false;
        }
        if (!merge_some(cli, st, 0, opened > 0 ? opened : n))
            return false;
    }
}
