/* What the compiler itself refuses. */

#include "safe/safe.h"

int prog_main(void)
{
    missing(1); // reject: compile, allow-list
    int inner(void) { return 1; } // reject: compile
    return unknown_name; // reject: compile, extension
}
