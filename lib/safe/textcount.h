/* textcount.h - counting lines, words and characters of text in one pass over memory.

   Each count has a plain form that defines it; on x86-64 an AVX2 form is chosen at run time.  Tests
   compare the two. */

#ifndef SAFE_TEXTCOUNT_H
#define SAFE_TEXTCOUNT_H

#include "safe/bytes.h"

struct word_counts {
    uint64_t lines;             /* newlines */
    uint64_t words;             /* beginnings of words */
    bool in_word;               /* the byte before was no white space */
};

/* Count lines and words up to the first byte that is in ASK, or to the end; returns its offset.  A word is
   a run of bytes that SPACE does not hold. */
size_t span_count_words(span s, byteclass const *space, byteclass const *ask, struct word_counts *counts);

/* How many characters of UTF-8 are in S (without over-long forms and surrogates, but with the forms of up
   to six bytes of RFC 2279, which glibc takes); bytes that belong to none do not count, nor does an
   unfinished character at the end. */
uint64_t span_count_utf8(span s);

/* Offset just behind the first *N characters of UTF-8 in S, or len when there are fewer; *N drops by those
   passed.  A byte that belongs to no character counts as one. */
size_t span_skip_utf8(span s, uint64_t *n);

/* Lengths of lines up to the first byte that is in UNEVEN and no newline, or to the end; returns its
   offset.  Every other byte is one column wide.  *COLUMN is the length of the line so far, *WIDEST the
   greatest length of a finished one. */
size_t span_line_widths(span s, byteclass const *uneven, uint64_t *column, uint64_t *widest);

/* The plain forms, for tests and for machines without another. Private to lib/safe. */
size_t textcount_plain_words_(span s, byteclass const *space, byteclass const *ask,
                              struct word_counts *counts);
uint64_t textcount_plain_utf8_(span s);
size_t textcount_plain_skip_(span s, uint64_t *n);
size_t textcount_plain_widths_(span s, byteclass const *uneven, uint64_t *column, uint64_t *widest);

#endif
