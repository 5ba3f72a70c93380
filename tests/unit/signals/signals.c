/* signals.c - signals by name and number. */

#include "signals/signals.h"
#include "sys/signals.h"
#include "unit.h"

static int parsed(char const *name)
{
    int number = -1;
    bool good = signals_parse(text(name), &number);
    ck_assert(good == (number >= 0));
    return number;
}

START_TEST(names)
{
    ck_assert_int_eq(parsed("INT"), SIGINT);
    ck_assert_int_eq(parsed("int"), SIGINT);
    ck_assert_int_eq(parsed("SIGINT"), SIGINT);
    ck_assert_int_eq(parsed("sigInt"), SIGINT);
    ck_assert_int_eq(parsed("IOT"), SIGABRT);
    ck_assert_int_eq(parsed("EXIT"), 0);
    ck_assert_int_eq(parsed("SIGSIGINT"), -1);
    ck_assert_int_eq(parsed("INT "), -1);
    ck_assert_int_eq(parsed(" INT"), -1);
    ck_assert_int_eq(parsed("SIG"), -1);
    ck_assert_int_eq(parsed(""), -1);
}
END_TEST

START_TEST(numbers)
{
    ck_assert_int_eq(parsed("0"), 0);
    ck_assert_int_eq(parsed("2"), 2);
    ck_assert_int_eq(parsed("SIG2"), 2);
    ck_assert_int_eq(parsed("130"), 2);
    ck_assert_int_eq(parsed("258"), 2);
    ck_assert_int_eq(parsed("99999999999999999999"), -1);
    ck_assert_int_eq(parsed("+2"), -1);
    ck_assert_int_eq(parsed("-2"), -1);
    ck_assert_int_eq(parsed("2x"), -1);
    ck_assert_int_eq(parsed("100"), -1);
}
END_TEST

START_TEST(real_time)
{
    ck_assert_int_eq(parsed("RTMIN"), SIGRTMIN);
    ck_assert_int_eq(parsed("sigrtmin+2"), SIGRTMIN + 2);
    ck_assert_int_eq(parsed("RTMAX-3"), SIGRTMAX - 3);
    ck_assert_int_eq(parsed("RTMAX+1"), -1);
    ck_assert_int_eq(parsed("RTMIN-1"), -1);
    ck_assert_int_eq(parsed("RTMIN+99"), -1);
    ck_assert_int_eq(parsed("RTMAX-99999999999"), -1);
    ck_assert_int_eq(parsed("RTMIN+"), -1);
    ck_assert_int_eq(parsed("RTMIN+1x"), -1);
    ck_assert_int_eq(parsed("RTMI"), -1);
}
END_TEST

START_TEST(names_of_numbers)
{
    buf out = {0};
    for (int i = 1; i <= signals_last(); i++) {
        buf_clear(&out);
        int number = 0;
        if (signals_append_name(&out, i))
            ck_assert(signals_parse(buf_span(&out), &number) && number == i);
        else
            ck_assert_uint_eq(buf_len(&out), 0);
    }
    buf_clear(&out);
    signals_append_name(&out, SIGABRT);
    signals_append_name(&out, SIGRTMIN + 1);
    signals_append_name(&out, SIGRTMAX - 1);
    signals_append_name(&out, SIGRTMAX);
    check_text(buf_span(&out), "ABRTRTMIN+1RTMAX-1RTMAX");
    ck_assert(!signals_append_name(&out, 0) && !signals_append_name(&out, SIGRTMAX + 1));
}
END_TEST

START_TEST(this_process)
{
    bool answer = true;
    ck_assert_int_eq(signal_ignored(SIGUSR1, &answer), 0);
    ck_assert(!answer);
    ck_assert_int_eq(signal_ignore(SIGUSR1, true) | signal_ignored(SIGUSR1, &answer), 0);
    ck_assert(answer);
    raise(SIGUSR1);
    ck_assert_int_eq(signal_ignore(SIGUSR1, false), 0);
    DIES(SIGUSR1, raise(SIGUSR1));
    ck_assert_int_eq(signal_ignore(SIGKILL, true), EINVAL);
    ck_assert_int_eq(signal_ignored(SIGRTMIN - 1, &answer), EINVAL);

    ck_assert_int_eq(signal_block(SIGUSR2, true) | signal_blocked(SIGUSR2, &answer), 0);
    ck_assert(answer);
    DIES(SIGUSR2, (raise(SIGUSR2), signal_block(SIGUSR2, false)));
    ck_assert_int_eq(signal_blocked(SIGUSR1, &answer), 0);
    ck_assert(!answer);
    ck_assert_int_eq(signal_block(SIGRTMIN - 1, true), EINVAL);
    ck_assert_int_eq(signal_blocked(SIGRTMIN - 1, &answer), EINVAL);
}
END_TEST

START_TEST(the_table)
{
    int first = 0, last = 0;
    signals_realtime(&first, &last);
    ck_assert(first == SIGRTMIN && last == SIGRTMAX && signals_last() == SIGRTMAX);
    ck_assert_uint_gt(signal_names_len(signals_named()), 20);
}
END_TEST

UNIT_MAIN("signals", names, numbers, real_time, names_of_numbers, this_process, the_table)
