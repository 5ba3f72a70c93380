/* methods.h - the methods that work modulo the number to be factored, whatever its size. */

#ifndef FACTOR_METHODS_H
#define FACTOR_METHODS_H

#include "factor/element.h"

/* prime.c: whether the modulus is prime. */
bool mod_is_prime(struct modulus *m);

/* rho.c: try about BUDGET steps with the constant C. */
bool rho_find(struct modulus *m, uint32_t c, uint64_t budget, struct factor_found *found);

/* curve.c */

struct point {
    elem x, z;
};
struct curve {
    uint32_t sigma;             /* of the next one */
    elem numerator, denominator;        /* of (A + 2) / 4 */
    struct point start;         /* what first and second stage begin with */
    struct point low, high;     /* of the ladder */
    struct point wheel, behind; /* the second stage: its step, and the point before `low` */
    elem product, own;
    size_t num_babies;          /* that have elements of the modulus */
};

/* New elements for everything in C; try the next curve. */
void curve_make(struct modulus *m, struct curve *c);
bool curve_find(struct modulus *m, struct curve *c, struct plan const *plan, u128_vec *babies,
                struct factor_found *found);

#endif
