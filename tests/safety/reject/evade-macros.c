/* Attempts to get past the checker with macros: each token is judged by where it is spelled. */

#include "safe/safe.h"

#define DEREF(p) (*(p))
#define INDEX(a, i) (a)[i]
#define ADDRESS(x) &(x)
#define STAR *
#define POINTER(T) T *
#define CAST(T, x) ((T)(x))
#define LOCAL(T, name) T name
#define NEXT(p) ((p) + 1)
#define NOTHING
#define ARROW ->
#define BYTES unsigned char const *
#define CALL(f, ...) f // reject: macro-form
#define COMMA , // reject: macro-form
#define JUMP goto // reject: goto
#define PARTS .n_ = 1
#define MEMBER n_
#define OPEN { // reject: macro-form
#define LETTERS "abc"

struct item { int value; };
RSPAN_DEFINE(items, struct item);
RSPAN_DEFINE(stars, struct item *); // reject: pointer-expr
VEC_DEFINE(kept, kept_view, BYTES); // reject: pointer-expr
RSPAN_DEFINE(functions, POINTER(int)); // reject: pointer-expr
static const struct item table[] = {{1}, {2}};

static void take(struct item *p);

static int use(struct item *p, span s)
{
    int n = DEREF(&p->value); // reject: address-of, deref
    n += DEREF(p).value;
    n += INDEX(p, 2).value; // reject: subscript
    n += INDEX(table, 9).value; // reject: subscript, warning
    POINTER(struct item) q = p; // reject: pointer-variable, pointer-expr
    struct item STAR r = q; // reject: pointer-variable, pointer-expr
    LOCAL(struct item STAR, t) = ADDRESS(*p); // reject: pointer-variable, address-of
    take(NEXT(p)); // reject: pointer-arith
    take(CAST(struct item *, s)); // reject: compile
    take(CAST(struct item *, n)); // reject: pointer-cast, warning
    take(ADDRESS(*p));
    n += t ARROW value; // reject: deref, pointer-expr
    n += (int)span_len((span) OPEN PARTS }); // reject: private-init, cast
    n += (int)s.MEMBER; // reject: private-member, cast
    SPAN_FOREACH(c, *(span *)p) // reject: pointer-cast, deref
        n += c;
    SPAN_FOREACH(c, (span){s.p_ COMMA 99}) // reject: private-member, private-init, pointer-expr
        n += c;
    items all = SPAN_OF(items, p); // reject: pointer-expr, warning
    items past = SPAN_OF(items, &table[1]); // reject: subscript, address-of, warning
    items some = SPAN_OF(items, *&table); // reject: array-decay, address-of, deref
    items none = SPAN_OF(items, (n ? table : table)); // reject: array-decay, pointer-expr, warning
    n += AT(items, *(items *)&s, 1).value; // reject: address-of, pointer-cast, deref
    n += (&AT(items, all, 1))->value; // reject: address-of, deref
    n += (&AT(items, all, 1))[3].value; // reject: address-of, subscript
    take((struct item *)&AT(items, past, 0)); // reject: address-of, pointer-cast
    take(&AT(items, past, 0)); // reject: pointer-cast, warning
    zstr text = Z(LETTERS);
    span letters = S("a" "b");
    zstr odd = Z(L"wide"); // reject: warning
    GIVE_UP_IF(*s.p_); // reject: private-member, deref, pointer-expr
    GIVE_UP_IF(p); // reject: pointer-expr
    GIVE_UP_IF(table == table); // reject: array-decay, pointer-arith
    GIVE_UP_IF(({ *p; }).value); // reject: statement-expr
    JUMP end; // reject: goto
end: // reject: goto
    log_line(text, r, letters, none, some, odd); // reject: variadic, pointer-expr
    return n + CALL(stop, 1)(2); // reject: compile, extension
}

int prog_main(void)
{
    return use(&(struct item){}, S("x"));
}
