/* A program may not say that its lines are those of another file. */

#include "safe/safe.h"

int prog_main(void)
{
    return 0;
}
#line 7 "elsewhere.c" // reject: directive
