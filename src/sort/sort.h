/* sort.h - what the parts of sort share.

   Each line becomes one or two sequences of bytes, its components, so that lines compare as their
   components do: the first stands for all keys (order.c builds it), the second for the comparison of last
   resort.  Sorting, merging and checking then only compare bytes.  Where texts have an order of the locale,
   the first component ends with the primary key of the first of them, and what it leaves open is decided by
   the lines themselves (tied.c). */

#ifndef SORT_SORT_H
#define SORT_SORT_H

#include "cli/cli.h"
#include "safe/bytes.h"
#include "safe/keysort.h"
#include "sys/child.h"
#include "text/collation.h"

/* Options without a letter. */
enum {
    KEY_BATCH = CLI_KEY, KEY_CHECK, KEY_COMPRESS, KEY_DEBUG, KEY_FILES_FROM, KEY_PARALLEL, KEY_RANDOM_SOURCE,
    KEY_SORT,
};

/* ---- options ---- */

enum sort_ignore { IGNORE_NOTHING, IGNORE_UNPRINTABLE, IGNORE_PUNCTUATION };

/* How the text of a key is compared. */
struct sort_kind {
    enum sort_ignore ignore;
    bool fold, start_blanks, end_blanks, reverse;
    bool numeric, general, human, month, random, version;
};

struct sort_key {
    struct sort_kind kind;
    size_t start_field, start_char;     /* to skip */
    size_t end_field;                   /* fields before the end */
    size_t end_char;                    /* characters of the last field; 0 for all */
    bool whole_start, whole_end;        /* no start, no end given */
    bool obsolete;                      /* written as +POS1 -POS2 */
};
VEC_DEFINE(sort_key_vec, sort_keys, struct sort_key);

struct SAFE_OWNER sort_options {
    sort_key_vec keys;
    struct sort_kind all;               /* options that stand for all keys without their own */
    bool reverse;                       /* of the last resort */
    bool only_global;                   /* the one key stands for options without -k */
    bool stable, unique, merge, debug;
    bool bad_word;                      /* of --sort or --check */
    unsigned char check;                /* 'c', 'C', or 0 */
    int tab;                            /* -1: fields end at blanks */
    unsigned char line_end;
    zstr output, compress, random_source, files_from;
    zstr_vec temporary;                 /* directories */
    zstr_vec inputs;
    size_t batch, threads;
    uint64_t buffer;                    /* bytes; 0: not said */
};
/* options.c: false when the program should end with cli_usage_exit. */
bool sort_parse_options(struct cli *cli, struct sort_options *opt);
/* names.c: the inputs, from the list where there is one. */
bool sort_read_names(struct cli *cli, struct sort_options *opt);
/* keydef.c */
bool sort_parse_key(struct cli *cli, span text, struct sort_options *opt);
/* obsolete.c: the forms of old; false, nothing done, when TEXT is none of them.  *BAD: it is, with a
   mistake that was reported. */
bool sort_parse_obsolete_key(struct cli *cli, zstr text, struct sort_options *opt, bool *bad);
/* Note the ordering option LETTER. */
bool sort_kind_letter(struct sort_kind *kind, unsigned char letter, bool start, bool end);
/* Give the keys what was said for all of them and refuse what does not go together. */
bool sort_complete_keys(struct cli *cli, struct sort_options *opt);
/* Whether the kind says nothing at all (REVERSE set aside). */
bool sort_kind_is_plain(struct sort_kind const *k);
bool sort_kind_is_number(struct sort_kind const *k);
/* The letters of options in K, for messages. */
void sort_kind_letters(buf *out, struct sort_kind const *k);

/* ---- the order of lines ---- */

struct sort_month {
    span name;                          /* without blanks, in upper case */
    unsigned char number;
};
VEC_DEFINE(sort_month_vec, sort_months, struct sort_month);

