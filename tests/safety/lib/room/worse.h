/* worse.h - declares what another header declares. */ // reject: extern-decl

#ifndef ROOM_WORSE_H
#define ROOM_WORSE_H

#include "safe/safe.h"

bool room_open(zstr name);

#endif
