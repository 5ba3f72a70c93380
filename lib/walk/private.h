/* private.h - between the files of the walk. */

#ifndef WALK_PRIVATE_H
#define WALK_PRIVATE_H

#include "walk/walk.h"

/* ---- read.c: the entries of the deepest level ---- */

/* Read more entries of the deepest level, as many as fit a part; its `err` says why there are no more. */
void walk_read_part_(walk *w);
/* The next entry of the deepest level; false when none is at hand. */
bool walk_take_(walk *w, struct walk_entry *e);
/* Read what level I has left, and close it. */
void walk_set_aside_(walk *w, size_t i);

/* ---- seen.c: which directories lead here ---- */

bool walk_seen_(walk const *w, dev_t device, ino_t inode);
/* The deepest level becomes known, or unknown again just before it goes. */
void walk_remember_(walk *w);
void walk_forget_(walk *w);

/* ---- level.c ---- */

/* Go down into the directory that was visited last: WALK_DIR, or WALK_UNREADABLE (with *ERR), WALK_CYCLE or
   WALK_FOREIGN when that cannot be. */
enum walk_what walk_enter_(walk *w, oserr *err);
/* Come back up from the deepest level, which becomes the last visit.  An error means that its parent is
   not where it was. */
oserr walk_leave_(walk *w);

SAFE_INLINE size_t walk_depth_(walk const *w)
{
    return walk_levels_len(&w->levels);
}

#endif
