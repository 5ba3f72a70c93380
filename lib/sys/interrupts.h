/* interrupts.h - signals that end or stop the program, held back until it has put things right. */

#ifndef SYS_INTERRUPTS_H
#define SYS_INTERRUPTS_H

#include "safe/base.h"

/* From now on the signals that would end or stop this process (but not those that it was told to ignore)
   only make interrupts_pending true. */
void interrupts_hold(void);
bool interrupts_pending(void);
/* Let the signals that came in act now; returns if the process was stopped and goes on. */
void interrupts_let_go(void);
/* No longer hold signals back. */
void interrupts_release(void);

#endif
