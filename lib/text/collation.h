/* collation.h - keys of many texts in the locale's order, faster than one by one.

   In the locales of most languages the key of a text of ASCII characters is put together from what each
   character contributes to each level of comparison.  The tables for that are made from the system's own
   keys, and are checked with pairs of letters before they are trusted: in a locale where two letters sort
   as one there are no tables.  Keys are the same bytes as those of sys/collate.h in any case. */

#ifndef TEXT_COLLATION_H
#define TEXT_COLLATION_H

#include "safe/buf.h"
#include "safe/bytes.h"

/* The all-zero value has no tables and works. */
struct collation {
    unsigned levels;                    /* 0: no tables */
    byteset plain;                      /* bytes that are in the tables */
    byteexpand first, second, third, last;
};

/* Make the tables; takes about as long as the keys of 4000 short texts. */
void collation_make(struct collation *c);
/* Append the key of TEXT to OUT. */
void collation_append_key(struct collation const *c, span text, buf *out);

#endif
