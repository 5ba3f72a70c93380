/* float.h - floating-point text: libc's conversions, which round correctly in both directions. */

#ifndef SYS_FLOAT_H
#define SYS_FLOAT_H

#include "safe/buf.h"
#include "safe/zstr.h"
#include "sys/error.h"

/* The number at the front of S (decimal or hexadecimal, "inf", "nan"; leading blanks allowed), in the
   user's LC_NUMERIC or else in the C locale, whichever takes more of S.  *USED is how much of S it took, 0
   when S begins with no number. False when the value is too large or too small for the type; *OUT then is
   the nearest one. */
bool float_parse(zstr s, long double *out, size_t *used);

/* One conversion of printf. */
struct float_spec {
    bool left, plus, space, alternate, zero, group;     /* the flags - + blank # 0 ' */
    bool own_digits;            /* the flag I: the locale's own digits */
    int width;                  /* at least so many columns; INT_MAX: more than can be */
    int precision;              /* -1: not given; INT_MAX: more than can be */
    unsigned char conversion;   /* one of aAeEfFgG */
};
/* Append V as SPEC says, with the user's decimal point.  EOVERFLOW or ENOMEM, with nothing appended, when the
   text would be too long. */
oserr float_format(buf *out, struct float_spec spec, long double v);
/* The same for a whole number, whose conversion is one of diu; BITS is an intmax_t in two's complement for
   d and i. */
oserr float_format_whole(buf *out, struct float_spec spec, uintmax_t bits);

/* The number at the front of S as strtold reads it in the user's LC_NUMERIC; *USED is how much of S it
   took, 0 when S begins with no number. */
long double float_scan(span s, size_t *used);
/* Append bytes that compare as numbers do: first "-nan" and "nan", then from
   minus to plus infinity; both zeros are the same. */
void float_append_key(buf *out, long double v);

/* Numbers in memory: IEEE half precision, the upper half of a float (bfloat16), and the types of C. */
enum float_type { FLOAT_HALF, FLOAT_BFLOAT, FLOAT_SINGLE, FLOAT_DOUBLE, FLOAT_LONG_DOUBLE };
enum { FLOAT_TEXT = 64 };       /* room for the text of any number, whatever the decimal point */

/* How many bytes a number takes, the padding of long double among them. */
size_t float_size(enum float_type type);
/* Put at the front of ROOM the number that BYTES hold in this machine's order, with the fewest digits that
   read back as the same number (of type float for the two short ones) and the user's decimal point; how many
   bytes that is. F: float_size bytes, and room for FLOAT_TEXT. */
size_t float_put_shortest(mspan room, enum float_type type, span bytes);
/* SECONDS as nanoseconds, rounded up, INT64_MAX when they are more than that; false when they are negative
   or no number. */
bool float_nanoseconds(long double seconds, int64_t *out);

/* V as a whole number, as ROUNDING, one of these, says; NEAREST takes halves away from zero.  Never minus
   zero. *SIZE is the same without a sign.  From 2^63 on V stays as it is, and *SIZE is UINT64_MAX. */
enum float_rounding { FLOAT_UP, FLOAT_DOWN, FLOAT_FROM_ZERO, FLOAT_TOWARDS_ZERO, FLOAT_NEAREST };
long double float_round(long double v, int rounding, uint64_t *size);

bool float_is_nan(long double v);
bool float_is_infinite(long double v);

#endif
