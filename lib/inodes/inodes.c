/* inodes.c - see inodes.h: open addressing, with the next free slot taken where one is used. */

#include "inodes/inodes.h"

enum { FIRST_SIZE = 64 };

static size_t hash(dev_t device, ino_t inode)
{
    uint64_t h = ((uint64_t)inode ^ ((uint64_t)device << 40)) * 0x9E3779B97F4A7C15U;
    return (size_t)(h ^ (h >> 32));
}

/* The slot of the file, or the free one where it would be.  There is always a free one. */
static size_t slot_of(inodes const *m, dev_t device, ino_t inode)
{
    size_t mask = inode_slots_len(&m->slots) - 1, i = hash(device, inode) & mask;
    for (;; i = (i + 1) & mask) {
        struct inode_slot s = inode_slots_at(&m->slots, i);
        if (s.value == 0 || (s.inode == inode && s.device == device))
            return i;
    }
}

bool inodes_find(inodes const *m, dev_t device, ino_t inode, size_t *value)
{
    if (m->used == 0)
        return false;
    struct inode_slot s = inode_slots_at(&m->slots, slot_of(m, device, inode));
    if (s.value == 0)
        return false;
    *value = s.value - 1;
    return true;
}

/* Twice as many slots. */
static void grow(inodes *m)
{
    size_t old = inode_slots_len(&m->slots);
    inode_slots_truncate(&m->spare, 0);
    for (size_t i = 0; i < old; i++)
        if (AT(inode_slots, &m->slots, i).value != 0)
            inode_slots_push(&m->spare, inode_slots_at(&m->slots, i));
    inode_slots_truncate(&m->slots, 0);
    inode_slots_extend(&m->slots, old == 0 ? FIRST_SIZE : 2 * old);
    for (size_t i = 0; i < inode_slots_len(&m->spare); i++) {
        struct inode_slot s = inode_slots_at(&m->spare, i);
        inode_slots_set(&m->slots, slot_of(m, s.device, s.inode), s);
    }
}

void inodes_set(inodes *m, dev_t device, ino_t inode, size_t value)
{
    if (m->used >= inode_slots_len(&m->slots) / 4 * 3)
        grow(m);
    size_t i = slot_of(m, device, inode);
    m->used += AT(inode_slots, &m->slots, i).value == 0;
    inode_slots_set(&m->slots, i, (struct inode_slot){device, inode, value + 1});
}

void inodes_forget(inodes *m, dev_t device, ino_t inode)
{
    if (m->used == 0)
        return;
    size_t mask = inode_slots_len(&m->slots) - 1, free = slot_of(m, device, inode);
    if (AT(inode_slots, &m->slots, free).value == 0)
        return;
    /* Whatever stands behind it and would not be found past a free slot moves there. */
    for (size_t i = (free + 1) & mask; AT(inode_slots, &m->slots, i).value != 0; i = (i + 1) & mask) {
        struct inode_slot const s = inode_slots_at(&m->slots, i);
        size_t home = hash(s.device, s.inode) & mask;
        if (((i - home) & mask) >= ((i - free) & mask)) {
            inode_slots_set(&m->slots, free, s);
            free = i;
        }
    }
    AT(inode_slots, &m->slots, free).value = 0;
    m->used--;
}
