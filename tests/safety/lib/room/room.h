/* room.h - a checked room: its functions are checked, its private members are its own. */

#ifndef ROOM_ROOM_H
#define ROOM_ROOM_H

#include "safe/safe.h"

struct tally {
    size_t lines;
    size_t hidden_;
};

static inline size_t tally_hidden(struct tally const *t)
{
    return t->hidden_;
}
void tally_add(struct tally *t, span line);
void tally_reset_(struct tally *t);

extern const struct tally tally_empty;

#endif
