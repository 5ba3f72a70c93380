/* typed.c - the slow path of typed vectors. */

#include "safe/typed.h"

void mem_grow_typed_(struct mem *m, size_t n, size_t extra, size_t size)
{
    size_t count = 0, bytes = 0, used = 0;
    if (__builtin_add_overflow(n, extra, &count) || __builtin_mul_overflow(count, size, &bytes)
        || __builtin_mul_overflow(n, size, &used) || bytes > PTRDIFF_MAX)
        safe_no_memory();
    mem_grow(m, used, bytes, PTRDIFF_MAX, MEM_TYPED);
}
