/* split.c - a number into its prime factors. */

#include "factor/factor.h"

enum { TABLE_FROM = 20000 };    /* so many numbers take as long as to make the table */

/* ---- small factors ---- */

/* N without factors of 2, which are added to the result.  N is not 0. */
static u128 take_twos(u128_vec *to, u128 n)
{
    unsigned twos = u128_trailing_zeros(n);
    for (unsigned i = 0; i < twos; i++)
        u128_vec_push(to, 2);
    return n >> twos;
}

enum { AT_ONCE = 4 };

SAFE_INLINE bool divides_word(small_view primes, size_t i, uint64_t n)
{
    return n * small_view_at(primes, i).inverse <= small_view_at(primes, i).most;
}

/* Whether one of the first AT_ONCE primes divides N. */
SAFE_INLINE bool one_divides(small_view primes, uint64_t n)
{
    /* Added up, as to ask for all of them is faster than to stop. */
    return divides_word(primes, 0, n) + divides_word(primes, 1, n) + divides_word(primes, 2, n)
           + divides_word(primes, 3, n) > 0;
}

/* N without PRIMES as factors, which are added to the result. */
static uint64_t take_each(u128_vec *to, small_view primes, uint64_t n)
{
    for (struct small_prime p = {}; small_view_next(&primes, &p);)
        for (uint64_t quotient = n * p.inverse; quotient <= p.most; quotient = n * p.inverse) {
            u128_vec_push(to, p.prime);
            n = quotient;
        }
    return n;
}

/* The odd number N, which TABLE has, into its factors; the last one is left. */
static uint64_t take_tabulated(u128_vec *to, u16_view table, uint64_t n)
{
    for (uint32_t left = low_u32(n);;) {
        uint16_t prime = u16_view_at(table, left / 2);
        if (prime == 0)
            return left;
        u128_vec_push(to, prime);
        left /= prime;
    }
}

/* Divide by small primes; whether what is left of the odd number *N is 1 or prime, because it is less than
   the square of the next prime, or in the table. */
static bool take_small(u128_vec *to, small_view primes, u16_view table, uint64_t *n)
{
    uint64_t left = *n;
    for (; small_view_len(primes) >= AT_ONCE; primes = small_view_drop(primes, AT_ONCE)) {
        if (left / 2 < u16_view_len(table)) {
            *n = take_tabulated(to, table, left);
            return true;
        }
        if (left < small_view_at(primes, 0).square)
            break;
        if (one_divides(primes, left))
            left = take_each(to, small_view_first(primes, AT_ONCE), left);
    }
    bool small = small_view_len(primes) > 0 && left < small_view_at(primes, 0).square;
    *n = small ? left : take_each(to, primes, left);
    return small || *n < (uint64_t)SMALL_BELOW * SMALL_BELOW;
}

/* N / prime in *QUOTIENT when that is whole: division from the lowest word on. */
static bool divides(struct small_prime p, u128 n, u128 *quotient)
{
    uint64_t low = u128_low(n) * p.inverse, taken = u64_mul_high(low, p.prime), high = u128_high(n);
    uint64_t upper = (high - taken) * p.inverse;
    if (high < taken || upper > p.most)
        return false;
    *quotient = u128_of(upper, low);
    return true;
}

/* The same for two words, until one is enough; which primes remain to be tried is left in *PRIMES. */
static u128 take_small_wide(u128_vec *to, small_view *primes, u128 n)
{
    while (u128_high(n) > 0 && small_view_len(*primes) > 0) {
        struct small_prime p = small_view_at(*primes, 0);
        if (divides(p, n, &n))
            u128_vec_push(to, p.prime);
        else
            *primes = small_view_drop(*primes, 1);
    }
    return n;
}

/* ---- the others ---- */

/* Whether N is composite, with a factor of it in s->found. */
static bool split_part(struct splitter *s, u128 n)
{
    if (u128_high(n) > 0 && square_root(n, &s->found.number))
        return true;
    return n >= (u128)SMALL_BELOW * SMALL_BELOW && find_in_number(&s->effort, n, &s->found);
}

/* Add the prime factors of N, which has no small ones. */
static void add_factors_of(struct splitter *s, u128 n)
{
    u128_vec_push(&s->left, n);
    while (u128_vec_pop(&s->left, &n)) {
        if (n == 1)
            continue;
        if (split_part(s, n)) {
            u128_vec_push(&s->left, s->found.number);
            u128_vec_push(&s->left, n * u128_inverse(s->found.number));
        } else {
            u128_vec_push(&s->factors.numbers, n);
        }
    }
}

