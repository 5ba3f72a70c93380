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
    for (size_t i = 0; i < n; i++)
        to[i] = zstr_c(zstr_view_at(front, i));
    return (args){(char *const *)(uintptr_t)to, n + rest.n_};
}
