/* chunks.c - -n: a number of chunks that are alike in size. */

#include "split/split.h"

/* An input of a known size that is divided. */
struct division {
    enum split_way way;
    unsigned char separator;
    bool one;                   /* one chunk is wanted, on standard output */
    uint64_t size, chunks;
    uint64_t end;               /* of the current chunk */
    uint64_t at;                /* bytes read so far */
    bool ended;                 /* there is less than was said */
    bool unwanted;              /* what is read goes nowhere */
    oserr err;                  /* of reading */
};

/* Where chunk K of 1... ends: the first ones are a byte longer when it does not divide evenly. */
static uint64_t end_of(struct division const *d, uint64_t k)
{
    uint64_t extra = d->size % d->chunks;
    return d->size / d->chunks * k + (k < extra ? k : extra);
}

/* To the open file, or to standard output where only one chunk is asked for. */
static bool put(struct cli *cli, struct division const *d, struct split_output *o, span part)
{
    if (!d->one)
        return split_output_put(cli, o, part);
    writer_put(cli_out(cli), part);
    return writer_ok(cli_out(cli));
}

/* The next part of the input that ends at END at the latest; empty there. */
static span next_part(struct division *d, reader *in, uint64_t end)
{
    span part = {};
    if (d->at >= end || d->ended)
        return part;
    d->err = reader_peek(in, &part);
    d->ended = d->err != 0 || span_empty(part);
    part = span_at_most(part, end - d->at);
    d->at += span_len(part);
    reader_consume(in, span_len(part));
    return part;
}

static void skip_to(struct division *d, reader *in, uint64_t at)
{
    if (at > d->at && !d->ended) {
        d->err = split_skip(in, at - d->at);
        d->ended = d->err != 0;
        d->at = at;
    }
}

/* Copy what comes before END; false: reported. */
static bool copy_to(struct cli *cli, struct division *d, reader *in, struct split_output *o, uint64_t end)
{
    for (span part = {}; !span_empty(part = next_part(d, in, end));) {
        if (!put(cli, d, o, part))
            return false;
        if (o->sink.broken)
            skip_to(d, in, end);
        if (!d->one && child_is_none(o->sink.filter))
            d->at += split_copy(in, o->sink.fd, end - d->at);
    }
    return true;
}

/* Copy up to the first separator and with it. */
static bool copy_rest_of_line(struct cli *cli, struct division *d, reader *in, struct split_output *o)
{
    bool found = false;
    span part = {};
    while (!found && d->at < d->size && !d->ended && (d->err = reader_peek(in, &part)) == 0) {
        part = span_at_most(part, d->size - d->at);
        size_t n = span_find(part, d->separator);
        found = n < span_len(part);
        d->ended = span_empty(part);
        part = span_first(part, n + found);
        d->at += span_len(part);
        reader_consume(in, span_len(part));
        if (!d->unwanted && !put(cli, d, o, part))
            return false;
    }
    d->ended |= d->err != 0;
    return true;
}

/* Copy the current chunk: the bytes before its end, or the lines that begin before it. */
static bool copy_chunk(struct cli *cli, struct division *d, reader *in, struct split_output *o)
{
    if (d->at >= d->end)
        return true;
    if (d->way == SPLIT_CHUNKS)
        return copy_to(cli, d, in, o, d->end);
    return copy_to(cli, d, in, o, d->end - 1) && copy_rest_of_line(cli, d, in, o);
}

/* Whether the current chunk would hold nothing. */
static bool is_empty(struct division *d, reader *in)
{
    span part = {};
    if (d->at >= d->end || d->ended)
        return true;
    d->err = reader_peek(in, &part);
    d->ended = d->err != 0 || span_empty(part);
    return d->ended;
}

static struct division divide(struct split_options const *opt, uint64_t size)
{
    return (struct division){
        .way = opt->way, .separator = opt->separator, .one = opt->chunk > 0,
        .size = size, .chunks = opt->size,
    };
}

oserr split_chunks(struct cli *cli, reader *in, struct split_options const *opt, uint64_t size,
                   struct split_output *o)
{
    struct division d = divide(opt, size);
    for (uint64_t k = 0; k < d.chunks && d.err == 0;) {
        k++;
        d.end = end_of(&d, k);
        if (opt->elide && is_empty(&d, in)) {
            if (d.ended || d.at == size)
                break;
            continue;
        }
        if (!split_output_next(cli, o) || !copy_chunk(cli, &d, in, o))
            return 0;
    }
    return d.err;
}

oserr split_one_chunk(struct cli *cli, reader *in, struct split_options const *opt, uint64_t size,
                      struct split_output *o)
{
    struct division d = divide(opt, size);
    uint64_t start = end_of(&d, opt->chunk - 1);
    if (d.way == SPLIT_CHUNKS) {
        skip_to(&d, in, start);
    } else if (start > 0) {
        skip_to(&d, in, start - 1);
        d.unwanted = true;
        copy_rest_of_line(cli, &d, in, o);
        d.unwanted = false;
    }
    d.end = end_of(&d, opt->chunk);
    copy_chunk(cli, &d, in, o);
    oserr err = d.way == SPLIT_CHUNKS ? writer_flush(cli_out(cli)) : 0;
    if (err)
        cli_error(cli, writer_take_error(cli_out(cli)), "-");
    return d.err;
}
