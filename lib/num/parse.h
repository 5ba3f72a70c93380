/* parse.h - numbers from untrusted text.  Every parser looks at the whole text and names the reason when
   it refuses. */

#ifndef NUM_PARSE_H
#define NUM_PARSE_H

#include "safe/checked.h"
#include "safe/span.h"

enum num_err {
    NUM_OK,
    NUM_EMPTY,          /* no digits at all */
    NUM_BAD,            /* something that is no number, or a suffix that is not allowed */
    NUM_RANGE,          /* too large or too small: the result holds the nearest possible value */
};

/* Decimal digits and nothing else. */
enum num_err num_parse_digits(span text, uintmax_t *out);
/* Optional blanks, an optional '+', decimal digits. A '-' is NUM_BAD. */
enum num_err num_parse_u64(span text, uint64_t *out);
/* The same with an optional sign. */
enum num_err num_parse_i64(span text, int64_t *out);
/* The same in the notation of C: 0x leads hexadecimal digits, and 0 octal ones. */
enum num_err num_parse_c64(span text, int64_t *out);
/* TEXT without the '-' of a zero, which some programs take for one: "-0", "-00k". */
span num_unsign_zero(span text);
/* TEXT behind blanks and a '+', which may stand before a number. */
span num_skip_plus(span text);
/* Take leading digits of BASE, 16 at the most, off *TEXT: false, nothing changed, when there are none.
   *SATURATED: they exceed 64 bits, and *OUT is UINTMAX_MAX. */
bool num_take_digits_of(span *text, unsigned base, uintmax_t *out, bool *saturated);
/* The same for decimal digits. */
bool num_take_digits(span *text, uintmax_t *out, bool *saturated);
/* The same for an integer constant of C, without suffix: hexadecimal digits after 0x, octal ones after 0, or
   decimal ones (strtoumax with base 0, but neither blanks nor a sign). */
bool num_take_constant(span *text, uintmax_t *out, bool *saturated);

/* A count with a unit: digits (decimal), then one suffix of SUFFIXES (letters such as "bkKMGTPEZYRQ0"), as
   in head -c and split -b: K, M, ... are powers of 1024; followed by "B" powers of 1000 and by "iB" powers
   of 1024 again when SUFFIXES holds '0'; b is 512, c is 1, w is 2, k like K, B is 1024 when listed.  A suffix
   alone, without blanks or a sign before it, means 1 of it.  NUM_RANGE saturates at UINTMAX_MAX. */
enum num_err num_parse_size(span text, span suffixes, uintmax_t *out);

#endif
