/* Pointers where none may be. */

#include "safe/safe.h"

struct item { int value; size_t n; };
struct pair { struct item first, second; };

struct holder {
    struct item *item; // reject: pointer-member
    char const *name; // reject: pointer-member
    void *any; // reject: pointer-member
    int (*count)(int *); 
    int *(*find)(void); // reject: pointer-return
    int (*any_args)(); // reject: prototype, warning
};

typedef struct item *item_ref; // reject: pointer-typedef
typedef int (*callback)(int);
typedef char *(*maker)(void); // reject: pointer-return
typedef item_ref alias; // reject: pointer-typedef

static struct item *const fixed = 0; // reject: pointer-variable, null-pointer
static int (*const table_of_one)(int) = 0; // reject: null-pointer

static struct item *give(struct item *p) // reject: pointer-return
{
    return p; // reject: pointer-expr
}
static item_ref give_alias(struct item *p) // reject: pointer-return
{
    return p; // reject: pointer-expr
}
static void take_two(struct item **p); // reject: pointer-to-pointer
static void take_void(void *p); // reject: void-pointer
static void take_text(char const *text); // reject: char-pointer
static void take_signed(signed char *text); // reject: char-pointer
static void take_bytes(unsigned char *out);
static void take_item(struct item *p);
static void take_const(struct item const *p);
static void take_number(uint64_t *v);
static void take_table(int (*p)[4]); // reject: array-parameter

static int use(struct item *p, struct item *q, struct pair *both, callback f)
{
    struct item *local = p; // reject: pointer-variable, pointer-expr
    static struct item *kept; // reject: pointer-variable, mutable-global
    int (*g)(int) = f; // reject: pointer-variable
    char *text = "text"; // reject: pointer-variable, char-pointer
    p = q; // reject: pointer-assign
    p++; // reject: pointer-arith
    p += 1; // reject: pointer-arith
    take_item(p + 1); // reject: pointer-arith
    take_item(1 + p); // reject: pointer-arith
    size_t n = (size_t)(p - q); // reject: pointer-arith, cast
    if (p == q) // reject: pointer-arith
        n++;
    if (p < q) // reject: pointer-arith
        n++;
    if (p) // reject: pointer-expr
        n++;
    if (!p) // reject: pointer-expr
        n++;
    if (p && q) // reject: pointer-expr
        n++;
    take_item(n ? p : q); // reject: pointer-expr
    take_item((n++, p)); // reject: pointer-expr, warning
    take_item(p = q); // reject: pointer-assign
    take_item(0); // reject: null-pointer
    take_item(NULL); // reject: null-pointer
    take_item((void *)0); // reject: null-pointer
    take_item((struct item *)0); // reject: null-pointer
    take_item((struct item *)both); // reject: pointer-cast
    take_item((struct item *)n); // reject: pointer-cast
    take_item(local); // reject: pointer-expr
    n = (size_t)p; // reject: pointer-cast
    (*&*p).value = 1; // reject: address-of, deref
    (&both->first)->value = 1; // reject: address-of, deref
    (n ? p : q)->value = 1; // reject: pointer-expr, deref
    *(int *)p = 1; // reject: pointer-cast, deref
    p[1].value = 2; // reject: subscript
    1[p].value = 2; // reject: subscript
    p[0] = *q; // reject: subscript
    give(p)->value = 3; // reject: pointer-expr, deref
    take_item(&both->first);
    take_item(&*p);
    take_number(&p->n);
    int numbers = 4;
    &numbers; // reject: address-of, warning
    take_item(&both->first + 1); // reject: address-of, pointer-arith
    p->value = (int)sizeof(&numbers); // reject: address-of
    f = g; // reject: pointer-assign
    f = (callback)g; // reject: pointer-assign, function-pointer-cast
    if (f == g) // reject: pointer-arith
        n++;
    (void)p;
    (void)kept, (void)text; // reject: pointer-expr
    return (*f)(1) + p->value + (int)n; // reject: cast
}

static void more(struct item const *fixed_item, span *rest, unsigned char *c)
{
    take_item(fixed_item); // reject: pointer-cast, warning
    take_const(fixed_item);
    take_bytes(c);
    take_bytes(&(unsigned char){0});
    char letter = 'a';
    signed char sign = 1;
    take_text(&letter); // reject: char-pointer
    take_signed(&sign); // reject: char-pointer
    take_void(rest); // reject: pointer-cast
    take_void(&letter); // reject: char-pointer, pointer-cast
    take_two(&fixed_item); // reject: pointer-to-pointer, warning
    stop(*c);
    take_item(&(struct item){.value = 1});
    struct item kept[2] = {}; // reject: local-array
    take_item(kept); // reject: array-decay
    take_item(&kept[1]); // reject: subscript
    take_table(&(int[4]){0}); // reject: array-decay
    stop(use((struct item *){0}, &(struct item){}, &(struct pair){}, table_of_one)); // reject: pointer-expr, null-pointer
    stop((int)sizeof(struct item *)); // reject: pointer-expr
    stop(fixed == 0); // reject: pointer-arith, null-pointer, pointer-expr
}

int prog_main(void)
{
    more(&(struct item const){}, &(span){}, &(unsigned char){1});
    return give_alias(&(struct item){}) != 0; // reject: pointer-expr, pointer-arith, null-pointer
}
