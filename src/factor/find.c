/* find.c - a factor of a composite number, by the methods in rho.c and curve.c with growing effort. */

#include "factor/methods.h"

enum { RHO_FIRST = 512, RHO_DOUBLED = 8 };

static bool find_by_rho(struct modulus *m, size_t level, struct factor_found *found)
{
    size_t mark = elem_mark(m);
    uint32_t doubled = level < RHO_DOUBLED ? low_u32(level) : RHO_DOUBLED;
    bool done = rho_find(m, low_u32(level) + 1, (uint64_t)RHO_FIRST << doubled, found);
    elem_release(m, mark);
    return done;
}

static bool find_by_curves(struct modulus *m, struct curve *c, struct effort *e, size_t level,
                           struct factor_found *found)
{
    uint32_t curves = 0;
    size_t plan = plan_of_level(&e->plans, level, &curves);
    for (uint32_t i = 0; i < curves; i++)
        if (curve_find(m, c, &AT(plan_vec, &e->plans, plan), &e->babies, found))
            return true;
    return false;
}

/* A factor of the composite modulus. */
static void find_factor(struct modulus *m, struct effort *e, struct factor_found *found)
{
    struct curve c = {};
    size_t mark = elem_mark(m);
    curve_make(m, &c);
    for (size_t level = 0; !find_by_rho(m, level, found) && !find_by_curves(m, &c, e, level, found); level++)
        ;
    elem_release(m, mark);
}

/* Go on with the modulus that was started. */
static bool split_modulus(struct effort *e, struct factor_found *found)
{
    if (mod_is_prime(&e->modulus))
        return false;
    find_factor(&e->modulus, e, found);
    return true;
}

bool find_in_number(struct effort *e, u128 n, struct factor_found *found)
{
    mod_start(&e->modulus, n);
    return split_modulus(e, found);
}

bool find_in_big(struct effort *e, bignum const *n, struct factor_found *found)
{
    wide_start(&e->modulus, n);
    return split_modulus(e, found);
}
