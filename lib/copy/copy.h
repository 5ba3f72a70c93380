/* copy.h - the engine of cp, mv and install: copying, linking and moving files and trees.

       copy_begin(&c, &cli->diag, options);
       for each operand: ok = copy_operand(&c, &op);

   Rules that hold throughout:
   - Names below an operand are reached through descriptors of their directories, opened without following
     links, on both sides; at most a few dozen descriptors are open, and depth is limited by memory only.
   - A new file is made exclusively, with no more permissions than it will have in the end, and with none
     for group and others while its owner is not yet right.
   - Everything about a file's contents and attributes is done through its descriptor.
   - What is reported is reported here, through the struct diag; messages are those of GNU. */

#ifndef COPY_COPY_H
#define COPY_COPY_H

#include "backup/backup.h"
#include "copy/progress.h"
#include "diag/diag.h"
#include "inodes/inodes.h"
#include "safe/arena.h"
#include "safe/buf.h"
#include "sys/attributes.h"
#include "sys/fd.h"
#include "walk/walk.h"

enum copy_follow {
    COPY_FOLLOW_DEFAULT,        /* as the program decides: the engine takes it for COPY_FOLLOW_ALL */
    COPY_FOLLOW_NONE,           /* symbolic links are copied as such */
    COPY_FOLLOW_OPERANDS,
    COPY_FOLLOW_ALL,
};

/* What to do where the destination exists. */
enum copy_replace {
    COPY_REPLACE_DEFAULT,       /* replace; a move asks about files that cannot be written */
    COPY_REPLACE,               /* replace, and never ask */
    COPY_REPLACE_ASK,
    COPY_REPLACE_SKIP,          /* leave it */
    COPY_REPLACE_FAIL,          /* leave it, and call that a failure */
};

enum copy_sparse { COPY_SPARSE_AUTO, COPY_SPARSE_ALWAYS, COPY_SPARSE_NEVER };
enum copy_reflink { COPY_REFLINK_AUTO, COPY_REFLINK_ALWAYS, COPY_REFLINK_NEVER };

struct copy_options {
    struct backup backup;
    enum copy_follow follow;
    enum copy_replace replace;
    enum copy_sparse sparse;
    enum copy_reflink reflink;
    bool update;                /* leave a destination that is not older */

    bool recursive;
    bool contents;              /* read everything but directories and links as if it were a regular file */
    bool attributes_only;       /* no data */
    bool hard_link, symbolic_link;              /* link instead of copying */
    bool force;                 /* remove a destination that cannot be opened */
    bool remove_destination;    /* remove it before looking */
    bool one_device;
    bool keep_directory_symlink;                /* a link to a directory is as good as the directory */
    bool through_dangling;      /* a link that leads nowhere may be written through */

    bool keep_mode, keep_owner, keep_times, keep_links, keep_xattr, keep_context;
    bool drop_mode;             /* new files get the mode that new files get */
    bool must_keep;             /* what cannot be preserved makes the copy fail */
    bool must_keep_xattr, must_keep_context;
    bool quiet_xattr;           /* no word about attributes that cannot be kept */
    bool set_mode;              /* new files get `mode` */
    mode_t mode;
    zstr context;               /* security context of new files, or none */
    bool default_context;       /* ... or the one that the policy says */

    bool move;                  /* rename where possible; the program removes a source that was copied */
    bool exchange, no_copy;     /* of a move */
    bool install;               /* as install says it in messages */
    bool settle;                /* new files get these when they are complete: */
    uid_t user;
    gid_t group;
    mode_t final_mode;
    bool verbose, debug;
    enum copy_progress_when progress;
    bool stdin_terminal;
    bool many;                  /* there are several operands */
};

/* One operand. */
struct copy_operand {
    zstr from;                  /* relative to the working directory */
    fdh to_dir;                 /* TO is relative to it */
    zstr to;
    zstr to_shown;              /* what messages call it */
    fdh base_dir;               /* what was made is found again as BASE in it, also by later operands */
    zstr base;
    bool rename_tried; /* renaming without replacing was tried before, with the result rename_error */
    oserr rename_error;
};

/* A file of the source and its place in the destination, while it is worked on. */
struct copy_entry {
    fdh from_dir, to_dir;
    zstr from_name, to_name;
    span from_shown;
    mode_t kind;                /* S_IFREG, ... where a directory told it; 0: not known */
    bool operand;
    bool fresh;                 /* its directory was made just now, so nothing can be there */
    bool follow;                /* of a symbolic link what it leads to is meant */
    bool has_status;
    struct stat from;           /* when has_status */
    bool exists;                /* something is there: */
    struct stat to;
    fdh in;                     /* the source, where it was opened early */
    fdh out;                    /* the directory at the destination, to go on in */
    bool made;                  /* which was made just now */
    mode_t mode, withheld;      /* permissions to be; those left out until the owner is right */
    zstr backup;                /* name in to_dir of what was there, or none */
};

