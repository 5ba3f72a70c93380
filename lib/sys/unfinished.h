/* unfinished.h - output files that go away when a signal ends the program before they are complete. */

#ifndef SYS_UNFINISHED_H
#define SYS_UNFINISHED_H

#include "safe/zstr.h"
#include "sys/error.h"

/* From now on the signals that end this process (but not those that it was told to ignore) remove the files
   that were added, and then end it. */
void unfinished_begin(void);
/* Let these signals wait, while a file is made and added; and no longer. */
void unfinished_pause(void);
void unfinished_resume(void);
/* NAME, which is kept, is one of them. */
void unfinished_add(zstr name);
/* Remove the file that was added last, and forget it; false when there is none.  *ERR says why it is still
   there; a file that is gone already is no error. */
bool unfinished_remove_last(zstr *name, oserr *err);
/* All of them are complete: forget them. */
void unfinished_keep(void);

#endif
