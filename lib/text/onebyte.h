/* onebyte.h - the characters of one byte, by the locale: all of them in a single-byte locale, those of
   ASCII in any other.  For loops that look at bytes. */

#ifndef TEXT_ONEBYTE_H
#define TEXT_ONEBYTE_H

#include "safe/bytes.h"
#include "text/chars.h"

/* Add to SET the bytes that are characters of the class. */
void text_add_class(byteset *set, enum text_class k);
/* Let each byte become its capital (small) form where that has one byte too, and else itself. */
void text_upper_bytes(bytemap *map);
void text_lower_bytes(bytemap *map);

#endif
