/* curve.c - Lenstra's elliptic curve method, in Montgomery's form: points are X : Z without Y.  The curve is
   Suyama's for a parameter; the number of its points is a multiple of 12.  A factor is found when that
   number, modulo the factor, has no large prime (first stage), or just one that is not too large (second
   stage). */

#include "factor/methods.h"

/* j times the point that a second stage begins with, for one of the residues j of the wheel. */
struct baby {
    struct point point;
    elem product;               /* of x and z */
};
enum { BABY_ELEMENTS = 3, SIGMA_LEAST = 6 };

SAFE_INLINE struct point point_new(struct modulus *m)
{
    struct point p = {.x = elem_new(m)};
    p.z = elem_new(m);
    return p;
}

SAFE_INLINE void point_copy(struct modulus *m, enum modulus_kind kind, struct point *to, struct point from)
{
    kind_copy(m, kind, &to->x, from.x);
    kind_copy(m, kind, &to->z, from.z);
}

void curve_make(struct modulus *m, struct curve *c)
{
    c->sigma = SIGMA_LEAST;
    c->numerator = elem_new(m);
    c->denominator = elem_new(m);
    c->start = point_new(m);
    c->low = point_new(m);
    c->high = point_new(m);
    c->wheel = point_new(m);
    c->behind = point_new(m);
    c->product = elem_new(m);
    c->own = elem_new(m);
}

/* R = 2 R. */
SAFE_INLINE void point_double(struct modulus *m, enum modulus_kind kind, struct curve const *c,
                              struct point *r)
{
    elem sum = SCRATCH_A, difference = SCRATCH_B, third = SCRATCH_C;
    kind_add(m, kind, &sum, r->x, r->z);
    kind_mul(m, kind, &sum, sum, sum);
    kind_sub(m, kind, &difference, r->x, r->z);
    kind_mul(m, kind, &difference, difference, difference);
    kind_sub(m, kind, &third, sum, difference);
    kind_mul(m, kind, &difference, difference, c->denominator);
    kind_mul(m, kind, &r->x, sum, difference);
    kind_mul(m, kind, &sum, third, c->numerator);
    kind_add(m, kind, &sum, sum, difference);
    kind_mul(m, kind, &r->z, third, sum);
}

/* R = R + Q, where R - Q or Q - R is known. */
SAFE_INLINE void point_add(struct modulus *m, enum modulus_kind kind, struct point *r, struct point q,
                           struct point known)
{
    elem sum = SCRATCH_A, difference = SCRATCH_B, third = SCRATCH_C, fourth = SCRATCH_D;
    kind_sub(m, kind, &sum, r->x, r->z);
    kind_add(m, kind, &third, q.x, q.z);
    kind_mul(m, kind, &sum, sum, third);
    kind_add(m, kind, &difference, r->x, r->z);
    kind_sub(m, kind, &third, q.x, q.z);
    kind_mul(m, kind, &difference, difference, third);
    kind_add(m, kind, &third, sum, difference);
    kind_sub(m, kind, &fourth, sum, difference);
    kind_mul(m, kind, &third, third, third);
    kind_mul(m, kind, &fourth, fourth, fourth);
    kind_mul(m, kind, &r->x, third, known.z);
    kind_mul(m, kind, &r->z, fourth, known.x);
}

SAFE_INLINE void curve_climb(struct modulus *m, enum modulus_kind kind, struct curve *c, struct point p,
                             uint32_t times)
{
    struct point low = c->low, high = c->high;
    point_copy(m, kind, &low, p);
    point_copy(m, kind, &high, p);
    point_double(m, kind, c, &high);
    for (unsigned i = u64_bits(times) - 1; i > 0; i--) {
        if (times >> (i - 1) & 1) {
            point_add(m, kind, &low, high, p);
            point_double(m, kind, c, &high);
        } else {
            point_add(m, kind, &high, low, p);
            point_double(m, kind, c, &low);
        }
    }
    c->low = low;
    c->high = high;
}

