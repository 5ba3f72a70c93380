/* uniq.h - what the parts of uniq share. */

#ifndef UNIQ_UNIQ_H
#define UNIQ_UNIQ_H

#include "cli/cli.h"
#include "safe/bytes.h"

enum show {
    SHOW_GROUPS,                /* one line of each group */
    SHOW_REPEATED,              /* all lines of groups with several */
    SHOW_ALL,                   /* all lines */
};
/* Where empty lines stand between groups. */
enum gap { GAP_NONE, GAP_PREPEND, GAP_APPEND, GAP_SEPARATE, GAP_BOTH };

struct uniq_options {
    enum show show;
    int gap;                    /* an enum gap */
    bool hide_unique, hide_repeated, count;
    bool restricted;            /* an option was given that --group excludes */
    bool ignore_case;
    uint64_t skip_fields, skip_chars, check_chars;
    bool digits_go_on;          /* the next digit continues the number of the obsolete form */
    unsigned char line_end;
    size_t files;
    zstr input, output;
};

struct uniq_run {
    struct uniq_options opt;
    bool whole_lines;           /* lines are equal when all of their bytes are */
    bool decode;                /* characters may have several bytes */
    byteset blank;              /* one-byte blanks, and the newline */
    bytemap fold;               /* for ignore_case */
    span line;                  /* the one to compare with, with its end; one of the group's */
    span key;                   /* the part of it that counts */
    uint64_t count;             /* lines in the group so far */
    bool printed;               /* a gap is not the first one */
    bool line_is_kept;          /* `line` lies in `kept` */
    buf kept;
};

/* key.c: get ready to compare as r->opt says; what of a line is compared; whether two keys are equal. */
void uniq_prepare(struct uniq_run *r);
span uniq_key(struct uniq_run const *r, span line);
bool uniq_same(struct uniq_run const *r, span a, span b);

/* groups.c: filter all lines of IN; an error of IN is returned. */
oserr uniq_filter(struct uniq_run *r, writer *out, reader *in);

#endif
