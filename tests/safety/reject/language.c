/* Constructs of the language that the subset leaves out. */

#include "safe/safe.h"

union both { // reject: union
    int i;
    float f;
};
struct bits {
    union { int a; unsigned b; }; // reject: union
};
volatile int flag; // reject: volatile, mutable-global, warning
static int read_flag(volatile int *v); // reject: volatile
static _Atomic int counted; // reject: volatile, mutable-global
static void copy(uint64_t *restrict to, uint64_t const *__restrict from); // reject: restrict
static int __attribute__((noreturn)) never(void); // reject: attribute
_Noreturn void never_either(void); // reject: attribute, extern-decl
struct __attribute__((packed)) tight { char c; int i; }; // reject: attribute
typedef int vec4 __attribute__((vector_size(16))); // reject: attribute, extension
static int aligned(void) __attribute__((aligned(64))); // reject: attribute
static int renamed(void) __asm__("system"); // reject: asm
asm(".globl system"); // reject: asm
static _Complex double spin; // reject: reserved-name, extension, mutable-global
static unsigned _BitInt(7) odd; // reject: reserved-name, extension, mutable-global
static __int128 wide; // reject: reserved-name, mutable-global
int old_style(); // reject: prototype, extern-decl, warning
[[gnu::constructor]] static void early(void); // reject: attribute
[[deprecated("x")]] static void old(void); // reject: attribute
_Alignas(64) static const int cold = 1; // reject: attribute

static int use(int n, span s)
{
    int a = ({ int t = n; t + 1; }); // reject: statement-expr
    int b = _Generic(n, int: 1, default: 2); // reject: generic
    __typeof__(n) c = 3; // reject: typeof
    __auto_type d = 4; // reject: typeof
    asm volatile("nop"); // reject: asm, volatile
    __asm__("" : "=r"(a) : "r"(b)); // reject: asm
    int e = __builtin_offsetof(struct bits, a); // reject: reserved-name, extension
    int f = __extension__ 1; // reject: reserved-name
    int g = __builtin_choose_expr(1, 2, 3); // reject: reserved-name, extension
    double h = __real__(1.0); // reject: reserved-name
    auto int i = 1; // reject: typeof
    int k = __builtin_types_compatible_p(int, long); // reject: reserved-name
    const char l = "x"[0]; // reject: subscript
    if (a == __LINE__) // reject: reserved-name
        a = __COUNTER__; // reject: reserved-name
    SPAN_BOTH_ENDS(span_first(s, 1)); // reject: macro-side-effect
    SPAN_BOTH_ENDS(s);
    n = SPAN_BOTH_ENDS(n++ ? s : s); // reject: macro-side-effect, warning
    return b + c + d + e + f + g + (h > 1) + i + k + l;
}

static int deep(int a, int b, int c, int d, int e, int f) // reject: cap-parameters
{
    if (a) {
        for (; b > 0; b--) {
            while (c > 0) {
                if (d) // reject: cap-nesting
                    c = 0;
                c--;
            }
        }
    } else if (b) {
        return 1;
    } else if (c) {
        switch (d) {
        case 1:
            if (e)
                return 2;
            break;
        default:
            do { // three deep
                e--;
            } while (e > 0);
        }
    } else {
        SPAN_FOREACH(x, S("abc")) {
            if (x == 'b') {
                if (f) // reject: cap-nesting
                    return 4;
            }
        }
    }
    return f;
}

int prog_main(void) // reject: cap-lines
{
    int n = 0;
    n += 1;
    n += 2;
    n += 3;
    n += 4;
    n += 5;
    n += 6;
    n += 7;
    n += 8;
    n += 9;
    n += 10;
    n += 11;
    n += 12;
    n += 13;
    n += 14;
    n += 15;
    n += 16;
    n += 17;
    n += 18;
    n += 19;
    n += 20;
    n += 21;
    n += 22;
    n += 23;
    n += 24;
    n += 25;
    n += 26;
    n += 27;
    n += 28;
    n += 29;
    n += 30;
    n += 31;
    n += 32;
    n += 33;
    n += 34;
    n += 35;
    n += 36;
    return use(n, S("x")) + deep(1, 2, 3, 4, 5, 6) + cold;
}
