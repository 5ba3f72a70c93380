/* Owners, private members, borrowed values, initialisation. */

#include "room/room.h"
#include "safe/safe.h"

struct SAFE_OWNER log { buf text; size_t lines; };
struct wrap { struct log inner; int n; };
struct keep { words borrowed; int n; }; // reject: borrow

static void take(buf b); // reject: owner-copy
static void take_wrap(struct wrap w, int n); // reject: owner-copy
static buf make(void); // reject: owner-copy
static void take_words(words w);
static words give_words(void); // reject: borrow
static words pass_words(words w) // reject: borrow
{
    say(w);
    return w; // reject: borrow
}
static void keep_words(struct keep *k, words w)
{
    k->borrowed = w; // reject: borrow
}
VEC_DEFINE(kept, kept_view, words); // reject: borrow
VEC_DEFINE(logs, log_view, struct log);

static void use(buf *b, struct wrap *w, logs *all)
{
    buf fresh = {};
    buf copy = *b; // reject: owner-copy
    *b = fresh; // reject: owner-copy
    *b = (buf){}; // reject: owner-copy
    *w = (struct wrap){}; // reject: owner-copy
    struct wrap other = *w; // reject: owner-copy
    struct wrap built = {.inner = w->inner}; // reject: owner-copy
    struct wrap half = {.n = 1};
    w->inner.text = b[0]; // reject: owner-copy, subscript
    take(fresh); // reject: owner-copy
    buf made = make(); // reject: owner-copy
    struct log element = AT(logs, all, 0); // reject: owner-copy
    logs_push(all, element); // reject: owner-copy
    buf_append(&AT(logs, all, 0).text, S("x"));
    fresh = built.n ? copy : made; // reject: owner-copy
    (void)other, (void)half;
}

static size_t peek(span s, buf *b, struct tally *t)
{
    s.n_ = 100; // reject: private-member
    s.p_ += 1; // reject: private-member, pointer-arith, pointer-expr
    span forged = {.n_ = 4}; // reject: private-init
    span copied = {s.p_, 10}; // reject: private-init, private-member, pointer-expr
    span positional = {0, 4}; // reject: private-init, null-pointer
    span zero = {0}; // reject: private-init, null-pointer
    forged = (span){.n_ = span_len(s)}; // reject: private-init
    struct { span s; int k; } nested = {.s = {.n_ = 1}}; // reject: private-init
    struct { span s; int k; } deep = {.s.n_ = 1}; // reject: private-init
    struct { span s; int k; } flat = {0, 3, 1}; // reject: private-init, null-pointer
    tally_reset_(t); // reject: private-member
    t->hidden_ = 1; // reject: private-member
    (*t).hidden_++; // reject: private-member
    struct tally set = {.hidden_ = 1}; // reject: private-init
    span secret = SECRET_(0, 5); // reject: private-member
    SPAN_FOREACH(c, s)
        c_s_ = (span){}; // reject: private-member
    span raw = span_of_raw_(b->p_, 1); // reject: private-member, pointer-expr
    (void)forged, (void)copied, (void)positional, (void)zero, (void)secret, (void)raw;
    (void)nested, (void)deep, (void)flat;
    return set.lines + s.n_; // reject: private-member
}

static int start(int given)
{
    int loose; // reject: uninitialized
    span empty; // reject: uninitialized
    int self = self + 1; // reject: uninitialized, warning
    struct wrap nothing; // reject: uninitialized
    for (int i; given > 0; given--) // reject: uninitialized
        i = 0;
    words w = WORDS(S("a")); // reject: borrow
    say(w);
    take_words(WORDS(S("a")));
    keep_words(&(struct keep){}, WORDS(S("a")));
    say((words){});
    say(WORDS(S("a")));
    say(give_words());
    say(pass_words(w));
    (void)empty, (void)nothing;
    return loose + self; // reject: warning
}

static int counter; // reject: mutable-global
int shared = 1; // reject: mutable-global, warning
static const int fixed = 1;
extern int foreign; // reject: mutable-global, extern-decl
extern int printf(char const *format, ...); // reject: extern-decl, char-pointer, varargs-definition
int undeclared(void) // reject: warning
{
    static int calls = 0; // reject: mutable-global
    _Thread_local static int mine; // reject: mutable-global
    extern int inner; // reject: mutable-global, extern-decl
    int declared_here(void); // reject: extern-decl
    return calls + fixed + counter + mine + inner + declared_here();
}
void tally_add(struct tally *t, span line) // reject: extern-decl
{
    t->lines += span_len(line);
}
void *memcpy(void *to, void const *from, size_t n) // reject: extern-decl, pointer-return, void-pointer
{
    return to; // reject: pointer-expr
}
struct opaque { span s; }; // reject: incomplete-type

int prog_main(void)
{
    buf b = {};
    struct wrap w = {};
    logs all = {};
    use(&b, &w, &all);
    take_wrap((struct wrap){}, 1); // reject: owner-copy
    opaque_use(&(struct opaque){});
    return start(1) + (int)peek((span){}, &b, &(struct tally){}); // reject: cast
}
