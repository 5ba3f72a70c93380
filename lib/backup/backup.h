/* backup.h - keeping what is about to be replaced, under another name: "x~", "x.~3~".

   The names and the choice between them are those of GNU's --backup.  A numbered backup never replaces
   anything, also not what another process makes in the same moment. */

#ifndef BACKUP_BACKUP_H
#define BACKUP_BACKUP_H

#include "safe/arena.h"
#include "safe/zstr.h"
#include "sys/error.h"
#include "sys/fd.h"

enum backup_type {
    BACKUP_NONE,
    BACKUP_SIMPLE,              /* the suffix is appended */
    BACKUP_EXISTING,            /* numbered where there are numbered ones already, else simple */
    BACKUP_NUMBERED,
};

struct backup {
    enum backup_type type;
    zstr suffix;                /* of simple backups */
};

/* The suffix to use: GIVEN, else SIMPLE_BACKUP_SUFFIX, else "~"; one that is empty or holds a slash counts
   as not given. */
zstr backup_suffix(zstr given);
/* The name of the simple backup of NAME, in A. */
zstr backup_simple_name(arena *a, zstr name, zstr suffix);
/* The name that backup_make would give, in A. */
oserr backup_name(arena *a, fdh dir, zstr name, struct backup how, zstr *made);
/* Rename what NAME in the directory DIR is to its backup's name, which *MADE gets, in A.  ENOENT when
   there is nothing to keep. */
oserr backup_make(arena *a, fdh dir, zstr name, struct backup how, zstr *made);

#endif
