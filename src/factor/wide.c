/* wide.c - arithmetic modulo numbers of any size. */

#include "factor/element.h"

/* The registers with the numbers n and n + 1 themselves, and the forms of 1 and of 2^(64 len).  Those for
   scratch come behind them. */
enum { WIDE_N, WIDE_BEHIND, WIDE_ONE, WIDE_SQUARE };

static u64_view words_of(struct modulus *m, elem a)
{
    return u64_view_first(u64_view_drop(u64_vec_span(&m->words), size_clamp(u128_low(a)) * m->len), m->len);
}

/* R = A + B * FACTOR, where all are of one length; the word that goes on top. */
static uint64_t add_product(u64_view r, u64_view b, uint64_t factor)
{
    uint64_t carry = 0;
    size_t len = u64_view_len(b);
    r = u64_view_first(r, len);
    for (size_t i = 0; i < len; i++) {
        u128 t = u64_mul_full(u64_view_at(b, i), factor) + u64_view_at(r, i) + carry;
        u64_view_set(r, i, u128_low(t));
        carry = u128_high(t);
    }
    return carry;
}

/* R += A, or R -= A; the carry. */
static uint64_t add_words(u64_view r, u64_view a)
{
    uint64_t carry = 0;
    size_t len = u64_view_len(a);
    r = u64_view_first(r, len);
    for (size_t i = 0; i < len; i++) {
        u128 t = (u128)u64_view_at(r, i) + u64_view_at(a, i) + carry;
        u64_view_set(r, i, u128_low(t));
        carry = u128_high(t);
    }
    return carry;
}

static uint64_t take_words(u64_view r, u64_view a)
{
    uint64_t borrow = 0;
    size_t len = u64_view_len(a);
    r = u64_view_first(r, len);
    for (size_t i = 0; i < len; i++) {
        u128 t = (u128)u64_view_at(r, i) - u64_view_at(a, i) - borrow;
        u64_view_set(r, i, u128_low(t));
        borrow = u128_high(t) & 1;
    }
    return borrow;
}

static bool less(u64_view a, u64_view b)
{
    size_t i = u64_view_len(a);
    while (i > 0 && u64_view_at(a, i - 1) == u64_view_at(b, i - 1))
        i--;
    return i > 0 && u64_view_at(a, i - 1) < u64_view_at(b, i - 1);
}

static void copy_words(u64_view r, u64_view a)
{
    for (size_t i = 0; i < u64_view_len(a); i++)
        u64_view_set(r, i, u64_view_at(a, i));
}

void wide_mul(struct modulus *m, elem r, elem a, elem b)
{
    u64_view x = words_of(m, a), y = words_of(m, b), n = words_of(m, WIDE_N);
    u64_view t = u64_vec_span(&m->scratch);
    size_t len = m->len;
    for (size_t i = 0; i < 2 * len + 1; i++)
        u64_view_set(t, i, 0);
    uint64_t top = 0;
    for (size_t i = 0; i < len; i++) {
        u64_view part = u64_view_drop(t, i);
        uint64_t high = add_product(part, x, u64_view_at(y, i));
        uint64_t more = add_product(part, n, u64_view_at(part, 0) * u128_low(m->inverse));
        u128 sum = (u128)high + more + top;
        u64_view_set(part, len, u128_low(sum));
        top = u128_high(sum);
    }
    u64_view result = u64_view_first(u64_view_drop(t, len), len);
    if (top > 0 || !less(result, n))
        take_words(result, n);
    copy_words(words_of(m, r), result);
}

void wide_copy(struct modulus *m, elem r, elem a)
{
    if (r != a)
        copy_words(words_of(m, r), words_of(m, a));
}

void wide_add(struct modulus *m, elem r, elem a, elem b)
{
    u64_view t = u64_view_first(u64_vec_span(&m->scratch), m->len), n = words_of(m, WIDE_N);
    copy_words(t, words_of(m, a));
    if (add_words(t, words_of(m, b)) > 0 || !less(t, n))
        take_words(t, n);
    copy_words(words_of(m, r), t);
}

void wide_sub(struct modulus *m, elem r, elem a, elem b)
{
    u64_view t = u64_view_first(u64_vec_span(&m->scratch), m->len);
    copy_words(t, words_of(m, a));
    if (take_words(t, words_of(m, b)) > 0)
        add_words(t, words_of(m, WIDE_N));
    copy_words(words_of(m, r), t);
}

bool wide_equal(struct modulus *m, elem a, elem b)
{
    u64_view x = words_of(m, a), y = words_of(m, b);
    return !less(x, y) && !less(y, x);
}

static bool all_zero(u64_view a)
{
    for (uint64_t word = 0; u64_view_next(&a, &word);)
        if (word > 0)
            return false;
    return true;
}

bool wide_is_zero(struct modulus *m, elem a)
{
    return all_zero(words_of(m, a));
}

