/* cp.h - between the files of cp. */

#ifndef CP_CP_H
#define CP_CP_H

#include "copy/destination.h"

/* Options without a letter. */
enum {
    KEY_ATTRIBUTES_ONLY = CLI_KEY,
    KEY_BACKUP,
    KEY_CONTEXT,
    KEY_COPY_CONTENTS,
    KEY_DEBUG,
    KEY_KEEP_DIRECTORY_SYMLINK,
    KEY_NO_PRESERVE,
    KEY_PARENTS,
    KEY_PRESERVE,
    KEY_PROGRESS,
    KEY_REFLINK,
    KEY_REMOVE_DESTINATION,
    KEY_SPARSE,
    KEY_STRIP,
    KEY_UPDATE,
};

struct cp_options {
    struct copy_options copy;
    struct copy_place place;
    bool parents;               /* make the directories of an operand's name in the destination */
    bool strip_slashes;
};

/* Parse the command line; false when the program should end with cli_usage_exit. */
bool cp_parse_options(struct cli *cli, struct cp_options *opt);

/* ---- parents.c ---- */

/* A directory on the way to an operand. */
struct cp_parent {
    size_t from_len, to_len;    /* so much of the operand's name, and of the destination's, is its name */
    struct stat from;
    dev_t device;               /* of the one in the destination */
    ino_t inode;
    bool made;
};
VEC_DEFINE(cp_parents, cp_parent_view, struct cp_parent);

struct SAFE_OWNER cp_way {
    zstr from;                  /* the operand */
    zstr name;                  /* ... relative to the destination directory */
    zstr shown;                 /* ... as messages call it there */
    fdh in, out;                /* where the walk is on either side; at last where to copy to */
    cp_parents parents;         /* empty when all were there before */
};

/* Open the directory below TO that has the operand's name, making what is missing of it; false when that
   failed, which was reported. */
bool cp_open_parents(struct copier *c, struct diag *d, struct copy_destination const *to,
                     struct cp_way *way);
/* The operand was copied: give the directories on its way the attributes that they are to have. */
bool cp_finish_parents(struct copier *c, struct diag *d, struct copy_destination const *to,
                       struct cp_way *way);

#endif