/* A directory that was made, or found, outside of copy_operand. */
struct copy_directory {
    fdh in, out;
    struct stat from;
    zstr from_shown, to_shown;
    bool made;
};

/* A directory of the destination that is being filled. */
struct copy_level {
    fdh out;                    /* none while the work goes on far below */
    bool made;
    bool failed;
    size_t shown_len;           /* what messages call it: so much of `shown` */
    size_t folder;              /* index + 1 among the folders; 0: it is not there, or the operand's */
    dev_t device;               /* of itself, once `out` was closed, or to tell it from directories to come */
    ino_t inode;
    mode_t mode, withheld;
    struct stat from;
};
VEC_DEFINE(copy_levels, copy_level_view, struct copy_level);

/* A directory below the operand's in the destination, which something that was made is in. */
struct copy_folder {
    zstr name;
    size_t above;               /* index + 1 of the one it is in; 0: the operand's */
};
VEC_DEFINE(copy_folders, copy_folder_view, struct copy_folder);
VEC_DEFINE(copy_indices, copy_index_view, size_t);

/* A name that was made in the destination: an operand's, or below that. */
struct copy_made {
    zstr root;
    size_t folder;              /* index + 1 of the directory, or 0 for the operand's, where it is ... */
    zstr name;                  /* under this name; none: it is the operand itself */
    size_t next;                /* another one of the same inode: index + 1 */
};
VEC_DEFINE(copy_mades, copy_made_view, struct copy_made);

enum copy_how { COPY_HOW_UNKNOWN, COPY_HOW_NO, COPY_HOW_YES, COPY_HOW_AVOIDED, COPY_HOW_UNSUPPORTED };

/* How the contents of a file were copied, for --debug. */
struct copy_debug {
    enum copy_how offload, reflink;
    bool zeros, holes;          /* holes were made of zeros, or found by asking */
    bool read;                  /* contents were copied at all: the sparse answer is known */
};

struct SAFE_OWNER copier {
    struct copy_options opt;
    struct copy_progress progress;
    arena names;                /* of the whole run */
    mode_t umask;               /* when has_umask */
    bool has_umask, may_give_away;

    /* Between operands. */
    inodes sources;             /* files of the source that may come again: where they went, in `copied` */
    inodes created;             /* files made for operands, in `outcome` */
    inodes operands;            /* operands seen, in `named` */
    copy_mades copied, outcome, named;
    copy_folders folders;       /* where what was `copied` is */
    copy_indices way;           /* to one of them, from below */

    /* The operand at work. */
    walk walk;
    copy_levels levels;
    inodes filling;             /* those of them that were made, by inode: a source must not be one of them */
    size_t closed;              /* so many levels, from the top on, are closed */
    size_t found;               /* so many were there before; all below them were made */
    size_t most_open;
    buf shown;                  /* the destination, as messages call it */
    zstr root_from, root_to, root_shown;
    fdh root_dir;
    bool root_made;             /* a first directory was made: */
    dev_t made_device;
    ino_t made_inode;

    /* Copying contents. */
    buf block;
    buf list;                   /* the names of the source's extended attributes */
    oserr listed;               /* or why there is no such list */
    buf value;                  /* of one of them */
    dev_t pair_from, pair_to;   /* devices that the next two are about */
    bool no_clone, no_offload;
    struct copy_debug how;

    /* What became of the operand. */
    bool into_itself;           /* a directory met its own copy */
    bool renamed;               /* a move was done by renaming, or needed nothing */
};

void copy_begin(struct copier *c, struct copy_options opt);
/* Start to show progress as the options say, with the operands SOURCES to come: the time left is told when
   all are regular files.  The program ends it with copy_progress_finish. */
void copy_show_progress(struct copier *c, zstr_view sources);
/* Copy or move one operand; false when anything of it failed, which was reported. */
bool copy_operand(struct copier *c, struct diag *d, struct copy_operand const *op);
/* Give OUT, a directory at SHOWN, the attributes of IN, a directory of the source with the status FROM.
   MADE: it was made for this, with `copy_make_directory_like`. */
bool copy_directory_attributes(struct copier *c, struct diag *d, struct copy_directory const *dir);
/* Give OUT, which is what the last operand was copied to, the owner and mode that OPT.settle is about. */
bool copy_settle(struct copier *c, struct diag *d, fdh out);
/* Make the directory NAME in DIR for one with the status FROM, with the mode for being filled. */
oserr copy_make_directory_like(struct copier *c, struct stat const *from, fdh dir, zstr name);

#endif
