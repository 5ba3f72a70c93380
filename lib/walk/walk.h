/* walk.h - visiting everything below an operand, by directory descriptor.

   Each name is reached through the descriptor of the directory that holds it, so nothing that other
   processes do to the tree can lead the walk out of it: directories are opened without following links
   (unless asked for), and the way back up is checked against the device and inode that were passed on the
   way down.  Depth is limited by memory only: nothing recurses, and only the deepest levels are kept open
   (fewer when the process runs out of descriptors); the others are opened again through "..".  Wide
   directories are read in parts.

       walk_begin(&w, FDH_CWD, operand);
       for (struct walk_visit v = {}; walk_next(&w, &v);)
           switch (v.what) ...

   A directory is visited before its entries (WALK_DIR) and after them (WALK_DIR_END).  */

#ifndef WALK_WALK_H
#define WALK_WALK_H

#include "safe/arena.h"
#include "safe/buf.h"
#include "safe/zstr.h"
#include "sys/dir.h"
#include "sys/fd.h"

enum walk_follow {
    WALK_PHYSICAL,              /* -P: no symbolic link is followed */
    WALK_OPERAND,               /* -H: the operand is */
    WALK_LOGICAL,               /* -L: all are */
};

struct walk_options {
    enum walk_follow follow;
    bool status;                /* each visit brings the status of its file, not just its kind */
    bool one_device;            /* directories on other devices than the operand's are not entered */
};

enum walk_what {
    WALK_FILE,                  /* no directory, or a symbolic link that is not followed or leads nowhere */
    WALK_DIR,                   /* a directory before its entries; walk_skip keeps the walk out */
    WALK_DIR_END,               /* a directory after its entries */
    /* These come in place of WALK_DIR_END; where `status` is set, the last two in place of WALK_DIR. */
    WALK_UNREADABLE,            /* a directory that could not be opened or read at all: err */
    WALK_CYCLE,                 /* a directory that contains itself */
    WALK_FOREIGN,               /* a directory on another device */
    WALK_NO_STATUS,             /* whatever it is, its status could not be had: err */
    WALK_PARTIAL,               /* reading a directory stopped in the middle: err; its WALK_DIR_END follows */
    WALK_LOST,                  /* the directory above was moved or removed: err; the walk is over */
};

struct walk_visit {
    enum walk_what what;
    fdh dir;                    /* the directory that has the name: good until the next walk_next */
    zstr name;                  /* good until the walk leaves that directory */
    size_t level;               /* 0 for the operand */
    mode_t kind;                /* S_IFREG, ..., as far as known; of a followed link what it leads to */
    oserr err;
    bool has_status;            /* also of the operand, and where the kind could not be had otherwise */
    struct stat st;
};

struct walk_entry {
    zstr name;
    uint64_t inode;
    mode_t kind;
};
VEC_DEFINE(walk_entries, walk_entry_view, struct walk_entry);

/* A directory between the operand and what is being visited. */
struct walk_level {
    dirh dir;                   /* closed while the walk is far below */
    dev_t device;
    ino_t inode;
    zstr name;
    size_t path_len;            /* the part of `path` that leads here */
    size_t first, next;         /* its part of `pending` ends where that ends, or the next level's begins */
    size_t late, late_end;      /* its part of `set_aside` */
    arena_mark names;           /* where the names of its entries begin */
    oserr err;                  /* why the entries at hand are not followed by more */
    bool unread;                /* the directory may have more entries */
    bool by_link;               /* reached through a symbolic link: ".." would lead elsewhere */
};
VEC_DEFINE(walk_levels, walk_level_view, struct walk_level);
VEC_DEFINE(walk_statuses, walk_status_view, struct stat);
VEC_DEFINE(walk_slots, walk_slot_view, size_t);

typedef struct SAFE_OWNER {
    struct walk_options opt;
    fdh at;
    buf path;
    walk_levels levels;
    walk_statuses statuses;     /* of the levels, where `status` is set */
    walk_entries pending;       /* entries read and not yet visited, level by level */
    arena names;
    walk_entries set_aside;     /* those of levels that had to be closed before they were read */
    arena set_aside_names;
    walk_slots by_inode;        /* hash table of the levels: index + 1, 0 for none */
    size_t closed;              /* so many levels, from the operand on, are closed */
    size_t most_open;
    dev_t device;               /* of the operand */
    struct walk_visit now;      /* what was visited last */
    bool by_link;               /* ... through a symbolic link */
    bool begun, enter;
} walk;

/* Begin at NAME, relative to AT; W may have been used before.  Of several slashes at the end of NAME one is
   kept. */
void walk_begin(walk *w, fdh at, zstr name, struct walk_options opt);
/* The next visit; false when there are no more. */
bool walk_next(walk *w, struct walk_visit *v);
/* Do not enter the directory whose WALK_DIR was the last visit; it gets no WALK_DIR_END. */
void walk_skip(walk *w);
/* The way from the operand, as it was given, to the last visit: for messages.  Good until the next call. */
SAFE_INLINE span walk_path(walk const *w)
{
    return buf_span(&w->path);
}
/* Close one of the open directories for the sake of other descriptors; false when none can be spared. */
bool walk_spare(walk *w);
/* Stop: close what is open.  W can begin again. */
void walk_end(walk *w);

#endif
