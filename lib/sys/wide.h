/* wide.h - libc's characters: decoding in the locale's encoding, classes, width, case.  LC_CTYPE is set up
   at the first call. Codes are wchar_t values, which glibc makes Unicode in UTF-8 locales.  Rooms and
   programs use text/chars.h instead. */

#ifndef SYS_WIDE_H
#define SYS_WIDE_H

#include "safe/span.h"

/* Length and code of the character at the front of S; 0 when the bytes there form none.  S must not be
   empty. */
size_t wide_decode(span s, uint32_t *code);
/* How many bytes at the end of S begin a character that is not complete, or 0. */
size_t wide_unfinished(span s);
/* Whether CODE is in the class numbered as in enum text_class. */
bool wide_is(uint32_t code, int text_class);
/* wcwidth: -1 for what cannot be printed. */
int wide_width(uint32_t code);
uint32_t wide_upper(uint32_t code);
uint32_t wide_lower(uint32_t code);
/* Store the bytes of CODE in ROOM (at least 16 bytes); 0 when there is no such character. */
size_t wide_encode(uint32_t code, mspan room);

#endif
