/* kernels.c - the plain twins. */

#include "safe/kernels.h"

size_t kernel_plain_count(unsigned char const *p, size_t n, unsigned char c)
{
    size_t count = 0;
    for (size_t i = 0; i < n; i++)
        count += p[i] == c;
    return count;
}

size_t kernel_plain_find2(unsigned char const *p, size_t n, unsigned char a, unsigned char b)
{
    size_t i = 0;
    while (i < n && p[i] != a && p[i] != b)
        i++;
    return i;
}

size_t kernel_plain_find_class(unsigned char const *p, size_t n, byteclass const *c)
{
    size_t i = 0;
    while (i < n && !c->set_.in_[p[i]])
        i++;
    return i;
}

size_t kernel_plain_index2(uint16_t *to, unsigned char const *p, size_t n, unsigned char a, unsigned char b)
{
    size_t count = 0;
    for (size_t i = 0; i < n; i++) {
        to[count] = (uint16_t)i;
        count += p[i] == a || p[i] == b;
    }
    return count;
}
