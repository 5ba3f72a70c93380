/* counter.c - numbers kept as text. */

#include "safe/counter.h"
#include "unit.h"

/* What counter_put writes. */
static span put(counter const *c)
{
    static char bytes[COUNTER_ROOM];
    mspan w = room(bytes, sizeof bytes);
    counter_put(&w, c);
    return view(bytes, sizeof bytes - mspan_len(w));
}

START_TEST(forms)
{
    struct { uint64_t value; struct counter_form form; char const *text; } const cases[] = {
        {0, {.end = '\n', .pad = ' '}, "0\n"},
        {7, {.width = 6, .pad = ' ', .end = '\t'}, "     7\t"},
        {7, {.width = 6, .pad = '0', .end = '\t'}, "000007\t"},
        {1234567, {.width = 6, .pad = ' ', .end = '\t'}, "1234567\t"},
        {UINT64_MAX, {.end = 'x', .pad = ' '}, "18446744073709551615x"},
        {UINT64_MAX, {.width = 20, .end = 'x', .pad = ' '}, "18446744073709551615x"},
        {5, {.width = 20, .end = 'x', .pad = ' '}, "                   5x"},
        {5, {.decimals = 1, .end = ';', .pad = ' '}, "0.5;"},
        {1205, {.decimals = 2, .width = 8, .pad = '0', .end = ';'}, "00012.05;"},
        {5, {.decimals = 18, .end = ';', .pad = ' '}, "0.000000000000000005;"},
        {UINT64_MAX, {.decimals = 18, .end = ';', .pad = ' '}, "18.446744073709551615;"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        counter c = {0};
        counter_start(&c, cases[i].value, cases[i].form);
        check_text(put(&c), cases[i].text);
    }
}
END_TEST

START_TEST(refusals)
{
    counter c = {0};
    FAULTS("counter width (21, 20)", counter_start(&c, 1, (struct counter_form){.width = 21}));
    FAULTS("counter decimals (19, 18)", counter_start(&c, 1, (struct counter_form){.decimals = 19}));
    counter_start(&c, 1, (struct counter_form){.end = '\n', .pad = ' '});
    char bytes[COUNTER_ROOM];
    mspan w = room(bytes, COUNTER_ROOM - 1);
    FAULTS("counter output (31, 32)", counter_put(&w, &c));
    ck_assert_uint_eq(mspan_len(w), COUNTER_ROOM - 1);
}
END_TEST

START_TEST(runs)
{
    char bytes[COUNTER_ROOM * 12];
    counter c = {0};
    counter_start(&c, 96, (struct counter_form){.pad = ' ', .end = '\n'});
    mspan w = room(bytes, sizeof bytes);
    ck_assert_uint_eq(counter_put_run(&w, 0, &c), 0);
    ck_assert_uint_eq(counter_put_run(&w, 1, &c), 1);
    ck_assert_uint_eq(counter_put_run(&w, 50, &c), 3);
    ck_assert_uint_eq(counter_put_run(&w, 9, &c), 9);
    check_text(view(bytes, sizeof bytes - mspan_len(w)),
               "96\n97\n98\n99\n100\n101\n102\n103\n104\n105\n106\n107\n108\n");
    check_text(put(&c), "109\n");
    w = room(bytes, COUNTER_ROOM * 2 - 1);
    ck_assert_uint_eq(counter_put_run(&w, 50, &c), 1);
    check_text(put(&c), "110\n");
    w = room(bytes, COUNTER_ROOM - 1);
    FAULTS("counter output (31, 32)", counter_put_run(&w, 1, &c));
    counter odd = {0};          /* never started: no harm */
    w = room(bytes, sizeof bytes);
    ck_assert_uint_eq(counter_put_run(&w, 5, &odd), 1);
}
END_TEST

START_TEST(stepping)
{
    counter c = {0};
    counter_start(&c, 0, (struct counter_form){.width = 4, .pad = ' ', .end = '\n'});
    for (unsigned i = 0; i < 120000; i++) {
        char want[32];
        sprintf(want, "%4u\n", i);
        ck_assert(span_eq(put(&c), text(want)));
        counter_step(&c);
    }
    counter_start(&c, UINT64_MAX, (struct counter_form){.pad = ' ', .end = '\n'});
    counter_step(&c);
    check_text(put(&c), "18446744073709551616\n");
    counter_start(&c, 998, (struct counter_form){.decimals = 2, .pad = ' ', .end = '\n'});
    counter_step(&c);
    counter_step(&c);
    check_text(put(&c), "10.00\n");
    counter_step(&c);
    check_text(put(&c), "10.01\n");
}
END_TEST

START_TEST(adding)
{
    uint64_t seed = 9;
    for (int round = 0; round < 20000; round++) {
        counter c = {0};
        uint64_t sum = unit_random(&seed) >> (unit_random(&seed) % 60 + 2);
        counter_start(&c, sum, (struct counter_form){.width = 5, .pad = ' ', .end = '\n'});
        for (int i = 0; i < 3; i++) {
            uint64_t more = unit_random(&seed) >> (unit_random(&seed) % 60 + 3);
            char want[32];
            counter_add(&c, more);
            sum += more;
            sprintf(want, "%5lu\n", (unsigned long)sum);
            check_text(put(&c), want);
        }
    }
}
END_TEST

START_TEST(adding_at_the_borders)
{
    counter c = {0};
    counter_start(&c, 0, (struct counter_form){.decimals = 1, .pad = ' ', .end = '\n'});
    counter_add(&c, 0);
    check_text(put(&c), "0.0\n");
    counter_add(&c, 105);
    check_text(put(&c), "10.5\n");
    counter_start(&c, UINT64_MAX, (struct counter_form){.pad = ' ', .end = '\n'});
    counter_add(&c, 1);
    check_text(put(&c), "18446744073709551616\n");
    counter_start(&c, 9, (struct counter_form){.pad = ' ', .end = '\n'});
    counter_add(&c, UINT64_MAX);
    check_text(put(&c), "18446744073709551624\n");
    for (int i = 0; i < 10; i++)
        counter_add(&c, UINT64_MAX);
    check_text(put(&c), "202914184810805067774\n");
}
END_TEST

START_TEST(past_all_digits)
{
    counter c = {0};
    counter_start(&c, UINT64_MAX, (struct counter_form){.pad = '0', .end = '\n'});
    for (int i = 0; i < 1000000; i++)
        counter_add(&c, UINT64_MAX);
    /* It wraps, but stays digits inside its room. */
    for (int i = 0; i < 3000; i++) {
        counter_add(&c, UINT64_MAX);
        counter_step(&c);
    }
    span s = put(&c);
    ck_assert_uint_le(span_len(s), COUNTER_DIGITS + 1);
    SPAN_FOREACH(d, span_chop(s, 1))
        ck_assert(d >= '0' && d <= '9');
}
END_TEST

START_TEST(stepping_past_all_digits)
{
    counter c = {0};
    __extension__ unsigned __int128 left = (unsigned __int128)1000000000000 * 1000000000000 - 2 - UINT64_MAX;
    counter_start(&c, UINT64_MAX, (struct counter_form){.pad = ' ', .end = '\n'});
    for (; left > UINT64_MAX; left -= UINT64_MAX)
        counter_add(&c, UINT64_MAX);
    counter_add(&c, (uint64_t)left);
    check_text(put(&c), "999999999999999999999998\n");
    counter_step(&c);
    check_text(put(&c), "999999999999999999999999\n");
    counter_step(&c);
    check_text(put(&c), "000000000000000000000000\n");
    counter_step(&c);
    check_text(put(&c), "000000000000000000000001\n");
}
END_TEST

START_TEST(all_zero_does_no_harm)
{
    counter c = {0};
    span s = put(&c);
    ck_assert_uint_le(span_len(s), COUNTER_DIGITS + 1);
    counter_step(&c);
    counter_add(&c, 12345);
    ck_assert_uint_le(span_len(put(&c)), COUNTER_DIGITS + 1);
}
END_TEST

UNIT_MAIN("counter", runs, forms, refusals, stepping, adding, adding_at_the_borders, past_all_digits,
          stepping_past_all_digits,           all_zero_does_no_harm)
