/* kernels_generic.c - machines without kernels of their own run the plain twins. */

#include "safe/kernels.h"

size_t kernel_count(unsigned char const *p, size_t n, unsigned char c)
{
    return kernel_plain_count(p, n, c);
}

void kernel_decimal(uint64_t *v, size_t n)
{
    kernel_plain_decimal(v, n);
}

size_t kernel_find2(unsigned char const *p, size_t n, unsigned char a, unsigned char b)
{
    return kernel_plain_find2(p, n, a, b);
}

size_t kernel_find_pair(unsigned char const *p, size_t n, unsigned char a, unsigned char b)
{
    return kernel_plain_find_pair(p, n, a, b);
}

size_t kernel_expand_few(unsigned char *to, span s, byteexpand const *e, byteclass const *few)
{
    (void)few;
    return kernel_plain_expand(to, s, e);
}

size_t kernel_find_class(unsigned char const *p, size_t n, byteclass const *c)
{
    return kernel_plain_find_class(p, n, c);
}

size_t kernel_index2(uint16_t *to, unsigned char const *p, size_t n, unsigned char a, unsigned char b)
{
    return kernel_plain_index2(to, p, n, a, b);
}

void kernel_map(unsigned char *p, size_t n, bytemap const *m)
{
    kernel_plain_map(p, n, m);
}

size_t kernel_filter(unsigned char *to, unsigned char const *p, size_t n, byteset const *drop)
{
    return kernel_plain_filter(to, p, n, drop);
}

size_t kernel_squeeze(unsigned char *to, span s, byteset const *set, int *last)
{
    return kernel_plain_squeeze(to, s, set, last);
}