struct sort_order {
    sort_keys keys;
    int tab;
    unsigned char line_end;
    byteset blank, unprintable, punctuation;
    bytemap upper;
    int decimal, thousands;             /* bytes; -1 for none */
    sort_months months;
    span salt;                          /* of random order */
    bool collate;                       /* the locale's order is not that of the bytes */
    bool hash_keys;                     /* -R hashes the locale's keys, which C.UTF-8 has, too */
    bool asked;                         /* whether there is a table of that order, for many lines */
    struct collation collation;
    bool built;                         /* the first component is built; else it is the line itself */
    bool open;                          /* lines with the same first component may differ by their keys */
    bool flip_first;                    /* the first component counts backwards */
    bool last_resort, flip_last;        /* the line itself is the second component */
};
/* False after a report. */
bool sort_make_order(struct cli *cli, struct sort_options const *opt, struct sort_order *order);
struct SAFE_OWNER sort_work {
    buf a, b, text;
};
/* Append the first component of LINE to OUT, where it is built, or what would be it without the keys before
   FROM. */
void sort_append_component(struct sort_order const *order, size_t from, span line, buf *out,
                           struct sort_work *work);
/* Append the text of the key I, as it is compared. */
void sort_append_text(struct sort_order const *order, size_t i, span line, buf *out, struct sort_work *work);
/* The first key from FROM on whose texts are compared in the locale's order, or their number. */
size_t sort_next_text(struct sort_order const *order, size_t from);
/* Whether texts of the key I, or the bytes that begin with it, count backwards. */
bool sort_step_flips(struct sort_order const *order, size_t i, bool texts);
/* The order of the lines A and B by all keys. */
int sort_cmp_keys(struct sort_order const *order, span a, span b, struct sort_work *work);

/* field.c: the part of LINE that KEY names; both as offsets. */
span sort_key_text(struct sort_order const *order, struct sort_key const *key, span line, size_t *start);
span sort_skip_blanks(struct sort_order const *order, span s);

/* number.c */
void sort_append_number(buf *out, span text, struct sort_order const *order);
void sort_append_human(buf *out, span text, struct sort_order const *order);
/* Length of the number at the front of TEXT as --debug shows it; 0 for none. */
size_t sort_number_length(span text, struct sort_order const *order, bool human);
void sort_append_general(buf *out, span text);
size_t sort_general_length(span text);
/* month.c */
void sort_load_months(arena *a, sort_month_vec *months, struct sort_order const *order);
/* The number of the month at the front of TEXT (blanks before it are skipped), or 0; *LENGTH of it. */
unsigned char sort_month_of(span text, struct sort_order const *order, size_t *length);

/* Make tables for the order of text once that is worth it. */
void sort_expect_lines(struct sort_order *order, uint64_t lines);

/* One line with what it is compared by, kept apart from other lines. */
struct SAFE_OWNER sort_line {
    span text;
    buf key, late;
    struct sort_work work;
    bool has_late;
    uint64_t prefix;
};
void sort_line_set(struct sort_line *l, struct sort_order const *order, span text);
/* By the keys. */
int sort_line_cmp(struct sort_line const *a, struct sort_line const *b, struct sort_order const *order,
                  struct sort_work *work);
/* By the last resort, which both lines have to be prepared for. */
int sort_line_cmp_last(struct sort_line const *a, struct sort_line const *b, struct sort_order const *order,
                       struct sort_work *work);
void sort_line_prepare_last(struct sort_line *l, struct sort_order const *order);

/* ---- lines in memory ---- */

VEC_DEFINE(offset_vec, offset_view, uint64_t);

/* Lines that lie one behind the other, and their first components. */
struct sort_piece {
    span text;
    offset_view starts;                 /* of the lines, and the end of the last one */
    span keys;
    offset_view key_starts;
};
VEC_DEFINE(piece_vec, pieces, struct sort_piece);

struct sort_source {
    pieces pieces;
    struct sort_order order;
};
/* What the groups of a locale's order are sorted by where their first components are equal, in place of the
   second one: the texts of the key FROM; bytes for the keys from FROM on.  Behind the keys are the lines. */