/* c->low = TIMES P and c->high = (TIMES + 1) P.  P is none of the two; TIMES is not 0. */
static void curve_ladder(struct modulus *m, struct curve *c, struct point p, uint32_t times)
{
    switch (m->kind) {
    case MODULUS_WORD: curve_climb(m, MODULUS_WORD, c, p, times); break;
    case MODULUS_PAIR: curve_climb(m, MODULUS_PAIR, c, p, times); break;
    case MODULUS_WIDE: curve_climb(m, MODULUS_WIDE, c, p, times); break;
    }
}

/* Suyama's curve and point for SIGMA, which is 6 or more. */
static void curve_start(struct modulus *m, struct curve *c, uint32_t sigma)
{
    elem u = SCRATCH_A, v = SCRATCH_B, t = SCRATCH_C, u3 = c->start.x, v3 = c->start.z;
    elem_small(m, &t, sigma);
    elem_mul(m, &u, t, t);
    elem_small(m, &v, 5);
    elem_sub(m, &u, u, v);
    elem_small(m, &v, 4);
    elem_mul(m, &v, v, t);
    elem_mul(m, &u3, u, u);
    elem_mul(m, &u3, u3, u);
    elem_mul(m, &v3, v, v);
    elem_mul(m, &v3, v3, v);
    /* (v - u)^3 (3 u + v) / (16 u^3 v) */
    elem_small(m, &t, 16);
    elem_mul(m, &t, t, u3);
    elem_mul(m, &c->denominator, t, v);
    elem_add(m, &t, u, u);
    elem_add(m, &t, t, u);
    elem_add(m, &t, t, v);
    elem_sub(m, &v, v, u);
    elem_mul(m, &u, v, v);
    elem_mul(m, &u, u, v);
    elem_mul(m, &c->numerator, u, t);
    c->start.x = u3;
    c->start.z = v3;
}

SAFE_INLINE struct baby baby_load(u128_view babies, size_t i)
{
    babies = u128_view_drop(babies, BABY_ELEMENTS * i);
    return (struct baby){{u128_view_at(babies, 0), u128_view_at(babies, 1)}, u128_view_at(babies, 2)};
}

SAFE_INLINE void baby_store(u128_view babies, size_t i, struct baby b)
{
    babies = u128_view_drop(babies, BABY_ELEMENTS * i);
    u128_view_set(babies, 0, b.point.x);
    u128_view_set(babies, 1, b.point.z);
    u128_view_set(babies, 2, b.product);
}

/* The I-th baby, to be given its values. */
SAFE_INLINE struct baby baby_take(struct modulus *m, struct curve *c, u128_view babies, size_t i)
{
    if (i < c->num_babies)
        return baby_load(babies, i);
    c->num_babies++;
    struct baby fresh = {.point = point_new(m), .product = elem_new(m)};
    return fresh;
}

/* The babies: odd multiples in turn, of which some are kept. */
SAFE_INLINE void curve_make_babies(struct modulus *m, enum modulus_kind kind, struct curve *c,
                                   u32_view residues, u128_view babies)
{
    struct point two = c->wheel, behind = c->behind, now = c->low, saved = c->high;
    point_copy(m, kind, &two, c->start);
    point_double(m, kind, c, &two);
    point_copy(m, kind, &behind, c->start);     /* -1 times the point has the same X and Z as once */
    point_copy(m, kind, &now, c->start);
    uint32_t times = 1;
    for (size_t i = 0; i < u32_view_len(residues); i++) {
        for (; times < u32_view_at(residues, i); times += 2) {
            point_copy(m, kind, &saved, now);
            point_add(m, kind, &now, two, behind);
            point_copy(m, kind, &behind, saved);
        }
        struct baby b = baby_take(m, c, babies, i);
        point_copy(m, kind, &b.point, now);
        kind_mul(m, kind, &b.product, now.x, now.z);
        baby_store(babies, i, b);
    }
    c->wheel = two;
    c->behind = behind;
    c->low = now;
    c->high = saved;
}

