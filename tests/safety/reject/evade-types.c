/* Attempts to get a pointer, or one of the wrong type, without writing a '*'. */

#include "room/room.h"
#include "safe/safe.h"

struct item { int value; };
struct other { span s; };
typedef struct item item_type, *item_pointer, item_row[3]; // reject: pointer-typedef, array-typedef
typedef int number;
typedef number *number_pointer; // reject: pointer-typedef
typedef __typeof__(&(int){1}) hidden_pointer; // reject: typeof, pointer-typedef, address-of
typedef void function(int);
typedef function *function_pointer;
typedef struct { item_pointer p; } holder; // reject: pointer-member
typedef struct { struct { struct { int *p; } a; } b; } nest; // reject: pointer-member
typedef struct { function_pointer f[2]; } array_of_functions; // reject: array-member
enum number_kind { FIRST = sizeof(int *) }; // reject: pointer-expr
struct has_function { int (*f)(int, struct item *, ...); }; // reject: varargs-definition
struct bit_fields { unsigned a : 3, : 5, b : sizeof(char *); }; // reject: pointer-expr
struct tally *tally_of(void); // reject: pointer-return, extern-decl
static holder give_holder(void);
static function *give_function(void); // reject: pointer-return
static int (*give_table(void))[4]; // reject: pointer-return
static void take(struct item *p);
static void take_other(struct other *p);
static void take_function(function f);
static void take_function_row(function_pointer f[2]); // reject: array-parameter
static void take_nested(int (*f)(int **)); // reject: pointer-to-pointer
static void take_deep(void (*f)(void (*g)(char *))); // reject: char-pointer
static void take_maker(int *(*make)(void)); // reject: pointer-return
static void take_old(p) int *p; {} // reject: prototype, warning
static void stop_it(int n);

static int use(item_type *p, struct other *o, number n)
{
    item_pointer a = p; // reject: pointer-variable, pointer-expr
    __auto_type b = p; // reject: typeof, pointer-variable, pointer-expr
    __typeof__(p) c = p; // reject: typeof, pointer-variable, pointer-expr
    __typeof__(*p) *d = p; // reject: typeof, pointer-variable, pointer-expr
    item_row e = {}; // reject: local-array
    take(e); // reject: array-decay
    take_other(p); // reject: pointer-cast, warning
    take_other((void *)p); // reject: pointer-cast
    take((struct item *)(uintptr_t)p); // reject: pointer-cast
    take((struct item *)(uintptr_t)12345); // reject: pointer-cast
    take((struct item *)"literal"); // reject: pointer-cast, char-pointer
    take(give_holder().p); // reject: pointer-expr
    give_holder().p->value = 1; // reject: deref, pointer-expr
    (*give_holder().p).value = 1; // reject: deref, pointer-expr
    take_function(stop_it);
    take_function(&stop_it); // reject: address-of
    take_function((function *)take); // reject: function-pointer-cast
    take_function(*stop_it);
    take_function((function_pointer)n); // reject: function-pointer-cast, warning
    take_function(take); // reject: function-pointer-cast, warning
    take_function((void (*)(int))(void *)stop_it); // reject: function-pointer-cast
    ((void (*)(struct other *))take)(o); // reject: function-pointer-cast
    (n ? take : take)(p);
    (*take)(p);
    take(&*p);
    take(&(*p));
    take(&((struct item *)o)->value); // reject: pointer-cast, deref, warning
    take((n, p)); // reject: pointer-expr, warning
    take(p ?: p); // reject: pointer-expr
    take(({ p; })); // reject: statement-expr, pointer-expr
    take(_Generic(n, int: p)); // reject: generic, pointer-expr
    take((struct item *[]){p}[0]); // reject: subscript, pointer-expr
    take(*(struct item *[]){p}); // reject: deref, array-decay, pointer-expr
    take(((struct { struct item *p; }){p}).p); // reject: pointer-member, pointer-expr
    take(__builtin_choose_expr(1, p, p)); // reject: reserved-name, extension, pointer-expr
    take((struct item *){p}); // reject: pointer-expr
    take(&(struct item[2]){}[1]); // reject: subscript
    take((struct item[]){{1}}); // reject: array-decay
    struct local { struct item *p; } l = {.p = p}; // reject: pointer-member, pointer-expr
    struct has_function f = {.f = 0}; // reject: null-pointer
    struct { struct tally *t; } *g = &l; // reject: pointer-member, pointer-variable, address-of, pointer-cast, warning
    static const struct { item_pointer p; } h = {&(struct item){1}}; // reject: pointer-member, address-of, compile
    n += b->value + c->value + d->value; // reject: deref, pointer-expr
    (void)g, (void)sizeof h; // reject: pointer-expr
    return n + f.f(1, p); // reject: variadic
}

static int use_more(item_type *p, item_pointer a, int n) 
{
    for (struct item *i = p; i->value; i++) // reject: pointer-variable, pointer-expr, deref, pointer-arith
        n++;
    while ((p = a)) // reject: pointer-assign
        n++;
    switch ((uintptr_t)p) { // reject: pointer-cast
    default:
        break;
    }
    n = *&n; // reject: address-of, deref
    n = *(&n); // reject: address-of, deref
    n = (&*&n)[0]; // reject: address-of, deref, subscript
    (&n)[5] = 1; // reject: address-of, subscript
    *(&n + 5) = 1; // reject: address-of, pointer-arith, deref
    return n;
}

int prog_main(void)
{
    take_nested(0); // reject: null-pointer
    take_old(&(int){1});
    return use(&(struct item){}, &(struct other){}, 1) + use_more(&(struct item){}, &(struct item){}, 1);
}
