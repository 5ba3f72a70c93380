/* unexpand.h - what the files of unexpand share. */

#ifndef UNEXPAND_UNEXPAND_H
#define UNEXPAND_UNEXPAND_H

#include "cli/cli.h"
#include "safe/bytes.h"
#include "tabs/tabs.h"

struct unexpand_options {
    struct tabs tabs;
    uint64_t number;            /* of the form of old, as far as it was read */
    bool has_number;
    bool all;                   /* all runs of blanks, not just those at the beginning of a line */
    bool first_only;            /* whatever else was said */
};

/* Where in a line we are. */
struct unexpand_state {
    byteclass uneven;           /* what has to be looked at: all but plain characters one column wide */
    bool decode;
    bool short_lines;           /* most have only a few characters */
    bool done;                  /* the rest of the line stays as it is */
    bool after_blank;           /* also at the beginning of a line */
    bool reaches;               /* the first blank held back was alone before a stop */
    uint64_t column;
    size_t hint;                /* of tabs_next */
    uint64_t spaces;            /* held back */
    buf others;                 /* blanks held back behind these, from the first one that is no space on */
};

/* plain.c: whether unexpand_plain may run: stops at multiples of a small power of two, no blank held back. */
bool unexpand_is_plain(struct unexpand_state const *st, struct unexpand_options const *opt);
/* Take characters of one column, spaces and newlines off the front of PART, up to another one or near its
   end. */
void unexpand_plain(writer *out, struct unexpand_state *st, uint64_t size, span *part);

#endif
