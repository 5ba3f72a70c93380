/* path.h - names of files as text: where the last component is.  Nothing is asked of the system. */

#ifndef PATH_PATH_H
#define PATH_PATH_H

#include "safe/zstr.h"

/* NAME without the slashes at its end; one of a name that has nothing else stays. */
span path_strip(span name);
/* The last component of NAME, without slashes at its end; "/" when there are only slashes. */
span path_base(span name);
/* What stands before the last component, without slashes at its end: "." when that is nothing. */
span path_dir(span name);
/* A copy in A of DIR and NAME with one slash between them, however many DIR ends in; a DIR of nothing but
   slashes stays as it is. */
zstr path_below(arena *a, zstr dir, zstr name);

#endif
