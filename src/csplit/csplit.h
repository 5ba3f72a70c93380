/* csplit.h - what the files of csplit share. */

#ifndef CSPLIT_CSPLIT_H
#define CSPLIT_CSPLIT_H

#include "cli/cli.h"
#include "sys/regexp.h"

/* ---- pattern.c: where pieces end ---- */

struct csplit_pattern {
    zstr text;                  /* as it was given */
    uint64_t line;              /* a line number, or 0: an expression */
    bool skip;                  /* what comes before the line goes nowhere */
    span expression;
    span literal;               /* the same where it is an ordinary text; else empty */
    regexp regexp;
    int64_t offset;             /* from the line that matches to the one that begins the next piece */
    uint64_t repeat;            /* how often it is used again */
    bool forever;               /* ... as often as it can be */
};
VEC_DEFINE(csplit_patterns, csplit_pattern_view, struct csplit_pattern);

enum csplit_mistake {
    CSPLIT_FINE, CSPLIT_NO_PATTERN, CSPLIT_NO_DELIMITER, CSPLIT_NO_OFFSET,
    CSPLIT_NO_BRACE, CSPLIT_NO_COUNT,
};
/* Understand TEXT as a pattern, without compiling its expression, or as a count of repetitions "{...}". */
enum csplit_mistake csplit_parse_pattern(zstr text, struct csplit_pattern *p);
enum csplit_mistake csplit_parse_repeat(span text, struct csplit_pattern *p);
/* All operands but the first.  false: reported. */
bool csplit_take_patterns(struct cli *cli, csplit_patterns *patterns);

/* ---- suffix.c: the numbers in file names, by a format of printf ---- */

struct csplit_suffix {
    span before, after;         /* text with %% in it for % */
    bool left, zeros, grouped, alternative, has_precision;
    uint64_t width, precision;
    unsigned char letter;
};
enum csplit_suffix_mistake {
    CSPLIT_SUFFIX_FINE, CSPLIT_SUFFIX_NONE, CSPLIT_SUFFIX_MANY, CSPLIT_SUFFIX_CUT, CSPLIT_SUFFIX_LETTER,
    CSPLIT_SUFFIX_FLAG, CSPLIT_SUFFIX_LARGE,
};
/* Understand FORMAT.  *CULPRIT is the letter or flag that is wrong. */
enum csplit_suffix_mistake csplit_parse_suffix(span format, struct csplit_suffix *s, unsigned char *culprit);
void csplit_append_suffix(buf *out, struct csplit_suffix const *s, uint64_t number);

/* ---- files.c: the pieces ---- */

struct SAFE_OWNER csplit_files {
    zstr prefix;
    struct csplit_suffix suffix;
    bool keep, quiet, elide;
    uint64_t number;            /* of the open file, or the next one */
    zstr name;
    fdh fd;
    uint64_t bytes;             /* written to it */
    bool failed;
    struct stat input;          /* which is not to be overwritten */
};
/* All report what goes wrong and return false then. */
bool csplit_open_file(struct cli *cli, struct csplit_files *f);
bool csplit_put(struct cli *cli, struct csplit_files *f, span part);
/* Close the file, if one is open, and print its size. */
bool csplit_close_file(struct cli *cli, struct csplit_files *f);
/* After a failure: the open file ends here, and all are removed unless they are to be kept. */
void csplit_give_up(struct cli *cli, struct csplit_files *f);

/* ---- source.c: the input by lines.  Where these go is F's open file, if there is one. ---- */

struct SAFE_OWNER csplit_source {
    reader in;
    uint64_t first;             /* the number of the first line that was not written or dropped, from 1 */
    uint64_t current;           /* the last line that was looked at or passed */
    bool in_line;               /* a part of line `first` is gone already */
    oserr err;                  /* of reading or matching */
    bool match_failed;          /* it is one of matching */
};

enum csplit_outcome {
    CSPLIT_DONE, CSPLIT_END,    /* the input ended before */
    CSPLIT_FAILED,              /* reported, or in s->err */
};
/* Write the lines before number LINE. */
enum csplit_outcome csplit_write_until(struct cli *cli, struct csplit_source *s, struct csplit_files *f,
                                       uint64_t line);
/* Write all that is left. */
bool csplit_write_rest(struct cli *cli, struct csplit_source *s, struct csplit_files *f);
/* Go on after the next line. */
void csplit_drop_line(struct csplit_source *s);
/* Whether there is a line of that number, which is not gone yet. */
bool csplit_has_line(struct csplit_source *s, uint64_t line);
/* Let `current` be the next line, after the one that it is, in which P's expression matches.  Lines that come
   before the next piece in any case are written meanwhile. */
enum csplit_outcome csplit_search(struct cli *cli, struct csplit_source *s, struct csplit_files *f,
                                  struct csplit_pattern const *p);

#endif
