/* radix.h - bytes as digits of a base that is a power of two, in groups that begin and end with a byte: 3
   bytes are 4 digits of base 64, 5 are 8 of base 32, 1 is 2 of base 16 or 8 of base 2; and base 85, where 4
   bytes are 5 digits.  Whole groups only: what stands at the end is the caller's.

   Base 64 and 16, and decoding base 32, have an AVX2 form on x86-64; the plain forms define all of them. */

#ifndef SAFE_RADIX_H
#define SAFE_RADIX_H

#include "safe/span.h"

enum { RADIX_NO_DIGIT = 255 };

struct radix {
    unsigned base_;
    size_t bytes_, digits_;     /* of a group */
    bool lowest_first_;         /* base 2: the lowest bit of a byte is its first digit */
    unsigned char digit_[96];
    unsigned char value_[256];
    unsigned char octets_[256][8];      /* bases 2 and 16: the digits of a byte */
    unsigned char pairs_[1024][2];      /* base 32: two digits at a time */
    signed char shift_[16];     /* base 64, by AVX2: what to add to a value to make it a digit ... */
    unsigned char high62_, high63_;     /* ... and the two digits that differ between alphabets */
};

/* Prepare R for the base that ALPHABET has digits for.  F: 2, 16, 32, 64 or 85. */
void radix_make(struct radix *r, span alphabet, bool lowest_first);
/* C is another spelling of DIGIT, when read. */
void radix_alias(struct radix *r, unsigned char c, unsigned char digit);

SAFE_INLINE size_t radix_group_bytes(struct radix const *r)
{
    return r->bytes_;
}
SAFE_INLINE size_t radix_group_digits(struct radix const *r)
{
    return r->digits_;
}
/* The value of the digit C, or RADIX_NO_DIGIT. */
SAFE_INLINE unsigned radix_value(struct radix const *r, unsigned char c)
{
    return r->value_[c];
}

/* The digits of all whole groups of SRC to the front of DST; how many.  F: they fit, and R was made. */
size_t radix_encode(mspan dst, span src, struct radix const *r);
/* The bytes of the groups at the front of SRC, up to one that holds anything else than digits (or, in base
   85, is too large); *DONE is how much of SRC that was.  The count of bytes.  F: all of SRC would fit, and R
   was made. */
size_t radix_decode(mspan dst, span src, struct radix const *r, size_t *done);

/* SRC to the front of DST with a newline between every WIDTH bytes, *COLUMN being how many of the first of
   them were written before; the count of bytes.  A full line is ended when more follows.  F: it fits,
   and *COLUMN is at most WIDTH, which is not 0. */
size_t mspan_wrap(mspan dst, span src, size_t width, size_t *column);

/* The plain forms, and the others, which take as many groups as they can do fast: the count of digits.
   Private to lib/safe. */
size_t radix_plain_encode_(mspan dst, span src, struct radix const *r);
size_t radix_plain_decode_(mspan dst, span src, struct radix const *r, size_t *done);
size_t radix_fast_encode_(mspan dst, span src, struct radix const *r);
size_t radix_fast_decode_(mspan dst, span src, struct radix const *r);

#endif
