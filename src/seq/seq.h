/* seq.h - what the parts of seq share. */

#ifndef SEQ_SEQ_H
#define SEQ_SEQ_H

#include "cli/cli.h"
#include "sys/float.h"

/* An operand: its value, and how it was written; a whole number in any notation is in digits. */
struct seq_number {
    long double value;
    zstr text;
    size_t width;               /* characters of it in fixed notation */
    int precision;              /* digits after its decimal point; INT_MAX: not in fixed notation */
};

struct seq_options {
    zstr format;                /* -f, or none */
    zstr separator;
    bool equal_width;
    struct seq_number first, step, last;
};

/* How a number is written: PREFIX, the conversion, SUFFIX ("%%" in them already made "%"). */
struct seq_layout {
    span prefix, suffix;
    struct float_spec spec;
};

/* operand.c: read an operand; reports and returns false when it is no number. */
bool seq_parse_number(struct cli *cli, zstr text, struct seq_number *out);

/* format.c: take the user's format apart; reports and returns false when it will not do.  Otherwise choose
   a layout that shows all operands exactly. */
bool seq_parse_format(struct cli *cli, zstr format, struct seq_layout *out);
void seq_default_layout(struct seq_options const *opt, struct seq_layout *out);

/* exact.c: print the sequence when it consists of plain decimal numbers; false, nothing printed, when it
   does not. */
bool seq_print_exact(struct cli *cli, struct seq_options const *opt, struct seq_layout const *layout);

/* real.c: print the sequence in floating point.  An error when a number is too long to be written. */
oserr seq_print_real(writer *out, struct seq_options const *opt, struct seq_layout const *layout);

#endif
