/* kernels.h - the plain kernels, and through the generic file every kernel on machines without forms of
   their own. Their SIMD twins are compared with them by tests/fuzz. */

#ifndef PROOF_SAFE_KERNELS_H
#define PROOF_SAFE_KERNELS_H

#include "sys/cpu.h"
#include "safe/kernels.h"

/*@ predicate expansion(byteexpand *e) = \forall integer k; 0 <= k < 256 ==> e->len_[k] <= 7; */

/*@ requires bytes_readable((unsigned char *)p, n);
    assigns \nothing;
    ensures \result == occurrences((unsigned char *)p, n, c) && \result <= n; */
size_t kernel_plain_count(unsigned char const *p, size_t n, unsigned char c);
/* loop kernel_plain_count:
    loop invariant 0 <= i <= n && count <= i && count == occurrences((unsigned char *)p, i, c);
    loop assigns i, count;
    loop variant n - i; */
/* mutant kernel_plain_count: i < n -> i <= n */

/*@ requires bytes_readable((unsigned char *)p, n);
    assigns \nothing;
    ensures \result <= n && bytes_without((unsigned char *)p, \result, a);
    ensures bytes_without((unsigned char *)p, \result, b);
    ensures \result < n ==> p[\result] == a || p[\result] == b; */
size_t kernel_plain_find2(unsigned char const *p, size_t n, unsigned char a, unsigned char b);
/* loop kernel_plain_find2:
    loop invariant 0 <= i <= n && bytes_without((unsigned char *)p, i, a)
            && bytes_without((unsigned char *)p, i, b);
    loop assigns i;
    loop variant n - i; */
/* mutant kernel_plain_find2: p[i] != b -> p[i + 1] != b */

/*@ requires bytes_readable((unsigned char *)p, n) && \valid_read(c);
    assigns \nothing;
    ensures \result <= n && free_of_set((unsigned char *)p, \result, &c->set_.in_[0]);
    ensures \result < n ==> c->set_.in_[p[\result]] != 0; */
size_t kernel_plain_find_class(unsigned char const *p, size_t n, byteclass const *c);
/* loop kernel_plain_find_class:
    loop invariant 0 <= i <= n && free_of_set((unsigned char *)p, i, &c->set_.in_[0]);
    loop assigns i;
    loop variant n - i; */
/* mutant kernel_plain_find_class: i < n -> i <= n */

/*@ requires bytes_readable((unsigned char *)p, n);
    assigns \nothing;
    ensures \result == occurrences((unsigned char *)p, n, c) && \result <= n; */
size_t kernel_count(unsigned char const *p, size_t n, unsigned char c);
/* mutant kernel_count: (p, n, c) -> (p, n + 1, c) */

/*@ requires bytes_readable((unsigned char *)p, n);
    assigns \nothing;
    ensures \result <= n && bytes_without((unsigned char *)p, \result, a);
    ensures bytes_without((unsigned char *)p, \result, b);
    ensures \result < n ==> p[\result] == a || p[\result] == b; */
size_t kernel_find2(unsigned char const *p, size_t n, unsigned char a, unsigned char b);
/* mutant kernel_find2: (p, n, a, b) -> (p, n, a, a) */

/*@ requires bytes_readable((unsigned char *)p, n) && \valid_read(c);
    assigns \nothing;
    ensures \result <= n && free_of_set((unsigned char *)p, \result, &c->set_.in_[0]);
    ensures \result < n ==> c->set_.in_[p[\result]] != 0; */
size_t kernel_find_class(unsigned char const *p, size_t n, byteclass const *c);
/* mutant kernel_find_class: (p, n, c) -> (p + 1, n, c) */

/*@ requires bytes_readable((unsigned char *)p, n) && n <= 65536 && \valid(to + (0 .. n + 7));
    requires \separated(to + (0 .. n + 7), p + (0 .. n - 1));
    assigns to[0 .. n + 7];
    ensures \result <= n && (\forall integer k; 0 <= k < \result ==> to[k] < n); */
