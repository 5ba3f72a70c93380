/* rho.c - Pollard's rho method as Brent improved it: the sequence x -> x^2 + c is known to run into a cycle
   modulo a factor earlier than modulo the number.  Finds small factors fast. */

#include "factor/methods.h"

enum { RHO_BATCH = 64 };        /* differences that are multiplied before a common divisor is looked for */

struct rho {
    elem y, x, c;               /* the sequence, an earlier member of it, its constant */
    elem start;                 /* what y was at the start of a batch */
    elem product, difference;
};

SAFE_INLINE void rho_step(struct modulus *m, enum modulus_kind kind, struct rho *r)
{
    kind_mul(m, kind, &r->y, r->y, r->y);
    kind_add(m, kind, &r->y, r->y, r->c);
}

/* COUNT steps, with the product of all differences. */
SAFE_INLINE void rho_multiply(struct modulus *m, enum modulus_kind kind, struct rho *to, uint64_t count)
{
    struct rho r = *to;         /* so that compilers know it to be no one else's */
    elem_copy(m, &r.start, r.y);
    for (; count > 0; count--) {
        rho_step(m, kind, &r);
        kind_sub(m, kind, &r.difference, r.x, r.y);
        kind_mul(m, kind, &r.product, r.product, r.difference);
    }
    *to = r;
}

static void rho_batch(struct modulus *m, struct rho *r, uint64_t count)
{
    switch (m->kind) {
    case MODULUS_WORD: rho_multiply(m, MODULUS_WORD, r, count); break;
    case MODULUS_PAIR: rho_multiply(m, MODULUS_PAIR, r, count); break;
    case MODULUS_WIDE: rho_multiply(m, MODULUS_WIDE, r, count); break;
    }
}

/* A whole batch has all of n in common with it: look at each of its differences. */
static bool rho_look_closely(struct modulus *m, struct rho *r, struct factor_found *found)
{
    enum common common = COMMON_NOTHING;
    elem_copy(m, &r->y, r->start);
    while (common == COMMON_NOTHING) {
        rho_step(m, m->kind, r);
        elem_sub(m, &r->difference, r->x, r->y);
        common = mod_common(m, r->difference, found);
    }
    return common == COMMON_FACTOR;
}

/* Try about BUDGET steps with the constant C. */
bool rho_find(struct modulus *m, uint32_t c, uint64_t budget, struct factor_found *found)
{
    struct rho r = {.y = elem_new(m), .x = elem_new(m), .c = elem_new(m)};
    r.start = elem_new(m);
    r.product = elem_new(m);
    r.difference = elem_new(m);
    elem_small(m, &r.y, 2);
    elem_small(m, &r.c, c);
    elem_copy(m, &r.product, mod_one(m));
    for (uint64_t length = 1; length <= budget; length *= 2) {
        elem_copy(m, &r.x, r.y);
        for (uint64_t i = 0; i < length; i++)
            rho_step(m, m->kind, &r);
        for (uint64_t done = 0; done < length; done += RHO_BATCH) {
            rho_batch(m, &r, length - done < RHO_BATCH ? length - done : RHO_BATCH);
            if (length < RHO_BATCH / 2)
                continue;
            switch (mod_common(m, r.product, found)) {
            case COMMON_NOTHING: break;
            case COMMON_FACTOR: return true;
            case COMMON_ALL: return rho_look_closely(m, &r, found);
            }
        }
    }
    return false;
}
