/* answer.h - what counts as "yes" in the user's language. */

#ifndef SYS_ANSWER_H
#define SYS_ANSWER_H

#include "safe/span.h"

/* Whether LINE (without its newline) agrees, by the YESEXPR of LC_MESSAGES. */
bool answer_is_yes(span line);

#endif
