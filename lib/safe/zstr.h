/* zstr.h - strings with a NUL at their end and a known length: operands, names, environment values, option
   texts.

   A zstr lives as long as the program, or until its arena is released; what shows other bytes then is a view
   like others, but no system call gets it (zstr_c).  The all-zero value means "none" and has length 0; it
   is not the same as an empty string (zstr_is_none tells), but may be used wherever one may. */

#ifndef SAFE_ZSTR_H
#define SAFE_ZSTR_H

#include "safe/arena.h"
#include "safe/span.h"
#include "safe/typed.h"

typedef struct { char const *z_; size_t n_; } zstr;

/* A string literal, also in initializers of static tables. */
#define Z(lit) ((zstr){"" lit, sizeof(lit) - 1})
#define Z_NONE ((zstr){0})

SAFE_INLINE bool zstr_is_none(zstr z)
{
    return z.z_ == NULL;
}
SAFE_INLINE size_t zstr_len(zstr z)
{
    return z.n_;
}
SAFE_INLINE span zstr_span(zstr z)
{
    return (span){(unsigned char const *)z.z_, z.n_};
}
SAFE_INLINE bool zstr_eq(zstr a, zstr b)
{
    return span_eq(zstr_span(a), zstr_span(b));
}
/* All but the first N characters, still NUL-terminated.  F: n <= len. */
SAFE_INLINE zstr zstr_drop(zstr z, size_t n)
{
    if (n > z.n_)
        safe_fault("string drop", n, z.n_);
    return n ? (zstr){z.z_ + n, z.n_ - n} : z;
}
/* For lib/safe and lib/sys: the C string, never NULL; and a zstr of a C string that stays, "none" for
   NULL.  F: it still ends where it ended: who keeps a string beyond the release of its arena has bytes of
   others, and a search for their NUL would not end with them. */
SAFE_INLINE char const *zstr_c(zstr z)
{
    if (z.z_ == NULL)
        return "";
    if (__builtin_expect(z.z_[z.n_] != 0, 0))
        safe_fault("string that was released", z.n_, 0);
    return z.z_;
}
SAFE_INLINE zstr zstr_of_c_(char const *s)
{
    return (zstr){s, s ? strlen(s) : 0};
}
/* A copy of S in A as a string.  *OUT is its part before the first NUL when S has one: then false. */
bool zstr_from(arena *a, span s, zstr *out);
/* A copy in A of DIR and NAME with one slash between them (none is added after a DIR that ends in one). */
zstr zstr_join_path(arena *a, zstr dir, zstr name);

RSPAN_DEFINE(zstrs, zstr);
VEC_DEFINE(zstr_vec, zstr_view, zstr);

#endif
