/* numfmt.h - what the parts of numfmt share. */

#ifndef NUMFMT_NUMFMT_H
#define NUMFMT_NUMFMT_H

#include "cli/cli.h"
#include "num/parse.h"
#include "ranges/ranges.h"
#include "safe/bytes.h"
#include "sys/float.h"
#include "text/chars.h"

enum {
    NUMFMT_DEBUG = CLI_KEY, NUMFMT_DEVELOPER, NUMFMT_FIELD, NUMFMT_FORMAT, NUMFMT_FROM, NUMFMT_FROM_UNIT,
    NUMFMT_GROUPING, NUMFMT_HEADER, NUMFMT_INVALID, NUMFMT_PADDING, NUMFMT_ROUND, NUMFMT_SUFFIX, NUMFMT_TO,
    NUMFMT_TO_UNIT, NUMFMT_SEPARATOR,
};

/* What letters behind a number mean. */
enum numfmt_scale {
    SCALE_NONE,
    SCALE_AUTO,                 /* powers of 1000, and with an i of 1024 */
    SCALE_SI,                   /* powers of 1000 */
    SCALE_IEC,                  /* powers of 1024 */
    SCALE_IEC_I,                /* the same, with an i */
};
enum numfmt_invalid { INVALID_ABORT, INVALID_FAIL, INVALID_WARN, INVALID_IGNORE };

struct numfmt_options {
    int from, to;               /* enum numfmt_scale */
    uint64_t from_unit, to_unit;
    int rounding;               /* enum float_rounding */
    int invalid;                /* enum numfmt_invalid */
    bool grouping;
    bool debug;
    uint64_t header;            /* lines that are only copied */
    unsigned char line_end;
    bool delimited;             /* by the next one; an empty one parts nothing */
    span delimiter;
    bool fields_given;
    range_vec fields;           /* ranges to convert; field 1 when there are none */
    span suffix;
    bool separated;             /* by the next one, else by a blank when there is one */
    span separator;
    bool padded;
    bool to_left;               /* numbers stand at the left of their columns */
    uint64_t padding;
    bool formatted;
    span before, after;         /* what the format has around the number */
    uint64_t zeros;             /* columns filled up with zeros */
    uint64_t precision;         /* of the format, or NUMFMT_ANY */
};
static const uint64_t NUMFMT_ANY = UINT64_MAX;
enum { NUMFMT_UNSCALED_DIGITS = 18 };     /* digits of a number and its fraction that are certain */

struct numfmt_run {
    struct numfmt_options opt;
    bool decode;                /* characters may have several bytes */
    bool foreign;               /* there may be blanks that part no words */
    byteset blank;              /* of one byte */
    byteset ends;               /* the same, and all that may begin a blank of several */
    byteclass odd;              /* the same without the one blank that parts fields of output */
    bool usual;                 /* some lines may be taken by numfmt_print_usual */
    span point, thousands;      /* of the locale */
    buf text;                   /* of a number */
    buf digits;                 /* without separators, where there are some */
    bool failed;                /* some number was none */
};

/* A number as it was read. */
struct numfmt_number {
    long double value;
    size_t precision;           /* digits behind its point, when no letter followed */
    bool rounded;               /* there were more digits than are kept */
};

/* options.c */
bool numfmt_parse_options(struct cli *cli, struct numfmt_options *opt);
/* format.c: take a format apart; reports and returns false when it will not do. */
bool numfmt_parse_format(struct cli *cli, zstr format, struct numfmt_options *opt);

/* Why a text is no number. */
enum numfmt_error {
    NUMFMT_OK, NUMFMT_NO_NUMBER, NUMFMT_TOO_LARGE, NUMFMT_BAD_SUFFIX,
    NUMFMT_TRAILING,            /* behind a good suffix */
    NUMFMT_SUFFIX_REJECTED, NUMFMT_MISSING_I,
};
/* number.c: read TEXT; *REST is what follows a good suffix. */
enum numfmt_error numfmt_parse_number(struct numfmt_run const *run, span text, struct numfmt_number *out,
                                      span *rest);
/* The power of 1000 or 1024 that the letter C stands for, or 0. */
size_t numfmt_power_of_letter(int c);
/* Whether C parts fields where there is no delimiter. */
bool numfmt_is_blank(struct numfmt_run const *run, struct text_char c);
/* Take blanks off *TEXT, or one, which then may be one that parts nothing; whether there were any. */
bool numfmt_skip_blanks(struct numfmt_run const *run, span *text, bool one);

/* scale.c: the number V with its unit into run->text; *DIGITS is how much of it is the number alone, *MORE
   the zeros that still belong behind that.  False when it is too large, with a complaint instead. */
bool numfmt_append_number(struct cli *cli, struct numfmt_run *run, struct numfmt_number v, size_t *digits,
                          uint64_t *more);

/* usual.c: whether the options allow for usual lines (see there); print those at the front of TEXT, as many
   as there is room for: how many bytes of TEXT they are. */
bool numfmt_has_usual(struct numfmt_run const *run);
size_t numfmt_print_usual(struct numfmt_run const *run, writer *out, span text);

/* fields.c: print LINE with its numbers converted; false when the program is to end. */
bool numfmt_print_line(struct cli *cli, struct numfmt_run *run, span line);

#endif
