/* memory.h - what a proof takes on trust: the contracts of the C library's memory functions, of the
   compiler's checked arithmetic, and of the two functions that end a program.

   Frama-C cannot look through the casts to void * in libc's own prototypes, so the calls are led to
   functions that say the same over bytes. Every proof reads this file first. */

#ifndef PROOF_MEMORY_H
#define PROOF_MEMORY_H

#include <limits.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "proof/bits.h"
#include "safe/base.h"

/*@ predicate bytes_readable(unsigned char *p, integer n) = n == 0 || (n > 0
        && \valid_read(p + (0 .. n - 1)));
    predicate bytes_writable(unsigned char *p, integer n) = n == 0 || (n > 0 && \valid(p + (0 .. n - 1)));
    predicate bytes_equal{L1, L2}(unsigned char *p, unsigned char *q, integer n) =
        \forall integer i; 0 <= i < n ==> \at(p[i], L1) == \at(q[i], L2);
    predicate bytes_without(unsigned char *p, integer n, integer c) =
        \forall integer i; 0 <= i < n ==> p[i] != c; */

/*@ logic integer occurrences{L}(unsigned char *p, integer n, integer c) =
        n <= 0 ? 0 : occurrences(p, n - 1, c) + (p[n - 1] == c ? 1 : 0);
    predicate free_of_set(unsigned char *p, integer n, unsigned char *in) =
        \forall integer i; 0 <= i < n ==> in[p[i]] == 0;
    predicate inside_set(unsigned char *p, integer n, unsigned char *in) =
        \forall integer i; 0 <= i < n ==> in[p[i]] != 0; */

/*@ assigns \nothing; ensures \false; exits \true; */
_Noreturn void safe_fault(char const *what, size_t got, size_t limit);
/*@ assigns \nothing; ensures \false; exits \true; */
_Noreturn void safe_no_memory(void);

/*@ requires n > 0 && bytes_readable((unsigned char *)p, n);
    requires 0 <= c <= UCHAR_MAX;
    assigns \nothing;
    ensures \result == \null || (\exists integer i; 0 <= i < n && \result == (unsigned char *)p + i);
    ensures \result == \null ==> bytes_without((unsigned char *)p, n, c);
    ensures \result != \null ==> *\result == c && 0 <= \result - (unsigned char *)p < n
            && \result == (unsigned char *)p + (\result - (unsigned char *)p)
            && bytes_without((unsigned char *)p, \result - (unsigned char *)p, c); */
unsigned char const *proof_memchr(unsigned char const *p, int c, size_t n);

/*@ requires n > 0 && bytes_readable((unsigned char *)p, n);
    requires 0 <= c <= UCHAR_MAX;
    assigns \nothing;
    ensures \result == \null || (\exists integer i; 0 <= i < n && \result == (unsigned char *)p + i);
    ensures \result == \null ==> bytes_without((unsigned char *)p, n, c);
    ensures \result != \null ==> *\result == c && 0 <= \result - (unsigned char *)p < n
            && \result == (unsigned char *)p + (\result - (unsigned char *)p)
            && (\forall integer k; \result - (unsigned char *)p < k < n ==> ((unsigned char *)p)[k] != c); */
unsigned char const *proof_memrchr(unsigned char const *p, int c, size_t n);

/*@ requires n > 0 && bytes_readable((unsigned char *)p, n) && bytes_readable((unsigned char *)q, n);
    assigns \nothing;
    ensures \result == 0 <==> bytes_equal{Here, Here}((unsigned char *)p, (unsigned char *)q, n); */
int proof_memcmp(unsigned char const *p, unsigned char const *q, size_t n);

/*@ requires n > 0 && m > 0 && bytes_readable((unsigned char *)p, n) && bytes_readable((unsigned char *)q, m);
    assigns \nothing;
    ensures \result == \null || (\exists integer i; 0 <= i <= n - m && \result == (unsigned char *)p + i
            && bytes_equal{Here, Here}((unsigned char *)\result, (unsigned char *)q, m)); */
