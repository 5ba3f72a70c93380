/* vercmp.h - the order of names that hold version numbers: "a9" before "a10", "x.tar" before "x.2.tar".

   The order is that of Debian's version comparison, with three additions for file names (manual of GNU
   coreutils, "Version sort ordering rules"): the empty name, ".", ".." and hidden names come first, in
   this order, and names that differ only behind where their suffixes begin are told apart by these.  It
   does not depend on the locale. */

#ifndef VERCMP_VERCMP_H
#define VERCMP_VERCMP_H

#include "safe/buf.h"

/* Negative, zero or positive.  Zero does not mean equal bytes: "a0" and "a00" are the same version. */
int version_cmp(span a, span b);

/* Append bytes to OUT that compare (span_cmp) with those of another name as version_cmp does with the names:
   for sorting, which looks at each name many times.  They are at most four times as many as the name's, and
   a few. */
void version_append_key(buf *out, span name);

#endif
