/* checked.h - conversions give the same number or none. */

#ifndef PROOF_SAFE_CHECKED_H
#define PROOF_SAFE_CHECKED_H

#include "safe/checked.h"

/*@ assigns \nothing; ensures \result == (v & 0xFF); */
static inline unsigned char low_byte(uintmax_t v);
/* mutant low_byte: & UCHAR_MAX -> / 2 */

/*@ assigns \nothing; ensures \result == (v & 0xFFFFFFFF); */
static inline uint32_t low_u32(uintmax_t v);
/* mutant low_u32: & UINT32_MAX -> / 2 */

/*@ assigns \nothing; ensures \result == (v & 0xFFFF); */
static inline uint16_t low_u16(uintmax_t v);
/* mutant low_u16: & UINT16_MAX -> / 2 */

/*@ assigns \nothing; ensures v >= 0 ==> \result == v; */
static inline uint64_t bits_of_i64(int64_t v);
/* mutant bits_of_i64: (uint64_t)v -> (uint32_t)v */

/*@ assigns \nothing; ensures v >= 0 ==> \result == v; */
static inline uintmax_t magnitude(intmax_t v);
/* wraps magnitude: of INTMAX_MIN */
/* mutant magnitude: v < 0 -> v < 2 */

/*@ assigns \nothing; ensures \result == v; */
static inline int as_int(intmax_t v);
/* mutant as_int: v > INT_MAX -> v > UINT_MAX */

/*@ assigns \nothing; ensures \result == v; */
static inline unsigned as_uint(intmax_t v);
/* mutant as_uint: v < 0 -> v < -1 */

/*@ assigns \nothing; ensures \result == v; */
static inline size_t as_size(intmax_t v);
/* mutant as_size: v < 0 -> v < -1 */

/*@ assigns \nothing; ensures \result == v; */
static inline int64_t as_i64(uintmax_t v);
/* mutant as_i64: v > INT64_MAX -> v > UINT64_MAX */

/*@ assigns \nothing; ensures \result <= a && \result <= b && (\result == a || \result == b); */
static inline size_t size_min(size_t a, size_t b);
/* mutant size_min: a < b -> a > b */

/*@ assigns \nothing; ensures \result >= a && \result >= b && (\result == a || \result == b); */
static inline size_t size_max(size_t a, size_t b);
/* mutant size_max: a > b -> a < b */

/*@ assigns \nothing; ensures \result == (n < SIZE_MAX ? n : SIZE_MAX); */
static inline size_t size_clamp(uintmax_t n);
/* mutant size_clamp: (size_t)n -> (unsigned)n */

#endif
