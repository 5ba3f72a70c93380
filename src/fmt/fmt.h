/* fmt.h - what the parts of fmt share.

   Input is taken word by word, a paragraph at a time, into a text buffer of fixed size; a paragraph that
   does not fit is broken into lines in several goes.  So memory and the work for a word are bounded,
   whatever the input. */

#ifndef FMT_FMT_H
#define FMT_FMT_H

#include "cli/cli.h"
#include "safe/byteindex.h"
#include "safe/bytes.h"

enum {
    FMT_WORDS = 998,            /* complete words that are kept at the most */
    FMT_BYTES = 5000,           /* bytes of words that are kept at the most */
    FMT_BLANKS = 2,             /* blanks that are kept behind a word at the most */
};

struct fmt_options {
    bool crown, tagged, split, uniform;
    int64_t width, goal;
    span prefix;                /* without the blanks at its ends */
    int64_t prefix_lead;        /* blanks before it, at the least */
    int64_t prefix_columns;     /* its columns */
    int64_t prefix_full;        /* the same with the blanks behind it */
};

/* What bytes and words are, as bits. */
enum {
    FMT_SPACE = 1,              /* white space, which ends a word (but only blanks stand between words) */
    FMT_OPENS = 2,              /* begins with a bracket or quotation mark */
    FMT_CLOSES = 4,
    FMT_STOPS = 8,              /* ends with . ? or !, and closing brackets or quotation marks perhaps */
    FMT_PUNCT = 16,             /* its last byte is punctuation */
    FMT_FINAL = 32,             /* ends a sentence */
};

/* A place between two words, before the first, or behind the last.  Columns here are those that a paragraph
   without line breaks would have. */
struct fmt_break {
    uint64_t start;             /* of the word behind it, in the text of the paragraph */
    uint64_t end;               /* column where the word before it ends */
    uint64_t begin;             /* and where the word behind it begins */
    unsigned is;                /* the word before it: FMT_OPENS, FMT_STOPS, FMT_PUNCT, FMT_FINAL */
    uint32_t next;              /* where the line after the one that begins here begins best */
    uint64_t cost;              /* of all lines from here on */
    /* All lines from one on that ends here and has EXCESS more columns than the goal cost constant + excess *
       (excess * square - linear), but for what it costs to begin that one where it does. */
    uint64_t constant, linear, square;
};
VEC_DEFINE(fmt_breaks, fmt_breaks_view, struct fmt_break);

/* What stands before the text of an input line. */
struct fmt_head {
    int64_t indent;             /* columns before the prefix */
    size_t matched;             /* bytes of the prefix that are there */
    int64_t column;             /* where the text begins */
    int first;                  /* its first byte; '\n' or -1 (end of input) when there is none */
};

/* A block of whole plain lines (see words.c), which was at the front of what was left of the input. */
struct fmt_plain {
    byteclass odd;              /* bytes that are in no plain line */
    byteclass wide;             /* bytes that may have another width than one column */
    span block;
    size_t input;               /* bytes that were left then */
    bool even;                  /* each of its bytes is one column wide */
    byteindex ends;             /* its blanks and newlines */
    size_t next;                /* the first one not passed */
};

struct fmt_run {
    struct fmt_options opt;
    bytemap classes;
    bool decode;                /* characters may have several bytes */
    struct cli_input in;
    span rest;                  /* read and not yet taken */
    bool ended;
    oserr err;                  /* of reading */
    int64_t column;             /* in the input line */
    bool tabs;                  /* the input has tabs, so the output gets some */
    struct fmt_head head;       /* of the next line */
    struct fmt_plain plain;
    bool joins;                 /* a plain line that begins at once goes on with the paragraph */
    buf text;                   /* words, each with the blanks behind it, but two at the most */
    uint64_t text_start;        /* how much of the paragraph's text was dropped before that */
    size_t word_bytes;          /* bytes of the words alone */
    fmt_breaks breaks;          /* one more than there are complete words */
    int64_t prefix_indent, first_indent, other_indent;          /* of the paragraph */
    int64_t out_column;
    int64_t last_line;          /* columns of the line of this paragraph printed last, or 0 */
};

/* How many words are complete. */
static inline size_t fmt_words(struct fmt_run const *r)
{
    return fmt_breaks_len(&r->breaks) - 1;
}

/* heads.c: the next byte of input, or -1; the same behind blanks; the columns of TEXT; read the head of a
   line into r->head. */
int fmt_peek(struct fmt_run *r);
int fmt_skip_blanks(struct fmt_run *r);
int64_t fmt_columns(struct fmt_run const *r, span text);
void fmt_read_head(struct fmt_run *r);
/* Decide on the indentation of the other lines; WITHIN: the next input line belongs to the paragraph. */
void fmt_set_other_indent(struct fmt_run *r, bool within);

/* words.c: make tables; forget the words of the last paragraph; read the words of the line whose head was
   read, and the head of the line behind it. */
void fmt_make_plain(struct fmt_run *r);
void fmt_begin_paragraph(struct fmt_run *r);
void fmt_read_line(struct fmt_run *r, writer *out);

/* breaks.c: choose where lines begin, for all complete words. */
void fmt_choose_breaks(struct fmt_run *r);
/* The word to stop printing at when more words of the paragraph will follow. */
size_t fmt_choose_cut(struct fmt_run *r);

/* lines.c: print the lines before the word STOP. */
void fmt_put_lines(struct fmt_run *r, writer *out, size_t stop);
/* Make room in the middle of a paragraph: print what has to go. */
void fmt_make_room(struct fmt_run *r, writer *out);
/* Columns of blanks. */
void fmt_put_space(struct fmt_run *r, writer *out, int64_t columns);

#endif
