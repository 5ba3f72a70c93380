/* radix.h - a radix that was made has one of five bases, with groups as long as that base needs; whole groups
   of the input are read and no more is written than was found to fit, also when the input is no text of that
   base. The forms by AVX2 are taken at their word here; tests/fuzz/safe/radix compares them with the plain
   ones. */

#ifndef PROOF_SAFE_RADIX_H
#define PROOF_SAFE_RADIX_H

#include "proof/safe/span.h"
#include "safe/radix.h"

/*@ axiomatic radix_bits {
        axiom byte_left_3: \forall integer a, n; 0 <= a < 256 && 0 <= n <= 24 ==> 0 <= (a << n) < 0x100000000;
        axiom or_32: \forall integer a, b; 0 <= a < 0x100000000 && 0 <= b < 0x100000000
            ==> 0 <= (a | b) < 0x100000000;
    } */

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
/* loop encode85:
    loop invariant groups <= \at(groups, Pre) && p == \at(p, Pre) + 4 * (\at(groups, Pre) - groups);
    loop invariant d == \at(d, Pre) + 5 * (\at(groups, Pre) - groups);
    loop assigns groups, p, d, \at(d, Pre)[0 .. 5 * \at(groups, Pre) - 1];
    loop variant groups; */
/* hint encode85 before "uint32_t high": assert 0 <= v <= 4294967295; */
/* hint encode85 before "d[4] =": assert low < 7225; */
/* hint encode85 before "d[4] =": assert high <= 594459; */
/* hint encode85 before "d[0] =": assert high / 7225 < 83; */
/* mutant encode85: low % 85 -> low % 97 */

/*@ requires writable(dst) && readable(src) && \valid_read(r) && radix_made((struct radix *)r);
    requires \separated(r, dst.p_ + (0 .. dst.n_ - 1));
    assigns dst.p_[0 .. dst.n_ - 1];
    ensures \result <= dst.n_; */
size_t radix_plain_encode_(mspan dst, span src, struct radix const *r);
/* hint radix_plain_encode_ before "encode64(dst": assert r->bytes_ == 3 && r->digits_ == 4; */
/* hint radix_plain_encode_ before "encode64(dst": assert 3 * groups <= src.n_ && 4 * groups <= dst.n_; */
/* hint radix_plain_encode_ before "encode32(dst": assert r->bytes_ == 5 && r->digits_ == 8; */
/* hint radix_plain_encode_ before "encode32(dst": assert 5 * groups <= src.n_ && 8 * groups <= dst.n_; */
/* hint radix_plain_encode_ before "encode85(dst": assert r->bytes_ == 4 && r->digits_ == 5; */
/* hint radix_plain_encode_ before "encode85(dst": assert 4 * groups <= src.n_ && 5 * groups <= dst.n_; */
/* loop radix_plain_encode_:
    loop invariant r->bytes_ == 1 && r->digits_ == 2;
    loop invariant 0 <= i <= groups <= src.n_ && 2 * groups <= dst.n_;
    loop assigns i, dst.p_[0 .. dst.n_ - 1];
    loop variant groups - i; */
/* loop radix_plain_encode_ 2:
    loop invariant r->bytes_ == 1 && r->digits_ == 8;
    loop invariant 0 <= i <= groups <= src.n_ && 8 * groups <= dst.n_;
    loop assigns i, dst.p_[0 .. dst.n_ - 1];
    loop variant groups - i; */
/* wraps radix_plain_encode_: a number in the message of a fault */
/* mutant radix_plain_encode_: groups > dst.n_ / r->digits_ -> groups > dst.n_ */

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
/* hint decode_group before "return decode64(": assert r->bytes_ == 3 && r->digits_ == 4; */
/* hint decode_group before "return decode32(": assert r->bytes_ == 5 && r->digits_ == 8; */
/* hint decode_group before "return decode85(": assert r->bytes_ == 4 && r->digits_ == 5; */
/* hint decode_group before "return decode16(": assert r->bytes_ == 1 && r->digits_ == 2; */
/* hint decode_group before "return decode2(": assert r->bytes_ == 1 && r->digits_ == 8; */
/* mutant decode_group: case 85 -> case 84 */

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
/* loop decode:
    loop invariant 0 <= i <= groups;
    loop invariant base == 64 ==> d == dst.p_ + 3 * i && p == src.p_ + 4 * i;
    loop invariant base == 32 ==> d == dst.p_ + 5 * i && p == src.p_ + 8 * i;
    loop invariant base == 85 ==> d == dst.p_ + 4 * i && p == src.p_ + 5 * i;
    loop invariant base == 16 ==> d == dst.p_ + 1 * i && p == src.p_ + 2 * i;
    loop invariant base == 2 ==> d == dst.p_ + 1 * i && p == src.p_ + 8 * i;
    loop assigns i, d, p, dst.p_[0 .. dst.n_ - 1];
    loop variant groups - i; */
