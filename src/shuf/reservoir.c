/* reservoir.c - some lines of an input of any size, of which no more than these are kept.

   The first COUNT lines fill the reservoir.  Of the lines after them the N-th of all takes the place of a
   kept one with a chance of COUNT in N (J. Vitter's algorithm R).  The numbers are drawn in the order in
   which GNU's shuf draws them, so that the same source chooses the same lines. */

#include "shuf/shuf.h"

/* A kept line, in the pool. */
struct kept {
    size_t at, len;
};
VEC_DEFINE(kept_vec, kept_view, struct kept);

struct SAFE_OWNER reservoir {
    kept_vec lines;
    buf pool;                   /* their bytes, and those of lines that were dropped since it was tidied */
    buf tidy;
    size_t live;                /* bytes of kept lines */
};

/* Copy the kept lines together once most of the pool is waste. */
static void tidy_up(struct reservoir *r)
{
    enum { SMALL = 1024 * 1024 };
    if (buf_len(&r->pool) < SMALL || buf_len(&r->pool) / 2 < r->live)
        return;
    buf_clear(&r->tidy);
    for (size_t i = 0; i < kept_vec_len(&r->lines); i++) {
        struct kept k = kept_vec_at(&r->lines, i);
        kept_vec_set(&r->lines, i, (struct kept){buf_len(&r->tidy), k.len});
        buf_append(&r->tidy, span_sub(buf_span(&r->pool), k.at, k.len));
    }
    buf_swap(&r->pool, &r->tidy);
}

static struct kept add_to_pool(struct reservoir *r, span line)
{
    struct kept k = {buf_len(&r->pool), span_len(line)};
    buf_append(&r->pool, line);
    r->live += k.len;
    return k;
}

static void replace(struct reservoir *r, size_t i, span line)
{
    r->live -= kept_vec_at(&r->lines, i).len;
    kept_vec_set(&r->lines, i, add_to_pool(r, line));
    tidy_up(r);
}

/* Choose among all lines of IN. */
static bool choose(struct cli *cli, struct shuf_run *run, reader *in, struct reservoir *r)
{
    span line = {};
    bool terminated = false;
    uint64_t seen = 0, place = 0;
    for (;; seen++) {
        bool full = seen >= run->opt.count;
        if (full && !shuf_draw(cli, run, seen, &place))
            return false;
        if (!reader_record(in, run->opt.line_end, &line, &terminated))
            break;
        if (!full)
            kept_vec_push(&r->lines, add_to_pool(r, line));
        else if (place < run->opt.count)
            replace(r, place, line);
    }
    if (in->err)
        cli_error(cli, in->err, "read error");
    return in->err == 0;
}

static void print_kept(struct shuf_run *run, writer *out, struct reservoir const *r, shuf_small_view order)
{
    uint32_t i = 0;
    while (shuf_small_view_next(&order, &i) && writer_ok(out)) {
        struct kept k = kept_vec_at(&r->lines, i);
        writer_put(out, span_sub(buf_span(&r->pool), k.at, k.len));
        writer_byte(out, run->opt.line_end);
    }
}

bool shuf_reservoir(struct cli *cli, struct shuf_run *run, reader *in)
{
    struct reservoir r = {};
    shuf_small_numbers order = {};
    if (!shuf_begin(cli, run) || !choose(cli, run, in, &r))
        return false;
    shuf_count_up(&order, kept_vec_len(&r.lines));
    shuf_small_view all = shuf_small_numbers_span(&order);
    if (!shuf_small_shuffle(cli, run, all, shuf_small_view_len(all)) || !shuf_open_output(cli, run))
        return false;
    if (zstr_is_none(run->opt.output))
        print_kept(run, cli_out(cli), &r, all);
    else
        print_kept(run, &run->file, &r, all);
    return true;
}