/* c->behind, c->low = the points with the steps before the first one and this one. */
static void curve_first_step(struct modulus *m, struct curve *c, struct plan const *plan)
{
    curve_ladder(m, c, c->start, plan->wheel);
    point_copy(m, m->kind, &c->wheel, c->low);
    curve_ladder(m, c, c->wheel, plan->first - 1);
    point_copy(m, m->kind, &c->behind, c->low);
    point_copy(m, m->kind, &c->low, c->high);
}

/* Multiply c->product by x1 z2 - x2 z1 of the points that have to be compared. */
SAFE_INLINE void curve_multiply_pairs(struct modulus *m, enum modulus_kind kind, struct curve *c,
                                      u16_view pairs, u128_view babies)
{
    struct point now = c->low, behind = c->behind, saved = c->high, wheel = c->wheel;
    elem product = c->product, sum = SCRATCH_A, difference = SCRATCH_B, own = c->own;
    kind_mul(m, kind, &own, now.x, now.z);
    for (uint16_t i = 0; u16_view_next(&pairs, &i);) {
        if (i == PLAN_NEXT) {
            point_copy(m, kind, &saved, now);
            point_add(m, kind, &now, wheel, behind);
            point_copy(m, kind, &behind, saved);
            kind_mul(m, kind, &own, now.x, now.z);
            continue;
        }
        struct baby b = baby_load(babies, i);
        kind_sub(m, kind, &difference, now.x, b.point.x);
        kind_add(m, kind, &sum, now.z, b.point.z);
        kind_mul(m, kind, &sum, sum, difference);
        kind_sub(m, kind, &sum, sum, own);
        kind_add(m, kind, &sum, sum, b.product);
        kind_mul(m, kind, &product, product, sum);
    }
    c->product = product;
}

static void curve_babies(struct modulus *m, struct curve *c, u32_view residues, u128_view babies)
{
    switch (m->kind) {
    case MODULUS_WORD: curve_make_babies(m, MODULUS_WORD, c, residues, babies); break;
    case MODULUS_PAIR: curve_make_babies(m, MODULUS_PAIR, c, residues, babies); break;
    case MODULUS_WIDE: curve_make_babies(m, MODULUS_WIDE, c, residues, babies); break;
    }
}

static void curve_pairs(struct modulus *m, struct curve *c, u16_view pairs, u128_view babies)
{
    switch (m->kind) {
    case MODULUS_WORD: curve_multiply_pairs(m, MODULUS_WORD, c, pairs, babies); break;
    case MODULUS_PAIR: curve_multiply_pairs(m, MODULUS_PAIR, c, pairs, babies); break;
    case MODULUS_WIDE: curve_multiply_pairs(m, MODULUS_WIDE, c, pairs, babies); break;
    }
}

/* Room for all babies of PLAN. */
static u128_view baby_room(u128_vec *babies, struct plan const *plan)
{
    size_t wanted = BABY_ELEMENTS * u32_vec_len(&plan->residues), had = u128_vec_len(babies);
    if (had < wanted)
        u128_vec_extend(babies, wanted - had);
    return u128_vec_span(babies);
}

/* Try the next curve. */
bool curve_find(struct modulus *m, struct curve *c, struct plan const *plan, u128_vec *babies,
                struct factor_found *found)
{
    curve_start(m, c, c->sigma++);
    u32_view powers = u32_vec_span(&plan->powers);
    for (uint32_t power = 0; u32_view_next(&powers, &power);) {
        curve_ladder(m, c, c->start, power);
        point_copy(m, m->kind, &c->start, c->low);
    }
    elem_copy(m, &c->product, c->start.z);
    u128_view room = baby_room(babies, plan);
    curve_babies(m, c, u32_vec_span(&plan->residues), room);
    curve_first_step(m, c, plan);
    curve_pairs(m, c, u16_vec_span(&plan->pairs), room);
    enum common common = mod_common(m, c->product, found);
    if (common == COMMON_ALL)
        common = mod_common(m, c->start.z, found);
    return common == COMMON_FACTOR;
}
