/* Arrays, and literals that are not arguments of a library macro. */

#include "safe/safe.h"

struct row { int key; zstr name; };
RSPAN_DEFINE(rows, struct row);
RSPAN_DEFINE(ints, int);

struct has_array {
    int values[4]; // reject: array-member
};
struct has_tail {
    int n;
    int tail[]; // reject: flexible-array
};
struct has_zero {
    int n;
    int tail[0]; // reject: flexible-array
};
typedef int four[4]; // reject: array-typedef
static int sum(int v[4]); // reject: array-parameter
static int sum_static(int v[static 4]); // reject: array-parameter
static int sum_any(int v[]); // reject: array-parameter
static int sum_four(four v); // reject: array-parameter
static void take_int(int *v);

static const struct row table[] = {{'a', Z("a")}, {'b', Z("b")}};
static const int ints_table[] = {1, 2, 3};
static int changing[4]; // reject: mutable-global
static const char letters[] = "abc";
extern const int elsewhere[4]; // reject: extern-decl, local-array
static const char *const names[] = {"a", "b"}; // reject: pointer-variable, char-pointer

static int use(size_t n, rows given)
{
    int local[3] = {1, 2, 3}; // reject: local-array
    int vla[n]; // reject: vla, uninitialized, warning
    four typed = {}; // reject: local-array
    char text[] = "text"; // reject: local-array
    int total = table[0].key; // reject: subscript
    total += ints_table[n]; // reject: subscript
    total += n[ints_table]; // reject: subscript
    total += *ints_table; // reject: array-decay, deref
    total += *(ints_table + 1); // reject: array-decay, pointer-arith, deref
    total += sum((int *)ints_table); // reject: array-decay, pointer-cast
    total += sum_any(local); // reject: array-decay
    take_int(local); // reject: array-decay
    rows all = SPAN_OF(rows, table);
    ints some = SPAN_OF(ints, ints_table);
    ints stack = SPAN_OF(ints, local); // reject: array-decay
    ints past = SPAN_OF(ints, ints_table + 1); // reject: array-decay, pointer-arith, warning
    ints literal = SPAN_OF(ints, ((int const[]){1, 2})); // reject: array-decay
    span name = span_of_raw_("abc", 9); // reject: private-member, char-pointer, warning, pointer-cast
    zstr plain = {"abc", 3}; // reject: private-init, char-pointer
    REPORT("abc" == 0, "fine"); // reject: char-pointer, pointer-arith, null-pointer
    if ("abc") // reject: char-pointer, warning
        total++;
    total += "abc"[n]; // reject: subscript
    total += AT(ints, some, n);
    total += AT(rows, given, n).key;
    log_line(Z("x"), "text"); // reject: variadic, char-pointer
    (void)__func__; // reject: reserved-name, char-pointer
    return total + (int)ints_len(some) + changing[0]; // reject: cast, subscript
}

static int use_vla_type(size_t n)
{
    typedef int wide[n]; // reject: vla, warning
    return (int)sizeof(wide); // reject: cast
}

static int sum_vla(size_t n, int v[n]) // reject: vla, array-parameter, warning
{
    return v[n - 1]; // reject: subscript
}

int prog_main(void)
{
    return use(1, SPAN_OF(rows, table)) + use_vla_type(2) + sum_vla(1, (int[]){1}); // reject: array-decay
}
