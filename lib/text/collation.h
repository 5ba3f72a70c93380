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

/* For texts that are compared as they come, with keys that are made when they are asked for: a collation that
   makes its tables once they would have paid, and the key of one text. */
struct collator {
    struct collation collation;
    uint64_t keys;                      /* made so far */
};
struct SAFE_OWNER collator_key {
    bool made;                          /* to be unset for another text */
    buf bytes;
};
/* Make KEY that of TEXT. */
void collator_make_key(struct collator *c, span text, struct collator_key *key);
/* The order of A and B, whose keys are A_KEY and B_KEY. */
SAFE_INLINE int collator_compare(struct collator *c, span a, struct collator_key *a_key, span b,
                                 struct collator_key *b_key)
{
    if (span_eq(a, b))
        return 0;
    if (!a_key->made)
        collator_make_key(c, a, a_key);
    if (!b_key->made)
        collator_make_key(c, b, b_key);
    return span_cmp(buf_span(&a_key->bytes), buf_span(&b_key->bytes));
}

#endif
