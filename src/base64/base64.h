/* base64.h - what base64, base32 and basenc share: everything but the choice of the encoding. */

#ifndef BASE64_BASE64_H
#define BASE64_BASE64_H

#include "cli/cli.h"
#include "encode/encode.h"

struct base64_options {
    enum encoding encoding;
    bool decode, ignore_garbage;
    uintmax_t columns;          /* of a line; 0: all in one line */
};
enum { BASE64_COLUMNS = 76 };

/* Rows that the programs have in common. */
#define BASE64_DECODE {'d', Z("decode"), Z_NONE, Z("decode instead of encoding")}
#define BASE64_IGNORE_GARBAGE \
    {'i', Z("ignore-garbage"), Z_NONE, Z("with -d: leave out characters that the encoding does not use")}
#define BASE64_WRAP \
    {'w', Z("wrap"), Z("COLS"), \
     Z("end lines after COLS characters (76 without this option);\n0: do not end them")}

/* Whether M, one of the rows above, could be used. */
bool base64_take_option(struct cli *cli, struct cli_match const *m, struct base64_options *opt);
/* Encode or decode the operand, or standard input; the exit status. */
int base64_run(struct cli *cli, struct base64_options const *opt);
/* base64 and base32 as a whole. */
int base64_main(struct cli *cli, enum encoding encoding);

#endif
