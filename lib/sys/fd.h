/* fd.h - descriptors and what is done with one: opening, reading, writing, seeking, closing.

   A handle is a value; the all-zero one is "none".  Every function returns 0 or an errno value.  EINTR is
   retried here and nowhere else, and so is EAGAIN (after waiting until the descriptor is ready).
   Descriptors made here are close-on-exec and never 0, 1 or 2, so a file cannot take the place of a
   standard stream that was closed at start. */

#ifndef SYS_FD_H
#define SYS_FD_H

#include "safe/span.h"
#include "safe/zstr.h"
#include "sys/error.h"

#include <fcntl.h>
#include <sys/stat.h>

typedef struct { int fd1_; } fdh;       /* descriptor + 1 */

#define FDH_NONE ((fdh){0})
#define FDH_STDIN ((fdh){1})
#define FDH_STDOUT ((fdh){2})
#define FDH_STDERR ((fdh){3})
#define FDH_CWD ((fdh){AT_FDCWD + 1})   /* the working directory, where a directory handle is asked for */

SAFE_INLINE bool fd_is_none(fdh f)
{
    return f.fd1_ == 0;
}
SAFE_INLINE bool fd_same(fdh a, fdh b)
{
    return a.fd1_ == b.fd1_;
}
/* The number, for messages and for lib/sys. */
SAFE_INLINE int fd_number(fdh f)
{
    return f.fd1_ - 1;
}

/* openat (DIR, NAME, FLAGS, MODE); FLAGS are O_ flags.  *OUT is set only on success. */
oserr fd_open(fdh *out, fdh dir, zstr name, int flags, mode_t mode);
/* Close *F, if it is any, and make it none. */
oserr fd_close(fdh *f);
/* A second descriptor for the same open file. */
oserr fd_dup(fdh *out, fdh f);
/* A pipe: close-on-exec on both ends. */
oserr fd_pipe(fdh *read_end, fdh *write_end);

/* Read up to the length of INTO (at most 1 GiB); *GOT is 0 at the end of input. */
oserr fd_read(fdh f, mspan into, size_t *got);
/* Read until INTO is full or input ends. */
oserr fd_read_full(fdh f, mspan into, size_t *got);
oserr fd_pread(fdh f, mspan into, int64_t offset, size_t *got);
/* One write call; *PUT bytes were written. */
oserr fd_write(fdh f, span bytes, size_t *put);
/* Write everything. */
oserr fd_write_all(fdh f, span bytes);

/* lseek; *POSITION (bytes from the start) may be wanted or not. */
oserr fd_seek(fdh f, int64_t offset, int whence, int64_t *position);
oserr fd_stat(fdh f, struct stat *st);
oserr fd_truncate(fdh f, int64_t size);
oserr fd_sync(fdh f);
bool fd_is_terminal(fdh f);
/* The descriptor of that number, which the process may have got from its parent, in *OUT; false when there
   can be none. */
bool fd_inherited(uint64_t number, fdh *out);
/* Whether F was opened with O_APPEND. */
bool fd_appends(fdh f);
/* Tell the kernel that F will be read from start to end. */
void fd_will_read_in_order(fdh f);
/* Move up to N bytes from IN to OUT inside the kernel (splice; one of the two is a pipe). */
oserr fd_splice(fdh in, fdh out, size_t n, size_t *moved);
/* Wait until IN has something to read, or has ended; false when OUT, a pipe or socket, lost its last reader
   before that. */
bool fd_wait_for_input(fdh in, fdh out);
/* Ask for a pipe buffer of N bytes; the kernel may give less. */
void fd_set_pipe_size(fdh f, size_t n);

#endif
