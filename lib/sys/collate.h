/* collate.h - the locale's order of text (LC_COLLATE, set up at the first call that needs it).

   The order is that of strcoll(3), which other programs ask, too.  The keys of strxfrm(3) should compare the
   same way; those of glibc do so on their first level only, since the two disagree about where accents and
   punctuation stand.  So keys are used as far as they go, which is much quicker, and texts with the same
   primary key are compared themselves. */

#ifndef SYS_COLLATE_H
#define SYS_COLLATE_H

#include "safe/buf.h"

/* Whether the order is that of the bytes, as in C, POSIX and C.UTF-8. */
bool collate_by_bytes(void);
/* Negative, zero or positive: the order of A and B.  A NUL ends a part, and texts compare part by part.
   WORK is used for that. */
int collate_compare(span a, span b, buf *work);
/* Append the primary key of TEXT to OUT (what Unicode's collation algorithm, UTS 10, calls level one: letters
   whatever their case and accents).  Where the keys of two texts differ (span_cmp), so do the texts. */
void collate_append_primary(buf *out, span text);
/* Append all of the key of TEXT: bytes that are the same for the same text only, or one as good. */
void collate_append_key(buf *out, span text);

#endif
