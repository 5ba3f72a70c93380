/* join.h - what the files of join share. */

#ifndef JOIN_JOIN_H
#define JOIN_JOIN_H

#include "cli/cli.h"
#include "safe/bytes.h"
#include "safe/typed.h"
#include "text/collation.h"

/* What parts fields. */
enum separator {
    SEPARATOR_BLANKS,
    SEPARATOR_BYTE,
    SEPARATOR_TEXT,             /* bytes that cannot stand inside of another character */
    SEPARATOR_CHAR,             /* bytes that could, so text has to be decoded */
    SEPARATOR_NONE,             /* the only field is the line */
};

/* Options without a letter. */
enum { KEY_CHECK = CLI_KEY, KEY_NOCHECK, KEY_HEADER };

enum check { CHECK_UNPAIRED, CHECK_ALWAYS, CHECK_NEVER };

/* A field that is to be printed. */
struct choice {
    int file;                   /* 1 or 2; 0: the key */
    uint64_t field;             /* counted from 0 */
};
VEC_DEFINE(choice_vec, choice_view, struct choice);
VEC_DEFINE(field_vec, field_view, span);

/* A line of a side: offsets in what is buffered of its input. */
struct join_line {
    size_t start, end;
    size_t key, key_end;
    bool lacks_key;             /* it has not so many fields; the key is empty */
};
VEC_DEFINE(line_vec, line_view, struct join_line);

/* What is asked about one file. */
struct side_options {
    zstr name;
    uint64_t field;             /* the one that is the key, counted from 0 */
    bool has_field;             /* ... was given */
    bool print_unpaired;
};

struct join_side {
    int number;                 /* 1 or 2 */
    struct side_options opt;
    struct cli_input in;
    span text;                  /* what is buffered of it, from a line on that is still needed */
    size_t next;                /* where in that the next line begins */
    bool all_read;
    bool single;                /* blanks that part fields are single spaces, none at an end of a line */
    bool has_line;
    struct join_line line, previous;
    uint64_t line_number;
    line_vec group;             /* lines with one key, which lie before `line` */
    struct join_line shown;     /* the one to print */
    bool is_shown;              /* there is one; else it is only the other side that has */
    uint64_t width;             /* fields that -o auto prints of a line, with the key */
    field_vec fields;           /* those of a line that is being printed */
    bool out_of_order;
    struct collator_key sort_key, previous_sort_key;    /* of the keys of `line` and `previous` */
};

struct join_options {
    struct side_options one, two;
    enum separator separator;
    bool has_separator;
    span separator_text;        /* as given */
    span joint;                 /* between fields that are printed */
    bool has_filler;
    span filler;                /* in the place of empty fields */
    bool fold;
    bool hide_pairs;
    bool header;
    bool auto_width;
    enum check check;
    unsigned char line_end;
    choice_vec choices;
    uint64_t choices1, choices2;        /* how many fields of each file these need */
};

struct join_run {
    struct join_options opt;
    bool collate;
    struct collator collator;
    byteset blank;              /* one-byte blanks */
    byteset begins_blank;       /* these, and first bytes of others */
    byteclass not_single;       /* bytes of which none is in text with single blanks */
    bytemap capital;
    bool unpaired;              /* there was a line without a partner */
    bool over;                  /* an input cannot be read, or is out of order where that ends the run */
};

/* ---- options.c ---- */

/* Fill OPT, which holds the defaults; false when the run is over. */
bool join_parse_options(struct cli *cli, struct join_options *opt);

/* ---- fields.c ---- */

/* What R needs to know about characters, once options are there. */
void join_prepare_fields(struct join_run *r);
/* Fill in where the key of LINE is. */
void join_find_key(struct join_run const *r, struct join_side const *s, struct join_line *line);
/* Let the fields of S be those of LINE, MOST of them at the most. */
void join_split(struct join_run const *r, struct join_side *s, span line, uint64_t most);
/* Whether all blanks in TEXT are spaces, single ones and none next to the end of a line. */
bool join_blanks_are_single(struct join_run const *r, span text);

SAFE_INLINE span join_line_text(struct join_side const *s, struct join_line const *line)
{
    return span_sub(s->text, line->start, line->end - line->start);
}
SAFE_INLINE span join_key(struct join_side const *s, struct join_line const *line)
{
    return span_sub(s->text, line->key, line->key_end - line->key);
}
/* The byte that parts fields of S, where one does; else -1. */
SAFE_INLINE int join_separator_byte(struct join_run const *r, struct join_side const *s)
{
    if (r->opt.separator == SEPARATOR_BYTE)
        return span_at(r->opt.separator_text, 0);
    return s->single ? ' ' : -1;
}

/* ---- input.c ---- */

/* Whether the order of lines is to be seen to. */
SAFE_INLINE bool join_checks(struct join_run const *r)
{
    return r->opt.check == CHECK_ALWAYS || (r->opt.check == CHECK_UNPAIRED && r->unpaired);
}
/* Go on to the next line of S.  Lines of its group stay in what is buffered. */
void join_next_line(struct cli *cli, struct join_run *r, struct join_side *s);
/* Read S to its end, since what cannot be read is told even where nothing is looked for. */
void join_skip_rest(struct cli *cli, struct join_run *r, struct join_side *s);
/* Gather the line of S and those after it that have its key. */
void join_gather(struct cli *cli, struct join_run *r, struct join_side *s);
/* The order of the keys of the lines of ONE and TWO. */
int join_compare(struct join_run *r, struct join_side *one, struct join_side *two);

/* ---- output.c ---- */

/* Print the line of S that is to be shown, to which OTHER has no partner; or those of both as a pair. */
void join_put_unpaired(struct join_run const *r, writer *out, struct join_side *s, struct join_side *other);
void join_put_pair(struct join_run const *r, writer *out, struct join_side *one, struct join_side *two);

#endif
