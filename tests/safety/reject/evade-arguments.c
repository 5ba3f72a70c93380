/* Arguments that reach out of the parameter of a library macro, to make a view of nothing. */

#include "safe/safe.h"

#define TWO_PARTS "abc", 99999 // reject: macro-form
#define CLOSES_EARLY "abc"), (99999 // reject: macro-form
#define CHOICE "abc" ? 99999 : 1
#define NUMBER 99999

struct row { int key; zstr name; };
RSPAN_DEFINE(rows, struct row);
static const struct row table[] = {{'a', Z("a")}};

static span forge(int n)
{
    span a = S("abc" ? 99999 : 1); // reject: char-pointer, macro-argument, pointer-cast, warning
    span b = S(CHOICE); // reject: char-pointer, macro-argument, pointer-cast, warning
    span c = S(TWO_PARTS); // reject: char-pointer, warning
    span d = S(CLOSES_EARLY); // reject: warning
    span e = S("abc" + 5); // reject: char-pointer, pointer-arith, macro-argument, pointer-cast, warning
    span f = S("abc"[n]); // reject: subscript, pointer-cast, macro-argument, warning
    span g = S("abc" && n); // reject: char-pointer, macro-argument, pointer-cast, pointer-expr, warning
    zstr i = Z(TWO_PARTS); // reject: warning
    zstr k = Z("abc" "def");
    rows l = SPAN_OF(rows, table + NUMBER); // reject: array-decay, pointer-arith, warning
    rows m = SPAN_OF(rows, n ? table : 0); // reject: array-decay, null-pointer, pointer-expr, warning
    (void)b, (void)c, (void)d, (void)e, (void)f, (void)g, (void)i, (void)k, (void)l, (void)m;
    return a;
}

int prog_main(void)
{
    return span_len(forge(1)) > 1;
}
