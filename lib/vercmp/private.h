/* private.h - what the comparison and the keys share. */

#ifndef VERCMP_PRIVATE_H
#define VERCMP_PRIVATE_H

#include "vercmp/vercmp.h"

/* The names that come before all others have a class of their own each; those of the same class below this
   one are equal. */
enum { VERSION_CLASS_HIDDEN = 3, VERSION_CLASS_OTHER = 4 };
unsigned char version_class_(span name);

/* NAME without its suffixes, as in "lib-1.2" of "lib-1.2.tar.gz"; at least one byte stays. */
span version_stem_(span name);

#endif
