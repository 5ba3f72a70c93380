/* split.c - products of numbers of 32 bits: the factors are in order, divide what they should, have no factors
   of their own, and their product is the number; the same by the arithmetic for numbers of any size. */
/* limits: -runs=5000 */

#include "fuzz/fuzz.h"
#include "factor/curve.c"
#include "factor/find.c"
#include "factor/modulus.c"
#include "factor/plan.c"
#include "factor/prime.c"
#include "factor/rho.c"
#include "factor/root.c"
#include "factor/small.c"
#include "factor/split.c"
#include "factor/wide.c"

static struct splitter splitter;

static bool is_prime_by_division(uint64_t n)
{
    for (uint64_t d = 2; d * d <= n; d += 1 + d % 2)
        if (n % d == 0)
            return false;
    return n > 1;
}

static void check_factors(struct factors const *f, u128 n)
{
    u128 product = 1, before = 2;
    REQUIRE(f->num_bigs == 0);
    for (size_t i = 0; i < u128_vec_len(&f->numbers); i++) {
        u128 factor = u128_vec_at(&f->numbers, i);
        REQUIRE(factor >= before && factor <= UINT32_MAX && is_prime_by_division((uint64_t)factor));
        product *= factor;
        before = factor;
    }
    REQUIRE(product == n);
}

int LLVMFuzzerTestOneInput(uint8_t const *data, size_t size)
{
    u128 n = 1;
    bignum big = {0}, wide = {0}, factor = {0};
    struct bignum_work work = {0};
    fuzz f = {data, size};
    for (unsigned count = fuzz_byte(&f) % 5; count > 0; count--) {
        uint32_t v = (uint32_t)fuzz_u64(&f);
        n *= v ? v : 1;
    }
    split_number(&splitter, n);
    check_factors(&splitter.factors, n);
    /* What is no harder for having more words: 1021^8 added, and taken off again. */
    bignum_set_u64(&big, 0);
    bignum_push_word(&big, (uint64_t)(n >> 64));
    bignum_push_word(&big, (uint64_t)n);
    bignum_set_u64(&factor, 1021ULL * 1021 * 1021 * 1021 * 1021 * 1021);
    bignum_mul(&wide, &big, &factor, &work);
    bignum_mul(&big, &wide, &factor, &work);
    split_big(&splitter, &big);
    size_t added = 12;
    for (size_t i = 0; added > 0 && i < u128_vec_len(&splitter.factors.numbers); i++)
        if (u128_vec_at(&splitter.factors.numbers, i) == 1021) {
            u128_view_move(u128_vec_span(&splitter.factors.numbers), i, i + 1,
                           u128_vec_len(&splitter.factors.numbers) - i - 1);
            u128_vec_truncate(&splitter.factors.numbers, u128_vec_len(&splitter.factors.numbers) - 1);
            i--;
            added--;
        }
    REQUIRE(added == 0);
    check_factors(&splitter.factors, n);
    return 0;
}