elem wide_new(struct modulus *m)
{
    size_t wanted = (m->used + 1) * m->len, had = u64_vec_len(&m->words);
    if (had < wanted)
        u64_vec_extend(&m->words, wanted - had);
    u64_view words = words_of(m, m->used);
    for (size_t i = 0; i < m->len; i++)
        u64_view_set(words, i, 0);
    return m->used++;
}

void wide_small(struct modulus *m, elem r, uint32_t v)
{
    u64_view words = words_of(m, r);
    for (size_t i = 0; i < m->len; i++)
        u64_view_set(words, i, 0);
    u64_view_set(words, 0, v);
    wide_mul(m, r, r, WIDE_SQUARE);
}

unsigned wide_bits(struct modulus *m)
{
    u64_view n = words_of(m, WIDE_N);
    return as_uint(as_i64(64 * (m->len - 1) + u64_bits(u64_view_at(n, m->len - 1))));
}

static bool bit_of(struct modulus *m, elem a, unsigned i)
{
    return u64_view_at(words_of(m, a), i / 64) >> i % 64 & 1;
}

bool wide_bit_before(struct modulus *m, unsigned i)
{
    return i > 0 && bit_of(m, WIDE_N, i);
}

bool wide_bit_behind(struct modulus *m, unsigned i)
{
    return bit_of(m, WIDE_BEHIND, i);
}

uint32_t wide_remainder(struct modulus *m, uint32_t d)
{
    u64_view n = words_of(m, WIDE_N);
    uint64_t rest = 0;
    for (size_t i = m->len; i > 0; i--) {
        rest = (rest << 32 | u64_view_at(n, i - 1) >> 32) % d;
        rest = (rest << 32 | low_u32(u64_view_at(n, i - 1))) % d;
    }
    return low_u32(rest);
}

/* A without the zeros that it ends in; A is not 0. */
static void make_odd(u64_view a)
{
    size_t words = 0, len = u64_view_len(a);
    while (u64_view_at(a, words) == 0)
        words++;
    u64_view_move(a, 0, words, len - words);
    for (size_t i = len - words; i < len; i++)
        u64_view_set(a, i, 0);
    unsigned shift = u64_trailing_zeros(u64_view_at(a, 0));
    for (size_t i = 0; i < len; i++) {
        uint64_t above = i + 1 < len ? u64_view_at(a, i + 1) : 0;
        u64_view_set(a, i, u128_low(u128_of(above, u64_view_at(a, i)) >> shift));
    }
}

/* The highest words of A are on top. */
static void to_bignum(bignum *to, u64_view a)
{
    bignum_set_u64(to, 0);
    for (size_t i = u64_view_len(a); i > 0; i--)
        bignum_push_word(to, u64_view_at(a, i - 1));
}

enum common wide_common(struct modulus *m, elem a, struct factor_found *found)
{
    size_t mark = elem_mark(m);
    elem left = wide_new(m), divisor = wide_new(m);
    wide_copy(m, left, a);
    wide_copy(m, divisor, WIDE_N);
    u64_view x = words_of(m, left), y = words_of(m, divisor);
    while (!all_zero(x)) {
        make_odd(x);
        if (less(x, y)) {
            u64_view was = x;
            x = y;
            y = was;
        }
        take_words(x, y);
    }
    to_bignum(&found->big, y);
    elem_release(m, mark);
    uint64_t word = 0;
    if (bignum_to_u64(&found->big, &word) && word == 1)
        return COMMON_NOTHING;
    return less(y, words_of(m, WIDE_N)) ? COMMON_FACTOR : COMMON_ALL;
}

/* A new register with the value of V, which is less than 2^(64 len). */
static void from_bignum(struct modulus *m, bignum const *v)
{
    elem a = wide_new(m);
    u64_view words = words_of(m, a);
    for (size_t i = 0; i < m->len; i++)
        u64_view_set(words, i, bignum_word(v, i));
}

/* A new register with 2^(64 WORDS) modulo N. */
static void new_power(struct modulus *m, bignum const *n, size_t words)
{
    bignum_set_u64(&m->power, 1);
    for (size_t i = 0; i < words; i++)
        bignum_push_word(&m->power, 0);
    bignum_divide(&m->quotient, &m->number, &m->power, n, &m->work);
    from_bignum(m, &m->number);
}

/* N is odd and more than 1. */
void wide_start(struct modulus *m, bignum const *n)
{
    m->kind = MODULUS_WIDE;
    m->one = WIDE_ONE;
    m->len = (bignum_bits(n) + 63) / 64;
    m->used = 0;
    m->inverse = 0 - u64_inverse(bignum_word(n, 0));
    u64_vec_truncate(&m->scratch, 0);
    u64_vec_extend(&m->scratch, 2 * m->len + 1);
    from_bignum(m, n);
    bignum_set_u64(&m->power, 1);
    bignum_add(&m->number, n, &m->power);
    from_bignum(m, &m->number);
    new_power(m, n, m->len);
    new_power(m, n, 2 * m->len);
    while (m->used <= SCRATCH_D)
        wide_new(m);
}
