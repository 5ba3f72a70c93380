/* float.c - see float.h. */

#include "sys/float.h"
#include "sys/floattext.h"

#include <config.h>
#include <errno.h>
#include <float.h>
#include <locale.h>
#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "sys/locale.h"

/* strtold as the C locale would read S. */
static long double parse_in_c(char const *s, char **end)
{
    static locale_t c;
    if (!c)
        c = newlocale(LC_ALL_MASK, "C", (locale_t)0);
    return c ? strtold_l(s, end, c) : strtold(s, end);
}

bool float_parse(zstr s, long double *out, size_t *used)
{
    char *end = NULL, *local_end = NULL;
    errno = 0;
    *out = locale_is_c(LOCALE_NUMERIC) ? strtold(zstr_c(s), &end) : parse_in_c(zstr_c(s), &end);
    int err = errno;
    if (*end && !locale_is_c(LOCALE_NUMERIC)) {
        errno = 0;
        long double v = strtold(zstr_c(s), &local_end);
        if (local_end > end) {
            end = local_end;
            *out = v;
            err = errno;
        }
    }
    *used = (size_t)(end - zstr_c(s));
    return err != ERANGE;
}

/* "%", flags, "*.*", the LENGTH and the conversion: nothing in it comes from the user. */
static void make_format(char format[16], struct float_spec spec, char length)
{
    char *p = format;
    *p++ = '%';
    if (spec.left)
        *p++ = '-';
    if (spec.plus)
        *p++ = '+';
    if (spec.space)
        *p++ = ' ';
    if (spec.alternate)
        *p++ = '#';
    if (spec.zero)
        *p++ = '0';
    if (spec.group)
        *p++ = '\'';
    if (spec.own_digits)
        *p++ = 'I';
    memcpy(p, "*.*", 3);
    p[3] = length;
    p[4] = (char)spec.conversion;
    p[5] = 0;
}

/* Append what vsnprintf makes of FORMAT. */
static oserr append_formatted(buf *out, char const *format, ...)
{
    size_t room = 128;
    for (int pass = 0; pass < 2; pass++) {
        mspan w = buf_tail(out, room);
        va_list args;
        va_start(args, format);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
        int n = vsnprintf((char *)w.p_, w.n_, format, args);
#pragma GCC diagnostic pop
        va_end(args);
        if (n < 0)
            return errno;
        if ((size_t)n < w.n_) {
            buf_commit(out, (size_t)n);
            return 0;
        }
        room = (size_t)n + 1;
    }
    return EOVERFLOW;
}

/* Make the locale what SPEC needs and write the format; false when the text would be too long. */
static bool prepare(char format[16], struct float_spec spec, char length)
{
    if (spec.width == INT_MAX || spec.precision == INT_MAX)
        return false;
    locale_use(LOCALE_NUMERIC);
    if (spec.own_digits)
        locale_use(LOCALE_CTYPE);
    make_format(format, spec, length);
    return true;
}

oserr float_format(buf *out, struct float_spec spec, long double v)
{
    char format[16];
    if (!prepare(format, spec, 'L'))
        return EOVERFLOW;
    return append_formatted(out, format, spec.width < 0 ? 0 : spec.width, spec.precision, v);
}

oserr float_format_whole(buf *out, struct float_spec spec, uintmax_t bits)
{
    char format[16];
    if (!prepare(format, spec, 'j'))
        return EOVERFLOW;
    return append_formatted(out, format, spec.width < 0 ? 0 : spec.width, spec.precision, bits);
}

/* By conversions alone: the functions for this are in a library of their own, and slower. */
long double float_round(long double v, int rounding, uint64_t *size)
{
    long double positive = v < 0 ? -v : v;
    *size = UINT64_MAX;
    if (!(positive < 9223372036854775808.0L))
        return v;
    int64_t whole = (int64_t)positive;
    long double fraction = positive - (long double)whole;
    if (rounding == FLOAT_FROM_ZERO || (rounding == FLOAT_UP && v > 0) || (rounding == FLOAT_DOWN && v < 0))
        whole += fraction > 0;
    else if (rounding == FLOAT_NEAREST)
        whole += fraction >= 0.5L;
    *size = (uint64_t)whole;
    return (long double)(v < 0 ? -whole : whole);
}

bool float_nanoseconds(long double seconds, int64_t *out)
{
    uint64_t unused = 0;
    if (!(seconds >= 0))
        return false;
    long double n = float_round(seconds * 1e9L, FLOAT_UP, &unused);
    *out = n < (long double)INT64_MAX ? (int64_t)n : INT64_MAX;
    return true;
}

bool float_is_nan(long double v)
{
    return isnan(v);
}

bool float_is_infinite(long double v)
{
    return isinf(v);
}

