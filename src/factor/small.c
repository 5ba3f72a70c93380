/* small.c - the primes that are tried by division, which is done by multiplication. */

#include "factor/factor.h"

void small_make(small_primes *primes)
{
    for (uint32_t n = 3; n < SMALL_BELOW; n += 2) {
        bool composite = false;
        for (size_t i = 0; i < small_primes_len(primes) && !composite; i++)
            composite = n % small_primes_at(primes, i).prime == 0;
        if (composite)
            continue;
        struct small_prime p = {.prime = n, .square = (uint64_t)n * n, .most = UINT64_MAX / n};
        p.inverse = u64_inverse(n);
        small_primes_push(primes, p);
    }
}

void small_tabulate(u16_vec *table, small_view primes)
{
    size_t len = SMALL_BELOW * SMALL_BELOW / 2;
    u16_view least = u16_vec_extend(table, len);
    for (struct small_prime p = {}; small_view_next(&primes, &p);)
        for (size_t i = p.square / 2; i < len; i += p.prime)
            if (u16_view_at(least, i) == 0)
                u16_view_set(least, i, low_u16(p.prime));
}
