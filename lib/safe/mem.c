/* mem.c - blocks that stay where they are: a static pool first, then mappings; lists of free byte blocks. */

#include "safe/mem.h"

#include <config.h>
#include <pthread.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>

#ifndef SAFE_POISON
#define SAFE_POISON 0
#endif

enum {
    PAGE = 4096,
    POOL = 1 << 20,             /* static: costs nothing until touched, and no system call at start-up */
    CHUNK = 1 << 20,
    SMALLEST = 64,
    CLASSES = 21,               /* 64 bytes ... 64 MiB */
    LARGE = 1 << 18,            /* from here on blocks have a mapping of their own */
};
#define RESERVE ((size_t)1 << 36)

/* Common symbols come last in .bss, so that other variables stay on the page of .data, which is there, and
   perhaps the first blocks after them.  Aligned to a page it would align all of .bss. */
extern unsigned char mem_pool_[POOL];
unsigned char mem_pool_[POOL] __attribute__((common, aligned(SMALLEST), visibility("hidden")));
static unsigned char *bump = mem_pool_;
static size_t bump_left = POOL;
/* Blocks of bytes that were given back: by class, and the large ones.  The lists lie outside of the blocks,
   as a stale view may still be written to. */
static struct list {
    struct mem *items;
    size_t count, bytes;
    struct mem first[1];        /* the items when there are no more: no page is touched for them */
} free_small[CLASSES], free_large;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static unsigned size_class(size_t n)
{
    unsigned k = 0;
    for (size_t s = SMALLEST; s < n && k < CLASSES; s *= 2)
        k++;
    return k;
}

