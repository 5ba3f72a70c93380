/* keysort.c - stable order by 64-bit keys. */

#include "safe/keysort.h"
#include "unit.h"

/* Sort COUNT records whose keys are random below MOST, and check order and stability. */
static void sort_random(size_t count, uint64_t most)
{
    keyed_vec records = {0}, scratch = {0};
    uint64_t seed = count + most + 1;
    for (uint32_t i = 0; i < count; i++)
        keyed_vec_push(&records, (struct keyed){.key = unit_random(&seed) % most, .line = i});
    keyed_vec_extend(&scratch, count);
    keysort(keyed_vec_span(&records), keyed_vec_span(&scratch));
    bool right = true;
    for (size_t i = 1; i < count; i++) {
        struct keyed a = keyed_vec_at(&records, i - 1), b = keyed_vec_at(&records, i);
        right &= a.key < b.key || (a.key == b.key && a.line < b.line);
    }
    ck_assert_msg(right, "%zu records below %ju", count, (uintmax_t)most);
}

START_TEST(every_size)
{
    for (size_t n = 0; n < 300; n++) {
        sort_random(n, UINT64_MAX);
        sort_random(n, 5);
    }
    sort_random(100000, UINT64_MAX);
    sort_random(100000, 300);
    sort_random(100000, 1);
}
END_TEST

/* Dealing out records onto themselves would write behind them. */
START_TEST(refusals)
{
    keyed_vec v = {0};
    keyed_vec_extend(&v, 5000);
    keyed_view all = keyed_vec_span(&v), half = keyed_view_first(all, 2500);
    FAULTS("room to sort in (2500, 5000)", keysort(all, half));
    FAULTS("other room to sort in (0, 5000)", keysort(all, all));
    FAULTS("other room to sort in (2499, 2500)", keysort(half, keyed_view_drop(all, 2499)));
    FAULTS("other room to sort in (2499, 2501)", keysort(keyed_view_drop(all, 2499), all));
    keysort(half, keyed_view_drop(all, 2500));
    keysort(keyed_view_drop(all, 2500), half);
    keysort(keyed_view_first(all, 0), keyed_view_first(all, 0));
}
END_TEST

START_TEST(runs)
{
    keyed_vec v = {0};
    ck_assert_uint_eq(keysort_run(keyed_vec_span(&v)), 0);
    for (int i = 0; i < 3; i++)
        keyed_vec_push(&v, (struct keyed){.key = 7});
    ck_assert_uint_eq(keysort_run(keyed_vec_span(&v)), 3);
    keyed_vec_push(&v, (struct keyed){.key = 8});
    ck_assert_uint_eq(keysort_run(keyed_vec_span(&v)), 3);
    ck_assert_uint_eq(keysort_run(keyed_view_drop(keyed_vec_span(&v), 3)), 1);
}
END_TEST

UNIT_MAIN("keysort", every_size, refusals, runs)
