/* room.c - code of a room that keeps to the subset: nothing to report. */

#include "room/room.h"

const struct tally tally_empty = {};

void tally_add(struct tally *t, span line)
{
    t->lines += 1;
    t->hidden_ += span_len(line);
}

void tally_reset_(struct tally *t)
{
    *t = (struct tally){};
}
