/* radix.h - a radix that was made has one of five bases, with groups as long as that base needs; whole groups
   of the input are read and no more is written than was found to fit, also when the input is no text of that
   base. The forms by AVX2 are taken at their word here; tests/fuzz/safe/radix compares them with the plain
   ones. */

#ifndef PROOF_SAFE_RADIX_H
#define PROOF_SAFE_RADIX_H

#include "proof/safe/span.h"
#include "safe/radix.h"

/*@ predicate radix_group(struct radix *r, integer base, integer bytes, integer digits) =
        r->base_ == base && r->bytes_ == bytes && r->digits_ == digits;
    predicate radix_made(struct radix *r) = radix_group(r, 2, 1, 8) || radix_group(r, 16, 1, 2)
        || radix_group(r, 32, 5, 8) || radix_group(r, 64, 3, 4) || radix_group(r, 85, 4, 5);
    predicate radix_known(struct radix *r) = radix_made(r) || r->base_ == 0; */

/*@ requires \valid_read(r);
    assigns \nothing;
    ensures \result == r->bytes_; */
static inline size_t radix_group_bytes(struct radix const *r);
/* mutant radix_group_bytes: r->bytes_ -> r->digits_ */

/*@ requires \valid_read(r);
    assigns \nothing;
    ensures \result == r->digits_; */
static inline size_t radix_group_digits(struct radix const *r);
/* mutant radix_group_digits: r->digits_ -> r->base_ */

/*@ requires \valid_read(r);
    assigns \nothing;
    ensures \result == r->value_[c]; */
static inline unsigned radix_value(struct radix const *r, unsigned char c);
/* mutant radix_value: [c] -> [c + 1] */

/*@ requires \valid(r);
    assigns r->value_[c];
    ensures r->value_[c] == \old(r->value_[digit]); */
void radix_alias(struct radix *r, unsigned char c, unsigned char digit);
/* mutant radix_alias: r->value_[c] -> r->value_[c + 1] */

/*@ assigns \nothing;
    ensures \result == (base == 64 ? 6 : base == 32 ? 5 : base == 16 ? 4 : 1); */
static unsigned bits_of(unsigned base);
/* mutant bits_of: 16 ? 4 -> 16 ? 6 */

/*@ requires \valid(r) && radix_made(r);
    assigns r->octets_[0][0 .. 2047], r->pairs_[0][0 .. 2047]; */
static void make_tables(struct radix *r);
/* loop make_tables:
    loop invariant 0 <= byte <= 256;
    loop assigns byte, r->octets_[0][0 .. 2047];
    loop variant 256 - byte; */
/* loop make_tables 2:
    loop invariant 0 <= i <= r->digits_;
    loop assigns i, r->octets_[0][0 .. 2047];
    loop variant r->digits_ - i; */
/* loop make_tables 3:
    loop invariant 0 <= pair <= 1024;
    loop assigns pair, r->pairs_[0][0 .. 2047];
    loop variant 1024 - pair; */
/* mutant make_tables: pair >> 5 -> pair >> 3 */

/*@ requires \valid(r);
    assigns r->shift_[0 .. 15], r->high62_, r->high63_; */
static void make_shifts(struct radix *r);
/* loop make_shifts:
    loop invariant 1 <= i <= 11;
    loop assigns i, shifts[0 .. 13];
    loop variant 11 - i; */
/* loop make_shifts 2:
    loop invariant 0 <= i <= 14;
    loop assigns i, r->shift_[0 .. 15];
    loop variant 14 - i; */
/* mutant make_shifts: i < 14 -> i <= 14 */

/*@ requires \valid(r) && readable(alphabet) && \separated(r, alphabet.p_ + (0 .. alphabet.n_ - 1));
    assigns *r;
    ensures radix_made(r) && r->base_ == alphabet.n_; */
void radix_make(struct radix *r, span alphabet, bool lowest_first);
/* loop radix_make:
    loop invariant 0 <= i <= alphabet.n_;
    loop assigns i, r->digit_[0 .. 95], r->value_[0 .. 255];
    loop variant alphabet.n_ - i; */
/* mutant radix_make: r->bytes_ = 5 -> r->bytes_ = 4 */

/*@ requires \valid_read(r) && bytes_readable((unsigned char *)p, 3 * groups);
    requires bytes_writable(d, 4 * groups) && 4 * groups <= SIZE_MAX;
    assigns d[0 .. 4 * groups - 1]; */
static void encode64(unsigned char *d, unsigned char const *p, size_t groups, struct radix const *r);
/* loop encode64:
    loop invariant groups <= \at(groups, Pre) && p == \at(p, Pre) + 3 * (\at(groups, Pre) - groups);
    loop invariant d == \at(d, Pre) + 4 * (\at(groups, Pre) - groups);
    loop assigns groups, p, d, \at(d, Pre)[0 .. 4 * \at(groups, Pre) - 1];
    loop variant groups; */
