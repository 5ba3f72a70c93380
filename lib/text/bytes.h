/* bytes.h - single bytes as characters of the user's locale: what programs ask that handle text byte by
   byte.  A byte that is no character by itself is in no class and has no other case. */

#ifndef TEXT_BYTES_H
#define TEXT_BYTES_H

#include "text/chars.h"

bool text_byte_is(unsigned char c, enum text_class k);
unsigned char text_byte_upper(unsigned char c);

#endif
