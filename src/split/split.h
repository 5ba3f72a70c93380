/* split.h - what the files of split share. */

#ifndef SPLIT_SPLIT_H
#define SPLIT_SPLIT_H

#include "cli/cli.h"
#include "sys/child.h"

enum split_way {
    SPLIT_DEFAULT,              /* not chosen yet: 1000 lines */
    SPLIT_BYTES, SPLIT_LINE_BYTES, SPLIT_LINES, SPLIT_DIGITS,
    SPLIT_CHUNKS, SPLIT_CHUNK_LINES, SPLIT_ROUND_ROBIN,
};

/* Keys of options without a letter. */
enum { SPLIT_KEY_ADDITIONAL = CLI_KEY, SPLIT_KEY_FILTER, SPLIT_KEY_VERBOSE, SPLIT_KEY_BLOCK };

enum { SPLIT_BLOCK = 2 * READER_SIZE };      /* what one read asks for */

enum split_alphabet { SPLIT_LETTERS, SPLIT_DECIMAL, SPLIT_HEX };

struct SAFE_OWNER split_options {
    enum split_way way;
    uint64_t size;              /* bytes, lines, or chunks */
    uint64_t chunk;             /* the one that goes to standard output, or 0 */
    enum split_alphabet alphabet;
    span start;                 /* digits of the first suffix, without leading zeros; may be empty */
    bool start_given;
    size_t suffix_len;          /* 0: not given */
    bool widen;                 /* suffixes grow when they are used up */
    zstr input, prefix, additional, filter;
    buf digits;                 /* of the obsolete option for lines */
    size_t digits_end;          /* the argument behind them */
    unsigned char separator;
    bool separator_given;
    bool elide, unbuffered, verbose;
    size_t block;               /* what one read asks for */
};

/* ---- options.c ---- */

/* false: reported, or --help was answered. */
bool split_parse_options(struct cli *cli, struct split_options *opt);

/* ---- names.c ---- */

/* Names of output files: prefix, letters gained by widening, suffix, additional suffix. */
struct SAFE_OWNER split_names {
    span alphabet;
    zstr prefix, additional;
    size_t gained;              /* how often the suffixes grew */
    buf digits;                 /* values of the suffix's digits, most significant first */
    bool widen, started;
};
void split_names_begin(struct split_names *names, struct split_options const *opt);
/* Whether there are N names; nothing was asked of NAMES before. */
bool split_names_suffice(struct split_names const *names, uint64_t n);
/* The next name into OUT; false when suffixes are exhausted. */
bool split_names_next(struct split_names *names, buf *out);

/* ---- sink.c: one output file, or the filter in its place.  All report what goes wrong and return false
   then, which is the end of the program. ---- */

struct split_target {           /* what all of them have in common */
    struct stat input;          /* which is not to be overwritten */
    zstr filter, shell;         /* a command, or none; what runs it */
    bool verbose;
};
struct split_sink {
    fdh fd;
    child filter;
    bool broken;                /* the filter takes no more */
};
void split_target_begin(struct split_target *target, struct split_options const *opt, fdh input);
/* Open the file NAME for the first time, or start its filter.  *ERR tells, and nothing is reported then, that
   there are no descriptors left. */
bool split_sink_open(struct cli *cli, struct split_target const *target, struct split_sink *s, zstr name,
                     oserr *err);
/* Write PART; into the void where the filter has ended. */
bool split_sink_put(struct cli *cli, struct split_sink *s, zstr name, span part);
/* Close the file, or wait for the end of its filter. */
bool split_sink_close(struct cli *cli, struct split_target const *target, struct split_sink *s, zstr name);
/* Report that NAME could not be opened. */
void split_sink_complain(struct cli *cli, struct split_target const *target, zstr name, oserr err);

/* ---- output.c: files one after the other.  Reports like the above. ---- */

struct SAFE_OWNER split_output {
    struct split_target target;
    struct split_names names;
    struct split_sink sink;
    buf text;
    arena strings;
    zstr name;                  /* of the open file */
};
/* A zstr of the next name in STRINGS. */
bool split_next_name(struct cli *cli, struct split_names *names, buf *text, arena *strings, zstr *name);
/* Close the open file, and open the next one. */
bool split_output_next(struct cli *cli, struct split_output *o);
bool split_output_put(struct cli *cli, struct split_output *o, span part);
bool split_output_close(struct cli *cli, struct split_output *o);

/* ---- pieces.c: -b, -l and -C.  The result is the error of reading; errors of writing are reported. ---- */

oserr split_pieces(struct cli *cli, reader *in, struct split_options const *opt, struct split_output *o);
oserr split_line_bytes(struct cli *cli, reader *in, struct split_options const *opt, struct split_output *o);

/* ---- input.c ---- */

/* How many bytes there are to read from IN, which becomes a copy of itself where nothing else tells. */
oserr split_measure(reader *in, size_t block, uint64_t *size);
/* Go on N bytes later. */
oserr split_skip(reader *in, uint64_t n);
/* Copy up to N bytes to OUT inside the kernel, where nothing is buffered and both are files; the number of
   bytes copied. */
uint64_t split_copy(reader *in, fdh out, uint64_t n);

/* ---- chunks.c: -n without r/, as above ---- */

oserr split_chunks(struct cli *cli, reader *in, struct split_options const *opt, uint64_t size,
                   struct split_output *o);
/* One of them, to standard output. */
oserr split_one_chunk(struct cli *cli, reader *in, struct split_options const *opt, uint64_t size,
                      struct split_output *o);

/* ---- robin.c: -n r/, as above ---- */

oserr split_round_robin(struct cli *cli, reader *in, struct split_options const *opt,
                        struct split_output *o);
oserr split_one_of_robin(struct cli *cli, reader *in, struct split_options const *opt);

#endif
