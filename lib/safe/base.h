/* base.h - what every header of lib/safe stands on: the fault that ends a program whose code broke a
   contract.

   A fault is a bug in the calling code, never a property of the input.  The check that found it stays on
   in release builds: the process ends before the access happens. */

#ifndef SAFE_BASE_H
#define SAFE_BASE_H

#include <limits.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The checker defines this as an annotation: a type so marked owns memory or a descriptor and is never
   copied. */
#ifndef SAFE_OWNER
#define SAFE_OWNER
#endif

#define SAFE_COLD __attribute__((cold, noinline))
#define SAFE_INLINE static inline __attribute__((always_inline))

/* Whether numbers in this machine's memory begin with their byte of the highest value. */
SAFE_INLINE bool machine_is_big_endian(void)
{
    return __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__;
}

/* End the program: WHAT was asked for, GOT is the value that broke the contract, LIMIT the value it had to
   respect. Writes "PROG: internal error: WHAT (GOT, LIMIT)" to standard error and aborts. */
_Noreturn SAFE_COLD void safe_fault(char const *what, size_t got, size_t limit);

/* End the program for want of memory: "PROG: memory exhausted" and the program's failure status. */
_Noreturn SAFE_COLD void safe_no_memory(void);

/* Told once by the start code: the name for the two messages above and the status of the second. NAME is
   kept. */
void safe_set_program(char const *name, int failure_status);

/* The name given to safe_set_program, and what a program calls itself in its diagnostics. */
char const *safe_program_name(void);

#endif