size_t kernel_plain_index2(uint16_t *to, unsigned char const *p, size_t n, unsigned char a, unsigned char b);
/* loop kernel_plain_index2:
    loop invariant 0 <= i <= n && 0 <= count <= i;
    loop invariant \forall integer k; 0 <= k < count ==> to[k] < n;
    loop assigns i, count, to[0 .. n + 7];
    loop variant n - i; */
/* mutant kernel_plain_index2: i < n -> i <= n */

/*@ requires bytes_readable((unsigned char *)p, n) && n <= 65536 && \valid(to + (0 .. n + 7));
    requires \separated(to + (0 .. n + 7), p + (0 .. n - 1));
    assigns to[0 .. n + 7];
    ensures \result <= n && (\forall integer k; 0 <= k < \result ==> to[k] < n); */
size_t kernel_index2(uint16_t *to, unsigned char const *p, size_t n, unsigned char a, unsigned char b);
/* mutant kernel_index2: (to, p, n, a, b) -> (to + 9, p, n, a, b) */

/*@ requires bytes_writable(p, n) && \valid_read(m) && \separated(m, p + (0 .. n - 1));
    assigns p[0 .. n - 1];
    ensures \forall integer k; 0 <= k < n ==> p[k] == m->to_[\old(p[k])]; */
void kernel_plain_map(unsigned char *p, size_t n, bytemap const *m);
/* loop kernel_plain_map:
    loop invariant 0 <= i <= n;
    loop invariant \forall integer k; 0 <= k < i ==> p[k] == m->to_[\at(p[k], Pre)];
    loop invariant \forall integer k; i <= k < n ==> p[k] == \at(p[k], Pre);
    loop assigns i, p[0 .. n - 1];
    loop variant n - i; */
/* mutant kernel_plain_map: i < n -> i <= n */

/*@ requires bytes_writable(p, n) && \valid_read(m) && \separated(m, p + (0 .. n - 1));
    assigns p[0 .. n - 1];
    ensures \forall integer k; 0 <= k < n ==> p[k] == m->to_[\old(p[k])]; */
void kernel_map(unsigned char *p, size_t n, bytemap const *m);
/* mutant kernel_map: p, n, m -> p, n + 1, m */

/*@ requires bytes_writable(to, n) && bytes_readable((unsigned char *)p, n) && \valid_read(drop);
    requires \separated(drop, to + (0 .. n - 1));
    assigns to[0 .. n - 1];
    ensures \result <= n; */
size_t kernel_plain_filter(unsigned char *to, unsigned char const *p, size_t n, byteset const *drop);
/* loop kernel_plain_filter:
    loop invariant 0 <= i <= n && 0 <= kept <= i;
    loop assigns i, kept, to[0 .. n - 1];
    loop variant n - i; */
/* mutant kernel_plain_filter: kept += -> kept += 1 + */

/*@ requires bytes_writable(to, n) && bytes_readable((unsigned char *)p, n) && \valid_read(drop);
    requires \separated(drop, to + (0 .. n - 1));
    assigns to[0 .. n - 1];
    ensures \result <= n; */
size_t kernel_filter(unsigned char *to, unsigned char const *p, size_t n, byteset const *drop);
/* mutant kernel_filter: to, p, n -> to, p, n + 1 */

/*@ requires bytes_writable(to, s.n_) && bytes_readable((unsigned char *)s.p_, s.n_) && \valid_read(set);
    requires \valid(last) && \separated(last, set) && \separated(set, to + (0 .. s.n_ - 1));
    requires \separated(last, to + (0 .. s.n_ - 1));
    assigns *last, to[0 .. s.n_ - 1];
    ensures \result <= s.n_; */
size_t kernel_plain_squeeze(unsigned char *to, span s, byteset const *set, int *last);
/* loop kernel_plain_squeeze:
    loop invariant 0 <= i <= s.n_ && 0 <= kept <= i;
    loop assigns i, kept, before, to[0 .. s.n_ - 1];
    loop variant s.n_ - i; */
/* mutant kernel_plain_squeeze: kept += -> kept += 1 + */

