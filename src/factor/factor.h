/* factor.h - what the parts of factor share.

   A number is first freed of its small factors (small.c).  What is left is split by Pollard's rho method
   and elliptic curves (find.c) until all parts are prime (split.c).  These methods are written once for
   numbers of one word, of two words and of any size: element.h makes the difference. */

#ifndef FACTOR_FACTOR_H
#define FACTOR_FACTOR_H

#include "bignum/bignum.h"
#include "cli/cli.h"
#include "safe/u128.h"

VEC_DEFINE(u128_vec, u128_view, u128);
VEC_DEFINE(bignum_vec, bignum_view, bignum);
VEC_DEFINE(u64_vec, u64_view, uint64_t);
VEC_DEFINE(u32_vec, u32_view, uint32_t);
VEC_DEFINE(u16_vec, u16_view, uint16_t);

/* ---- small.c ---- */

/* A number without factors below this that is less than its square is prime. */
enum { SMALL_BELOW = 1024 };

struct small_prime {
    uint64_t inverse;           /* modulo 2^64 */
    uint64_t most;              /* UINT64_MAX / prime: n * inverse is at most that if prime divides n, only */
    uint64_t square;
    uint32_t prime;
};
VEC_DEFINE(small_primes, small_view, struct small_prime);

/* The odd primes below SMALL_BELOW. */
void small_make(small_primes *primes);

/* Where many numbers come, a table pays: TABLE gets the least prime factor of each odd number N below the
   square of SMALL_BELOW, at N / 2; 0 for primes and 1. */
void small_tabulate(u16_vec *table, small_view primes);

/* ---- plan.c: what is done on a curve, which depends on its bounds only ---- */

enum { PLAN_NEXT = UINT16_MAX };

struct SAFE_OWNER plan {
    uint32_t wheel;             /* the second stage goes on in steps of so many */
    u32_vec powers;             /* first stage: multiply by these */
    u32_vec residues;           /* numbers without common factors with the wheel, below its half */
    uint32_t first;             /* the step that the second stage begins with */
    u16_vec pairs;              /* step by step: the indices of residues that are there, then PLAN_NEXT */
};
VEC_DEFINE(plan_vec, plan_view, struct plan);

/* The plan of level I and how many curves it is for, UINT32_MAX for the last one and beyond. */
size_t plan_of_level(plan_vec *plans, size_t i, uint32_t *curves);

/* ---- find.c ---- */

enum modulus_kind {
    MODULUS_WORD,               /* 64 bits */
    MODULUS_PAIR,               /* 128 bits */
    MODULUS_WIDE,
};

/* What is needed for arithmetic modulo n (element.h).  The upper halves of all are 0 for MODULUS_WORD. */
struct SAFE_OWNER modulus {
    enum modulus_kind kind;
    u128 n, inverse;            /* modulo 2^64 or 2^128 */
    u128 one, square;           /* the forms of 1 and of 2^64 or 2^128 */
    size_t len;                 /* MODULUS_WIDE: words of 64 bits that n and all elements have */
    u64_vec words;              /* the elements one after the other, lowest word first */
    size_t used;                /* how many there are */
    u64_vec scratch;
    bignum power, number, quotient;
    struct bignum_work work;
};

/* What the search for factors keeps from number to number. */
struct SAFE_OWNER effort {
    plan_vec plans;
    u128_vec babies;            /* three elements each (curve.c) */
    struct modulus modulus;
};

struct SAFE_OWNER factor_found {
    u128 number;
    bignum big;                 /* what find_in_big found */
};

/* Whether N is composite; a factor is in *FOUND then.  N is odd and has no factor below SMALL_BELOW. */
bool find_in_number(struct effort *e, u128 n, struct factor_found *found);
bool find_in_big(struct effort *e, bignum const *n, struct factor_found *found);

/* ---- root.c ---- */

struct SAFE_OWNER rooter {
    bignum root, quotient, rest;
    struct bignum_work work;
};

/* Whether the odd number N is a square; *ROOT, or r->root, is its root then. */
bool square_root(u128 n, u128 *root);
bool square_root_of_big(struct rooter *r, bignum const *n);

/* ---- split.c ---- */

struct SAFE_OWNER factors {
    u128_vec numbers;           /* the prime factors in ascending order: first these, */
    bignum_vec bigs;            /* then those of more than 128 bits */
    size_t num_bigs;
};

struct SAFE_OWNER splitter {
    small_primes primes;
    u16_vec table;              /* see small_tabulate; empty at first */
    uint64_t num_seen;
    struct effort effort;
    struct rooter rooter;
    struct factors factors;
    struct factor_found found;
    u128_vec left;              /* parts that are not known to be prime */
    bignum_vec big_left;
    size_t num_big_left;
    bignum rest, quotient, remainder;
    struct bignum_work work;
};

/* The prime factors of N in s->factors; none for 0 and 1. */
void split_number(struct splitter *s, u128 n);
void split_big(struct splitter *s, bignum const *n);

/* ---- print.c ---- */

struct SAFE_OWNER printer {
    bool exponents;             /* p^e in place of repetition */
    size_t held;                /* bytes that the writer holds */
    u32_vec groups;             /* the digits of 0 to 999, three bytes each */
    buf line;
    struct bignum_work work;
};

/* P is ready to print, with or without exponents. */
void print_start(struct printer *p, bool exponents);
/* The line of a number with these DIGITS, 39 at most, and these factors; of any number. */
void print_line(struct printer *p, writer *out, span digits, u128_view f);
void print_big_line(struct printer *p, writer *out, span digits, struct factors const *f);

#endif
