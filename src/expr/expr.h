/* expr.h - what the parts of expr share. */

#ifndef EXPR_EXPR_H
#define EXPR_EXPR_H

#include "bignum/bignum.h"
#include "cli/cli.h"

enum { EXPR_INVALID = 2, EXPR_FAILURE = 3 };    /* exit statuses */

enum value_kind { VALUE_TEXT, VALUE_NUMBER, VALUE_BIG };

/* What an expression has come to.  The all-zero value is an empty text. */
struct value {
    enum value_kind kind;
    span text;                  /* of a VALUE_TEXT; one of the arguments or in `strings` */
    int64_t number;             /* of a VALUE_NUMBER */
    size_t big;                 /* of a VALUE_BIG: index in `bigs`; it does not fit a `number` */
};
VEC_DEFINE(value_vec, value_view, struct value);
VEC_DEFINE(bignum_vec, bignum_view, bignum);

enum operator {
    OP_OPEN,                                    /* a parenthesis that waits for its counterpart */
    OP_LENGTH, OP_MATCH, OP_INDEX, OP_SUBSTR,   /* words that come before their operands */
    OP_OR, OP_AND,
    OP_LESS, OP_LESS_EQUAL, OP_EQUAL, OP_UNEQUAL, OP_GREATER_EQUAL, OP_GREATER,
    OP_ADD, OP_SUBTRACT, OP_MULTIPLY, OP_DIVIDE, OP_REMAINDER,
    OP_COLON,
};

/* An operator that waits for its last operand. */
struct pending {
    enum operator op;
    unsigned level;             /* of a binary operator: how tightly it binds; else 0 */
    unsigned wanted;            /* of a word: how many more operands */
    bool skips;                 /* the right operand is read only, as the left one has decided */
};
VEC_DEFINE(pending_vec, pending_view, struct pending);

/* What values are made with. */
struct SAFE_OWNER values {
    arena strings;
    bignum_vec bigs;
    bignum left, right, result, rest;
    struct bignum_work work;
    buf text;
    buf collating;
};

struct SAFE_OWNER expr {
    args words;
    size_t next;                /* the word to be looked at */
    value_vec operands;
    pending_vec pending;
    size_t skipping;            /* so many of `pending` skip */
    struct values values;
    int status;                 /* after a failure */
};

/* parse.c: the value of all words; false when something was reported, and e->status is set. */
bool expr_evaluate(struct cli *cli, struct expr *e, struct value *v);

/* value.c: 0 and the empty text are null; the text of a value; V as a number, false and V unchanged when it
   is no integer; what fits of an integer that is to be a position or length, 0 when it is none. */
bool value_is_null(struct value v);
span value_text(struct values *vs, struct value v);
bool value_to_number(struct values *vs, struct value *v);
size_t value_to_size(struct values *vs, struct value v);
struct value value_of_size(size_t n);
struct value value_of_text(span text);

/* number.c: compare (negative, zero, positive), as numbers when both are; and the result of an arithmetic
   operator, when there is one. */
enum arithmetic { ARITHMETIC_OK, ARITHMETIC_NO_INTEGER, ARITHMETIC_BY_ZERO };
int value_compare(struct values *vs, struct value l, struct value r);
enum arithmetic value_arithmetic(struct values *vs, enum operator op, struct value l, struct value r,
                                 struct value *result);

/* text.c: operators on strings. */
struct value text_length(span text);
struct value text_index(span text, span chars);
struct value text_substr(span text, size_t position, size_t length);
/* The same for the pattern; an error is reported, and its exit status returned. */
int text_match(struct cli *cli, span text, span pattern, struct value *result);

#endif
