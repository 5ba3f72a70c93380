/* nl.h - what the files of nl share. */

#ifndef NL_NL_H
#define NL_NL_H

#include "cli/cli.h"
#include "safe/counter.h"
#include "sys/regexp.h"

enum {
    NL_WINDOW = WRITER_SIZE / 2,
    NL_ROOM = 4096,             /* of the window: half for what stands before a line, half for a short line */
    NL_SMALL = 1024,            /* separators and widths below that have room in it */
};

enum nl_style { NL_ALL, NL_FILLED, NL_NONE, NL_MATCHING };
enum nl_format { NL_LEFT, NL_RIGHT, NL_ZEROS };

/* How the lines of one part of a page are numbered. */
struct nl_part {
    enum nl_style style;
    regexp pattern;
};

struct nl_options {
    struct nl_part body, header, footer;
    buf delimiter;              /* of parts of a page; empty: there are none */
    zstr separator;
    enum nl_format format;
    int64_t first, step;
    uint64_t joined;            /* so many empty lines count as one */
    size_t width;
    bool no_restart;
    bool wrong;                 /* a style or format is none; reported */
};

struct nl_state {
    struct nl_options opt;
    struct nl_part part;        /* the one that the next line is in */
    int mark;                   /* the first byte of lines that may be delimiters; -2: there are none */
    int64_t next;               /* number */
    bool overflow;              /* there is no next number */
    bool failed;                /* by overflow, or else by `search` */
    oserr search;
    uint64_t empty_lines;
    bool counted;               /* `text` is the next number */
    bool padded;                /* ... with a blank behind it, while it is below `padded_to` */
    int64_t padded_to;
    counter text;
    buf blank;                  /* as wide as a number and its separator, unless that is a lot */
};

/* ---- options.c ---- */

/* Fill OPT, which holds the defaults; false when the run is over. */
bool nl_parse_options(struct cli *cli, struct nl_options *opt);

/* ---- number.c: what stands before a line.  *W is a window of OUT, with NL_ROOM bytes or more. ---- */

/* Begin with the first number. */
void nl_begin_numbers(struct nl_state *st);
/* Write the next number, if there is one (else the run has failed), and count on. */
void nl_put_number(struct nl_state *st, writer *out, mspan *w);
/* Write what stands in the place of a number and its separator. */
void nl_put_blank(struct nl_state const *st, writer *out, mspan *w);

#endif
