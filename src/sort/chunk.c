/* chunk.c - lines in memory: prepared and sorted by several threads.

   Each thread finds the lines of a part of the text and makes their keys.  Then samples part the lines into
   buckets, one behind the other in the result, which threads sort by themselves. */

#include "safe/checked.h"
#include "safe/jobs.h"
#include "sort/chunk.h"

enum {
    LINES_PER_THREAD = 1 << 16,
    BUCKETS_PER_THREAD = 8,
    SAMPLES_PER_BUCKET = 16,
};

JOBS_DEFINE(run_parts, part_view, struct sort_part);

JOBS_DEFINE(run_buckets, bucket_view, struct sort_bucket);

/* ---- preparing ---- */

static void prepare_part(struct sort_part *p)
{
    offset_vec_truncate(&p->starts, 0);
    offset_vec_truncate(&p->key_starts, 0);
    buf_clear(&p->keys);
    offset_vec_reserve(&p->starts, p->lines + 1);
    span rest = p->text, line = {};
    while (span_cut(&rest, p->order.line_end, &line)) {
        offset_vec_push(&p->starts, span_len(p->text) - span_len(rest) - span_len(line) - 1);
        if (!p->order.built)
            continue;
        offset_vec_push(&p->key_starts, buf_len(&p->keys));
        sort_append_component(&p->order, 0, line, &p->keys, &p->work);
    }
    offset_vec_push(&p->starts, span_len(p->text));
    offset_vec_push(&p->key_starts, buf_len(&p->keys));
}

/* Cut the text into N parts at line ends and prepare them. */
static void prepare(struct sort_state *st, struct sort_chunk *c, size_t threads)
{
    span text = span_first(buf_span(&c->text), c->used);
    size_t most = span_len(text) / threads;
    if (part_vec_len(&c->parts) < threads)
        part_vec_extend(&c->parts, threads - part_vec_len(&c->parts));
    for (size_t i = 0; i < threads; i++) {
        size_t n = i + 1 == threads ? span_len(text) : size_min(most, span_len(text));
        if (i + 1 < threads)
            n += size_min(span_find(span_drop(text, n), st->opt.line_end) + 1, span_len(text) - n);
        AT(part_vec, &c->parts, i).order = st->order;
        AT(part_vec, &c->parts, i).text = span_take(&text, n);
        AT(part_vec, &c->parts, i).lines = size_clamp(c->lines) / threads;
    }
    run_parts(part_view_first(part_vec_span(&c->parts), threads), threads, prepare_part);
}

/* Make a record for each line. */
static void make_records(struct sort_state *st, struct sort_chunk *c, size_t threads)
{
    keyed_vec_truncate(&c->records, 0);
    piece_vec_truncate(&c->pieces, 0);
    keyed_vec_reserve(&c->records, size_clamp(c->lines));
    for (size_t i = 0; i < threads; i++) {
        struct sort_piece p = {
            .text = AT(part_vec, &c->parts, i).text,
            .starts = offset_vec_span(&AT(part_vec, &c->parts, i).starts),
            .keys = buf_span(&AT(part_vec, &c->parts, i).keys),
            .key_starts = offset_vec_span(&AT(part_vec, &c->parts, i).key_starts),
        };
        piece_vec_push(&c->pieces, p);
        uint32_t lines = low_u32(offset_view_len(p.starts) - 1), part = low_u32(i);
        for (uint32_t line = 0; line < lines; line++)
            keyed_vec_push(&c->records, (struct keyed){.line = line, .part = part});
    }
    c->src = (struct sort_source){
        .pieces = piece_vec_span(&c->pieces), .order = st->order,
    };
    keyed_vec_truncate(&c->scratch, 0);
    keyed_vec_extend(&c->scratch, keyed_vec_len(&c->records));
}

/* ---- sorting ---- */

static void sort_bucket(struct sort_bucket *b)
{
    if (!b->fill) {
        sort_records(&b->src, b->records, b->scratch, b->depth, &b->memory);
        return;
    }
    for (size_t i = 0; i < keyed_view_len(b->records); i++)
        AT(keyed_view, b->records, i).key = sort_prefix(
            sort_component(&b->src, &AT(keyed_view, b->records, i), 0), b->depth, b->src.order.flip_first);
}

