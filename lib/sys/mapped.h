/* mapped.h - counting in a file that is mapped instead of read, which saves copying it (mmap(2)).

   A file can be cut short while it is mapped; the kernel then sends SIGBUS to whoever looks at what is gone,
   as it does when a disk fails.  Here such a part is as if it had never been counted: reading it tells what
   is the matter.  Not for threads: there is one handler, and one part at a time. */

#ifndef SYS_MAPPED_H
#define SYS_MAPPED_H

#include "sys/fd.h"

/* Add to *COUNT how often BYTE occurs in the file F from where it stands, and move on behind what was
   counted; how many bytes that is.  All the rest is for reading: the end of the file, what is no file with
   all its bytes on a disk or in memory (files of /proc and of devices, holes, which looking at might fill),
   and what could not be mapped. */
uint64_t mapped_count(fdh f, unsigned char byte, uint64_t *count);

/* The same for the characters of UTF-8, as span_count_utf8 counts them; what was counted ends before a
   character, never within one. */
uint64_t mapped_count_utf8(fdh f, uint64_t *count);

#endif
