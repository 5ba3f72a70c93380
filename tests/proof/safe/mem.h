/* mem.h - blocks of memory, as those who use them see them. Behind these contracts stand mmap, mprotect
   and lists of free blocks, which this prover's model of memory cannot express:
   not-proved.tsv lists them, the unit tests and tests/fuzz/safe/buf.c watch over them. */

#ifndef PROOF_SAFE_MEM_H
#define PROOF_SAFE_MEM_H

#include "proof/safe/span.h"
#include "safe/mem.h"

/*@ predicate block(struct mem *m) = \valid(m) && m->cap_ <= PTRDIFF_MAX && bytes_writable(m->p_, m->cap_); */

/*@ requires block(m) && keep <= m->cap_ && ceiling <= PTRDIFF_MAX;
    assigns *m, m->p_[0 .. m->cap_ - 1];
    ensures block(m) && m->cap_ >= need && m->cap_ >= \old(m->cap_); */
void mem_grow(struct mem *m, size_t keep, size_t need, size_t ceiling, enum mem_kind kind);
/* trusted mem_grow: system calls */

/*@ requires block(m) && keep <= m->cap_ && ceiling <= PTRDIFF_MAX;
    assigns *m, m->p_[0 .. m->cap_ - 1];
    ensures block(m) && m->cap_ >= \old(m->cap_);
    ensures \result ==> m->cap_ >= need;
    ensures !\result ==> *m == \old(*m); */
bool mem_try_grow(struct mem *m, size_t keep, size_t need, size_t ceiling, enum mem_kind kind);
/* trusted mem_try_grow: system calls */

/*@ requires block(m);
    assigns *m, m->p_[0 .. m->cap_ - 1];
    ensures block(m) && m->cap_ == 0; */
void mem_recycle(struct mem *m);
/* trusted mem_recycle: system calls */

/*@ requires block(m) && off <= m->cap_ && len <= m->cap_ - off;
    assigns *m, m->p_[0 .. m->cap_ - 1];
    ensures block(m) && m->cap_ >= \old(m->cap_); */
void mem_slide(struct mem *m, size_t off, size_t len);
/* trusted mem_slide: system calls */

#endif
