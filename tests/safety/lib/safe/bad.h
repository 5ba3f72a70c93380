/* bad.h - promises that a header of lib/safe may not break. */

#ifndef SAFE_BAD_H
#define SAFE_BAD_H

#include "safe/safe.h"

struct digits { unsigned char text[24]; size_t n; };
struct plain { size_t n; };

span digits_span(struct digits *d); // reject: lib-span-result
span digits_view(struct digits const *d); // reject: lib-span-result
bool digits_get(struct digits const *d, span *out); // reject: lib-span-result
zstr digits_text(struct digits *d, uint64_t v); // reject: lib-span-result
void digits_put(struct digits const *d, mspan *cursor);
span plain_span(struct plain *p, span whole);
span buf_view(buf *b);
span digits_private_(struct digits *d);

bool raw_read(unsigned char *into, size_t n); // reject: lib-raw-parameter
bool raw_write(unsigned char const *from, size_t n); // reject: lib-raw-parameter
bool raw_number(uint32_t const *v); // reject: lib-raw-parameter
bool raw_table(struct plain *table, size_t count); // reject: lib-raw-parameter
bool raw_array(int values[4]); // reject: lib-raw-parameter
bool raw_private_(unsigned char const *from, size_t n);
bool raw_out(uint64_t *v);

struct SAFE_OWNER owned { void *handle; };
struct handle { void *system; }; // reject: lib-owner
struct stream { struct _IO_FILE *file; }; // reject: lib-owner
struct number { size_t n; unsigned char *p_; };

#endif
