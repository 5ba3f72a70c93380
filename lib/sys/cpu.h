/* cpu.h - which instruction sets may be used: what the processor has, less what GLIBC_TUNABLES
   (glibc.cpu.hwcaps=-AVX2,...) switches off, so that one setting governs libc and these programs alike. */

#ifndef SYS_CPU_H
#define SYS_CPU_H

#include "safe/base.h"

enum cpu_feature { CPU_NONE, CPU_AVX2, CPU_AVX512, CPU_PCLMUL, CPU_AVX_PCLMUL, CPU_AVX512_PCLMUL, CPU_SHA };

/* Asked once per feature and remembered.  CPU_NONE is always there. */
bool cpu_has(enum cpu_feature feature);

#endif
