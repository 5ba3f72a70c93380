/* tr.h - what the parts of tr share.

   tr works on bytes, as GNU's does, in all locales.  Only when an operand holds a character of several
   bytes does it work on characters ("wide"): then symbols are the codes of characters, and bytes that
   form none are symbols behind the last code. */

#ifndef TR_TR_H
#define TR_TR_H

#include "cli/cli.h"
#include "safe/bytes.h"
#include "text/onebyte.h"

enum {
    CODES = 0x110000,           /* what is below is a character */
    SYMBOLS = CODES + 256,      /* in wide sets a byte that is no character is CODES + byte */
};

struct symbols {
    uint32_t low, high;         /* inclusive */
};
VEC_DEFINE(symbol_vec, symbol_view, struct symbols);

enum element_kind {
    ELEMENT_RANGE,              /* one symbol, or "a-z" */
    ELEMENT_CLASS,              /* [:class:]; also all of a complemented set */
    ELEMENT_EQUIVALENT,         /* [=c=] */
    ELEMENT_REPEAT,             /* [c*n] */
};

struct element {
    enum element_kind kind;
    int class;                  /* an enum text_class */
    uint64_t count;             /* of a repeat; 0: as many as are needed */
    size_t first, num;          /* its ranges in the set's */
};
VEC_DEFINE(element_vec, element_view, struct element);

/* A STRING operand. */
struct SAFE_OWNER set {
    element_vec elements;
    symbol_vec ranges;
    bool wide;
};

/* One part of a translation: what is in [low, high] becomes TO, or TO and what follows it, or gets its
   other case. */
enum change { CHANGE_TO_ONE, CHANGE_IN_STEP, CHANGE_TO_UPPER, CHANGE_TO_LOWER };
struct part {
    uint32_t low, high, to;
    enum change change;
};
VEC_DEFINE(part_vec, part_view, struct part);

struct tr_options {
    bool complement, delete, squeeze, truncate;
    bool translate;             /* two sets, and nothing is deleted */
};

struct SAFE_OWNER tr_run {
    struct tr_options opt;
    struct set set1, set2;
    part_vec parts;             /* in order: later ones count */
};

/* ---- unescape.c ---- */

/* An operand, symbol by symbol. */
struct letter {
    uint32_t symbol;
    bool escaped;               /* never part of a construct */
};
VEC_DEFINE(letter_vec, letter_view, struct letter);
/* Warns about what is not portable. */
void tr_unescape(struct cli *cli, span operand, bool wide, letter_vec *out);
/* SYMBOL as messages show it. */
void tr_append_shown(buf *out, uint32_t symbol, bool wide, bool names);
/* Whether an operand holds a character of several bytes. */
bool tr_is_wide(span operand);

/* ---- parse.c ---- */

/* Reports and returns false when OPERAND is no set. */
bool tr_parse(struct cli *cli, span operand, struct set *out);

/* ---- members.c ---- */

/* Add the members of the class to the set's ranges; how many ranges that took. */
size_t tr_add_class(struct set *set, enum text_class class);
/* Let SET be one element of all symbols that it does not hold. */
void tr_complement(struct set *set);
/* Number of symbols in a row that the set stands for; false when there are too many to count. */
bool tr_length(struct set const *set, uint64_t *length);
/* The same for one element. */
uint64_t tr_element_length(struct set const *set, struct element const *e);

/* ---- pair.c ---- */

/* Check the two sets of R, and make the parts of a translation; reports and returns false. */
bool tr_pair(struct cli *cli, struct tr_run *r);

/* ---- bytes.c, chars.c ---- */

oserr tr_filter_bytes(struct tr_run *r, reader *in, writer *out);
oserr tr_filter_chars(struct tr_run *r, reader *in, writer *out);

#endif
