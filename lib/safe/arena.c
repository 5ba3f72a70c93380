/* arena.c - a list of chunks, filled one after the other. */

#include "safe/arena.h"

enum { FIRST_CHUNK = 1 << 12, CHUNK = 1 << 16 };

mspan arena_bytes(arena *a, size_t n)
{
    for (; a->chunk_ < arena_chunks__len(&a->chunks_); a->chunk_++, a->used_ = 0) {
        struct mem m = arena_chunks__at(&a->chunks_, a->chunk_);
        if (n <= m.cap_ - a->used_) {
            mspan got = {m.p_ + a->used_, n};
            a->used_ += n;
            return got;
        }
    }
    struct mem fresh = {0};
    size_t least = a->chunk_ == 0 ? FIRST_CHUNK : CHUNK;
    mem_grow(&fresh, 0, n > least ? n : least, PTRDIFF_MAX, MEM_BYTES);
    arena_chunks__push(&a->chunks_, fresh);
    a->used_ = n;
    return (mspan){fresh.p_, n};
}

span arena_dup(arena *a, span s)
{
    mspan room = arena_bytes(a, s.n_);
    mspan_copy(room, s);
    return mspan_span(room);
}

arena_mark arena_save(arena const *a)
{
    return (arena_mark){a->chunk_, a->used_};
}

void arena_release(arena *a, arena_mark m)
{
    if (m.chunk_ > a->chunk_ || (m.chunk_ == a->chunk_ && m.used_ > a->used_))
        safe_fault("arena mark", m.chunk_, a->chunk_);
    if (m.chunk_ < a->chunk_) {         /* of another arena it may lie behind the end of a chunk here */
        size_t cap = arena_chunks__at(&a->chunks_, m.chunk_).cap_;
        if (m.used_ > cap)
            safe_fault("arena mark", m.used_, cap);
    }
    a->chunk_ = m.chunk_;
    a->used_ = m.used_;
}
