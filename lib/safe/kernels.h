/* kernels.h - loops with a form per instruction set, chosen at run time.  Private to lib/safe. Each kernel
   has a plain twin (kernel_plain_*), which defines what it does and which tests compare it with. */

#ifndef SAFE_KERNELS_H
#define SAFE_KERNELS_H

#include "safe/bytes.h"

/* Number of bytes equal to C in the N bytes at P. */
size_t kernel_count(unsigned char const *p, size_t n, unsigned char c);
size_t kernel_plain_count(unsigned char const *p, size_t n, unsigned char c);

/* Offset of the first A or B in the N bytes at P, or N. */
size_t kernel_find2(unsigned char const *p, size_t n, unsigned char a, unsigned char b);
size_t kernel_plain_find2(unsigned char const *p, size_t n, unsigned char a, unsigned char b);

/* Offset of the first A that is directly followed by B in the N bytes at P, or N. */
size_t kernel_find_pair(unsigned char const *p, size_t n, unsigned char a, unsigned char b);
size_t kernel_plain_find_pair(unsigned char const *p, size_t n, unsigned char a, unsigned char b);

/* Offset of the first byte in the class, or N. */
size_t kernel_find_class(unsigned char const *p, size_t n, byteclass const *c);
size_t kernel_plain_find_class(unsigned char const *p, size_t n, byteclass const *c);

/* Store at TO where A or B occur in the N bytes at P (65536 at most); how many there are.  At most eight
   numbers behind the last one are written, too. */
size_t kernel_index2(uint16_t *to, unsigned char const *p, size_t n, unsigned char a, unsigned char b);
size_t kernel_plain_index2(uint16_t *to, unsigned char const *p, size_t n, unsigned char a, unsigned char b);

/* Translate the N bytes at P. */
void kernel_map(unsigned char *p, size_t n, bytemap const *m);
void kernel_plain_map(unsigned char *p, size_t n, bytemap const *m);

/* Copy to TO, which may be P, what DROP does not hold of the N bytes at P; how many that were. Up to N bytes
   are written at TO. */
size_t kernel_filter(unsigned char *to, unsigned char const *p, size_t n, byteset const *drop);
size_t kernel_plain_filter(unsigned char *to, unsigned char const *p, size_t n, byteset const *drop);

/* What mspan_expand_few and mspan_expand do with S; up to eight times its length is written at TO. */
size_t kernel_expand_few(unsigned char *to, span s, byteexpand const *e, byteclass const *few);
size_t kernel_plain_expand(unsigned char *to, span s, byteexpand const *e);

/* Like kernel_filter for what mspan_squeeze keeps of S. */
size_t kernel_squeeze(unsigned char *to, span s, byteset const *set, int *last);
size_t kernel_plain_squeeze(unsigned char *to, span s, byteset const *set, int *last);

/* Let each of the N numbers at V, all below 10^8, become its digits as decimal_eight makes them. */
void kernel_decimal(uint64_t *v, size_t n);
void kernel_plain_decimal(uint64_t *v, size_t n);

#endif
