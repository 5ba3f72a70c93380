/* private.h - between the files of the engine. */

#ifndef COPY_PRIVATE_H
#define COPY_PRIVATE_H

#include "copy/copy.h"

/* What comes after a step. */
enum copy_step {
    COPY_GO_ON,
    COPY_DONE,                  /* nothing is left to do for this file */
    COPY_FAILED,                /* and that was reported */
    COPY_DESCEND,               /* a directory: its entries are next */
};

/* ---- report.c ---- */

/* What messages call the destination of what is worked on. */
SAFE_INLINE span copy_shown(struct copier const *c)
{
    return buf_span(&c->shown);
}
/* "'a' -> 'b'", or with WORD before it, and the backup behind it. */
void copy_tell(struct copier *c, struct diag *d, struct copy_entry const *e, span word);
/* "removed 'b'" */
void copy_tell_removed(struct copier *c, struct diag *d);
/* The line of --debug. */
void copy_tell_how(struct copier *c, struct diag *d);

/* ---- same.c: is the destination the source itself? ---- */

/* Whether E may be copied although both may be one file; *NOTHING_TO_DO when that is so and all is well. */
bool copy_same_file_ok(struct copier *c, struct copy_entry const *e, bool *nothing_to_do);
/* Whether two names are the same entry of the same directory. */
bool copy_same_name(struct copier *c, fdh a_dir, zstr a, fdh b_dir, zstr b);
/* The same for operands; a directory is not taken for what a symbolic link to it is. */
bool copy_same_operand(struct copier *c, zstr a, zstr b);

/* ---- target.c: what is at the destination, and may it be replaced? ---- */

enum copy_step copy_look_at_target(struct copier *c, struct diag *d, struct copy_entry *e);
/* The destination stays as it is; FINE: because it is current. */
enum copy_step copy_leave(struct copier *c, struct diag *d, bool fine);
SAFE_INLINE bool copy_never_replaces(struct copier const *c)
{
    return c->opt.replace == COPY_REPLACE_SKIP || c->opt.replace == COPY_REPLACE_FAIL;
}

/* ---- links.c: what was made before ---- */

/* Link to an earlier copy of the same file, where links are kept. */
enum copy_step copy_link_to_earlier(struct copier *c, struct diag *d, struct copy_entry *e);
/* Its copy failed: there is nothing to link to. */
void copy_forget(struct copier *c, struct copy_entry const *e);
/* The first directory that an operand makes must not be copied into itself. */
void copy_remember_directory(struct copier *c, struct copy_entry *e);
/* Make the destination another name of NAME in DIR, replacing what is there where REPLACE. */
oserr copy_hard_link(struct copier *c, fdh dir, zstr name, struct copy_entry const *e, bool replace);
/* Make it a symbolic link to TARGET. */
oserr copy_symbolic_link(struct copier *c, zstr target, struct copy_entry const *e, bool replace);
/* Operands that were made, and whether the destination of this one, with the status ST, is one of them. */
void copy_remember_created(struct copier *c, struct copy_entry const *e);
bool copy_was_created(struct copier *c, struct stat const *st);
/* Remember an operand; false when it was seen before. */
bool copy_remember_operand(struct copier *c, zstr name, struct stat const *st);

/* ---- move.c ---- */

enum copy_step copy_try_rename(struct copier *c, struct diag *d, struct copy_entry *e,
                               struct copy_operand *op);
enum copy_step copy_rename(struct copier *c, struct diag *d, struct copy_entry *e,
                           struct copy_operand const *op);

/* ---- regular.c, data.c, special.c ---- */

bool copy_regular(struct copier *c, struct diag *d, struct copy_entry *e);
/* Copy all data from E->in to OUT, an empty file (or not a file at all, but REGULAR says). */
bool copy_data(struct copier *c, struct diag *d, struct copy_entry *e, fdh out, bool regular);
/* A FIFO, device, socket or symbolic link. */
bool copy_special(struct copier *c, struct diag *d, struct copy_entry *e);
/* A symbolic link to the source, in place of a copy. */
bool copy_as_link(struct copier *c, struct diag *d, struct copy_entry *e);

/* ---- attributes.c, xattr.c ---- */

/* Give OUT the times, owner, extended attributes and permissions that it is to have.  IN is the source, open
   for reading, or none. */
bool copy_attributes(struct copier *c, struct diag *d, struct copy_entry *e, fdh in, fdh out);
/* The same for what has no contents, by name; LINK: it is a symbolic link. */
bool copy_attributes_at(struct copier *c, struct diag *d, struct copy_entry *e, bool link);
/* The extended attributes of IN, listed by C, for OUT; the mode, with the access control lists among them. */
bool copy_xattrs(struct copier *c, struct diag *d, span from_shown, fdh in, fdh out);
bool copy_permissions(struct copier *c, struct diag *d, struct copy_entry const *e, fdh in, fdh out);
/* ---- context.c ---- */

/* Let what is made for E next have the context that it is to have. */
bool copy_choose_label(struct copier *c, struct diag *d, struct copy_entry const *e);
/* Give OUT, which was there before, that context. */
bool copy_set_label(struct copier *c, struct diag *d, fdh out);

/* The process's umask. */
mode_t copy_umask(struct copier *c);

/* ---- level.c: the directories of the destination that are being filled ---- */

SAFE_INLINE size_t copy_depth(struct copier const *c)
{
    return copy_levels_len(&c->levels);
}
/* fd_open, with directories higher up closed when there are no descriptors left; and to create E's file. */
oserr copy_open(struct copier *c, fdh *out, fdh dir, zstr name, int flags);
oserr copy_create(struct copier *c, fdh *out, struct copy_entry const *e, int flags, mode_t mode);
/* Whether ST is of a directory that was made, and to which entries are being copied. */
bool copy_is_being_filled(struct copier const *c, struct stat const *st);
/* The directory that E made or found, open as e->out, is the deepest now, and owned here. */
void copy_push_level(struct copier *c, struct copy_entry const *e);
void copy_pop_level(struct copier *c);
/* Let the level above the deepest be open.  ENOENT: another directory has taken its place. */
oserr copy_reopen_above(struct copier *c);

/* ---- entry.c, tree.c ---- */

/* Make a directory to be filled: with MODE, and all that its owner needs for that whatever the umask is. */
oserr copy_make_directory(struct copier *c, fdh dir, zstr name, mode_t mode);
/* The permissions that E is to have, and those that are withheld at first. */
void copy_decide_mode(struct copier const *c, struct copy_entry *e);
enum copy_step copy_entry(struct copier *c, struct diag *d, struct copy_entry *e, struct copy_operand *op);
/* The directory E was made, or was there: everything below it. */
bool copy_tree(struct copier *c, struct diag *d, struct copy_entry *e);

#endif
