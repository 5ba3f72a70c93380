/* chars.h - text as characters of the user's locale (LC_CTYPE, set up at the first call).

   A character is decoded from the front of a span.  Bytes that do not form a character of the locale come
   one by one as invalid characters, so any input can be walked from end to end and put together again.  In
   a single-byte locale (C among them) each byte is a character.  UTF-8 is decoded here, as glibc does it:
   no over-long forms and no surrogates, but the forms of up to six bytes of RFC 2279, so that every
   program counts as libc does; other multi-byte encodings are decoded by libc. */

#ifndef TEXT_CHARS_H
#define TEXT_CHARS_H

#include "safe/span.h"
#include "sys/locale.h"

struct text_char {
    span bytes;         /* as they stand in the text */
    uint32_t code;      /* the wide character: Unicode in UTF-8 locales; the byte when invalid */
    bool valid;
};

/* Take the first character of *S off into *C; false at the end. */
bool text_next(span *s, struct text_char *c);
/* The same for a text known to be UTF-8. */
bool text_next_utf8(span *s, struct text_char *c);
/* Whether S ends inside a character that more bytes could complete: how many bytes that unfinished
   character has, or 0. */
size_t text_unfinished(span s);

enum text_class {
    TEXT_ALNUM, TEXT_ALPHA, TEXT_BLANK, TEXT_CNTRL, TEXT_DIGIT, TEXT_GRAPH,
    TEXT_LOWER, TEXT_PRINT, TEXT_PUNCT, TEXT_SPACE, TEXT_UPPER, TEXT_XDIGIT
};
/* Whether the valid character C is in the class, by the locale. */
bool text_is(struct text_char c, enum text_class k);
/* Columns that C takes on a terminal: 0 to 2; -1 when it cannot be printed. */
int text_width(struct text_char c);
/* Columns of a whole text; what cannot be printed counts 0. */
size_t text_columns(span s);
/* The other case of a code, or the code itself. */
uint32_t text_upper(uint32_t code);
uint32_t text_lower(uint32_t code);
/* Store the bytes of CODE at the front of ROOM (at least 16 bytes); how many, 0 when the locale has no
   such character. */
size_t text_encode(uint32_t code, mspan room);
/* Whether each byte of S is one of the printable characters of ASCII: such text needs no decoding in any
   locale of ours. */
bool text_is_plain_ascii(span s);

#endif
