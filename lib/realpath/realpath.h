/* realpath.h - where a name leads: absolute, and without symbolic links, "." and "..".

   Names and targets may have any length: what the system is asked about goes by a descriptor of a directory
   on the way once it gets long.  Links are counted, and a circle of links is found however long it is; there
   is no limit on their number that a real tree could meet. */

#ifndef REALPATH_REALPATH_H
#define REALPATH_REALPATH_H

#include "safe/buf.h"
#include "safe/zstr.h"
#include "sys/error.h"

enum realpath_need {
    REALPATH_ALL_BUT_LAST,      /* the last component may be missing */
    REALPATH_ALL,               /* everything has to exist */
    REALPATH_NOTHING,           /* what is missing, no directory, or a circle is taken as a plain name */
};

struct realpath_how {
    enum realpath_need need;
    bool keep_links;            /* only "." and ".." go, by the letter; links stay */
};

/* Put the answer for NAME into OUT, which is cleared first.  An empty name is ENOENT. */
oserr realpath_find(zstr name, struct realpath_how how, buf *out);

/* Append the way from the directory BASE to TO; both are answers of realpath_find. */
void realpath_relative(span to, span base, buf *out);
/* Whether PATH is BASE or something below it; both are answers of realpath_find. */
bool realpath_below(span path, span base);

#endif
