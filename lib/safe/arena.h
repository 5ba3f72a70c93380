/* arena.h - bytes that never move, taken from chunks and given back all at once.

   The all-zero value is an empty arena.  What an arena handed out stays readable for the life of the
   program, also after arena_release; released bytes are reused as bytes only. */

#ifndef SAFE_ARENA_H
#define SAFE_ARENA_H

#include "safe/mem.h"
#include "safe/span.h"
#include "safe/typed.h"

VEC_DEFINE(arena_chunks_, arena_chunk_view_, struct mem);

typedef struct SAFE_OWNER {
    arena_chunks_ chunks_;
    size_t chunk_;          /* index of the chunk in use */
    size_t used_;           /* bytes of it in use */
} arena;

typedef struct { size_t chunk_, used_; } arena_mark;

/* N bytes; their contents are undefined when the arena was released before. */
mspan arena_bytes(arena *a, size_t n);
/* A copy of S. */
span arena_dup(arena *a, span s);
/* Remember how full A is, and later drop all that was taken since.  F: M lies inside of what is in use. */
arena_mark arena_save(arena const *a);
void arena_release(arena *a, arena_mark m);

#endif
