/* message.h - texts that depend on the language: translated messages and the system's error texts.
   The locale is set up at the first call, so a run that prints no message pays nothing.  */

#ifndef SYS_MESSAGE_H
#define SYS_MESSAGE_H

#include "safe/zstr.h"
#include "sys/error.h"

/* The translation of a message id, or the id itself. */
zstr message_text(zstr id);
/* What the system calls the error ERR. */
zstr message_error(oserr err);

#endif
