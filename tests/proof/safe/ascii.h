/* ascii.h - which numbers are which characters; no access behind the end of a text. */

#ifndef PROOF_SAFE_ASCII_H
#define PROOF_SAFE_ASCII_H

#include "proof/safe/span.h"
#include "safe/ascii.h"

/*@ predicate digit(integer c) = '0' <= c <= '9';
    predicate small(integer c) = 'a' <= c <= 'z';
    predicate capital(integer c) = 'A' <= c <= 'Z';
    predicate white(integer c) = c == ' ' || '\t' <= c <= '\r';
    logic integer as_small(integer c) = 'A' <= c <= 'Z' ? c + 32 : c; */

/*@ assigns \nothing; ensures \result <==> digit(c); */
static inline bool ascii_is_digit(int c);
/* mutant ascii_is_digit: c <= '9' -> c < '9' */

/*@ assigns \nothing; ensures \result <==> small(c) || capital(c); */
static inline bool ascii_is_letter(int c);
/* mutant ascii_is_letter: c <= 'Z' -> c <= 'z' */

/*@ assigns \nothing; ensures \result <==> small(c) || capital(c) || digit(c); */
static inline bool ascii_is_alnum(int c);
/* mutant ascii_is_alnum: ascii_is_letter(c) || -> ascii_is_letter(c) && */

/*@ assigns \nothing; ensures \result <==> c == ' ' || c == '\t'; */
static inline bool ascii_is_blank(int c);
/* mutant ascii_is_blank: c == ' ' -> c <= ' ' */

/*@ assigns \nothing; ensures \result <==> white(c); */
static inline bool ascii_is_space(int c);
/* mutant ascii_is_space: c >= '\t' -> c > '\t' */

/*@ assigns \nothing;
    ensures small(c) ==> \result == c - 32;
    ensures !small(c) ==> \result == c; */
static inline int ascii_upper(int c);
/* mutant ascii_upper: c <= 'z' -> c <= '~' */

/*@ assigns \nothing; ensures \result == as_small(c); */
static inline int ascii_lower(int c);
/* mutant ascii_lower: c >= 'A' -> c > 'A' */

/*@ assigns \nothing;
    ensures \result <= base;
    ensures digit(c) && c - '0' < base ==> \result == c - '0';
    ensures (small(c) || capital(c)) && as_small(c) - 'a' + 10 < base ==> \result == as_small(c) - 'a' + 10;
    ensures !digit(c) && !small(c) && !capital(c) ==> \result == base; */
static inline unsigned ascii_digit(int c, unsigned base);
/* mutant ascii_digit: v < base ? v : base -> v */

/*@ requires readable(s);
    assigns \nothing;
    ensures readable(\result) && \result.n_ <= s.n_ && part(\result, s, s.n_ - \result.n_, \result.n_);
    ensures \result.n_ > 0 ==> !white(*\result.p_); */
static inline span ascii_drop_space(span s);
/* loop ascii_drop_space:
    loop invariant s.n_ <= \at(s.n_, Pre) && s.p_ == \at(s.p_, Pre) + (\at(s.n_, Pre) - s.n_);
    loop assigns s;
    loop variant s.n_; */
/* mutant ascii_drop_space: span_drop(s, 1) -> span_drop(s, 0) */

/*@ requires readable(a) && readable(b);
    assigns \nothing;
    ensures \result <==> a.n_ == b.n_
            && (\forall integer i; 0 <= i < a.n_ ==> as_small(a.p_[i]) == as_small(b.p_[i])); */
static inline bool ascii_same_letters(span a, span b);
/* loop ascii_same_letters:
    loop invariant 0 <= i <= a.n_ && a.n_ == b.n_;
    loop invariant \forall integer k; 0 <= k < i ==>
            ('A' <= a.p_[k] <= 'Z' ? a.p_[k] + 32 : a.p_[k]) == ('A' <= b.p_[k] <= 'Z' ? b.p_[k] + 32 : b.p_[k]);
    loop assigns i;
    loop variant a.n_ - i; */
/* mutant ascii_same_letters: size_t i = 0 -> size_t i = 1 */

#endif
