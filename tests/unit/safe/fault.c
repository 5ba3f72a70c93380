/* fault.c - how a program ends that broke a contract or found no memory. */

#include "safe/base.h"
#include "sys/process.h"
#include "unit.h"

START_TEST(a_fault_names_the_values_and_aborts)
{
    FAULTS("something (0, 0)", safe_fault("something", 0, 0));
    FAULTS("something (18446744073709551615, 10)", safe_fault("something", SIZE_MAX, 10));
}
END_TEST

START_TEST(the_name_of_the_program)
{
    ck_assert_str_eq(safe_program_name(), "safe-coreutils");
    safe_set_program("cat", 3);
    ck_assert_str_eq(safe_program_name(), "cat");
    IN_CHILD_(safe_fault("x", 1, 2), SIGABRT, "cat: internal error: x (1, 2)\n");
    EXITS(3, "cat: memory exhausted\n", safe_no_memory());
    process_set_name(Z("sort"), 2);
    ck_assert_str_eq(safe_program_name(), "sort");
    EXITS(2, "sort: memory exhausted\n", safe_no_memory());
}
END_TEST

START_TEST(without_standard_error)
{
    DIES(SIGABRT, (close(STDERR_FILENO), safe_fault("x", 1, 2)));
    EXITS(1, "", (close(STDERR_FILENO), safe_no_memory()));
}
END_TEST

START_TEST(leaving_at_once)
{
    EXITS(0, "", (printf("never written"), process_exit(0)));
    EXITS(7, "", process_exit(7));
    EXITS(255, "", process_exit(255));
}
END_TEST

UNIT_MAIN("fault", a_fault_names_the_values_and_aborts, the_name_of_the_program, without_standard_error,
          leaving_at_once)
