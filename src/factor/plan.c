/* plan.c - the two stages of the elliptic curve method. */

#include "factor/factor.h"

/* How hard to try: after so many curves the next level is due. */
struct level {
    uint32_t bound;             /* of the prime powers in the first stage */
    uint32_t further;           /* the second stage goes on to so many times the bound */
    uint32_t wheel;             /* bound is at least one and a half times that */
    uint32_t curves;
};
RSPAN_DEFINE(levels, struct level);

static const struct level level_rows[] = {
    {100, 40, 60, 12}, {200, 40, 60, 16}, {400, 50, 210, 20}, {800, 50, 210, 24}, {1600, 60, 210, 40},
    {3200, 60, 210, 60}, {6400, 80, 2310, 80}, {15000, 80, 2310, 120}, {50000, 100, 2310, 300},
    {250000, 100, 2310, 600}, {1000000, 50, 2310, UINT32_MAX},
};

static bool is_prime(span composite, uint32_t n)
{
    return n < span_len(composite) && span_at(composite, n) == 0;
}

/* For each number below LEN whether it is composite. */
static void sieve(buf *composite, size_t len)
{
    buf_append_fill(composite, len, 0);
    mspan flags = buf_mspan(composite);
    mspan_set(flags, 0, 1);
    mspan_set(flags, 1, 1);
    for (size_t i = 2; i * i < len; i++)
        if (span_at(mspan_span(flags), i) == 0)
            for (size_t j = i * i; j < len; j += i)
                mspan_set(flags, j, 1);
}

/* First stage: all primes up to BOUND, each to the highest power up to it. */
static void add_powers(struct plan *p, span composite, uint32_t bound)
{
    for (uint32_t prime = 2; prime <= bound; prime++)
        for (uint64_t power = prime; is_prime(composite, prime) && power <= bound; power *= prime)
            u32_vec_push(&p->powers, prime);
}

static uint32_t common_divisor(uint32_t a, uint32_t b)
{
    while (b > 0) {
        uint32_t rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

/* Second stage: each prime up to LAST is a multiple of the wheel, more or less one of the residues. */
static void add_pairs(struct plan *p, span composite, uint32_t bound, uint32_t last)
{
    p->first = (bound + p->wheel / 2) / p->wheel;
    for (uint32_t at = p->first * p->wheel; at < last + p->wheel / 2; at += p->wheel) {
        for (size_t i = 0; i < u32_vec_len(&p->residues); i++) {
            uint32_t residue = u32_vec_at(&p->residues, i);
            if (is_prime(composite, at - residue) || is_prime(composite, at + residue))
                u16_vec_push(&p->pairs, low_u16(i));
        }
        u16_vec_push(&p->pairs, PLAN_NEXT);
    }
}

static void make_plan(struct plan *p, struct level level)
{
    uint32_t last = level.bound * level.further;
    buf composite = {};
    sieve(&composite, last + 1);
    p->wheel = level.wheel;
    for (uint32_t i = 1; i < p->wheel / 2; i += 2)
        if (common_divisor(p->wheel, i) == 1)
            u32_vec_push(&p->residues, i);
    add_powers(p, buf_span(&composite), level.bound);
    add_pairs(p, buf_span(&composite), level.bound, last);
    buf_recycle(&composite);
}

size_t plan_of_level(plan_vec *plans, size_t i, uint32_t *curves)
{
    levels all = SPAN_OF(levels, level_rows);
    i = size_min(i, levels_len(all) - 1);
    while (plan_vec_len(plans) <= i) {
        plan_vec_extend(plans, 1);
        size_t made = plan_vec_len(plans) - 1;
        make_plan(&AT(plan_vec, plans, made), levels_at(all, made));
    }
    *curves = levels_at(all, i).curves;
    return i;
}