static unsigned char *map(size_t n, int protection)
{
    void *p = mmap(NULL, n, protection, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    return p == MAP_FAILED ? NULL : p;
}

static bool space_is_limited(void)
{
    static _Atomic int known;           /* threads may ask at once, and get the same answer */
    if (known == 0) {
        struct rlimit r;
        known = getrlimit(RLIMIT_AS, &r) == 0 && r.rlim_cur == RLIM_INFINITY ? 1 : 2;
    }
    return known == 2;
}

/* New memory; caller holds the lock. */
static unsigned char *fresh_block(size_t n)
{
    if (bump_left < n) {
        unsigned char *fresh = map(CHUNK, PROT_READ | PROT_WRITE);
        if (!fresh)
            return NULL;
        bump = fresh;
        bump_left = CHUNK;
    }
    unsigned char *p = bump;
    bump += n;
    bump_left -= n;
    return p;
}

/* A block of exactly SMALLEST << K bytes for bytes, from the free list or new; caller holds the lock. */
static unsigned char *small_block(size_t n, enum mem_kind kind)
{
    struct list *l = &free_small[size_class(n)];
    return kind == MEM_BYTES && l->count > 0 ? l->items[--l->count].p_ : fresh_block(n);
}

/* Put M into the list; it is forgotten when the list cannot grow.  Caller holds the lock. */
static void put_into(struct list *l, struct mem const *m)
{
    if (l->bytes == 0) {
        l->items = l->first;
        l->bytes = sizeof l->first;
    }
    if (l->count == l->bytes / sizeof *m) {
        size_t bytes = 2 * l->bytes < SMALLEST ? SMALLEST : 2 * l->bytes;
        struct mem *items = bytes <= LARGE ? (struct mem *)(void *)fresh_block(bytes) : NULL;
        if (!items)
            return;
        if (l->count)
            memcpy(items, l->items, l->count * sizeof *m);
        l->items = items;
        l->bytes = bytes;
    }
    l->items[l->count++] = *m;
}

static size_t round_up(size_t n, size_t unit)
{
    return n > SIZE_MAX - unit ? SIZE_MAX / unit * unit : (n + unit - 1) / unit * unit;
}

/* Commit more of the space that M has reserved. */
static bool commit(struct mem *m, size_t cap)
{
    if (cap > m->reserved_ || mprotect(m->p_ + m->cap_, cap - m->cap_, PROT_READ | PROT_WRITE) != 0)
        return false;
    m->cap_ = cap;
    return true;
}

/* A large block of CAP bytes with room to grow to CEILING where the system has the space. */
static bool large_block(struct mem *m, size_t cap, size_t ceiling)
{
    size_t want = ceiling < RESERVE ? round_up(ceiling, PAGE) : RESERVE;
    if (want > cap && !space_is_limited()) {
        unsigned char *p = map(want, PROT_NONE);
        if (p) {
            *m = (struct mem){.p_ = p, .reserved_ = want};
            return commit(m, cap);
        }
    }
    unsigned char *p = map(cap, PROT_READ | PROT_WRITE);
    if (!p)
        return false;
    *m = (struct mem){.p_ = p, .cap_ = cap};
    return true;
}

/* Put the block on a free list; of a large one the pages go back to the system first, the addresses stay
   mapped. */
static void give_back(struct mem const *m)
{
    bool small = m->reserved_ == 0 && m->cap_ <= LARGE;
    if (!small)
        madvise(m->p_, m->cap_, MADV_DONTNEED);
    pthread_mutex_lock(&lock);
    put_into(small ? &free_small[size_class(m->cap_)] : &free_large, m);
    pthread_mutex_unlock(&lock);
}

/* Take the smallest block off the list that holds CAP bytes, or can grow to that, and is not above
   CEILING. */
static struct mem take_from(struct list *l, size_t cap, size_t ceiling)
{
    struct mem found = {0};
    size_t at = 0;
    for (size_t i = 0; i < l->count && !(found.p_ && found.cap_ == cap); i++) {
        struct mem const *b = &l->items[i];
        bool fits = (b->cap_ >= cap || b->reserved_ >= cap) && b->cap_ <= round_up(ceiling, PAGE);
        if (fits && (!found.p_ || b->cap_ < found.cap_)) {
            found = *b;
            at = i;
        }
    }
    if (found.p_)
        l->items[at] = l->items[--l->count];
    return found;
}

static bool large_block_again(struct mem *m, size_t cap, size_t ceiling)
{
    pthread_mutex_lock(&lock);
    struct mem found = take_from(&free_large, cap, ceiling);
    pthread_mutex_unlock(&lock);
    if (!found.p_)
        return false;
    if (found.cap_ >= cap || commit(&found, cap)) {
        *m = found;
        return true;
    }
    give_back(&found);
    return false;
}

static bool new_block(struct mem *m, size_t cap, size_t ceiling, enum mem_kind kind)
{
    if (cap >= LARGE && !(kind == MEM_BYTES && cap == LARGE))
        return (kind == MEM_BYTES && large_block_again(m, cap, ceiling)) || large_block(m, cap, ceiling);
    pthread_mutex_lock(&lock);
    unsigned char *p = small_block(cap, kind);
    pthread_mutex_unlock(&lock);
    *m = (struct mem){.p_ = p, .cap_ = p ? cap : 0};
    return p != NULL;
}

/* The capacity to ask for: at least NEED, at least half more than there was, never above the ceiling's
   page. */
static size_t better_size(size_t had, size_t need, size_t ceiling)
{
    size_t n = had + had / 2 < need ? need : had + had / 2;
    if (n > ceiling)
        n = need;
    if (n > LARGE)
        return round_up(n, PAGE);
    size_t s = SMALLEST;
    while (s < n)
        s *= 2;
    return s;
}

bool mem_try_grow(struct mem *m, size_t keep, size_t need, size_t ceiling, enum mem_kind kind)
{
    if (need <= m->cap_)
        return true;
    if (need > ceiling)
        safe_fault("ceiling of a buffer", need, ceiling);
    if (need > PTRDIFF_MAX - PAGE)
        return false;
    size_t cap = better_size(m->cap_, need, ceiling);
    if (m->reserved_ != 0 && (commit(m, cap) || commit(m, round_up(need, PAGE))))
        return true;
    struct mem fresh = {0};
    if (!new_block(&fresh, cap, ceiling, kind)
        && !(cap > LARGE && new_block(&fresh, round_up(need, PAGE), ceiling, kind)))
        return false;
    if (keep)
        memcpy(fresh.p_, m->p_, keep);
    if (kind == MEM_BYTES)
        mem_recycle(m);
    *m = fresh;
    return true;
}

void mem_grow(struct mem *m, size_t keep, size_t need, size_t ceiling, enum mem_kind kind)
{
    if (!mem_try_grow(m, keep, need, ceiling, kind))
        safe_no_memory();
}

/* Set the protection of the pages that lie wholly in M. */
static void protect(struct mem const *m, int protection)
{
    size_t skip = (PAGE - (uintptr_t)m->p_ % PAGE) % PAGE;
    if (skip < m->cap_ && (m->cap_ - skip) / PAGE > 0)
        mprotect(m->p_ + skip, (m->cap_ - skip) / PAGE * PAGE, protection);
}

/* Make M unreadable.  Tests let programs read without end, also where addresses are few, so only the latest
   blocks stay like that: so long a stale view is sure to be found. */
static void quarantine(struct mem const *m)
{
    enum { KEPT = 64, KEPT_WHEN_LIMITED = 4 };
    static struct mem kept[KEPT];
    static unsigned next;
    protect(m, PROT_NONE);
    pthread_mutex_lock(&lock);
    struct mem old = kept[next];
    kept[next] = *m;
    next = (next + 1) % (space_is_limited() ? KEPT_WHEN_LIMITED : KEPT);
    pthread_mutex_unlock(&lock);
    if (old.reserved_) {
        munmap(old.p_, old.reserved_);
    } else if (old.p_) {
        protect(&old, PROT_READ | PROT_WRITE);
        give_back(&old);
    }
}

void mem_recycle(struct mem *m)
{
    if (!m->p_)
        return;
    if (SAFE_POISON)
        quarantine(m);
    else
        give_back(m);
    *m = (struct mem){0};
}

void mem_slide(struct mem *m, size_t off, size_t len)
{
    if (!SAFE_POISON) {
        if (len && off)
            memmove(m->p_, m->p_ + off, len);
        return;
    }
    struct mem fresh = {0};
    size_t cap = round_up(m->cap_ ? m->cap_ : 1, PAGE);
    unsigned char *p = map(cap, PROT_READ | PROT_WRITE);
    if (!p)
        safe_no_memory();
    fresh = (struct mem){.p_ = p, .cap_ = cap, .reserved_ = cap};
    if (len)
        memcpy(fresh.p_, m->p_ + off, len);
    quarantine(m);
    *m = fresh;
}
