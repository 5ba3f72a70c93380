/* inodes.h - a map from files, known by device and inode, to numbers. */

#ifndef INODES_INODES_H
#define INODES_INODES_H

#include "safe/typed.h"
#include "sys/fd.h"

struct inode_slot {
    dev_t device;
    ino_t inode;
    size_t value;               /* + 1; 0 for a free slot */
};
VEC_DEFINE(inode_slots, inode_slot_view, struct inode_slot);

typedef struct SAFE_OWNER {
    inode_slots slots;          /* a power of two of them, at most three quarters used */
    inode_slots spare;          /* holds them while the table grows */
    size_t used;
} inodes;

/* The value of the file, in *VALUE; false when it is not known. */
bool inodes_find(inodes const *m, dev_t device, ino_t inode, size_t *value);
/* Remember VALUE for the file, in place of what was known. */
void inodes_set(inodes *m, dev_t device, ino_t inode, size_t value);
/* Forget the file, if it is known. */
void inodes_forget(inodes *m, dev_t device, ino_t inode);

#endif
