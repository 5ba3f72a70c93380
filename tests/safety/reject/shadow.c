/* Names of the program that would change what a library macro means. */

#include "safe/safe.h"
#define span_first(s, n) (s)
#define n_ p_ // reject: reserved-macro
#define fault(a, b) ((void)0) // reject: reserved-macro

struct row { size_t n_; span s; };
RSPAN_DEFINE(rows, struct row);  // reject: compile, private-member

#define span_len(s) 7 // reject: reserved-macro

static bool ends(span s, bool (*span_at)(span, size_t))
{
    return SPAN_BOTH_ENDS(s); // reject: shadow
}

static bool next(span s)
{
    int span_next = 1;
    SPAN_FOREACH(c, s) // reject: shadow, compile
        span_next += c;
    return span_next > 1;
}

int prog_main(void)
{
    return ends((span){}, 0) + next((span){}); // reject: null-pointer
}