/* hint decode before "if (!decode_group": assert base == 64 ==> r->bytes_ == 3 && r->digits_ == 4; */
/* hint decode before "if (!decode_group":
    assert base == 64 ==> \valid(d + (0 .. 2)) && \valid_read(p + (0 .. 3)); */
/* hint decode before "if (!decode_group": assert base == 32 ==> r->bytes_ == 5 && r->digits_ == 8; */
/* hint decode before "if (!decode_group":
    assert base == 32 ==> \valid(d + (0 .. 4)) && \valid_read(p + (0 .. 7)); */
/* hint decode before "if (!decode_group": assert base == 85 ==> r->bytes_ == 4 && r->digits_ == 5; */
/* hint decode before "if (!decode_group":
    assert base == 85 ==> \valid(d + (0 .. 3)) && \valid_read(p + (0 .. 4)); */
/* hint decode before "if (!decode_group": assert base == 16 ==> r->bytes_ == 1 && r->digits_ == 2; */
/* hint decode before "if (!decode_group":
    assert base == 16 ==> \valid(d + (0 .. 0)) && \valid_read(p + (0 .. 1)); */
/* hint decode before "if (!decode_group": assert base == 2 ==> r->bytes_ == 1 && r->digits_ == 8; */
/* hint decode before "if (!decode_group":
    assert base == 2 ==> \valid(d + (0 .. 0)) && \valid_read(p + (0 .. 7)); */
/* mutant decode: i < groups -> i <= groups */

/*@ requires writable(dst) && readable(src) && \valid_read(r) && radix_made((struct radix *)r);
    requires \separated(r, dst.p_ + (0 .. dst.n_ - 1)) && \separated(done, dst.p_ + (0 .. dst.n_ - 1));
    requires \valid(done) && \separated(done, r);
    assigns *done, dst.p_[0 .. dst.n_ - 1];
    ensures \result <= dst.n_ && *done <= src.n_; */
size_t radix_plain_decode_(mspan dst, span src, struct radix const *r, size_t *done);
/* hint radix_plain_decode_ before "i = decode(64,": assert r->bytes_ == 3 && r->digits_ == 4; */
/* hint radix_plain_decode_ before "i = decode(64,": assert 3 * groups <= dst.n_ && 4 * groups <= src.n_; */
/* hint radix_plain_decode_ before "i = decode(32,": assert r->bytes_ == 5 && r->digits_ == 8; */
/* hint radix_plain_decode_ before "i = decode(32,": assert 5 * groups <= dst.n_ && 8 * groups <= src.n_; */
/* hint radix_plain_decode_ before "i = decode(85,": assert r->bytes_ == 4 && r->digits_ == 5; */
/* hint radix_plain_decode_ before "i = decode(85,": assert 4 * groups <= dst.n_ && 5 * groups <= src.n_; */
/* hint radix_plain_decode_ before "i = decode(16,": assert r->bytes_ == 1 && r->digits_ == 2; */
/* hint radix_plain_decode_ before "i = decode(16,": assert 1 * groups <= dst.n_ && 2 * groups <= src.n_; */
/* hint radix_plain_decode_ before "i = decode(2,": assert r->bytes_ == 1 && r->digits_ == 8; */
/* hint radix_plain_decode_ before "i = decode(2,": assert 1 * groups <= dst.n_ && 8 * groups <= src.n_; */
/* wraps radix_plain_decode_: a number in the message of a fault */
/* mutant radix_plain_decode_: groups > dst.n_ / r->bytes_ -> groups > dst.n_ */

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
/* loop mspan_wrap:
    loop invariant room <= width && left <= src.n_ && free <= dst.n_ && dst.n_ - free >= src.n_ - left;
    loop invariant d == dst.p_ + (dst.n_ - free) && p == src.p_ + (src.n_ - left);
    loop invariant room > 0 || left == src.n_;
    loop assigns d, p, left, free, room, dst.p_[0 .. dst.n_ - 1];
    loop variant left + (width - room); */
/* wraps mspan_wrap: a number in the message of a fault */
/* mutant mspan_wrap: free <= room -> free < room */

#endif
