/* collation.h - comparing many texts in the locale's order, faster than one by one.

   In the locales of most languages the primary key (sys/collate.h) of a text of ASCII characters is put
   together from what each character contributes.  The table for that is made from the system's own keys, and
   is checked with pairs of letters before it is trusted: in a locale where two letters sort as one there is
   no table.  Keys are the same bytes as those of sys/collate.h in any case. */

#ifndef TEXT_COLLATION_H
#define TEXT_COLLATION_H

#include "safe/buf.h"
#include "safe/bytes.h"
#include "sys/collate.h"

/* The all-zero value has no table and works. */
struct collation {
    bool made;
    byteset plain;                      /* bytes that are in the table */
    byteexpand weights;
};

/* Make the table; takes about as long as the keys of 4000 short texts. */
void collation_make(struct collation *c);
/* Append the primary key of TEXT to OUT. */
void collation_append_primary(struct collation const *c, span text, buf *out);

/* For texts that are compared as they come, with keys that are made when they are asked for: a collation that
   makes its table once it would have paid, and the key of one text. */
struct SAFE_OWNER collator {
    struct collation collation;
    uint64_t keys;                      /* made so far */
    buf work;
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
    int d = span_cmp(buf_span(&a_key->bytes), buf_span(&b_key->bytes));
    return d ? d : collate_compare(a, b, &c->work);
}

#endif
