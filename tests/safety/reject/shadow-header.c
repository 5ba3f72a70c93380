/* A macro that changes the layout of a structure in somebody else's header. */

#include "room/width.h"
#define ROOM_WIDTH long // reject: reserved-macro
#include "room/bad.h"

int prog_main(void)
{
    return sizeof(struct sized) > 4;
}
