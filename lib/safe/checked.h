/* checked.h - integer arithmetic that says when it wraps, and conversions that say when they do not fit.
   The names follow C23's <stdckdint.h>; like there, *R gets the wrapped result and true means "overflow". */

#ifndef SAFE_CHECKED_H
#define SAFE_CHECKED_H

#include "safe/base.h"

#define ck_add(r, a, b) __builtin_add_overflow((a), (b), (r))
#define ck_sub(r, a, b) __builtin_sub_overflow((a), (b), (r))
#define ck_mul(r, a, b) __builtin_mul_overflow((a), (b), (r))

/* Convert V, storing it in *OUT only when it fits; false when it does not. */
#define CK_CONVERT_DEFINE_(name, T) \
    SAFE_INLINE bool name##_from_u(uintmax_t v, T *out) \
    { \
        T t; \
        bool bad = __builtin_add_overflow(v, (T)0, &t); \
        if (!bad) \
            *out = t; \
        return !bad; \
    } \
    SAFE_INLINE bool name##_from_i(intmax_t v, T *out) \
    { \
        T t; \
        bool bad = __builtin_add_overflow(v, (T)0, &t); \
        if (!bad) \
            *out = t; \
        return !bad; \
    }
CK_CONVERT_DEFINE_(to_int, int)
CK_CONVERT_DEFINE_(to_uint, unsigned)
CK_CONVERT_DEFINE_(to_size, size_t)
CK_CONVERT_DEFINE_(to_i64, int64_t)
CK_CONVERT_DEFINE_(to_u64, uint64_t)
CK_CONVERT_DEFINE_(to_u32, uint32_t)

/* The low bits of V, on purpose. */
SAFE_INLINE unsigned char low_byte(uintmax_t v)
{
    return (unsigned char)(v & UCHAR_MAX);
}
SAFE_INLINE uint32_t low_u32(uintmax_t v)
{
    return (uint32_t)(v & UINT32_MAX);
}
SAFE_INLINE uint16_t low_u16(uintmax_t v)
{
    return (uint16_t)(v & UINT16_MAX);
}

/* The bits of a signed number as unsigned (two's complement), and the magnitude of one: defined for
   INTMAX_MIN. */
SAFE_INLINE uint64_t bits_of_i64(int64_t v)
{
    return (uint64_t)v;
}
SAFE_INLINE uintmax_t magnitude(intmax_t v)
{
    return v < 0 ? 0 - (uintmax_t)v : (uintmax_t)v;
}

/* For values known to fit: a fault when they do not. */
SAFE_INLINE int as_int(intmax_t v)
{
    if (v < INT_MIN || v > INT_MAX)
        safe_fault("value does not fit an int", (size_t)v, INT_MAX);
    return (int)v;
}
SAFE_INLINE unsigned as_uint(intmax_t v)
{
    if (v < 0 || v > UINT_MAX)
        safe_fault("value does not fit an unsigned int", (size_t)v, UINT_MAX);
    return (unsigned)v;
}
SAFE_INLINE size_t as_size(intmax_t v)
{
    if (v < 0)
        safe_fault("negative size", (size_t)v, SIZE_MAX / 2);
    return (size_t)v;
}
SAFE_INLINE int64_t as_i64(uintmax_t v)
{
    if (v > INT64_MAX)
        safe_fault("value does not fit a signed number", (size_t)v, INT64_MAX);
    return (int64_t)v;
}
/* A float to an integer and back again is a decision; these make it visible.  as_double rounds to nearest. */
SAFE_INLINE double as_double(intmax_t v)
{
    return (double)v;
}
SAFE_INLINE double u_as_double(uintmax_t v)
{
    return (double)v;
}
/* V without its fraction in *OUT; false when V is no number or does not fit. */
SAFE_INLINE bool u64_from_double(double v, uint64_t *out)
{
    if (!(v >= 0 && v < 18446744073709551616.0))
        return false;
    *out = (uint64_t)v;
    return true;
}

SAFE_INLINE size_t size_min(size_t a, size_t b)
{
    return a < b ? a : b;
}
SAFE_INLINE size_t size_max(size_t a, size_t b)
{
    return a > b ? a : b;
}
/* N bytes of memory at the most: a 64-bit count cut down to what a size can say. */
SAFE_INLINE size_t size_clamp(uintmax_t n)
{
    return n < SIZE_MAX ? (size_t)n : SIZE_MAX;
}

#endif
