/* Arguments that would change the shape of what is around the library macro. */

#include "safe/safe.h"

#define CLOSES_BRACE "abc", 99999 }; zstr u = {"" "x" // reject: macro-form

int prog_main(void)
{
    span h = S(== 99999 ? 1 : 2); // reject: compile, uninitialized, warning
    return 0;
}
