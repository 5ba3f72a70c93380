/* shuf.h - what the parts of shuf share. */

#ifndef SHUF_SHUF_H
#define SHUF_SHUF_H

#include "cli/cli.h"
#include "random/random.h"
#include "safe/decimal.h"

enum { SHUF_KEY_SOURCE = CLI_KEY };

VEC_DEFINE(shuf_numbers, shuf_number_view, uint64_t);
VEC_DEFINE(shuf_small_numbers, shuf_small_view, uint32_t);

struct shuf_options {
    bool echo, range, repeat;
    uint64_t low, high;         /* of -i; LOW is HIGH + 1 for none */
    uint64_t count;             /* -n; UINT64_MAX without it */
    zstr output;                /* -o, or none */
    zstr source;                /* --random-source, or none */
    unsigned char line_end;
    zstr input;                 /* "-" for standard input */
};

struct shuf_run {
    struct shuf_options opt;
    struct random_source random;
    writer file;                /* of -o */
};

/* All of these return false when they have reported a mistake. */

/* options.c */
bool shuf_parse_options(struct cli *cli, struct shuf_options *opt);

/* draw.c: begin to draw; draw a number from 0 to MOST. */
bool shuf_begin(struct cli *cli, struct shuf_run *run);
bool shuf_draw(struct cli *cli, struct shuf_run *run, uint64_t most, uint64_t *n);
/* Let the first COUNT of V be drawn from all of V.  F: it has so many. */
bool shuf_numbers_shuffle(struct cli *cli, struct shuf_run *run, shuf_number_view v, size_t count);
bool shuf_small_shuffle(struct cli *cli, struct shuf_run *run, shuf_small_view v, size_t count);
/* The numbers from 0 to TOTAL - 1. */
void shuf_count_up(shuf_small_numbers *all, size_t total);
/* Open what -o names, if anything.  That comes as late as can be: a run that fails leaves the file alone. */
bool shuf_open_output(struct cli *cli, struct shuf_run *run);
void shuf_close_output(struct cli *cli, struct shuf_run *run);

/* range.c: shuffle the numbers of -i. */
bool shuf_range(struct cli *cli, struct shuf_run *run);
/* lines.c: shuffle operands, or all lines of IN. */
bool shuf_operands(struct cli *cli, struct shuf_run *run);
bool shuf_lines(struct cli *cli, struct shuf_run *run, reader *in);
/* Report that there is nothing to repeat. */
bool shuf_nothing(struct cli *cli);
/* reservoir.c: shuffle some lines of IN, which is too large to be kept. */
bool shuf_reservoir(struct cli *cli, struct shuf_run *run, reader *in);

#endif