/* mutant encode64: p += 3 -> p += 4 */

/*@ requires \valid_read(r) && bytes_readable((unsigned char *)p, 5 * groups);
    requires bytes_writable(d, 8 * groups) && 8 * groups <= SIZE_MAX;
    requires \separated(r, d + (0 .. 8 * groups - 1));
    assigns d[0 .. 8 * groups - 1]; */
static void encode32(unsigned char *d, unsigned char const *p, size_t groups, struct radix const *r);
/* loop encode32:
    loop invariant groups <= \at(groups, Pre) && p == \at(p, Pre) + 5 * (\at(groups, Pre) - groups);
    loop invariant d == \at(d, Pre) + 8 * (\at(groups, Pre) - groups);
    loop assigns groups, p, d, \at(d, Pre)[0 .. 8 * \at(groups, Pre) - 1];
    loop variant groups; */
/* mutant encode32: v >> 30 -> v >> 29 */

/*@ requires \valid_read(r) && bytes_readable((unsigned char *)p, 4 * groups);
    requires bytes_writable(d, 5 * groups) && 5 * groups <= SIZE_MAX;
    assigns d[0 .. 5 * groups - 1]; */
static void encode85(unsigned char *d, unsigned char const *p, size_t groups, struct radix const *r);
/* trusted encode85: a goal about its first digit, a quotient of a quotient, is not found */

/*@ requires writable(dst) && readable(src) && \valid_read(r) && radix_made((struct radix *)r);
    requires \separated(r, dst.p_ + (0 .. dst.n_ - 1));
    assigns dst.p_[0 .. dst.n_ - 1];
    ensures \result <= dst.n_; */
size_t radix_plain_encode_(mspan dst, span src, struct radix const *r);
/* trusted radix_plain_encode_: that a product with the digits of a group fits is not found */

/*@ requires writable(dst) && readable(src) && \valid_read(r) && radix_made((struct radix *)r);
    requires \separated(r, dst.p_ + (0 .. dst.n_ - 1)) && src.n_ / r->bytes_ <= dst.n_ / r->digits_;
    assigns dst.p_[0 .. dst.n_ - 1];
    ensures \result <= dst.n_ && \result / r->digits_ * r->bytes_ <= src.n_; */
size_t radix_fast_encode_(mspan dst, span src, struct radix const *r);
/* trusted radix_fast_encode_: AVX2; fuzz/safe/radix compares it with the plain form */

/*@ requires writable(dst) && readable(src) && \valid_read(r) && radix_made((struct radix *)r);
    requires \separated(r, dst.p_ + (0 .. dst.n_ - 1)) && src.n_ / r->digits_ <= dst.n_ / r->bytes_;
    assigns dst.p_[0 .. dst.n_ - 1];
    ensures \result <= src.n_ && \result / r->digits_ * r->bytes_ <= dst.n_; */
size_t radix_fast_decode_(mspan dst, span src, struct radix const *r);
/* trusted radix_fast_decode_: AVX2; fuzz/safe/radix compares it with the plain form */

/*@ requires \valid_read(r) && radix_known((struct radix *)r);
    assigns \nothing;
    ensures radix_made((struct radix *)r); */
static inline void check_made(struct radix const *r);
/* mutant check_made: r->base_ == 0 -> r->base_ == 1 */

/*@ requires writable(dst) && readable(src) && \valid_read(r) && radix_known((struct radix *)r);
    requires \separated(r, dst.p_ + (0 .. dst.n_ - 1));
    assigns dst.p_[0 .. dst.n_ - 1];
    ensures \result <= dst.n_; */
size_t radix_encode(mspan dst, span src, struct radix const *r);
/* wraps radix_encode: a number in the message of a fault */
/* mutant radix_encode: groups > dst.n_ / r->digits_ -> groups > dst.n_ */

/*@ requires \valid_read(r) && \valid_read(p + (0 .. 3)) && \valid(d + (0 .. 2));
    assigns d[0 .. 2]; */
static inline bool decode64(unsigned char *d, unsigned char const *p, struct radix const *r);
/* mutant decode64: p[3] -> p[4] */

/*@ requires \valid_read(r) && \valid_read(p + (0 .. 7)) && \valid(d + (0 .. 4));
    assigns d[0 .. 4]; */
static inline bool decode32(unsigned char *d, unsigned char const *p, struct radix const *r);
/* loop decode32:
    loop invariant 0 <= i <= 8;
    loop assigns i, v, bad;
    loop variant 8 - i; */
/* loop decode32 2:
    loop invariant 0 <= i <= 5;
    loop assigns i, d[0 .. 4];
    loop variant 5 - i; */
/* wraps decode32: bits are shifted into place */
/* mutant decode32: i < 5 -> i < 6 */

/*@ requires \valid_read(r) && \valid_read(p + (0 .. 4)) && \valid(d + (0 .. 3));
    assigns d[0 .. 3]; */
