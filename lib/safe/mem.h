/* mem.h - where all memory of the library comes from.  Private to lib/safe.

   Temporal safety rests on three rules kept here:
   - memory that was handed out stays mapped, at its address, while the program runs;
   - memory of typed vectors (MEM_TYPED) is never used again for anything else;
   - blocks of bytes (MEM_BYTES) that are given back serve bytes again, and nothing else.

   Large blocks grow in place: address space is reserved and committed step by step.  Where the address
   space is limited (RLIMIT_AS), or cannot be reserved, they are copied into a new block instead. */

#ifndef SAFE_MEM_H
#define SAFE_MEM_H

#include "safe/base.h"

enum mem_kind { MEM_BYTES, MEM_TYPED };

struct mem {
    unsigned char *p_;     /* at least cap_ usable, zeroed-when-new bytes */
    size_t cap_;
    size_t reserved_;      /* address space behind p_; 0 for a block that cannot grow in place */
};

/* Make M hold at least NEED bytes, keeping the first KEEP; grows by at least half so that repeated growth
   is linear. At most CEILING bytes.  Ends the program when the system has no memory, faults when NEED >
   CEILING. */
void mem_grow(struct mem *m, size_t keep, size_t need, size_t ceiling, enum mem_kind kind);

/* Like mem_grow, for callers that can do with less: false, nothing changed, when there is no memory. */
bool mem_try_grow(struct mem *m, size_t keep, size_t need, size_t ceiling, enum mem_kind kind);

/* Give a block of bytes back.  M becomes empty.  Views of it stay readable; their contents are undefined. */
void mem_recycle(struct mem *m);

/* Move the LEN bytes from OFF to the front.  In the poison build they move to a fresh block, and the old
   one becomes unreadable: a stale view faults at its first use. */
void mem_slide(struct mem *m, size_t off, size_t len);

#endif
