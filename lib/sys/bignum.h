/* bignum.h - large whole numbers, by libgmp, which is loaded when first needed. */

#ifndef SYS_BIGNUM_H
#define SYS_BIGNUM_H

#include "safe/buf.h"

/* Append the digits, as values 0 to BASE - 1, of the number whose bytes (the highest first) are BYTES; false,
   nothing done, without the library.  BASE is 2 to 62; zero has one digit. */
bool bignum_to_digits(span bytes, int base, buf *digits);
/* Append the bytes of the number whose digits, as values, are DIGITS; none for zero. */
bool bignum_from_digits(span digits, int base, buf *bytes);

/* The same kind of bytes: append those of A * B; of A / B and of what remains.  False, nothing done, without
   the library or when B is 0. */
bool bignum_multiply_bytes(span a, span b, buf *product);
bool bignum_divide_bytes(span a, span b, buf *quotient, buf *remainder);

#endif
