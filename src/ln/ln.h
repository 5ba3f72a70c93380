/* ln.h - what the files of ln share. */

#ifndef LN_LN_H
#define LN_LN_H

#include "backup/option.h"
#include "cli/cli.h"
#include "inodes/inodes.h"
#include "link/link.h"

struct ln_options {
    bool symbolic, relative;
    bool follow;                /* hard links to what a symbolic TARGET leads to */
    bool force, interactive, verbose;
    bool directories;           /* let the system refuse hard links to directories */
    bool plain_name;            /* -T: the last operand is no directory to put links in */
    bool no_dereference;        /* ... nor is it when it is a symbolic link to one */
    zstr directory;             /* of -t, or none */
    struct backup_wish wish;
    struct backup backup;
};

/* A name that was made, and the next one of the same file: index + 1. */
struct made_name {
    zstr name;
    size_t next;
};
VEC_DEFINE(made_names, made_view, struct made_name);

struct SAFE_OWNER linker {
    struct ln_options opt;
    fdh dir;                    /* where links go, and what messages put in front of their names */
    zstr dir_name;
    bool remember;              /* names made must not be replaced by later operands */
    inodes inodes;
    made_names made;
};

/* One link to make. */
struct link_job {
    zstr target;                /* as given */
    zstr text;                  /* what the link gets: other than TARGET where it is relative */
    fdh dir;
    zstr name, shown;
    bool tried;                 /* making it was tried, with the result */
    oserr err;
    struct stat target_stat;    /* of a hard link, once has_stat */
    bool has_stat;
    zstr backup;                /* the name in DIR of what was there, or none */
};

/* Make the link, and report what goes wrong. */
void ln_make(struct cli *cli, struct linker *l, struct link_job *job);

#endif