/*@ requires bytes_writable(to, s.n_) && bytes_readable((unsigned char *)s.p_, s.n_) && \valid_read(set);
    requires \valid(last) && \separated(last, set) && \separated(set, to + (0 .. s.n_ - 1));
    requires \separated(last, to + (0 .. s.n_ - 1));
    assigns *last, to[0 .. s.n_ - 1];
    ensures \result <= s.n_; */
size_t kernel_squeeze(unsigned char *to, span s, byteset const *set, int *last);
/* mutant kernel_squeeze: to, s, set -> to + 1, s, set */

/*@ assigns \nothing; ensures \result == (feature == CPU_NONE); */
bool cpu_has(enum cpu_feature feature);
/* trusted cpu_has: a room of system calls; which forms it chooses does not matter here, as all are plain */

/*@ requires bytes_readable((unsigned char *)p, n);
    assigns \nothing;
    ensures \result <= n;
    ensures \result < n ==> \result + 1 < n && p[\result] == a && p[\result + 1] == b; */
size_t kernel_plain_find_pair(unsigned char const *p, size_t n, unsigned char a, unsigned char b);
/* loop kernel_plain_find_pair:
    loop invariant 1 <= i && (i <= n || i == 1);
    loop assigns i;
    loop variant n - i; */
/* mutant kernel_plain_find_pair: i < n -> i <= n */

/*@ requires bytes_readable((unsigned char *)p, n);
    assigns \nothing;
    ensures \result <= n;
    ensures \result < n ==> \result + 1 < n && p[\result] == a && p[\result + 1] == b; */
size_t kernel_find_pair(unsigned char const *p, size_t n, unsigned char a, unsigned char b);
/* mutant kernel_find_pair: (p, n, a, b) -> (p, n, b, a) */

/*@ assigns \nothing; */
static inline uint64_t decimal_eight(uint64_t v);
/* trusted decimal_eight: no memory, a word in and a word out */

/*@ requires n == 0 || \valid(v + (0 .. n - 1));
    assigns v[0 .. n - 1]; */
void kernel_plain_decimal(uint64_t *v, size_t n);
/* loop kernel_plain_decimal:
    loop invariant 0 <= i <= n;
    loop assigns i, v[0 .. n - 1];
    loop variant n - i; */
/* mutant kernel_plain_decimal: i < n -> i <= n */

/*@ requires n == 0 || \valid(v + (0 .. n - 1));
    assigns v[0 .. n - 1]; */
void kernel_decimal(uint64_t *v, size_t n);
/* mutant kernel_decimal: v, n -> v, n + 1 */

/*@ requires bytes_readable((unsigned char *)s.p_, s.n_) && bytes_writable(to, 8 * s.n_) && \valid_read(e);
    requires expansion((byteexpand *)e) && s.n_ <= 0x1FFFFFFFFFFFFFFF;
    requires \separated(e, to + (0 .. 8 * s.n_ - 1));
    assigns to[0 .. 8 * s.n_ - 1];
    ensures \result <= 7 * s.n_; */
size_t kernel_plain_expand(unsigned char *to, span s, byteexpand const *e);
/* loop kernel_plain_expand:
    loop invariant 0 <= i <= s.n_ && 0 <= done <= 7 * i;
    loop assigns i, done, to[0 .. 8 * s.n_ - 1];
    loop variant s.n_ - i; */
/* mutant kernel_plain_expand: i < s.n_ -> i <= s.n_ */

/*@ requires bytes_readable((unsigned char *)s.p_, s.n_) && bytes_writable(to, 8 * s.n_) && \valid_read(e);
    requires expansion((byteexpand *)e) && s.n_ <= 0x1FFFFFFFFFFFFFFF;
    requires \separated(e, to + (0 .. 8 * s.n_ - 1));
    assigns to[0 .. 8 * s.n_ - 1];
    ensures \result <= 7 * s.n_; */
size_t kernel_expand_few(unsigned char *to, span s, byteexpand const *e, byteclass const *few);
/* mutant kernel_expand_few: (to, s, e) -> (to + 8 * s.n_, s, e) */

#endif
