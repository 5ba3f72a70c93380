/* typed.c - spans and vectors of elements. */

#include "safe/typed.h"
#include "unit.h"

struct pair {
    uint32_t key;
    unsigned char tag;
};
RSPAN_DEFINE(primes, int);
VEC_DEFINE(pairs, pair_view, struct pair);

static const int table[] = {2, 3, 5, 7};

START_TEST(reading_a_table)
{
    primes p = SPAN_OF(primes, table), none = {0};
    ck_assert_uint_eq(primes_len(p), 4);
    ck_assert_int_eq(primes_at(p, 0), 2);
    ck_assert_int_eq(AT(primes, p, 3), 7);
    FAULTS("primes index (4, 4)", primes_at(p, 4));
    FAULTS("primes index (0, 0)", primes_at(none, 0));
    FAULTS("primes index (18446744073709551615, 4)", (void)AT(primes, p, SIZE_MAX));
    ck_assert_uint_eq(primes_len(primes_first(p, 4)), 4);
    ck_assert_int_eq(primes_at(primes_drop(p, 3), 0), 7);
    ck_assert_uint_eq(primes_len(primes_drop(none, 0)), 0);
    FAULTS("primes index (2, 2)", primes_at(primes_first(p, 2), 2));
    FAULTS("primes prefix (5, 4)", primes_first(p, 5));
    FAULTS("primes drop (5, 4)", primes_drop(p, 5));
    int sum = 0;
    for (int n = 0; primes_next(&p, &n);)
        sum += n;
    ck_assert_int_eq(sum, 17);
    ck_assert(!primes_next(&p, &sum) && !primes_next(&none, &sum));
    ck_assert_int_eq(sum, 17);
}
END_TEST

START_TEST(an_empty_vector)
{
    pairs v = {0};
    struct pair p = {.key = 9};
    ck_assert_uint_eq(pairs_len(&v), 0);
    ck_assert_uint_eq(pair_view_len(pairs_span(&v)), 0);
    ck_assert(!pairs_pop(&v, &p));
    ck_assert_uint_eq(p.key, 9);
    pairs_truncate(&v, 0);
    ck_assert_uint_eq(pair_view_len(pairs_extend(&v, 0)), 0);
    FAULTS("pair_view index (0, 0)", pairs_at(&v, 0));
    FAULTS("pair_view index (0, 0)", pairs_set(&v, 0, p));
    FAULTS("pairs truncate (1, 0)", pairs_truncate(&v, 1));
}
END_TEST

START_TEST(places_set_and_committed)
{
    pairs v = {0};
    ck_assert_uint_eq(pair_view_len(pairs_tail(&v, 0)), 0);
    pairs_commit(&v, 0);
    pairs_push(&v, (struct pair){.key = 1});
    pair_view room = pairs_tail(&v, 1000);
    ck_assert_uint_eq(pair_view_len(room), 1000);
    AT(pair_view, room, 0) = (struct pair){.key = 2};
    AT(pair_view, room, 1) = (struct pair){.key = 3};
    ck_assert_uint_eq(pairs_len(&v), 1);
    pairs_commit(&v, 2);
    ck_assert_uint_eq(pairs_len(&v), 3);
    for (uint32_t i = 0; i < 3; i++)
        ck_assert_uint_eq(AT(pairs, &v, i).key, i + 1);
    FAULTS("pair_view index (1000, 1000)", (void)AT(pair_view, room, 1000));
    FAULTS("pairs commit (1000000, 1021)", pairs_commit(&v, 1000000));
}
END_TEST

START_TEST(pushing_and_popping)
{
    pairs v = {0};
    for (uint32_t i = 0; i < 200000; i++)
        pairs_push(&v, (struct pair){i, (unsigned char)i});
    ck_assert_uint_eq(pairs_len(&v), 200000);
    bool kept = true;
    for (uint32_t i = 0; i < 200000; i++)
        kept &= pairs_at(&v, i).key == i && AT(pairs, &v, i).tag == (unsigned char)i;
    ck_assert(kept);
    FAULTS("pair_view index (200000, 200000)", pairs_at(&v, 200000));
    struct pair p = {0};
    ck_assert(pairs_pop(&v, &p));
    ck_assert_uint_eq(p.key, 199999);
    pairs_truncate(&v, 3);
    FAULTS("pairs truncate (4, 3)", pairs_truncate(&v, 4));
    FAULTS("pair_view index (3, 3)", pairs_at(&v, 3));
    pairs_set(&v, 1, (struct pair){77, 7});
    AT(pairs, &v, 2).key = 78;
    ck_assert_uint_eq(pairs_at(&v, 1).key, 77);
    ck_assert_uint_eq(pairs_at(&v, 2).key, 78);
}
END_TEST

