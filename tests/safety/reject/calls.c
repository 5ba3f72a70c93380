/* Calls, jumps, casts of values, conversions, switches. */

#include <stdio.h> // reject: include
#include <stdlib.h> // reject: include
#include <string.h> // reject: include
#include <setjmp.h> // reject: include
#include <stdarg.h> // reject: include

#include "safe/safe.h"

enum mode { ONE, TWO };

static int logf_like(int n, ...) // reject: varargs-definition
{
    va_list list; // reject: uninitialized, local-array
    va_start(list, n); // reject: allow-list, array-decay, variadic
    int v = va_arg(list, int); // reject: variadic, array-decay
    va_end(list); // reject: allow-list, array-decay
    return v;
}

static int use(struct opaque *o, size_t n, int i)
{
    free(o); // reject: allow-list, pointer-cast
    exit(1); // reject: allow-list
    stop(system("true")); // reject: allow-list, char-pointer
    printf("%d", i); // reject: allow-list, variadic, format, char-pointer
    puts("text"); // reject: allow-list, char-pointer
    int (*kill_me)(char const *) = system; // reject: pointer-variable, allow-list, char-pointer
    struct { int (*f)(char const *); } hidden = {system}; // reject: allow-list, char-pointer
    abort; // reject: allow-list
    __builtin_trap(); // reject: reserved-name, allow-list
    __builtin_alloca(n); // reject: reserved-name, allow-list, pointer-expr
    __builtin_memset(o, 1, 99); // reject: reserved-name, allow-list, pointer-cast, pointer-expr
    __builtin_unreachable(); // reject: reserved-name, allow-list
    jmp_buf where; // reject: uninitialized, local-array
    if (setjmp(where)) // reject: setjmp, array-decay
        longjmp(where, 1); // reject: setjmp, array-decay
    goto out; // reject: goto
out: // reject: goto
    return kill_me == hidden.f; // reject: pointer-arith
} // reject: missing-return

static unsigned char narrow(int v, size_t n, enum mode m, double d, long w)
{
    unsigned char a = (unsigned char)v; // reject: cast
    unsigned char b = v; // reject: conversion
    int c = (int)n; // reject: cast
    int e = n; // reject: conversion
    size_t f = v; // reject: conversion
    unsigned g = (unsigned)v; // reject: cast
    int h = (int)d; // reject: cast
    int i = d; // reject: conversion
    int j = (int)w; // reject: cast
    enum mode k = (enum mode)n; // reject: cast
    bool l = v < f; // reject: conversion
    uint32_t o = (uint32_t)(n & 0xFF);
    uint8_t p = (uint8_t)(n % 300); // reject: cast
    uint8_t q = (uint8_t)(n & 0xFF);
    int8_t r = (int8_t)(n & 0xFF); // reject: cast
    uint64_t s = (uint64_t)v; // reject: cast
    float t = (float)d; // reject: cast
    char u = (char)200; // reject: cast
    bool x = (bool)n;
    int y = m;  // reject: conversion
    return a + b + q + p + (unsigned char)l + x + (r > c + e + h + i + j + y + u) + (k == m) + (t > g + s + o); // reject: conversion
}

static span pick(enum mode m) // a value that is neither would return garbage
{
    switch (m) {
    case ONE: return S("one");
    case TWO: return S("two");
    }
} // reject: missing-return

static int pick_if(int n)
{
    if (n > 1)
        return 1;
    else if (n < 0)
        return 2;
} // reject: missing-return, warning

static int pick_loop(int n)
{
    while (n > 0) {
        if (n == 3)
            break;
        return n;
    }
} // reject: missing-return, warning

static int pick_break(int n)
{
    switch (n) {
    case 1:
        return 1;
    default:
        if (n > 3)
            break;
        return 2;
    }
} // reject: missing-return, warning

static int jump_in(int n)
{
    switch (n) {
        int skipped = 1; // reject: uninitialized
    case 1:
        n += skipped; // reject: warning
        break;
    case 2:;
        span late = {}; // reject: uninitialized
        n += span_at(late, 0);
        break;
    }
    switch (n) // reject: switch-label
    case 3: // reject: switch-label
        n = 1;
    switch (n) {
        for (int i = 0; i < 3; i++) { // reject: warning
        case 5: // reject: switch-label
            n += i;
        }
        if (n) {
        default: // reject: switch-label
            n = 2;
        }
    }
    switch (n) // reject: switch-label
        while (n > 1)
        case 7: // reject: switch-label
            n--;
    return n;
}

static int run(struct opaque *o)
{
    int r = use(o, 1, 2) + narrow(1, 2, ONE, 3.0, 4) + pick_if(1) + pick_loop(2) + pick_break(3) + jump_in(4);
    return r + logf_like(1, 2) + (span_len(pick(ONE)) > 1); // reject: variadic
}

int prog_main(void)
{
    return run(0); // reject: null-pointer
}
