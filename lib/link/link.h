/* link.h - hard and symbolic links that may take the place of something else in one step. */

#ifndef LINK_LINK_H
#define LINK_LINK_H

#include "safe/arena.h"
#include "safe/zstr.h"
#include "sys/error.h"
#include "sys/fd.h"

/* What is to be linked. */
struct link_source {
    fdh dir;
    zstr name;                  /* the file's name, in DIR, or the text of a symbolic link */
    bool symbolic;
    bool follow;                /* a hard link to what a symbolic link leads to */
};

/* Make NAME in DIR a link to S; EEXIST when something is there. */
oserr link_make(struct link_source const *s, fdh dir, zstr name);
/* The same, in the place of what is there, if anything: the link is made under another name, of A, that is
   then renamed, so NAME is there all the time. */
oserr link_replace(arena *a, struct link_source const *s, fdh dir, zstr name);

#endif
