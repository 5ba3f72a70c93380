/* regexp.h - regular expressions (POSIX.1-2017 XBD 9.3, with the extensions of the GNU C library), by
   libc's matcher.  LC_CTYPE and LC_COLLATE are set up when one is compiled. */

#ifndef SYS_REGEXP_H
#define SYS_REGEXP_H

#include "safe/span.h"
#include "safe/zstr.h"
#include "sys/error.h"

enum regexp_syntax {
    REGEXP_BASIC,           /* basic ones, as in expr, nl and csplit */
    REGEXP_EMACS,           /* as in tac and ptx: + and ? repeat, \| separates, braces are ordinary */
};

/* A compiled expression; it lasts as long as the program runs.  The all-zero value is none. */
typedef struct { unsigned slot1_; } regexp;

SAFE_INLINE bool regexp_is_none(regexp r)
{
    return r.slot1_ == 0;
}

/* Where a match was found: offsets into the text. */
struct regexp_found {
    size_t start, end;
    bool has_group;                     /* the first \(...\) took part in it */
    size_t group_start, group_end;
};

/* Compile PATTERN, in which a NUL is a byte like others.  FOLD: capital and small letters are the same.
   *WHY is none when it worked; when not, it says what is wrong with the pattern, in the user's language, and
   *R is unchanged. */
void regexp_compile(regexp *r, span pattern, enum regexp_syntax syntax, bool fold, zstr *why);
/* Whether there is a match anywhere in TEXT: 0, or errors as below; faster, as it is not asked where. */
oserr regexp_occurs(regexp r, span text);
/* From now on ^ and $ match at the ends of the text only, and not beside a newline. */
void regexp_anchor_at_ends(regexp r);
/* Whether the expression has any \(...\). */
bool regexp_has_group(regexp r);

/* The leftmost longest match in TEXT that begins at FROM or later (regexp_find), or the last one that begins
   at FROM or earlier (regexp_find_back), or one that begins just at FROM (regexp_match).  What is before FROM
   counts as context: ^ matches at the start of TEXT and after a newline.  ENOENT when there is none, ENOMEM
   when the matcher ran out of memory, EOVERFLOW for a text of 2 GiB or more, which it cannot take.
   F: from <= len of text. */
oserr regexp_find(regexp r, span text, size_t from, struct regexp_found *found);
oserr regexp_find_back(regexp r, span text, size_t from, struct regexp_found *found);
oserr regexp_match(regexp r, span text, size_t from, struct regexp_found *found);

#endif
