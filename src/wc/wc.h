/* wc.h - what the parts of wc share. */

#ifndef WC_WC_H
#define WC_WC_H

#include "cli/cli.h"
#include "safe/textcount.h"
#include "text/chars.h"

enum total_when { TOTAL_AUTO, TOTAL_ALWAYS, TOTAL_ONLY, TOTAL_NEVER };

struct wc_options {
    bool lines, words, chars, bytes, width;
    int total;                  /* an enum total_when */
    zstr files_from;            /* --files0-from, or none */
    bool debug;
};

struct wc_counts {
    uint64_t lines, words, chars, bytes, width;
};

/* What does not change while inputs are counted: how to look at bytes in this locale. */
struct wc_tables {
    bool utf8, decode;          /* characters have several bytes: UTF-8; any other encoding */
    bool ready_beyond_ascii;    /* `ask` knows which bytes begin white space beyond ASCII */
    bool no_break_is_space;
    byteclass space;            /* one-byte white space */
    byteclass ask;              /* first bytes of longer characters that may be white space */
    byteclass uneven;           /* bytes that are not one column wide, for -L */
};

/* A whole run. */
struct wc_run {
    struct wc_options opt;
    struct wc_tables tables;
    struct wc_counts total;
    bool no_names;              /* standard input alone is not named */
    size_t columns;             /* width of a number */
};

/* names.c: where names come from: operands, or the file of --files0-from. */
struct SAFE_OWNER wc_names {
    struct cli_input list;      /* open when names are read one by one */
    zstr_vec all;               /* when they are known from the start */
    bool from_list, known, next_is_stdin;
    zstr list_name;
    size_t next;
};
/* Reports and returns false when the list cannot be opened. */
bool wc_names_open(struct cli *cli, struct wc_names *n, zstr files_from);
/* The next name; an empty one has been reported already. */
bool wc_names_next(struct cli *cli, struct wc_names *n, zstr *name);
void wc_names_close(struct cli *cli, struct wc_names *n);

/* print.c */
size_t wc_number_width(struct wc_run const *run, struct wc_names const *names);
void wc_print(writer *out, struct wc_run const *run, struct wc_counts const *c, zstr name);
/* Add C to the totals; one that does not fit is reported and becomes the largest number. */
void wc_add_total(struct cli *cli, struct wc_counts *total, struct wc_counts const *c);

/* count.c */
void wc_make_tables(struct wc_tables *t, struct wc_options const *opt);
/* Add up what IN holds. */
oserr wc_count(reader *in, struct wc_options const *opt, struct wc_tables *t, struct wc_counts *c);

/* words.c: the words (and lines) of PART, which does not end inside a character unless input ends there. */
void wc_count_words(span part, struct wc_tables *t, struct word_counts *w);

/* width.c: lengths of lines in columns; *COLUMN is where the line now stands, *WIDEST the result so far. */
void wc_count_width(span part, struct wc_tables const *t, uint64_t *column, uint64_t *widest);

#endif
