/* md5.h - the digest of RFC 1321, for the random order of sort -R. */

#ifndef SORT_MD5_H
#define SORT_MD5_H

#include "safe/buf.h"

/* Append the 16 bytes of the digest of SALT followed by TEXT to OUT.  WORK is used on the way. */
void sort_md5_append(buf *out, span salt, span text, buf *work);

#endif
