/* width.h - brings a type name that a macro of the same name can replace. */

#ifndef ROOM_WIDTH_H
#define ROOM_WIDTH_H

typedef int ROOM_WIDTH;

#endif
