/* prime.c - whether the modulus is prime: the test of Baillie, Pomerance, Selfridge and Wagstaff, that is a
   strong test with base 2 and a Lucas test (the one called almost extra strong), with more bases where nobody
   has shown these to be enough, which is above 2^64. */

#include "factor/methods.h"

/* R = BASE to the power of (n - 1) / 2^SHIFT. */
static void raise_base(struct modulus *m, elem *r, uint32_t base, unsigned shift)
{
    elem b = elem_new(m);
    elem_small(m, &b, base);
    elem_copy(m, r, b);
    for (unsigned i = mod_bits(m) - 1; i > shift; i--) {
        elem_mul(m, r, *r, *r);
        if (mod_bit_before(m, i - 1)) {
            if (base == 2)
                elem_add(m, r, *r, *r);
            else
                elem_mul(m, r, *r, b);
        }
    }
}

static bool is_strong_probable_prime(struct modulus *m, uint32_t base)
{
    unsigned shift = 1;
    while (!mod_bit_before(m, shift))
        shift++;
    elem x = elem_new(m), one = mod_one(m), minus_one = elem_new(m);
    elem_sub(m, &minus_one, minus_one, one);
    raise_base(m, &x, base, shift);
    if (elem_equal(m, x, one))
        return true;
    for (; !elem_equal(m, x, minus_one); shift--) {
        if (shift == 1)
            return false;
        elem_mul(m, &x, x, x);
    }
    return true;
}

/* Jacobi's symbol of A and the odd number N. */
static int small_jacobi(uint32_t a, uint32_t n)
{
    int sign = 1;
    for (a %= n; a != 0; a %= n) {
        for (; a % 2 == 0; a /= 2)
            if (n % 8 == 3 || n % 8 == 5)
                sign = -sign;
        if (a % 4 == 3 && n % 4 == 3)
            sign = -sign;
        uint32_t was = a;
        a = n;
        n = was;
    }
    return n == 1 ? sign : 0;
}

/* The same of A and the modulus. */
static int jacobi(struct modulus *m, uint32_t a)
{
    int sign = 1;
    uint32_t low = mod_remainder(m, 8);
    for (; a % 2 == 0; a /= 2)
        if (low == 3 || low == 5)
            sign = -sign;
    if (a % 4 == 3 && low % 4 == 3)
        sign = -sign;
    return sign * small_jacobi(mod_remainder(m, a), a);
}

/* V becomes the member with index (n + 1) / 2^SHIFT of the Lucas sequence V(P, 1). */
static void lucas_member(struct modulus *m, elem *v, elem p, elem two, unsigned shift)
{
    elem next = elem_new(m);
    elem_copy(m, v, p);
    elem_mul(m, &next, p, p);
    elem_sub(m, &next, next, two);
    for (unsigned i = mod_bits(m) - 1; i > shift; i--) {
        if (mod_bit_behind(m, i - 1)) {
            elem_mul(m, v, *v, next);
            elem_sub(m, v, *v, p);
            elem_mul(m, &next, next, next);
            elem_sub(m, &next, next, two);
        } else {
            elem_mul(m, &next, *v, next);
            elem_sub(m, &next, next, p);
            elem_mul(m, v, *v, *v);
            elem_sub(m, v, *v, two);
        }
    }
}

static bool is_lucas_probable_prime(struct modulus *m)
{
    enum { TRIED = 500 };       /* only of a square all symbols can be 1 */
    uint32_t p = 3;
    while (p < TRIED && jacobi(m, p * p - 4) == 1)
        p++;
    if (p == TRIED)
        return false;
    unsigned shift = 1;
    while (!mod_bit_behind(m, shift))
        shift++;
    elem parameter = elem_new(m), two = elem_new(m), minus_two = elem_new(m), v = elem_new(m);
    elem_small(m, &parameter, p);
    elem_small(m, &two, 2);
    elem_sub(m, &minus_two, minus_two, two);
    lucas_member(m, &v, parameter, two, shift);
    if (elem_equal(m, v, two) || elem_equal(m, v, minus_two))
        return true;
    for (; !elem_is_zero(m, v); shift--) {
        if (shift == 1)
            return false;
        elem_mul(m, &v, v, v);
        elem_sub(m, &v, v, two);
    }
    return true;
}

bool mod_is_prime(struct modulus *m)
{
    enum { LAST_BASE = 29 };
    size_t mark = elem_mark(m);
    bool prime = is_strong_probable_prime(m, 2) && is_lucas_probable_prime(m);
    for (uint32_t base = 3; prime && base <= LAST_BASE && mod_bits(m) > 64; base += 2)
        prime = is_strong_probable_prime(m, base);
    elem_release(m, mark);
    return prime;
}
