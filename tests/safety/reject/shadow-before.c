/* Macros that change the library's own text, because they come before it. */

#define always_inline noinline // reject: reserved-macro
#define ROOM_ROOM_H // reject: reserved-macro

#include "room/room.h"
#include "safe/safe.h"

struct tally { span s; };

int prog_main(void)
{
    return span_at(S("a"), 7);
}