long double float_scan(span s, size_t *used)
{
    char few[128];
    locale_use(LOCALE_NUMERIC);
    char *text = s.n_ < sizeof few ? few : malloc(s.n_ + 1), *end = NULL;
    if (!text)
        safe_no_memory();
    if (s.n_)
        memcpy(text, s.p_, s.n_);
    text[s.n_] = 0;
    long double v = strtold(text, &end);
    *used = (size_t)(end - text);
    if (text != few)
        free(text);
    return v;
}

void float_append_key(buf *out, long double v)
{
    if (isnan(v)) {
        buf_push(out, 1);
        buf_push(out, !signbit(v));
        return;
    }
    if (v == 0 || isinf(v)) {
        buf_push(out, v == 0 ? 4 : v < 0 ? 2 : 6);
        return;
    }
    int exponent = 0;
    long double fraction = frexpl(v < 0 ? -v : v, &exponent);
    uint64_t high = (uint64_t)(exponent + 65536), low = (uint64_t)ldexpl(fraction, 64);
    unsigned char flip = v < 0 ? 0xFF : 0;
    buf_push(out, v < 0 ? 3 : 5);
    for (int shift = 16; shift >= 0; shift -= 8)
        buf_push(out, (unsigned char)(high >> shift ^ flip));
    for (int shift = 56; shift >= 0; shift -= 8)
        buf_push(out, (unsigned char)(low >> shift ^ flip));
}

/* The float that equals the half-precision number of these bits. */
static float from_half(uint16_t half)
{
    int exponent = half >> 10 & 0x1F, fraction = half & 0x3FF;
    float v = exponent == 0 ? ldexpf((float)fraction, -24) : ldexpf((float)(fraction | 0x400), exponent - 25);
    if (exponent == 0x1F)
        v = fraction ? NAN : INFINITY;
    return half >> 15 ? -v : v;
}

static float single_of(enum float_type type, unsigned char const *p)
{
    float v = 0;
    uint16_t low = 0;
    if (type == FLOAT_SINGLE) {
        memcpy(&v, p, sizeof v);
        return v;
    }
    memcpy(&low, p, sizeof low);
    if (type == FLOAT_HALF)
        return from_half(low);
    uint32_t bits = (uint32_t)low << 16;
    memcpy(&v, &bits, sizeof v);
    return v;
}

/* Each of these tries one digit more until the text reads back; numbers too small to be normal have fewer
   digits than the others, and so the trial begins with one. */
static int put_single(char text[FLOAT_TEXT], float v)
{
    int digits = fabsf(v) < FLT_MIN ? 1 : FLT_DIG;
    int n = fabsf(v) < FLT_MIN ? 0 : float_quick_text_(text, (long double)v, FLT_DIG, FLT_MANT_DIG);
    if (n > 0)
        return n;
    do {
        n = snprintf(text, FLOAT_TEXT, "%.*g", digits, (double)v);
    } while (digits++ < FLT_DECIMAL_DIG && !isnan(v) && strtof(text, NULL) != v);
    return n;
}

static int put_double(char text[FLOAT_TEXT], double v)
{
    int digits = fabs(v) < DBL_MIN ? 1 : DBL_DIG;
    int n = fabs(v) < DBL_MIN ? 0 : float_quick_text_(text, (long double)v, DBL_DIG, DBL_MANT_DIG);
    if (n > 0)
        return n;
    do {
        n = snprintf(text, FLOAT_TEXT, "%.*g", digits, v);
    } while (digits++ < DBL_DECIMAL_DIG && !isnan(v) && strtod(text, NULL) != v);
    return n;
}

static int put_long_double(char text[FLOAT_TEXT], long double v)
{
    int digits = fabsl(v) < LDBL_MIN ? 1 : LDBL_DIG, n = 0;
    do {
        n = snprintf(text, FLOAT_TEXT, "%.*Lg", digits, v);
    } while (digits++ < LDBL_DECIMAL_DIG && !isnan(v) && strtold(text, NULL) != v);
    return n;
}

size_t float_size(enum float_type type)
{
    switch (type) {
    case FLOAT_SINGLE: return sizeof(float);
    case FLOAT_DOUBLE: return sizeof(double);
    case FLOAT_LONG_DOUBLE: return sizeof(long double);
    default: return sizeof(uint16_t);
    }
}

size_t float_put_shortest(mspan room, enum float_type type, span bytes)
{
    unsigned char const *p = span_first(bytes, float_size(type)).p_;
    char *text = (char *)mspan_first(room, FLOAT_TEXT).p_;
    double d = 0;
    long double l = 0;
    int n = 0;
    locale_use(LOCALE_NUMERIC);
    if (type == FLOAT_DOUBLE) {
        memcpy(&d, p, sizeof d);
        n = put_double(text, d);
    } else if (type == FLOAT_LONG_DOUBLE) {
        memcpy(&l, p, sizeof l);
        n = put_long_double(text, l);
    } else {
        n = put_single(text, single_of(type, p));
    }
    return n < 0 ? 0 : n < FLOAT_TEXT ? (size_t)n : FLOAT_TEXT - 1;
}
