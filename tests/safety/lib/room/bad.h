/* bad.h - what the header of a checked room may not hold. */

#ifndef ROOM_BAD_H
#define ROOM_BAD_H

#include "room/width.h"
#include "safe/safe.h"

struct later;
bool room_use(struct later *later); // reject: incomplete-type
struct later { int value; };
bool room_use_again(struct later *later);

static inline int room_peek(struct later *p)
{
    struct later *q = p; // reject: pointer-variable, pointer-expr
    return q->value; // reject: deref, pointer-expr
}
inline int room_inline(int v) // reject: extern-decl
{
    return v;
}
extern int room_state; // reject: mutable-global
char *room_name(void); // reject: pointer-return
int room_system(char const *command); // reject: char-pointer
void *malloc(size_t n); // reject: pointer-return, extern-decl
struct sized { ROOM_WIDTH width; }; // the text depends on who includes this header
bool room_open(span s); // also declared in worse.h
#ifdef ROOM_EXTRA // reject: conditional
#endif // reject: conditional

#endif
