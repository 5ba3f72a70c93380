/* robin.c - -n r/: files that take turns at the lines.

   All of them are open at once as far as there are descriptors; the others wait ("parked") until they are
   written to again. */

#include "split/split.h"

#include "safe/byteindex.h"

enum {
    PENDING_ALL = 8 << 20,      /* bytes that wait for all files together */
    PENDING_MOST = 64 << 10,    /* for one of them */
    PENDING_LEAST = 512,        /* when there would be fewer nothing waits */
};

struct robin_file {
    struct split_sink sink;
    zstr name;
    buf pending;                /* not written yet */
    bool parked;
    dev_t dev;                  /* which file it is */
    ino_t ino;
};
VEC_DEFINE(robin_files, robin_view, struct robin_file);

struct SAFE_OWNER robin {
    robin_files files;          /* those that got lines */
    size_t most_pending;
    uint64_t broken;            /* filters that take no more */
};

/* Close some other file than the one at KEEP for a while; false when there is none. */
static bool park_one(struct robin *r, size_t keep, oserr *err)
{
    size_t n = robin_files_len(&r->files);
    for (size_t i = 1; i < n; i++) {
        size_t at = (keep + n - i) % n;         /* the one whose turn is farthest */
        struct split_sink sink = AT(robin_files, &r->files, at).sink;
        struct stat st = {};
        if (fd_is_none(sink.fd) || !child_is_none(sink.filter) || fd_stat(sink.fd, &st) != 0)
            continue;
        AT(robin_files, &r->files, at).dev = st.st_dev;
        AT(robin_files, &r->files, at).ino = st.st_ino;
        AT(robin_files, &r->files, at).parked = true;
        *err = fd_close(&AT(robin_files, &r->files, at).sink.fd);
        return *err == 0;
    }
    return false;
}

static bool out_of_descriptors(oserr err)
{
    return err == EMFILE || err == ENFILE;
}

/* Add the next file. */
static bool add_file(struct cli *cli, struct robin *r, struct split_output *o)
{
    struct split_target target = o->target;
    size_t at = robin_files_len(&r->files);
    oserr err = 0;
    robin_files_extend(&r->files, 1);
    zstr name = Z_NONE;
    if (!split_next_name(cli, &o->names, &o->text, &cli->strings, &name))
        return false;
    AT(robin_files, &r->files, at).name = name;
    while (!split_sink_open(cli, &target, &AT(robin_files, &r->files, at).sink, name, &err)) {
        if (err == 0)
            return false;
        if (!park_one(r, at, &err)) {
            split_sink_complain(cli, &target, name, err);
            return false;
        }
        target.verbose = false;
    }
    return true;
}

/* Open the file AT again to write on. */
static oserr unpark(struct robin *r, size_t at)
{
    zstr name = AT(robin_files, &r->files, at).name;
    fdh fd = FDH_NONE;
    struct stat st = {};
    oserr err = 0, park_err = 0;
    while (out_of_descriptors(err = fd_open(&fd, FDH_CWD, name, O_WRONLY | O_APPEND, 0)))
        if (!park_one(r, at, &park_err))
            return park_err ? park_err : err;
    if (err == 0)
        err = fd_stat(fd, &st);
    if (err == 0 && (st.st_dev != AT(robin_files, &r->files, at).dev
                     || st.st_ino != AT(robin_files, &r->files, at).ino))
        err = ESTALE;           /* somebody put another file there */
    if (err) {
        fd_close(&fd);
        return err;
    }
    AT(robin_files, &r->files, at).sink.fd = fd;
    AT(robin_files, &r->files, at).parked = false;
    return 0;
}

static bool write_now(struct cli *cli, struct robin *r, size_t at, span part)
{
    oserr err = AT(robin_files, &r->files, at).parked ? unpark(r, at) : 0;
    if (err) {
        cli_error(cli, err, "%s", fmt_namec(AT(robin_files, &r->files, at).name));
        return false;
    }
    zstr name = AT(robin_files, &r->files, at).name;
    bool was_broken = AT(robin_files, &r->files, at).sink.broken;
    bool ok = split_sink_put(cli, &AT(robin_files, &r->files, at).sink, name, part);
    r->broken += !was_broken && AT(robin_files, &r->files, at).sink.broken;
    return ok;
}

