/* kernels.c - the plain twins. */

#include "safe/kernels.h"
#include "safe/decimal.h"

#include <string.h>

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

size_t kernel_plain_find_pair(unsigned char const *p, size_t n, unsigned char a, unsigned char b)
{
    for (size_t i = 1; i < n; i++)
        if (p[i] == b && p[i - 1] == a)
            return i - 1;
    return n;
}

size_t kernel_plain_expand(unsigned char *to, span s, byteexpand const *e)
{
    size_t done = 0;
    for (size_t i = 0; i < s.n_; i++) {
        memcpy(to + done, &e->text_[s.p_[i]], 8);
        done += e->len_[s.p_[i]];
    }
    return done;
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

void kernel_plain_map(unsigned char *p, size_t n, bytemap const *m)
{
    for (size_t i = 0; i < n; i++)
        p[i] = m->to_[p[i]];
}

size_t kernel_plain_filter(unsigned char *to, unsigned char const *p, size_t n, byteset const *drop)
{
    size_t kept = 0;
    for (size_t i = 0; i < n; i++) {
        unsigned char c = p[i];
        to[kept] = c;
        kept += !drop->in_[c];
    }
    return kept;
}

size_t kernel_plain_squeeze(unsigned char *to, span s, byteset const *set, int *last)
{
    size_t kept = 0;
    int before = *last;
    for (size_t i = 0; i < s.n_; i++) {
        unsigned char c = s.p_[i];
        to[kept] = c;
        kept += !(c == before && set->in_[c]);
        before = c;
    }
    *last = before;
    return kept;
}

void kernel_plain_decimal(uint64_t *v, size_t n)
{
    for (size_t i = 0; i < n; i++)
        v[i] = decimal_eight(v[i]);
}
