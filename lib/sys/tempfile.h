/* tempfile.h - files without a name, for data that does not fit into memory. */

#ifndef SYS_TEMPFILE_H
#define SYS_TEMPFILE_H

#include "sys/fd.h"

/* A new empty file for reading and writing in the directory DIR.  It has no name (for a moment it has one
   where the file system knows no such files, during which signals wait), so nothing is left behind however
   the program ends. */
oserr tempfile_open(fdh *out, zstr dir);

#endif