/* Write what is pending for the file AT. */
static bool write_pending(struct cli *cli, struct robin *r, size_t at)
{
    span pending = buf_span(&AT(robin_files, &r->files, at).pending);
    bool ok = span_empty(pending) || write_now(cli, r, at, pending);
    buf_clear(&AT(robin_files, &r->files, at).pending);
    return ok;
}

static bool put_part(struct cli *cli, struct robin *r, size_t at, span part)
{
    if (buf_len(&AT(robin_files, &r->files, at).pending) + span_len(part) <= r->most_pending) {
        buf_append(&AT(robin_files, &r->files, at).pending, part);
        return true;
    }
    return write_pending(cli, r, at) && write_now(cli, r, at, part);
}

/* The end: write and close all files, and make those that got nothing. */
static void finish(struct cli *cli, struct robin *r, struct split_options const *opt, struct split_output *o)
{
    size_t n = robin_files_len(&r->files);
    bool ok = true;
    for (size_t at = 0; at < n && ok; at++)
        ok = write_pending(cli, r, at);
    for (size_t at = 0; at < n && ok; at++) {
        zstr name = AT(robin_files, &r->files, at).name;
        ok = split_sink_close(cli, &o->target, &AT(robin_files, &r->files, at).sink, name);
    }
    for (uint64_t made = n; made < opt->size && !opt->elide && ok; made++)
        ok = split_output_next(cli, o);
}

oserr split_round_robin(struct cli *cli, reader *in, struct split_options const *opt, struct split_output *o)
{
    struct robin r = {.most_pending = size_min(PENDING_MOST, size_clamp(PENDING_ALL / opt->size))};
    if (opt->size > PTRDIFF_MAX / sizeof(struct robin_file)) {
        cli_error(cli, 0, "memory exhausted");
        return 0;
    }
    if (!split_names_suffice(&o->names, opt->size)) {
        cli_error(cli, 0, "output file suffixes exhausted");
        return 0;
    }
    if (opt->unbuffered || r.most_pending < PENDING_LEAST)
        r.most_pending = 0;
    span part = {};
    oserr err = 0;
    size_t at = 0;
    while (r.broken < opt->size && (err = reader_chunk(in, &part)) == 0 && !span_empty(part)) {
        while (!span_empty(part) && r.broken < opt->size) {
            size_t n = span_find(part, opt->separator);
            bool whole = n < span_len(part);
            if (at == robin_files_len(&r.files) && !add_file(cli, &r, o))
                return 0;
            if (!put_part(cli, &r, at, span_take(&part, n + whole)))
                return 0;
            at = whole ? (at + 1 == opt->size ? 0 : at + 1) : at;
        }
    }
    if (err == 0)
        finish(cli, &r, opt, o);
    return err;
}

/* Which lines are wanted: the next one comes after SKIPPED others. */
struct turn {
    uint64_t skipped, lines;    /* of LINES in a row one is wanted */
    unsigned char separator;
};

/* Write the wanted lines of BLOCK. */
static void put_wanted(writer *out, struct turn *t, span block)
{
    byteindex ends = {};
    size_t next = 0, at = 0;            /* the next line end of the block; where its line begins */
    byteindex_make(&ends, block, t->separator, t->separator);
    size_t n = byteindex_len(&ends);
    while (next < n) {
        if (t->skipped >= n - next && t->skipped > 0) {
            t->skipped -= n - next;
            at = byteindex_at(&ends, n - 1) + 1;
            break;
        }
        next += size_clamp(t->skipped);
        at = next > 0 ? byteindex_at(&ends, next - 1) + 1 : 0;
        size_t end = byteindex_at(&ends, next) + 1;
        writer_put(out, span_sub(block, at, end - at));
        at = end;
        next++;
        t->skipped = t->lines - 1;
    }
    if (t->skipped == 0)                /* the start of a line that ends later */
        writer_put(out, span_drop(block, at));
}

oserr split_one_of_robin(struct cli *cli, reader *in, struct split_options const *opt)
{
    struct turn t = {.skipped = opt->chunk - 1, .lines = opt->size, .separator = opt->separator};
    span part = {};
    oserr err = 0;
    while (writer_ok(cli_out(cli)) && (err = reader_chunk(in, &part)) == 0 && !span_empty(part)) {
        while (!span_empty(part))
            put_wanted(cli_out(cli), &t, span_take(&part, size_min(span_len(part), BYTEINDEX_BLOCK)));
        if (opt->unbuffered)
            writer_flush(cli_out(cli));
    }
    return err;
}