/* The job number I, with memory that earlier chunks left. */
static void set_job(struct sort_chunk *c, size_t i, size_t depth, keyed_view records)
{
    if (bucket_vec_len(&c->jobs) <= i)
        bucket_vec_extend(&c->jobs, i + 1 - bucket_vec_len(&c->jobs));
    AT(bucket_vec, &c->jobs, i).src = c->src;
    AT(bucket_vec, &c->jobs, i).records = records;
    AT(bucket_vec, &c->jobs, i).depth = depth;
    AT(bucket_vec, &c->jobs, i).fill = false;
}

/* Fill in the first bytes of all components from DEPTH on. */
static void fill_keys(struct sort_chunk *c, size_t threads, size_t depth)
{
    keyed_view rest = keyed_vec_span(&c->records);
    size_t each = keyed_view_len(rest) / threads + 1, jobs = 0;
    while (keyed_view_len(rest) > 0) {
        size_t n = size_min(each, keyed_view_len(rest));
        set_job(c, jobs, depth, keyed_view_first(rest, n));
        AT(bucket_vec, &c->jobs, jobs++).fill = true;
        rest = keyed_view_drop(rest, n);
    }
    run_buckets(bucket_view_first(bucket_vec_span(&c->jobs), jobs), threads, sort_bucket);
}

/* Keys that part the records into about equal buckets. */
static void choose_bounds(struct sort_chunk *c, size_t buckets)
{
    size_t n = buckets * SAMPLES_PER_BUCKET, step = keyed_vec_len(&c->records) / n + 1;
    keyed_vec_truncate(&c->samples, 0);
    for (size_t i = 0; i < keyed_vec_len(&c->records); i += step)
        keyed_vec_push(&c->samples, keyed_vec_at(&c->records, i));
    n = keyed_vec_len(&c->samples);
    keysort(keyed_vec_span(&c->samples), keyed_vec_span(&c->scratch));
    offset_vec_truncate(&c->bounds, 0);
    for (size_t b = 1; b < buckets; b++)
        offset_vec_push(&c->bounds, keyed_vec_at(&c->samples, n * b / buckets).key);
}

static size_t bucket_of(offset_view bounds, uint64_t key)
{
    size_t low = 0, high = offset_view_len(bounds);
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (offset_view_at(bounds, middle) <= key)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Deal the records out to BUCKETS, keeping their order in each, and make a job of each bucket. */
static void deal(struct sort_chunk *c, size_t buckets, size_t depth)
{
    keyed_view from = keyed_vec_span(&c->records), to = keyed_vec_span(&c->scratch);
    offset_view bounds = offset_vec_span(&c->bounds);
    size_t n = keyed_view_len(from), sum = 0;
    offset_vec_truncate(&c->places, 0);
    offset_view places = offset_vec_extend(&c->places, buckets);
    for (size_t i = 0; i < n; i++)
        AT(offset_view, places, bucket_of(bounds, AT(keyed_view, from, i).key))++;
    for (size_t b = 0; b < buckets; b++) {
        size_t count = offset_view_at(places, b);
        set_job(c, b, depth, keyed_view_first(keyed_view_drop(to, sum), count));
        AT(bucket_vec, &c->jobs, b).scratch = keyed_view_first(keyed_view_drop(from, sum), count);
        offset_view_set(places, b, sum);
        sum += count;
    }
    for (size_t i = 0; i < n; i++) {
        size_t b = bucket_of(bounds, AT(keyed_view, from, i).key);
        keyed_view_set(to, AT(offset_view, places, b)++, keyed_view_at(from, i));
    }
}

keyed_view sort_chunk_lines(struct sort_state *st, struct sort_chunk *c)
{
    size_t threads = size_clamp(c->lines / LINES_PER_THREAD);
    threads = size_max(1, size_min(threads, st->opt.threads));
    sort_expect_lines(&st->order, c->lines);
    prepare(st, c, threads);
    make_records(st, c, threads);
    keyed_view all = keyed_vec_span(&c->records);
    if (threads == 1) {
        sort_records(&c->src, all, keyed_vec_span(&c->scratch), 0, &c->memory);
        return all;
    }
    size_t depth = sort_common(&c->src, all, 0, 0), buckets = threads * BUCKETS_PER_THREAD;
    fill_keys(c, threads, depth);
    choose_bounds(c, buckets);
    deal(c, buckets, depth);
    run_buckets(bucket_view_first(bucket_vec_span(&c->jobs), buckets), threads, sort_bucket);
    return keyed_vec_span(&c->scratch);
}
