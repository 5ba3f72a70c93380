/* terminals.h - shared by the files of this room only. */

#ifndef COLOUR_TERMINALS_H
#define COLOUR_TERMINALS_H

#include "colour/colour.h"

/* Patterns of the terminal types that have colours, in the database's order. */
zstrs colour_terminal_patterns(void);

#endif
