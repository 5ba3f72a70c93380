/* group.h - digits in groups, as the user's LC_NUMERIC has them. */

#ifndef NUM_GROUP_H
#define NUM_GROUP_H

#include "safe/buf.h"

/* Append DIGITS, a digit of one byte each, with the locale's separators between the groups. */
void num_append_grouped(buf *out, span digits);

#endif
