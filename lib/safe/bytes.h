/* bytes.h - sets and maps of bytes, and the loops over bytes that decide a filter's speed.
   A set or map has 256 entries and is indexed by a byte, so no index can be out of range.  */

#ifndef SAFE_BYTES_H
#define SAFE_BYTES_H

#include "safe/span.h"

typedef struct { unsigned char in_[256]; } byteset;
typedef struct { unsigned char to_[256]; } bytemap;

SAFE_INLINE bool byteset_has(byteset const *s, unsigned char c)
{
    return s->in_[c] != 0;
}
SAFE_INLINE void byteset_add(byteset *s, unsigned char c)
{
    s->in_[c] = 1;
}
SAFE_INLINE void byteset_remove(byteset *s, unsigned char c)
{
    s->in_[c] = 0;
}
/* Replace S by the bytes that it does not hold. */
SAFE_INLINE void byteset_invert(byteset *s)
{
    for (unsigned i = 0; i < 256; i++)
        s->in_[i] = !s->in_[i];
}
SAFE_INLINE size_t byteset_count(byteset const *s)
{
    size_t n = 0;
    for (unsigned i = 0; i < 256; i++)
        n += s->in_[i];
    return n;
}
SAFE_INLINE unsigned char bytemap_get(bytemap const *m, unsigned char c)
{
    return m->to_[c];
}
SAFE_INLINE void bytemap_set(bytemap *m, unsigned char from, unsigned char to)
{
    m->to_[from] = to;
}
/* Every byte maps to itself. */
SAFE_INLINE void bytemap_identity(bytemap *m)
{
    for (unsigned i = 0; i < 256; i++)
        m->to_[i] = (unsigned char)i;
}

/* A set prepared for fast search: bit H & 7 of rows_[H / 8][L] says whether the byte with high half H and
   low half L is in it. */
typedef struct { unsigned char rows_[2][16]; byteset set_; } byteclass;

/* Prepare SET; worth it when thousands of bytes are searched. */
void byteclass_make(byteclass *c, byteset const *set);
/* A map from each byte to a text of at most seven bytes. */
typedef struct { uint64_t text_[256]; unsigned char len_[256]; } byteexpand;

/* Let C become TEXT.  F: at most 7 bytes. */
void byteexpand_set(byteexpand *e, unsigned char c, span text);
/* Write the texts of all bytes of SRC to the front of DST; how many bytes they took.  F: dst is eight
   times as long as src, or longer. */
size_t mspan_expand(mspan dst, span src, byteexpand const *e);

/* The same where only the bytes in FEW become other texts than themselves; fast when they are few. */
size_t mspan_expand_few(mspan dst, span src, byteexpand const *e, byteclass const *few);

SAFE_INLINE bool byteclass_has(byteclass const *class, unsigned char c)
{
    return class->set_.in_[c] != 0;
}
/* Offset of the first byte that is in the class, or len. */
size_t span_find_class(span s, byteclass const *c);

/* Offset of the first byte that is in SET (not in SET), or len. */
size_t span_find_in(span s, byteset const *set);
size_t span_find_not_in(span s, byteset const *set);
/* Whether A and B are of one length and equal once each byte is translated. */
bool span_eq_mapped(span a, span b, bytemap const *m);
/* Translate in place. */
void mspan_map(mspan s, bytemap const *m);
/* Each byte FROM becomes TO. */
void mspan_replace(mspan s, unsigned char from, unsigned char to);
/* Copy to DST what DROP does not hold; the count copied.  DST may be SRC itself.  F: dst no shorter than
   src. */
size_t mspan_filter(mspan dst, span src, byteset const *drop);
/* Copy to DST, writing runs of one and the same byte of SET once.  *LAST is the byte before SRC, or -1,
   and is kept for the next call; the count copied.  DST may be SRC itself.  F: dst no shorter than src. */
size_t mspan_squeeze(mspan dst, span src, byteset const *set, int *last);

#endif
