/* seen.c - a hash table of the levels by device and inode, with linear probing.  The level that came last
   goes first, so emptying its slot breaks no chain: whatever was put behind it is gone already. */

#include "walk/private.h"

#include "safe/checked.h"

static size_t start_slot(walk const *w, dev_t device, ino_t inode)
{
    /* Inodes of one tree differ in their low bits; the odd factor spreads them over the high ones too. */
    uint64_t h = ((uint64_t)inode ^ ((uint64_t)device << 32)) * UINT64_C(0x9e3779b97f4a7c15);
    return size_clamp(h ^ (h >> 32)) & (walk_slots_len(&w->by_inode) - 1);
}

/* The slot of the directory, or the free one where it belongs. */
static size_t find(walk const *w, dev_t device, ino_t inode)
{
    size_t i = start_slot(w, device, inode), mask = walk_slots_len(&w->by_inode) - 1;
    for (size_t level = 0; (level = walk_slots_at(&w->by_inode, i)) != 0; i = (i + 1) & mask) {
        struct walk_level const known = walk_levels_at(&w->levels, level - 1);
        if (known.inode == inode && known.device == device)
            break;
    }
    return i;
}

static void put(walk *w, size_t level)
{
    struct walk_level const l = walk_levels_at(&w->levels, level);
    walk_slots_set(&w->by_inode, find(w, l.device, l.inode), level + 1);
}

bool walk_seen_(walk const *w, dev_t device, ino_t inode)
{
    return walk_slots_len(&w->by_inode) != 0 && walk_slots_at(&w->by_inode, find(w, device, inode)) != 0;
}

void walk_remember_(walk *w)
{
    size_t slots = walk_slots_len(&w->by_inode), levels = walk_depth_(w);
    if (levels < slots / 2) {
        put(w, levels - 1);
        return;
    }
    size_t wanted = slots == 0 ? 64 : slots * 2;
    walk_slots_truncate(&w->by_inode, 0);
    walk_slots_extend(&w->by_inode, wanted);
    for (size_t i = 0; i < levels; i++)
        put(w, i);
}

void walk_forget_(walk *w)
{
    struct walk_level const l = walk_levels_at(&w->levels, walk_depth_(w) - 1);
    walk_slots_set(&w->by_inode, find(w, l.device, l.inode), 0);
}
