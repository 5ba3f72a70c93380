/* Definitions in places where no statement declares anything. */

#include "safe/safe.h"

static int by_parameter(struct inner { int *p; } v); // reject: pointer-member, warning
static int by_definition(struct defined { int *p; } v) // reject: pointer-member, warning
{
    return sizeof v > 1;
}

static size_t use(int n)
{
    size_t a = sizeof(struct { int *p; }); // reject: pointer-member
    size_t b = sizeof(struct { int row[4]; }); // reject: array-member
    size_t c = (size_t)_Alignof(union { int x; }); // reject: reserved-name, union
    for (struct looped { char *text; int i; } l = {}; l.i < n; l.i++) // reject: pointer-member
        a++;
    (void)(struct { int (*f)(void *); }){}; // reject: void-pointer
    enum { SIZE = sizeof(struct { int *q; }) }; // reject: pointer-member
    return a + b + c + SIZE + sizeof(int(*)(struct deep { int *z; })); // reject: pointer-member, warning
}

static const size_t outer = sizeof(struct { int *p; }); // reject: pointer-member
_Static_assert(sizeof(struct checked { int *p; }) == 8, "x"); // reject: pointer-member

int prog_main(void)
{
    return use(1) + outer > 1;
}
