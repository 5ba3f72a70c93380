/* fsop.h - operations on names in a directory.

   DIR is a directory handle (FDH_CWD for the working directory) that NAME is relative to; NAME may be
   absolute. Functions return 0 or an errno value and change nothing in their results on failure. */

#ifndef SYS_FSOP_H
#define SYS_FSOP_H

#include "safe/arena.h"
#include "safe/zstr.h"
#include "sys/error.h"
#include "sys/fd.h"

/* Status of what NAME is, itself or what a symbolic link leads to. */
oserr fs_lstat(fdh dir, zstr name, struct stat *st);
oserr fs_stat(fdh dir, zstr name, struct stat *st);
/* Whether the effective user may do what MODE (R_OK, W_OK, X_OK, F_OK of the enum) says: 0, EACCES, ... */
enum fs_access { FS_EXISTS = 0, FS_EXECUTE = 1, FS_WRITE = 2, FS_READ = 4 };
oserr fs_access(fdh dir, zstr name, unsigned mode);

oserr fs_unlink(fdh dir, zstr name);
oserr fs_rmdir(fdh dir, zstr name);
oserr fs_mkdir(fdh dir, zstr name, mode_t mode);
/* NEW becomes another name of what OLD is, or, where FOLLOW, of what the symbolic link OLD leads to. */
oserr fs_link(fdh old_dir, zstr old, fdh new_dir, zstr new, bool follow);
/* NAME becomes a symbolic link to TARGET. */
oserr fs_symlink(zstr target, fdh dir, zstr name);
/* Where the symbolic link NAME points, copied into A. */
oserr fs_readlink(arena *a, fdh dir, zstr name, zstr *target);
/* FS_NOREPLACE: EEXIST when NEW exists; FS_EXCHANGE: swap the two.  ENOSYS or EINVAL where the system or
   file system cannot; fs_rename with no flags always can. */
enum fs_rename_flags { FS_REPLACE = 0, FS_NOREPLACE = 1, FS_EXCHANGE = 2 };
oserr fs_rename(fdh old_dir, zstr old, fdh new_dir, zstr new, enum fs_rename_flags flags);

oserr fs_chmod(fdh dir, zstr name, mode_t mode);
/* The same for an open file. */
oserr fs_chmod_fd(fdh f, mode_t mode);

/* The longest name that the directory DIR takes; 0: there is no limit. */
oserr fs_longest_name(zstr dir, uint64_t *longest);

/* Set the process's file mode creation mask and return the one before. */
mode_t fs_umask(mode_t mask);

/* Device and inode say which file it is. */
SAFE_INLINE bool fs_same_file(struct stat const *a, struct stat const *b)
{
    return a->st_ino == b->st_ino && a->st_dev == b->st_dev;
}
/* Open NAME to be written anew, making it with mode 0666 where it is not.  A file that was there is only cut
   off once it is known not to be INPUT (all-zero: none); if it is, *IS_INPUT is set and *OUT none. */
oserr fs_open_output(fdh *out, zstr name, struct stat const *input, bool *is_input);

/* DIR becomes the working directory. */
oserr fs_chdir(zstr dir);
/* The working directory's name, in A. */
oserr fs_getcwd(arena *a, zstr *name);

#endif
