/* pattern.h - names matched with shell patterns. */

#ifndef SYS_PATTERN_H
#define SYS_PATTERN_H

#include "safe/zstr.h"

/* Whether NAME matches PATTERN as a whole; PERIOD: only a period matches a leading period. */
bool pattern_matches(zstr pattern, zstr name, bool period);

#endif
