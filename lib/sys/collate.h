/* collate.h - the locale's order of text (LC_COLLATE, set up at the first call that needs it). */

#ifndef SYS_COLLATE_H
#define SYS_COLLATE_H

#include "safe/buf.h"
#include "safe/zstr.h"

/* Whether the order is that of the bytes, as in C, POSIX and C.UTF-8. */
bool collate_by_bytes(void);
/* Append a key of TEXT to OUT: keys compare as bytes (span_cmp) the way their texts do in the locale. */
void collate_append_key(buf *out, zstr text);
/* The same for any bytes: a NUL in TEXT ends a part, and texts compare part by part. */
void collate_append_bytes_key(buf *out, span text);

#endif
