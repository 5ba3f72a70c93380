/* floattext.h - the shortest text of a float or double without printf, for most of them.  Private to
   lib/sys. */

#ifndef SYS_FLOATTEXT_H
#define SYS_FLOATTEXT_H

#include "sys/float.h"

/* Put at TEXT what printf's %g makes of the normal number V with the fewest digits, LEAST of them or up to
   three more, that read back as V in a type with so many BITS; how many bytes, without a NUL.  0 when this
   cannot be told for certain in the long double that it is computed in. */
int float_quick_text_(char text[FLOAT_TEXT], long double v, int least, int bits);

#endif
