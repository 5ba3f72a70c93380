/* remove.h - removing files and whole trees: the engine of rm, and of mv between file systems.

   Everything is removed through the descriptor of its directory (walk/walk.h).  Diagnostics, questions and
   the lines of `verbose` have GNU's texts. */

#ifndef REMOVE_REMOVE_H
#define REMOVE_REMOVE_H

#include "diag/diag.h"
#include "walk/walk.h"

enum remove_ask {
    REMOVE_ASK_NEVER,
    REMOVE_ASK_PROTECTED,       /* before what the user may not write, when standard input is a terminal */
    REMOVE_ASK_ALWAYS,
};

struct remove_options {
    enum remove_ask ask;
    bool ignore_missing;        /* what does not exist is no error */
    bool recursive;
    bool empty_dirs;            /* remove empty directories even when not recursive */
    bool one_device;            /* leave alone what is mounted inside the tree */
    bool keep_root;             /* refuse to remove "/" */
    bool keep_mounts;           /* refuse operands that are mounted on their parent */
    bool verbose;
    bool terminal;              /* somebody is there to answer REMOVE_ASK_PROTECTED */
};

typedef struct SAFE_OWNER {
    struct remove_options opt;
    walk walk;
    arena scratch;
    size_t kept; /* so many directories, from the operand on, keep something that was not removed */
    bool failed;
    oserr unread;               /* why the directory that was last asked about could not be read */
    bool root_known;
    struct stat root;           /* of "/" */
} remover;

/* Remove NAME, relative to AT.  False when something could not be removed, which was reported; what the
   user declined to remove is not counted. */
bool remove_name(remover *r, struct diag *d, fdh at, zstr name);

#endif