START_TEST(extending_starts_at_zero)
{
    pairs v = {0};
    pairs_push(&v, (struct pair){1, 1});
    pairs_push(&v, (struct pair){2, 2});
    pairs_truncate(&v, 1);
    pair_view fresh = pairs_extend(&v, 3);
    ck_assert_uint_eq(pair_view_len(fresh), 3);
    ck_assert_uint_eq(pairs_len(&v), 4);
    for (size_t i = 0; i < 3; i++)
        ck_assert(pair_view_at(fresh, i).key == 0 && pair_view_at(fresh, i).tag == 0);
    pair_view_set(fresh, 2, (struct pair){5, 5});
    ck_assert_uint_eq(pairs_at(&v, 3).key, 5);
    FAULTS("pair_view index (3, 3)", pair_view_set(fresh, 3, (struct pair){0}));
}
END_TEST

START_TEST(reserving)
{
    pairs v = {0};
    pairs_reserve(&v, 1000);
    ck_assert_uint_eq(pairs_len(&v), 0);
    pair_view before = pairs_extend(&v, 1);
    for (uint32_t i = 1; i < 1000; i++)
        pairs_push(&v, (struct pair){i, 0});
    pairs_set(&v, 0, (struct pair){42, 0});
    ck_assert_uint_eq(pair_view_at(before, 0).key, 42);
    EXITS(1, "safe-coreutils: memory exhausted\n", pairs_reserve(&v, SIZE_MAX));
    EXITS(1, "safe-coreutils: memory exhausted\n", pairs_reserve(&v, SIZE_MAX / sizeof(struct pair)));
    EXITS(1, "safe-coreutils: memory exhausted\n", pairs_extend(&v, SIZE_MAX / 16));
    ck_assert_uint_eq(pairs_len(&v), 1000);
}
END_TEST

START_TEST(writable_views)
{
    pairs v = {0};
    for (uint32_t i = 0; i < 5; i++)
        pairs_push(&v, (struct pair){i, 0});
    pair_view all = pairs_span(&v);
    ck_assert_uint_eq(pair_view_at(pair_view_drop(all, 4), 0).key, 4);
    ck_assert_uint_eq(pair_view_len(pair_view_first(all, 5)), 5);
    FAULTS("pair_view prefix (6, 5)", pair_view_first(all, 6));
    FAULTS("pair_view drop (6, 5)", pair_view_drop(all, 6));
    pair_view_prefetch(all, 4);
    FAULTS("pair_view index (5, 5)", pair_view_prefetch(all, 5));
    struct pair first = pair_view_at(all, 0), last = pair_view_at(all, 4);
    pair_view_swap(all, 0, 4);
    ck_assert(pair_view_at(all, 0).key == last.key && pair_view_at(all, 4).key == first.key);
    pair_view_swap(all, 4, 0);
    pair_view_swap(all, 2, 2);
    FAULTS("pair_view index (5, 5)", pair_view_swap(all, 0, 5));
    FAULTS("pair_view index (6, 5)", pair_view_swap(all, 6, 0));
    pair_view_move(all, 0, 1, 4);
    uint32_t moved[] = {1, 2, 3, 4, 4};
    struct pair p = {0};
    for (size_t i = 0; pair_view_next(&all, &p); i++)
        ck_assert_uint_eq(p.key, moved[i]);
    all = pairs_span(&v);
    pair_view_move(all, 5, 5, 0);
    FAULTS("pair_view move (6, 5)", pair_view_move(all, 0, 0, 6));
    FAULTS("pair_view move (4, 5)", pair_view_move(all, 2, 0, 4));
    FAULTS("pair_view move (4, 5)", pair_view_move(all, 0, 2, 4));
    FAULTS("pair_view move (18446744073709551615, 5)", pair_view_move(all, 1, 0, SIZE_MAX));
    ck_assert(!pair_view_next(&(pair_view){0}, &p));
}
END_TEST

START_TEST(elements_outlive_growth)
{
    pairs v = {0};
    pairs_push(&v, (struct pair){1, 1});
    pair_view before = pairs_span(&v);
    for (uint32_t i = 0; i < 1000000; i++)
        pairs_push(&v, (struct pair){i, 9});
    /* Typed memory is never used for anything else, so the old element is what it was. */
    ck_assert_uint_eq(pair_view_at(before, 0).key, 1);
    ck_assert_uint_eq(pair_view_at(before, 0).tag, 1);
}
END_TEST

UNIT_MAIN("typed", reading_a_table, an_empty_vector, places_set_and_committed, pushing_and_popping,
          extending_starts_at_zero, reserving, writable_views, elements_outlive_growth)
