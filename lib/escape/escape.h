/* escape.h - the backslash sequences that echo and printf share.  The backslash itself has been taken off. */

#ifndef ESCAPE_ESCAPE_H
#define ESCAPE_ESCAPE_H

#include "safe/span.h"

/* The byte that the letter C stands for (\\ \a \b \e \f \n \r \t \v), or -1.  C may be -1: there is none. */
int escape_letter(int c);
/* Take at most MOST digits in BASE (16 at most) off *REST; how many there were, and the number in *VALUE.
   Of a number with more than 32 bits these are the low ones. */
size_t escape_take_number(span *rest, unsigned base, size_t most, uint32_t *value);

#endif
