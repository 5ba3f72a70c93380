/* ptx.h - what the files of ptx share.

   All input is one text.  It consists of contexts (sentences or lines), in which keywords are found; these
   are sorted and printed, each with as much of its context as there is room for. */

#ifndef PTX_PTX_H
#define PTX_PTX_H

#include "cli/cli.h"
#include "safe/bytes.h"
#include "safe/keysort.h"
#include "safe/typed.h"
#include "sys/regexp.h"

enum ptx_format { FORMAT_PLAIN, FORMAT_ROFF, FORMAT_TEX };
/* What ends a context. */
enum ptx_ending { END_SENTENCE, END_LINE, END_REGEXP, END_FILE };

struct ptx_options {
    bool traditional, fold, right_references;
    bool auto_reference, input_reference;
    bool has_ending;                    /* -S was given */
    bool has_width, typeset;
    enum ptx_format format;
    enum ptx_ending ending;
    regexp sentence, word;              /* `word` is none when words are told by their characters */
    span sentence_text, word_text;      /* unescaped */
    span flag;                          /* of truncation */
    span macro;
    int64_t gap, width;
    zstr break_file, ignore_file, only_file;
    zstr output;                        /* or none */
};

struct ptx_file {
    zstr name;                          /* as references show it */
    size_t start, end;                  /* in the text */
    uint64_t last_line;                 /* with a keyword, or 1 */
};
VEC_DEFINE(file_vec, file_view, struct ptx_file);

struct range {
    size_t start, end;
};

struct context {
    struct range range;
    size_t file;                        /* index */
};
VEC_DEFINE(context_vec, context_view, struct context);

struct occurrence {
    struct range key;
    size_t context;                     /* index */
    size_t left;                        /* where the context of this keyword begins */
    struct range sort_key;              /* in `sort_keys`, or in the text where there are none */
};
VEC_DEFINE(occurrence_vec, occurrence_view, struct occurrence);

/* The line of an occurrence. */
struct place {
    uint64_t number;                    /* in its file, from 1 on */
    struct range reference;             /* at its start */
};
VEC_DEFINE(place_vec, place_view, struct place);

/* Words, sorted; their texts are in `text`. */
struct word_list {
    bool given;                         /* a list without words counts as none */
    buf text;
    keyed_vec order;
    occurrence_vec words;
};

struct ptx_run {
    struct ptx_options opt;
    buf text;
    file_vec files;
    context_vec contexts;
    occurrence_vec occurrences;
    place_vec places;                   /* of these, where there are references */
    buf sort_keys;                      /* with -f */
    keyed_vec order;                    /* of occurrences */
    struct word_list ignore, only;
    bool decode;                        /* characters may have several bytes */
    byteset space;
    byteclass stop;                     /* what ends sentences */
    byteset close, blank;               /* what comes behind that */
    byteset word;                       /* one-byte characters of words */
    bool has_breaks;
    keyed_vec breaks;                   /* codes of other characters that part words, of a file that tells */
    bytemap capital;
    size_t longest_word;                /* columns */
    uint64_t reference_width;           /* columns of the longest one */
    bool failed;                        /* something was told that ends the run */
};

/* ---- options.c ---- */

/* Fill OPT; false when the run is over. */
bool ptx_parse_options(struct cli *cli, struct ptx_options *opt);
/* Compile the expressions of OPT; false, reported, when one is wrong. */
bool ptx_compile(struct cli *cli, struct ptx_options *opt);

/* ---- input.c ---- */

/* Append what file NAME holds to TEXT; false, reported, when it cannot be read. */
bool ptx_read_file(struct cli *cli, zstr name, buf *text);
/* Read the texts, and the files that options name; false when something is wrong. */
bool ptx_read_inputs(struct cli *cli, struct ptx_run *r);

/* ---- chars.c ---- */

/* What R needs to know about characters; BREAKS, where given, are those that part words. */
void ptx_prepare_chars(struct ptx_run *r, span breaks);
/* Length of the word at the start of S, or 0. */
size_t ptx_word_length(struct ptx_run const *r, span s);
/* Where in S the first word begins, or len. */
size_t ptx_find_word(struct ptx_run const *r, span s);
/* Length of the word at the start of S, or else of the character there.  F: S is not empty. */
size_t ptx_step(struct ptx_run const *r, span s);
/* Columns that S takes. */
size_t ptx_columns(struct ptx_run const *r, span s);
/* Where the part of S begins that is at its end and takes COLUMNS at the most. */
size_t ptx_columns_back(struct ptx_run const *r, span s, size_t columns);
/* Append WORD as it counts for its order. */
void ptx_fold(struct ptx_run const *r, span word, buf *out);

/* ---- find.c ---- */

/* Find all keywords; what is wrong is told, and the run has failed then. */
void ptx_find_all(struct cli *cli, struct ptx_run *r);

/* ---- order.c ---- */

/* Sort what V holds by the sort keys, which are in TEXT; what is equal keeps its order. */
void ptx_sort(occurrence_vec const *v, span text, keyed_vec *order);
/* The index of what K stands for. */
SAFE_INLINE size_t ptx_index(struct keyed k)
{
    return ((size_t)k.part << 32) | k.line;
}
/* Take the lines of LIST's text as its words. */
void ptx_make_list(struct ptx_run const *r, struct word_list *list);
/* Whether WORD, as ptx_fold leaves it, is in LIST. */
bool ptx_list_has(struct word_list const *list, span word);

/* ---- fields.c ---- */

/* What of a context is printed, and where it was cut. */
struct fields {
    struct range tail, before, keyafter, head;
    bool tail_cut, before_cut, keyafter_cut, head_cut;
};
/* Widths in columns that follow from options and references. */
struct layout {
    int64_t half, before, keyafter;
};
/* The widths of the fields of R's lines. */
struct layout ptx_layout(struct ptx_run const *r);
/* Fill F for the keyword O. */
void ptx_define_fields(struct ptx_run const *r, struct layout const *l, struct occurrence const *o,
                       struct fields *f);

/* ---- output.c ---- */

/* Print the lines of all keywords, in their order. */
void ptx_put_all(struct ptx_run const *r, writer *out);

/* What is in RANGE; nothing where it ends before it starts. */
SAFE_INLINE span ptx_text(struct ptx_run const *r, struct range range)
{
    if (range.start >= range.end)
        return S("");
    return span_sub(buf_span(&r->text), range.start, range.end - range.start);
}

/* Columns from START to END; less than none where END comes first. */
SAFE_INLINE int64_t ptx_range_columns(struct ptx_run const *r, size_t start, size_t end)
{
    if (!r->decode)
        return as_i64(end) - as_i64(start);
    if (start <= end)
        return as_i64(ptx_columns(r, ptx_text(r, (struct range){start, end})));
    return -as_i64(ptx_columns(r, ptx_text(r, (struct range){end, start})));
}

#endif
