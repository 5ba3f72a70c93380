/* destination.h - where operands go: into a directory, or to a name. */

#ifndef COPY_DESTINATION_H
#define COPY_DESTINATION_H

#include "cli/cli.h"
#include "copy/copy.h"

/* What -t and -T said. */
struct copy_place {
    zstr directory;             /* of -t, or none */
    bool exact;                 /* -T: the last operand is the name itself, also when that is a directory */
};
/* Note the argument of -t; false when there was one before, which is reported. */
bool copy_place_directory(struct cli *cli, struct copy_place *place, zstr directory);
/* How many operands are sources, in *SOURCES; a wrong number of operands is reported, and false then. */
bool copy_count_sources(struct cli *cli, struct copy_place place, size_t *sources);

struct copy_destination {
    fdh dir;                    /* open on the directory that operands go into; none: to the name itself */
    zstr name;                  /* of the directory, or the name */
    bool contents_of_up;        /* of an operand "..", the contents go into it */
};

/* Where SOURCES operands go: into a directory where PLACE or the last operand is one.  Reports what is
   wrong, and false then. */
bool copy_open_destination(struct cli *cli, struct copy_place place, size_t sources,
                           struct copy_destination *to);
/* NAME without the slashes at its end. */
zstr copy_strip_slashes(arena *a, zstr name);
/* The operand FROM on its way to TO: into a directory under the last component of its own name. */
struct copy_operand copy_route(arena *a, zstr from, struct copy_destination const *to);

#endif
