/* cpu.c - see cpu.h. */

#include "sys/cpu.h"

#if defined __x86_64__

# include <stdlib.h>
# include <string.h>

/* The C library asked the processor already.  The compiler's library would do so again, before main, with a
   dozen CPUID instructions, which are slow on virtual machines. */
# if defined __GLIBC__ && __GLIBC_PREREQ(2, 33)
#  include <sys/platform/x86.h>
#  define SUPPORTED(name, builtin_name) CPU_FEATURE_ACTIVE(name)
# else
#  define SUPPORTED(name, builtin_name) (__builtin_cpu_init(), __builtin_cpu_supports(builtin_name))
# endif

/* Whether GLIBC_TUNABLES holds -NAME in its glibc.cpu.hwcaps list. */
static bool switched_off(char const *name)
{
    char const *t = getenv("GLIBC_TUNABLES");
    t = t ? strstr(t, "glibc.cpu.hwcaps=") : NULL;
    size_t len = strlen(name);
    while (t && *t && *t != ':') {
        t++;
        if (t[-1] == '-' && strncmp(t, name, len) == 0 && (t[len] == 0 || t[len] == ',' || t[len] == ':'))
            return true;
    }
    return false;
}

static bool probe(enum cpu_feature feature)
{
    /* Every processor with AVX2 has POPCNT and BMI, but an emulated one may not. */
    bool avx2 = SUPPORTED(AVX2, "avx2") && SUPPORTED(POPCNT, "popcnt") && SUPPORTED(BMI1, "bmi")
                && !switched_off("AVX2") && !switched_off("AVX2_Usable");
    bool avx512 = avx2 && SUPPORTED(AVX512BW, "avx512bw") && SUPPORTED(AVX512F, "avx512f")
                  && !switched_off("AVX512F") && !switched_off("AVX512BW");
    bool clmul = SUPPORTED(PCLMULQDQ, "pclmul") && !switched_off("PCLMULQDQ");
    bool wide_clmul = clmul && SUPPORTED(VPCLMULQDQ, "vpclmulqdq") && !switched_off("VPCLMULQDQ");
    switch (feature) {
    case CPU_NONE: return true;
    case CPU_AVX2: return avx2;
    case CPU_AVX512: return avx512;
    case CPU_PCLMUL: return clmul && SUPPORTED(AVX, "avx") && !switched_off("AVX");
    case CPU_AVX_PCLMUL: return wide_clmul && avx2;
    case CPU_AVX512_PCLMUL: return wide_clmul && avx512;
    case CPU_SHA: return false;
    }
    return false;
}

bool cpu_has(enum cpu_feature feature)
{
    /* 0 unknown, 1 yes, -1 no; racing threads store the same value. */
    static _Atomic signed char known[CPU_SHA + 1];
    if (known[feature] == 0)
        known[feature] = probe(feature) ? 1 : -1;
    return known[feature] > 0;
}

#else

bool cpu_has(enum cpu_feature feature)
{
    return feature == CPU_NONE;
}

#endif
