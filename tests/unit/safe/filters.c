/* filters.c - the kernels that map, delete and squeeze bytes against their plain twins, in place and not,
   with and without vector instructions. */

#include "safe/kernels.h"
#include "unit.h"

enum { SIZE = 20000 };

static unsigned char from[SIZE + 64], plain[SIZE + 64], ours[SIZE + 64];

static void fill(uint64_t *seed, unsigned kinds)
{
    for (size_t i = 0; i < sizeof from; i++) {
        uint64_t r = unit_random(seed);
        from[i] = (unsigned char)(r % 5 == 0 && i > 0 ? from[i - 1] : (r >> 8) % kinds * 7);
    }
}

static void random_tables(uint64_t *seed, byteset *set, bytemap *map)
{
    *set = (byteset){0};
    bytemap_identity(map);
    for (uint64_t n = unit_random(seed) % 3 ? unit_random(seed) % 20 : 256; n > 0; n--) {
        byteset_add(set, (unsigned char)unit_random(seed));
        bytemap_set(map, (unsigned char)unit_random(seed), (unsigned char)unit_random(seed));
    }
}

static void compare_filter(span s, byteset const *set)
{
    size_t want = kernel_plain_filter(plain, s.p_, s.n_, set);
    memset(ours, '.', sizeof ours);
    ck_assert_uint_eq(kernel_filter(ours, s.p_, s.n_, set), want);
    check_span(view(ours, want), view(plain, want));
    for (size_t i = s.n_; i < s.n_ + 40; i++)
        ck_assert_int_eq(ours[i], '.');
    memcpy(ours, s.p_, s.n_);
    ck_assert_uint_eq(kernel_filter(ours, ours, s.n_, set), want);
    check_span(view(ours, want), view(plain, want));
}

static void compare_squeeze(span s, byteset const *set, int before)
{
    int last_plain = before, last = before;
    size_t want = kernel_plain_squeeze(plain, s, set, &last_plain);
    memset(ours, '.', sizeof ours);
    ck_assert_uint_eq(kernel_squeeze(ours, s, set, &last), want);
    ck_assert_int_eq(last, last_plain);
    check_span(view(ours, want), view(plain, want));
    for (size_t i = s.n_; i < s.n_ + 40; i++)
        ck_assert_int_eq(ours[i], '.');
    memcpy(ours, s.p_, s.n_);
    last = before;
    ck_assert_uint_eq(kernel_squeeze(ours, view(ours, s.n_), set, &last), want);
    check_span(view(ours, want), view(plain, want));
}

static void compare_map(span s, bytemap const *map)
{
    memcpy(plain, s.p_, s.n_);
    memcpy(ours, s.p_, s.n_ + 40);
    kernel_plain_map(plain, s.n_, map);
    kernel_map(ours, s.n_, map);
    check_span(view(ours, s.n_), view(plain, s.n_));
    check_span(view(ours + s.n_, 24), view(s.p_ + s.n_, 24));
}

static void compare_all(uint64_t seed)
{
    byteset set = {0};
    bytemap map = {0};
    for (int round = 0; round < 120; round++) {
        fill(&seed, round % 4 == 0 ? 2 : round % 4 == 1 ? 8 : 256);
        random_tables(&seed, &set, &map);
        size_t off = unit_random(&seed) % 40, n = round % 3 == 0 ? 2048 + (size_t)round : SIZE - 40;
        span s = view(from + off, n - unit_random(&seed) % 70);
        compare_filter(s, &set);
        compare_squeeze(s, &set, round % 2 ? from[off] : -1);
        compare_map(s, &map);
    }
}

START_TEST(with_vectors)
{
    compare_all(1);
}
END_TEST

START_TEST(without_vectors)
{
    setenv("GLIBC_TUNABLES", "glibc.cpu.hwcaps=-AVX2", 1);
    compare_all(2);
}
END_TEST

UNIT_MAIN("filters", with_vectors, without_vectors)
