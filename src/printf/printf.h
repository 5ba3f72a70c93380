/* printf.h - what the files of printf share. */

#ifndef PRINTF_PRINTF_H
#define PRINTF_PRINTF_H

#include "cli/cli.h"
#include "sys/float.h"

/* ---- format.c: the format, taken apart once and used for each round of arguments ---- */

enum printf_kind {
    PRINTF_TEXT,                /* bytes as they are */
    PRINTF_STOP,                /* \c: nothing is printed from here on */
    PRINTF_BAD_HEX,             /* \x, \u or \U without its digits */
    PRINTF_BAD_CHARACTER,       /* \u or \U with the number of no character */
    PRINTF_BAD_DIRECTIVE,
    PRINTF_ESCAPED,             /* %b */
    PRINTF_QUOTED,              /* %q */
    PRINTF_BYTE, PRINTF_STRING, PRINTF_SIGNED, PRINTF_UNSIGNED, PRINTF_FLOAT,
};

/* Which argument: the next one, or the one of that number. */
struct printf_argument {
    size_t number;              /* 0: the next */
};

enum { PRINTF_TOO_MUCH = -1 };

/* A width or a precision: none, a number, or the value of an argument. */
struct printf_amount {
    bool given, from_argument;
    int value;                  /* PRINTF_TOO_MUCH: more than can be */
    struct printf_argument argument;
};

struct printf_piece {
    enum printf_kind kind;
    size_t start, len;          /* its bytes in `bytes`: text, or the directive as it was written */
    struct printf_argument argument;
    struct printf_amount width, precision;
    struct float_spec spec;     /* flags and conversion */
};
VEC_DEFINE(printf_piece_vec, printf_piece_view, struct printf_piece);

struct SAFE_OWNER printf_format {
    printf_piece_vec pieces;
    buf bytes;
};

/* Take FORMAT apart.  A mistake in it is its last piece. */
void printf_parse(struct printf_format *f, span format);

/* ---- escape.c: backslash sequences ---- */

/* Append what the sequence behind a backslash at the front of *REST stands for, and take it off.  IN_STRING:
   it is one of a %b argument, whose octal numbers may begin with a further 0.  PRINTF_TEXT, or what ends the
   output here; for PRINTF_BAD_CHARACTER the sequence as messages show it is appended. */
enum printf_kind printf_escape(buf *out, span *rest, bool in_string);

/* ---- number.c: arguments as numbers ---- */

/* The number that ARGUMENT is, 0 when there is none; mistakes are reported, and the nearest number returned.
   POSIX: say nothing of what follows a character. */
intmax_t printf_signed(struct cli *cli, zstr argument, bool posix);
uintmax_t printf_unsigned(struct cli *cli, zstr argument, bool posix);
long double printf_float(struct cli *cli, zstr argument, bool posix);

/* ---- print.c: one round ---- */

struct SAFE_OWNER printf_run {
    args rest;                  /* arguments of this round */
    size_t next;                /* how many were taken in order */
    size_t used;                /* the highest number of one that was asked for */
    bool posix;
    bool overflow;              /* a text was too long to be made */
    buf scratch;
};

/* Print the pieces of F with the run's arguments; false when nothing is to follow, because of \c (*STOPPED)
   or a mistake, which was reported. */
bool printf_round(struct cli *cli, struct printf_run *run, struct printf_format const *f, bool *stopped);

#endif