/* Put the factors from index FROM on in order; those before are, and are less. */
static void sort_factors(u128_view f, size_t from)
{
    for (size_t i = from; i < u128_view_len(f); i++) {
        u128 n = u128_view_at(f, i);
        size_t to = i;
        for (; to > from && u128_view_at(f, to - 1) > n; to--)
            u128_view_set(f, to, u128_view_at(f, to - 1));
        u128_view_set(f, to, n);
    }
}

static void begin(struct splitter *s)
{
    if (small_primes_len(&s->primes) == 0)
        small_make(&s->primes);
    if (++s->num_seen == TABLE_FROM)
        small_tabulate(&s->table, small_primes_span(&s->primes));
    u128_vec_truncate(&s->factors.numbers, 0);
    s->factors.num_bigs = 0;
}

void split_number(struct splitter *s, u128 n)
{
    begin(s);
    if (n == 0)
        return;
    small_view primes = small_primes_span(&s->primes);
    n = take_twos(&s->factors.numbers, n);
    if (u128_high(n) > 0)
        n = take_small_wide(&s->factors.numbers, &primes, n);
    uint64_t left = u128_low(n);
    u16_view table = u16_vec_span(&s->table);
    if (u128_high(n) == 0 && take_small(&s->factors.numbers, primes, table, &left)) {
        if (left > 1)
            u128_vec_push(&s->factors.numbers, left);
        return;
    }
    size_t known = u128_vec_len(&s->factors.numbers);
    add_factors_of(s, u128_of(u128_high(n), left));
    sort_factors(u128_vec_span(&s->factors.numbers), known);
}

/* ---- numbers of any size ---- */

static void push_big(bignum_vec *to, size_t *len, bignum const *n)
{
    if (*len == bignum_vec_len(to))
        bignum_vec_extend(to, 1);
    bignum_copy(&AT(bignum_vec, to, *len), n);
    ++*len;
}

static void take_prime(struct splitter *s, bignum *n, uint32_t prime)
{
    while (bignum_remainder_small(n, prime) == 0) {
        bignum_divide_small(n, prime);
        u128_vec_push(&s->factors.numbers, prime);
    }
}

/* Put the number with index AT in its place among those before it. */
static void settle_big(bignum_view bigs, size_t at, bignum *mine, bignum *other)
{
    for (; at > 0 && bignum_compare(&AT(bignum_view, bigs, at - 1), &AT(bignum_view, bigs, at)) > 0; at--) {
        bignum_copy(mine, &AT(bignum_view, bigs, at));
        bignum_copy(other, &AT(bignum_view, bigs, at - 1));
        bignum_copy(&AT(bignum_view, bigs, at), other);
        bignum_copy(&AT(bignum_view, bigs, at - 1), mine);
    }
}

/* Add the prime factors of s->rest, which is not 0 and has no small ones. */
static void add_factors_of_rest(struct splitter *s)
{
    push_big(&s->big_left, &s->num_big_left, &s->rest);
    while (s->num_big_left > 0) {
        bignum_copy(&s->rest, &AT(bignum_vec, &s->big_left, --s->num_big_left));
        if (bignum_bits(&s->rest) <= 128) {
            add_factors_of(s, u128_of(bignum_word(&s->rest, 1), bignum_word(&s->rest, 0)));
        } else if (square_root_of_big(&s->rooter, &s->rest)) {
            push_big(&s->big_left, &s->num_big_left, &s->rooter.root);
            push_big(&s->big_left, &s->num_big_left, &s->rooter.root);
        } else if (find_in_big(&s->effort, &s->rest, &s->found)) {
            bignum_divide(&s->quotient, &s->remainder, &s->rest, &s->found.big, &s->work);
            push_big(&s->big_left, &s->num_big_left, &s->quotient);
            push_big(&s->big_left, &s->num_big_left, &s->found.big);
        } else {
            push_big(&s->factors.bigs, &s->factors.num_bigs, &s->rest);
            settle_big(bignum_vec_span(&s->factors.bigs), s->factors.num_bigs - 1, &s->quotient,
                       &s->remainder);
        }
    }
}

void split_big(struct splitter *s, bignum const *n)
{
    begin(s);
    bignum_copy(&s->rest, n);
    if (bignum_sign(n) == 0)
        return;
    take_prime(s, &s->rest, 2);
    small_view primes = small_primes_span(&s->primes);
    for (struct small_prime p = {}; small_view_next(&primes, &p);)
        take_prime(s, &s->rest, p.prime);
    size_t known = u128_vec_len(&s->factors.numbers);
    add_factors_of_rest(s);
    sort_factors(u128_vec_span(&s->factors.numbers), known);
}