static inline bool decode85(unsigned char *d, unsigned char const *p, struct radix const *r);
/* loop decode85:
    loop invariant 0 <= i <= 5 && (i == 0 ==> v == 0) && (i == 1 ==> v < 256) && (i == 2 ==> v < 22016);
    loop invariant (i == 3 ==> v < 1871616) && (i == 4 ==> v < 159087616);
    loop assigns i, v, bad;
    loop variant 5 - i; */
/* loop decode85 2:
    loop invariant 0 <= i <= 4;
    loop assigns i, d[0 .. 3];
    loop variant 4 - i; */
/* mutant decode85: i < 4 -> i <= 4 */

/*@ requires \valid_read(r) && \valid_read(p + (0 .. 1)) && \valid(d);
    assigns *d; */
static inline bool decode16(unsigned char *d, unsigned char const *p, struct radix const *r);
/* wraps decode16: bits are shifted out */
/* mutant decode16: p[1] -> p[2] */

/*@ requires \valid_read(r) && \valid_read(p + (0 .. 7)) && \valid(d);
    assigns *d; */
static inline bool decode2(unsigned char *d, unsigned char const *p, struct radix const *r);
/* loop decode2:
    loop invariant 0 <= i <= 8;
    loop assigns i, v, bad;
    loop variant 8 - i; */
/* wraps decode2: bits are shifted into place */
/* mutant decode2: i < 8 -> i <= 8 */

/*@ requires \valid_read(r) && radix_made((struct radix *)r) && base == r->base_;
    requires \valid_read(p + (0 .. r->digits_ - 1)) && \valid(d + (0 .. r->bytes_ - 1)) && r->bytes_ > 0;
    assigns d[0 .. r->bytes_ - 1]; */
static inline bool decode_group(unsigned base, unsigned char *d, unsigned char const *p,
    struct radix const *r);
/* trusted decode_group: a goal is not found: that one byte is what a group of base 2 has */

/*@ requires \valid_read(r) && radix_made((struct radix *)r) && base == r->base_;
    requires writable(dst) && readable(src);
    requires (base == 64 ==> 3 * groups <= dst.n_ && 4 * groups <= src.n_)
        && (base == 32 ==> 5 * groups <= dst.n_ && 8 * groups <= src.n_)
        && (base == 85 ==> 4 * groups <= dst.n_ && 5 * groups <= src.n_)
        && (base == 16 ==> groups <= dst.n_ && 2 * groups <= src.n_)
        && (base == 2 ==> groups <= dst.n_ && 8 * groups <= src.n_);
    requires \separated(r, dst.p_ + (0 .. dst.n_ - 1));
    assigns dst.p_[0 .. dst.n_ - 1];
    ensures \result <= groups; */
static inline size_t decode(unsigned base, mspan dst, span src, size_t groups, struct radix const *r);
/* trusted decode: one goal is not found: that its invariant of five products is kept */

/*@ requires writable(dst) && readable(src) && \valid_read(r) && radix_made((struct radix *)r);
    requires \separated(r, dst.p_ + (0 .. dst.n_ - 1)) && \separated(done, dst.p_ + (0 .. dst.n_ - 1));
    requires \valid(done) && \separated(done, r);
    assigns *done, dst.p_[0 .. dst.n_ - 1];
    ensures \result <= dst.n_ && *done <= src.n_; */
size_t radix_plain_decode_(mspan dst, span src, struct radix const *r, size_t *done);
/* trusted radix_plain_decode_: that a product with the bytes of a group fits is not found */

/*@ requires writable(dst) && readable(src) && \valid_read(r) && radix_known((struct radix *)r);
    requires \separated(r, dst.p_ + (0 .. dst.n_ - 1)) && \separated(done, dst.p_ + (0 .. dst.n_ - 1));
    requires \valid(done) && \separated(done, r);
    assigns *done, dst.p_[0 .. dst.n_ - 1];
    ensures \result <= dst.n_ && *done <= src.n_; */
size_t radix_decode(mspan dst, span src, struct radix const *r, size_t *done);
/* wraps radix_decode: a number in the message of a fault */
/* mutant radix_decode: groups > dst.n_ / r->bytes_ -> groups > dst.n_ */

/*@ requires writable(dst) && readable(src) && \valid(column);
    requires \separated(column, dst.p_ + (0 .. dst.n_ - 1));
    requires \separated(dst.p_ + (0 .. dst.n_ - 1), src.p_ + (0 .. src.n_ - 1));
    assigns *column, dst.p_[0 .. dst.n_ - 1];
    ensures src.n_ <= \result <= dst.n_ && *column <= width; */
size_t mspan_wrap(mspan dst, span src, size_t width, size_t *column);
/* trusted mspan_wrap: that its invariant about a quotient by the width is kept is not found */

#endif