enum { SORT_TEXTS = 1, SORT_BYTES };
/* Records [first, first + count) that are equal in the first DEPTH bytes of a component. */
struct sort_group {
    size_t first, count, depth, from;
    unsigned component;
    bool equal;                         /* the last step told nothing apart */
};
VEC_DEFINE(group_vec, group_view, struct sort_group);
/* Memory to sort in, used again and again: what was taken once stays taken. */
struct SAFE_OWNER sort_memory {
    group_vec waiting;
    struct sort_work work;
    buf late;                           /* what tied lines are compared by */
    offset_vec late_starts;             /* of them, and the end */
    piece_vec late_piece;
    keyed_vec copy, order, scratch;
};
/* tied.c: the order of lines whose first components are equal, in a locale's order. */
int sort_tied_cmp(struct sort_source const *src, struct keyed const *a, struct keyed const *b,
                  struct sort_memory *memory);
/* Make G the first step of sorting such lines. */
void sort_first_step(struct sort_source const *src, struct sort_group *g);
/* Sort the RECORDS of G; what is equal then waits for the next step. */
void sort_tied(struct sort_source const *src, keyed_view records, keyed_view scratch,
               struct sort_group const *g, struct sort_memory *memory);
/* engine.c: put RECORDS into the order of their lines. */
void sort_records(struct sort_source const *src, keyed_view records, keyed_view scratch, size_t depth,
                  struct sort_memory *memory);
/* The component as bytes, and its first bytes from DEPTH on as a number. */
span sort_component(struct sort_source const *src, struct keyed const *record, unsigned component);
uint64_t sort_prefix(span component, size_t depth, bool flip);
size_t sort_common(struct sort_source const *src, keyed_view records, unsigned component, size_t depth);
/* The line without its end. */
span sort_piece_line(struct sort_piece const *p, size_t i);

/* ---- runs on disk, and merging ---- */

/* What can be merged: an input by its name, or a run in a temporary file. */
struct sort_run {
    zstr name;
    fdh file;
    bool packed;                        /* it went through the compression program */
    uint64_t bytes;                     /* of a packed one, before packing */
    unsigned level;
};
VEC_DEFINE(run_vec, run_view, struct sort_run);

struct SAFE_OWNER sort_state {
    struct sort_options opt;
    struct sort_order order;
    writer output;                      /* of -o, or of a run */
    fdh output_fd;                      /* of -o */
    run_vec runs;
    size_t next_directory;
    bool no_compress;                   /* the program cannot be run */
    uint64_t written;                   /* bytes of the result */
    uint64_t lines_read;                /* of inputs that are merged */
    bool output_is_input;               /* so nothing may be written there while inputs are read */
};

/* temporary.c: a place for a run. */
struct SAFE_OWNER sort_sink {
    writer out;
    fdh file;
    child packer;
    uint64_t bytes;
};
bool sort_sink_open(struct cli *cli, struct sort_state *st, struct sort_sink *sink);
void sort_sink_put(struct sort_state const *st, struct sort_sink *sink, span line);
/* Finish the run and describe it. */
bool sort_sink_close(struct cli *cli, struct sort_state *st, struct sort_sink *sink, struct sort_run *run);
/* An input of a merge: *READ_FROM; UNPACKER is none unless it is packed. */
oserr sort_run_open(struct cli *cli, struct sort_state *st, struct sort_run const *run, fdh *read_from,
                    child *unpacker);
/* Where a directory for temporary files is needed. */
bool sort_temporary(struct cli *cli, struct sort_state *st, fdh *file);

/* merge.c: merge all of st->runs into the output. */
bool sort_merge_all(struct cli *cli, struct sort_state *st);
/* Merge those of the lowest level, so that fewer files are open. */
bool sort_merge_lowest(struct cli *cli, struct sort_state *st);

/* gather.c: read, sort and write all inputs. */
bool sort_all(struct cli *cli, struct sort_state *st);
/* check.c: the exit status of -c. */
int sort_check(struct cli *cli, struct sort_state *st);

/* warn.c: what --debug has to say about the options. */
void sort_warn_about(struct cli *cli, struct sort_options const *opt, struct sort_order const *order);
/* debug.c: LINE with marks below it. */
void sort_print_marks(writer *out, struct sort_options const *opt, struct sort_order const *order, span line);

/* output.c */
/* Where the result goes, emptied. */
bool sort_output_begin(struct cli *cli, struct sort_state *st);
void sort_output_line(struct cli *cli, struct sort_state *st, span line);
bool sort_output_end(struct cli *cli, struct sort_state *st);

#endif
