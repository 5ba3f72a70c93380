/* args.h - the argument vector: strings that last as long as the program. */

#ifndef SAFE_ARGS_H
#define SAFE_ARGS_H

#include "safe/zstr.h"

typedef struct { char *const *p_; size_t n_; } args;

SAFE_INLINE size_t args_len(args a)
{
    return a.n_;
}
/* F: i < len. */
SAFE_INLINE zstr args_at(args a, size_t i)
{
    if (i >= a.n_)
        safe_fault("argument index", i, a.n_);
    return zstr_of_c_(a.p_[i]);
}
/* F: n <= len. */
SAFE_INLINE args args_drop(args a, size_t n)
{
    if (n > a.n_)
        safe_fault("arguments drop", n, a.n_);
    return (args){a.p_ + n, a.n_ - n};
}
/* All but the last N.  F: n <= len. */
SAFE_INLINE args args_chop(args a, size_t n)
{
    if (n > a.n_)
        safe_fault("arguments chop", n, a.n_);
    return (args){a.p_, a.n_ - n};
}

/* Arguments of our own making.  The all-zero value is empty. */
typedef struct SAFE_OWNER { struct mem mem_; } arglist;

/* Copies of the strings of FRONT and then those of REST; a NULL pointer comes behind, as the system wants
   it, unless REST is what this returned before, and was chopped.  Where REST is such a list, the new one
   takes the slots in front of it: older lists that held those show other strings then. */
args arglist_before(arglist *l, zstr_view front, args rest);

#endif
