/* jobs.c - each job is done once, whatever the number of threads. */

#include "safe/jobs.h"
#include "unit.h"

struct sum {
    uint64_t from, to, result, calls;
};
VEC_DEFINE(sum_vec, sums, struct sum);
JOBS_DEFINE(run_sums, sums, struct sum);

static void add_up(struct sum *s)
{
    s->calls++;
    for (uint64_t i = s->from; i < s->to; i++)
        s->result += i;
}

START_TEST(each_job_once)
{
    for (size_t threads = 0; threads < 100; threads += 1 + threads) {
        sum_vec jobs = {0};
        for (uint64_t i = 0; i < 200; i++)
            sum_vec_push(&jobs, (struct sum){.from = i * 1000, .to = i * 1000 + 1000});
        run_sums(sum_vec_span(&jobs), threads, add_up);
        uint64_t all = 0;
        for (size_t i = 0; i < 200; i++) {
            ck_assert_uint_eq(sum_vec_at(&jobs, i).calls, 1);
            all += sum_vec_at(&jobs, i).result;
        }
        ck_assert_uint_eq(all, (uint64_t)199999 * 200000 / 2);
    }
}
END_TEST

START_TEST(no_jobs)
{
    sum_vec none = {0};
    run_sums(sum_vec_span(&none), 4, add_up);
}
END_TEST

START_TEST(no_threads_to_be_had)
{
    struct rlimit r = {.rlim_cur = 1, .rlim_max = 1};
    sum_vec jobs = {0};
    sum_vec_push(&jobs, (struct sum){.to = 3});
    sum_vec_push(&jobs, (struct sum){.to = 4});
    if (!UNIT_SANITIZED)
        ck_assert_int_eq(setrlimit(RLIMIT_AS, &r), 0);
    run_sums(sum_vec_span(&jobs), 2, add_up);
    ck_assert_uint_eq(sum_vec_at(&jobs, 0).result, 3);
    ck_assert_uint_eq(sum_vec_at(&jobs, 1).result, 6);
}
END_TEST

UNIT_MAIN("jobs", each_job_once, no_jobs, no_threads_to_be_had)
