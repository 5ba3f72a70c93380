/* cksum.h - what cksum, md5sum and their kin share.

   The programs named after one algorithm print the form that cksum calls untagged, and know fewer options;
   behind the options all is the same. */

#ifndef CKSUM_CKSUM_H
#define CKSUM_CKSUM_H

#include "cli/cli.h"
#include "digest/digest.h"

struct cksum_options {
    struct digest_kind kind;
    bool one_algorithm;         /* the program is named after it */
    bool chosen;                /* -a was given */
    bool length_given;
    uintmax_t length;           /* of -l */
    zstr length_text;           /* as it was written */
    bool check, tag, untagged, binary, text, zero, base64, raw, debug;
    bool ignore_missing, quiet, status, strict, warn;
};

enum {
    KEY_BASE64 = CLI_KEY, KEY_DEBUG, KEY_IGNORE_MISSING, KEY_QUIET, KEY_RAW, KEY_STATUS, KEY_STRICT, KEY_TAG,
    KEY_UNTAGGED,
};

/* Rows that the programs have in common. */
#define CKSUM_BINARY {'b', Z("binary"), Z_NONE, Z("mark names with a '*', for binary input")}
#define CKSUM_CHECK \
    {'c', Z("check"), Z_NONE, Z("read lists of digests from the FILEs, and check what they name")}
#define CKSUM_IGNORE_MISSING \
    {KEY_IGNORE_MISSING, Z("ignore-missing"), Z_NONE, Z("with -c: be silent about files that are not there")}
#define CKSUM_LENGTH(text) {'l', Z("length"), Z("BITS"), Z(text)}
#define CKSUM_QUIET \
    {KEY_QUIET, Z("quiet"), Z_NONE, Z("with -c: print nothing for files that are as listed")}
#define CKSUM_STATUS \
    {KEY_STATUS, Z("status"), Z_NONE, Z("with -c: print nothing at all; the exit status tells")}
#define CKSUM_STRICT {KEY_STRICT, Z("strict"), Z_NONE, Z("with -c: fail when a line of a list is malformed")}
#define CKSUM_TAG {KEY_TAG, Z("tag"), Z_NONE, Z("print lines in BSD's form, with the name of the algorithm")}
#define CKSUM_TEXT {'t', Z("text"), Z_NONE, Z("mark names with a blank, for text input (default)")}
#define CKSUM_WARN {'w', Z("warn"), Z_NONE, Z("with -c: point out each malformed line")}
#define CKSUM_ZERO {'z', Z("zero"), Z_NONE, Z("end lines with NUL, not newline, and escape no names")}

#define CKSUM_ORDER "check ignore-missing quiet status warn strict tag zero"
#define CKSUM_NOTES \
    Z("What -c reads is what this program prints: the digest, a blank, a '*' or another\n" \
      "blank, and the name; or one of the forms of BSD.")

/* options.c: whether M, which no program treats by itself, could be used. */
bool cksum_take_option(struct cli *cli, struct cli_match const *m, struct cksum_options *opt);
/* Whether the options go together, and the length fits the algorithm; the length is then in OPT->kind. */
bool cksum_check_options(struct cli *cli, struct cksum_options *opt);

/* print.c: digest all operands, or check the lists in them; the exit status. */
int cksum_run(struct cli *cli, struct cksum_options const *opt);

/* check.c: whether all that the list IN names is as it should be. */
bool cksum_check_list(struct cli *cli, struct cli_input *in, struct cksum_options const *opt,
                      struct digest_list *list);

/* one.c: a program named after an algorithm, as a whole. */
int cksum_one_algorithm(struct cli *cli, enum digest_algorithm algorithm);

#endif