unsigned char const *proof_memmem(unsigned char const *p, size_t n, unsigned char const *q, size_t m);

/*@ requires bytes_writable(to, n) && bytes_readable((unsigned char *)from, n);
    requires n > 0 || (\valid(to) && \valid_read(from));
    requires apart: \separated(to + (0 .. n - 1), from + (0 .. n - 1));
    assigns to[0 .. n - 1];
    ensures bytes_equal{Here, Pre}(to, (unsigned char *)from, n); */
void proof_memcpy(unsigned char *to, unsigned char const *from, size_t n);

/*@ requires n > 0 && bytes_writable(to, n) && bytes_readable((unsigned char *)from, n);
    assigns to[0 .. n - 1];
    ensures bytes_equal{Here, Pre}(to, (unsigned char *)from, n); */
void proof_memmove(unsigned char *to, unsigned char const *from, size_t n);

/*@ requires n > 0 && bytes_writable(to, n);
    requires 0 <= c <= UCHAR_MAX;
    assigns to[0 .. n - 1];
    ensures \forall integer i; 0 <= i < n ==> to[i] == c; */
void proof_memset(unsigned char *to, int c, size_t n);

/* Copies between bytes and a number. */
/*@ requires 0 < n <= sizeof(uint64_t) && \valid(to) && bytes_readable((unsigned char *)from, n);
    assigns *to; */
void proof_load64(uint64_t *to, unsigned char const *from, size_t n);
/*@ requires n == sizeof(uint32_t) && \valid(to) && bytes_readable((unsigned char *)from, sizeof(uint32_t));
    assigns *to; */
void proof_load32(uint32_t *to, unsigned char const *from, size_t n);
/*@ requires n == sizeof(uint64_t) && \valid_read(from) && bytes_writable(to, sizeof(uint64_t));
    assigns to[0 .. sizeof(uint64_t) - 1]; */
void proof_store64(unsigned char *to, uint64_t const *from, size_t n);
/*@ assigns \nothing; */
uint64_t proof_bswap64(uint64_t v);
/*@ assigns \nothing; */
uint32_t proof_bswap32(uint32_t v);
/*@ requires v != 0;
    assigns \nothing;
    ensures 0 <= \result < 64;
    ensures (v & 0x0100000000000000) != 0 ==> \result <= 56; */
int proof_ctzll(uint64_t v);

/* Checked sums and products of sizes; true when they wrap. */
/*@ requires \valid(r);
    assigns *r;
    ensures \result <==> a + b > SIZE_MAX;
    ensures !\result ==> *r == a + b; */
bool proof_add_overflow(size_t a, size_t b, size_t *r);
/*@ requires \valid(r);
    assigns *r;
    ensures \result <==> a * b > SIZE_MAX;
    ensures !\result ==> *r == a * b; */
bool proof_mul_overflow(size_t a, size_t b, size_t *r);

#define memchr proof_memchr
#define memmem proof_memmem
#define memrchr proof_memrchr
#define memcmp proof_memcmp
#define memmove proof_memmove
#define memset proof_memset
#define memcpy(to, from, n) \
    (sizeof *(to) == 8 ? proof_load64((uint64_t *)(to), (unsigned char const *)(from), n) \
     : sizeof *(to) == 4 ? proof_load32((uint32_t *)(to), (unsigned char const *)(from), n) \
     : sizeof *(from) == 8 ? proof_store64((unsigned char *)(to), (uint64_t const *)(from), n) \
     : proof_memcpy((unsigned char *)(to), (unsigned char const *)(from), n))
#define __builtin_bswap64 proof_bswap64
#define __builtin_bswap32 proof_bswap32
#define __builtin_ctzll proof_ctzll
#define __builtin_add_overflow(a, b, r) proof_add_overflow((size_t)(a), (size_t)(b), (size_t *)(r))
#define __builtin_mul_overflow(a, b, r) proof_mul_overflow((size_t)(a), (size_t)(b), (size_t *)(r))
#define __builtin_expect(condition, usual) (condition)

#endif
