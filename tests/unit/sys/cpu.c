/* cpu.c - which instructions may be used. */

#include "sys/cpu.h"
#include "unit.h"

static void switch_off(char const *tunables)
{
    ck_assert_int_eq(setenv("GLIBC_TUNABLES", tunables, 1), 0);
}

START_TEST(none_is_always_there)
{
    ck_assert(cpu_has(CPU_NONE));
}
END_TEST

START_TEST(what_the_processor_has)
{
    unsetenv("GLIBC_TUNABLES");
#if defined __x86_64__
    __builtin_cpu_init();
    ck_assert_int_eq(cpu_has(CPU_AVX2), __builtin_cpu_supports("avx2") != 0);
#endif
    ck_assert(!cpu_has(CPU_AVX512) || cpu_has(CPU_AVX2));
    ck_assert(!cpu_has(CPU_AVX512_PCLMUL) || cpu_has(CPU_AVX_PCLMUL));
}
END_TEST

START_TEST(switched_off_one_by_one)
{
    switch_off("glibc.cpu.hwcaps=-AVX2,-PCLMULQDQ,-SHA");
    ck_assert(!cpu_has(CPU_AVX2) && !cpu_has(CPU_AVX512) && !cpu_has(CPU_PCLMUL));
    ck_assert(!cpu_has(CPU_AVX_PCLMUL) && !cpu_has(CPU_AVX512_PCLMUL) && !cpu_has(CPU_SHA));
    ck_assert(cpu_has(CPU_NONE));
}
END_TEST

START_TEST(the_old_name)
{
    switch_off("glibc.cpu.hwcaps=-AVX2_Usable");
    ck_assert(!cpu_has(CPU_AVX2));
}
END_TEST

START_TEST(other_words_mean_nothing)
{
    bool avx2 = cpu_has(CPU_AVX2);
    switch_off("glibc.malloc.check=1:glibc.cpu.hwcaps=-AVX512F,-AVX2X:x=-PCLMULQDQ,-AVX512BW");
    struct unit_child child = unit_fork();
    if (child.pid == 0)
        _exit(cpu_has(CPU_AVX2) == avx2 && !cpu_has(CPU_AVX512) ? 0 : 1);
    unit_wait(child, 0, "", __LINE__);
}
END_TEST

START_TEST(asked_once)
{
    unsetenv("GLIBC_TUNABLES");
    bool avx2 = cpu_has(CPU_AVX2);
    switch_off("glibc.cpu.hwcaps=-AVX2");
    ck_assert_int_eq(cpu_has(CPU_AVX2), avx2);
}
END_TEST

UNIT_MAIN("cpu", none_is_always_there, what_the_processor_has, switched_off_one_by_one, the_old_name,
          other_words_mean_nothing, asked_once)
