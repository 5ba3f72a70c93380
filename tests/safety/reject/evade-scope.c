/* Attempts by names and scopes: hiding, redeclaring, reusing the library's names. */

#include "room/room.h"
#include "safe/safe.h"

static void *malloc_mine(unsigned long n) __asm__("malloc"); // reject: pointer-return, asm
extern void *calloc(unsigned long n, unsigned long size); // reject: pointer-return, extern-decl
static int system(char const *command); // reject: char-pointer
extern int execve(span a, span b); // reject: extern-decl
int weak_one(void) __attribute__((weak, alias("system"))); // reject: attribute
static void clean(buf *b);
static inline __attribute__((always_inline)) int quick(void) // reject: attribute
{
    return 1;
}

static int use(span given)
{
    typedef struct { size_t p_, n_; } span;
    span mine = {.p_ = 1, .n_ = 2};
    mine.p_ = 3;
    buf b __attribute__((cleanup(clean))) = {}; // reject: attribute
    struct tally { unsigned long values; } t = {1};
    tally_add(&t, given); // reject: pointer-cast, warning
    extern size_t span_count_all(span s); // reject: extern-decl
    int *environ_like = &*(int *)0; // reject: pointer-variable, deref, null-pointer, address-of
    register int fast = 1;
    enum { span_at = 4 };
    return fast + (int)mine.n_ + span_at + (int)S("x").n_; // reject: cast, shadow, compile
}

static int hidden_call(void)
{
    int (*f)(void) = quick; // reject: pointer-variable
    struct { int (*f)(void); } s = {quick};
    s.f = quick;
    s.f = (int (*)(void))use; // reject: function-pointer-cast
    s.f = use; // reject: function-pointer-cast, warning
    return s.f() + f() + (**f)() + sizeof(system("x")); // reject: char-pointer, conversion
}

int main(void) // reject: extern-decl
{
    return hidden_call() + use(S("a"));
}

int prog_main(void)
{
    return main();
}
