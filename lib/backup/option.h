/* option.h - the options -b, --backup and --suffix of the programs that keep backups. */

#ifndef BACKUP_OPTION_H
#define BACKUP_OPTION_H

#include "backup/backup.h"
#include "cli/cli.h"

/* The help texts of --help that are the same everywhere, for `notes` of a program. */
#define BACKUP_NOTES \
    "Backups are named with the suffix '~', unless --suffix or the environment's\n" \
    "SIMPLE_BACKUP_SUFFIX says another.  CONTROL, or VERSION_CONTROL in the environment\n" \
    "where CONTROL is not given, says which backups are made:\n\n" \
    "  none, off       none at all, even with --backup\n" \
    "  numbered, t     numbered ones\n" \
    "  existing, nil   numbered ones where there are some already, else simple ones\n" \
    "  simple, never   simple ones"

/* What was said about backups so far. */
struct backup_wish {
    bool wanted;
    zstr control, suffix;
};
/* Turn the wish into *B, reporting a bad word; false then. */
bool backup_decide(struct cli *cli, struct backup_wish wish, struct backup *b);

#endif
