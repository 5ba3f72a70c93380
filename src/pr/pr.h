/* pr.h - what the parts of pr share.

   Input comes line by line.  A line is formatted (tabs, control characters, what is too much for its column)
   piece by piece while it is printed, so that memory does not depend on its length; only where columns go
   down the lines of a page are stored.  A page ends where it is full or at a form feed. */

#ifndef PR_PR_H
#define PR_PR_H

#include "cli/cli.h"
#include "safe/bytes.h"

enum { PR_TAB = 8, PR_WIDTH = 72, PR_LENGTH = 66, PR_DIGITS = 5, PR_FOOT_LINES = 5 };

/* Options without a letter. */
enum { PR_KEY_PAGES = CLI_KEY, PR_KEY_COLUMNS };

/* A character that stands for tabs, and the distance of its stops. */
struct pr_tab {
    span mark;
    int64_t width;
    bool on;
};

struct pr_options {
    uint64_t first_page, last_page;     /* 0: not given */
    uint64_t columns;
    bool columns_given, across, merge;
    bool double_space, form_feed, join, quiet;
    bool bare, keep_feeds;              /* -t or -T; the last one was -t */
    bool escape, hats;                  /* -v, -c */
    struct pr_tab in, out;
    bool number, first_number_given;
    span number_mark;
    int64_t digits, first_number;
    bool separated;                     /* there is a separator */
    span separator;
    int64_t width, length, margin;
    bool truncate;
    zstr header, date_format;
};

enum pr_status { PR_OPEN, PR_HELD, PR_CLOSED };

/* What there is of a line. */
enum pr_line {
    PR_TEXT,                            /* a line, which may be empty */
    PR_FEED,                            /* a form feed only */
    PR_TOO_WIDE,                        /* a line whose first character alone is wider than its column */
    PR_NOTHING,                         /* end of input */
};

/* A stored line. */
struct pr_cell {
    size_t start, len;
    int64_t columns;
};
VEC_DEFINE(pr_cells, pr_cells_view, struct pr_cell);

/* One input, which is one column with -m. */
struct SAFE_OWNER pr_input {
    struct cli_input in;
    enum pr_status status;
    bool failed;                        /* an error was reported */
    bool full_page;                     /* a page was full, so that a form feed now adds nothing */
    size_t columns_read;                /* columns that were read since, without -m */
};
VEC_DEFINE(pr_inputs, pr_inputs_view, struct pr_input);

struct pr_run {
    struct pr_options opt;
    pr_inputs inputs;                   /* one, or those that are merged */
    byteclass special;                  /* bytes that are not just themselves, one column wide */
    byteset printable;
    byteset silent;                     /* bytes that pass and take no column */
    bool plain;                         /* lines are printed as they are */
    bool decode;                        /* characters may have several bytes */
    bool stored;                        /* columns go down */
    bool skipping;                      /* pages are read and not printed */
    bool extremities;                   /* there are headers and trailers */
    int64_t body_lines;
    int64_t column_width;               /* columns of the page that a column has */
    int64_t limit;                      /* columns that a line may have, number and all */
    int64_t number_width, separator_width;
    int64_t line_number;
    uint64_t page;
    buf date;
    span title;
    /* the page at hand */
    bool page_begun;                    /* its header is printed */
    bool feed;                          /* it ended with a form feed that should be kept */
    int64_t lines_left;
    /* the line at hand */
    buf text;                           /* formatted */
    int64_t in_column;
    bool stopped;                       /* "integer overflow" was said */
    /* output */
    int64_t out_column;
    int64_t blanks;                     /* that are due; where a column is too full, minus those to be lost */
    size_t separators;                  /* separators that are due */
    /* columns that go down */
    buf store;
    pr_cells cells;
};

/* options.c: parse the command line; the file names are left as operands. */
bool pr_parse_options(struct cli *cli, struct pr_run *r);
/* layout.c: settle what the options mean for so many columns. */
bool pr_lay_out(struct cli *cli, struct pr_run *r);

/* input.c: begin a line of an input; then take its text: to be printed, or appended to r->store. */
enum pr_line pr_begin_line(struct cli *cli, struct pr_run *r, struct pr_input *in, size_t column);
void pr_print_text(struct cli *cli, struct pr_run *r, struct pr_input *in);
void pr_skip_text(struct cli *cli, struct pr_run *r, struct pr_input *in);
void pr_store_text(struct cli *cli, struct pr_run *r, struct pr_input *in);
/* Copy whole lines to the output as they are, as many as are buffered and at most r->lines_left. */
void pr_copy_lines(struct cli *cli, struct pr_run *r, struct pr_input *in);

/* output.c: text, which may hold blanks; columns of blanks; blanks up to a column; those that are due. */
void pr_put(struct cli *cli, struct pr_run *r, span text);
/* The same for text without blanks at its ends or next to each other, leaving r->out_column to the caller;
   false, and nothing done, when it has such. */
bool pr_put_whole(struct cli *cli, struct pr_run *r, span text);
void pr_put_blanks(struct cli *cli, struct pr_run *r, int64_t n);
void pr_pad_to(struct cli *cli, struct pr_run *r, int64_t column);
void pr_flush_blanks(struct cli *cli, struct pr_run *r);
/* Columns that a terminal moves when TEXT is printed. */
int64_t pr_motion(struct pr_run const *r, span text);
/* Columns of a separator, each byte that cannot be printed being one. */
int64_t pr_columns(span text);
void pr_put_number(struct cli *cli, struct pr_run *r);
void pr_put_separator(struct cli *cli, struct pr_run *r);
void pr_append_number(struct pr_run *r, buf *out);

/* page.c: print all pages of the inputs. */
void pr_print_pages(struct cli *cli, struct pr_run *r);
bool pr_any_open(struct pr_run const *r);

/* row.c: something will be printed on the page: see to its header. */
void pr_begin_text(struct cli *cli, struct pr_run *r);
void pr_begin_row(struct pr_run *r);
/* Go to where a column begins, with its separator and number. */
void pr_begin_column(struct cli *cli, struct pr_run *r, size_t column);

/* down.c: a page whose columns go down. */
void pr_put_stored_page(struct cli *cli, struct pr_run *r);

/* header.c: make date and title, for the first input; print the header of a page. */
void pr_make_header(struct pr_run *r);
void pr_put_header(struct cli *cli, struct pr_run *r);

#endif
