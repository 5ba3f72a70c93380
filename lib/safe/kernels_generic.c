/* kernels_generic.c - machines without kernels of their own run the plain twins. */

#include "safe/cpu.h"
#include "safe/kernels.h"

bool cpu_has(enum cpu_feature feature)
{
    return feature == CPU_NONE;
}

size_t kernel_count(unsigned char const *p, size_t n, unsigned char c)
{
    return kernel_plain_count(p, n, c);
}

size_t kernel_find2(unsigned char const *p, size_t n, unsigned char a, unsigned char b)
{
    return kernel_plain_find2(p, n, a, b);
}

size_t kernel_find_class(unsigned char const *p, size_t n, byteclass const *c)
{
    return kernel_plain_find_class(p, n, c);
}

size_t kernel_index2(uint16_t *to, unsigned char const *p, size_t n, unsigned char a, unsigned char b)
{
    return kernel_plain_index2(to, p, n, a, b);
}
