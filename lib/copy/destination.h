/* destination.h - where operands go: into a directory, or to a name. */

#ifndef COPY_DESTINATION_H
#define COPY_DESTINATION_H

#include "copy/copy.h"

struct copy_destination {
    fdh dir;                    /* open on the directory that operands go into; none: to the name itself */
    zstr name;                  /* of the directory, or the name */
};

/* Open the directory NAME to put things in. */
oserr copy_open_directory(struct copy_destination *to, zstr name);
/* NAME without the slashes at its end. */
zstr copy_strip_slashes(arena *a, zstr name);
/* The operand FROM on its way to TO: into a directory under the last component of its own name. */
struct copy_operand copy_route(arena *a, zstr from, struct copy_destination const *to);

#endif
