/* args.c - see args.h. */

#include "safe/args.h"

/* How many slots of L come before those that REST begins with; 0 when it is elsewhere. */
static size_t slots_before(arglist const *l, args rest)
{
    uintptr_t begin = (uintptr_t)l->mem_.p_, at = (uintptr_t)rest.p_;
    if (begin == 0 || at < begin || at - begin > l->mem_.cap_)
        return 0;
    return (at - begin) / sizeof(char *);
}

/* The strings of FRONT to TO, copied: who reads a vector looks for the end of each string, which has to stay
   where it is when an arena takes the bytes of FRONT back. */
static void put_strings(char const **to, zstr_view front)
{
    struct mem text = {0};
    size_t bytes = 0;
    for (size_t i = 0; i < front.n_; i++)
        bytes += zstr_len(front.p_[i]) + 1;
    mem_grow_typed_(&text, 0, bytes, 1);
    unsigned char *p = text.p_;
    for (size_t i = 0; i < front.n_; i++) {
        size_t n = zstr_len(front.p_[i]) + 1;
        memcpy(p, zstr_c(front.p_[i]), n);
        to[i] = (char const *)p;
        p += n;
    }
}

args arglist_before(arglist *l, zstr_view front, args rest)
{
    size_t n = zstr_view_len(front), spare = slots_before(l, rest);
    if (spare < n || l->mem_.p_ == NULL) {
        struct mem block = {0};
        mem_grow_typed_(&block, 0, 2 * (n + rest.n_) + 1, sizeof(char *));
        size_t slots = block.cap_ / sizeof(char *);
        spare = slots - 1 - rest.n_;
        char const **to = (char const **)(void *)block.p_;
        for (size_t i = 0; i < rest.n_; i++)
            to[spare + i] = rest.p_[i];
        to[slots - 1] = NULL;
        l->mem_ = block;
    }
    char const **to = (char const **)(void *)l->mem_.p_ + (spare - n);
    put_strings(to, front);
    return (args){(char *const *)(uintptr_t)to, n + rest.n_};
}
